// A value of somebody that may lie above the reader's clearance: what the server masked is named as such, never shown as the value.
import { isMasked } from '@zhenghe/engine/accounts';
import { useWords } from './language.tsx';
import { words } from './words.ts';

export function MaskedText({ children }: { readonly children: string }) {
  const w = useWords(words);
  if (!isMasked(children)) return <>{children}</>;
  return (
    <span className="masked">
      {children} <span className="note">{w.masked}</span>
    </span>
  );
}
