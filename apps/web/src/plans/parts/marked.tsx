// A field that is no number cell, with the mark of its findings: colour, shape and the sentences as its title.
import type { ReactNode } from 'react';
import { Shape, useSay } from '../../ui/index.ts';
import { useCellNote } from '../cell-talk.ts';
import { DeskProvider, useDesk, useLocked } from '../desk.ts';
import { markTitle } from '../marks.ts';
import { CellNoteMark } from './approval-cell-note.tsx';
import { standingTones } from './cell-input.tsx';

interface MarkedProps {
  readonly table: string;
  readonly row: string;
  readonly field: string;
  readonly children: ReactNode;
}

export function Marked({ table, row, field, children }: MarkedProps) {
  const desk = useDesk();
  const say = useSay();
  const key = `${table}/${row}/${field}`;
  const mark = desk.marks.get(key);
  const locked = useLocked({ table, row, field });
  const { note, picking } = useCellNote(key);
  const look = mark ? `${mark.direct ? 'mark' : 'part'}-${mark.standing}` : '';
  const title = [note?.text ?? '', mark ? markTitle(mark, say) : ''].filter(Boolean).join('\n');
  return (
    // A cell that is being picked is reached by Tab; otherwise only the field inside is.
    <div
      className={['marked', look, note?.kind ?? ''].filter(Boolean).join(' ')}
      data-cell={key}
      tabIndex={picking ? 0 : -1}
      title={title || undefined}
    >
      {note ? <CellNoteMark note={note} /> : null}
      {mark?.direct ? <Shape tone={standingTones[mark.standing]} /> : null}
      {locked === desk.readOnly ? children : <DeskProvider value={{ ...desk, readOnly: locked }}>{children}</DeskProvider>}
    </div>
  );
}
