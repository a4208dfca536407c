// A figure of a park: as it is known, marked where its neighbours' median stands in, named where it is missing.
import { MissingText, useWords } from '../../../ui/index.ts';
import { figure } from '../../figures.ts';
import { words } from '../../words-board.ts';
import type { Shown } from '../known.ts';

interface KnownFigureProps {
  readonly shown: Shown;
  readonly places: number;
  readonly unit?: string;
}

export function KnownFigure({ shown, places, unit }: KnownFigureProps) {
  const w = useWords(words);
  if (shown === 'missing') return <MissingText reason="not-reported" />;
  return (
    <>
      {figure(shown.value, places)}
      {unit ? ` ${unit}` : ''} {shown.assumed ? <span className="note">{w.assumed}</span> : null}
    </>
  );
}
