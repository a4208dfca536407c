// A figure of a filing for its reader: thousands grouped, or why there is none, or that nothing was filed.
import { isMissing } from '@zhenghe/engine/kernel';
import { grouped, MissingText, useWords } from '../../ui/index.ts';
import type { Figure } from '../shapes.ts';
import { words } from '../words-filing.ts';

export function shownFigure(value: Figure): string {
  return value === null || isMissing(value) ? '' : grouped(value);
}

export function FigureText({ value }: { readonly value: Figure }) {
  const w = useWords(words);
  if (value === null) return <span className="missing">{w.nothing}</span>;
  return isMissing(value) ? <MissingText reason={value.missing} /> : <span className="number">{grouped(value)}</span>;
}
