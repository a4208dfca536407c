// The mark of a cell that was returned, or is being picked to be returned: a word in the cell, its reason as the title.
import { useWords } from '../../ui/index.ts';
import type { CellNote } from '../cell-talk.ts';
import { words } from '../words-approval.ts';

export function CellNoteMark({ note }: { readonly note: CellNote }) {
  const w = useWords(words);
  return (
    <span className={`cell-note ${note.kind}`}>
      {w.mark[note.kind]}
      {note.text ? <span className="visually-hidden">{note.text}</span> : null}
    </span>
  );
}
