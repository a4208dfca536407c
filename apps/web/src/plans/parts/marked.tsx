// A field that is no number cell, with the mark of its findings: colour, shape and the sentences as its title.
import type { ReactNode } from 'react';
import { Shape, useSay } from '../../ui/index.ts';
import { useDesk } from '../desk.ts';
import { markTitle } from '../marks.ts';
import { standingTones } from './cell-input.tsx';

interface MarkedProps {
  readonly table: string;
  readonly row: string;
  readonly field: string;
  readonly children: ReactNode;
}

export function Marked({ table, row, field, children }: MarkedProps) {
  const { marks } = useDesk();
  const say = useSay();
  const key = `${table}/${row}/${field}`;
  const mark = marks.get(key);
  const look = mark ? `${mark.direct ? 'mark' : 'part'}-${mark.standing}` : '';
  return (
    <div className={`marked ${look}`} data-cell={key} tabIndex={-1} title={mark ? markTitle(mark, say) : undefined}>
      {mark?.direct ? <Shape tone={standingTones[mark.standing]} /> : null}
      {children}
    </div>
  );
}
