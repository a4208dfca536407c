// Why a figure is not there. Never a zero, never a blank.
import type { MissingReason } from '@zhenghe/engine/kernel';
import { useWords } from './language.tsx';
import { words } from './words.ts';

export function MissingText({ reason = 'not-given' }: { readonly reason?: MissingReason }) {
  const w = useWords(words);
  return <span className="missing">{w.missing[reason]}</span>;
}

/** The same as text, for where no element can stand. */
export function useMissingWord(): (reason: MissingReason) => string {
  const w = useWords(words);
  return (reason) => w.missing[reason];
}
