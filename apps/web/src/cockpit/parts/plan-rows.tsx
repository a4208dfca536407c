// Plans as the overview lists them: what waits, what is late.
import type { PlanRow } from '@zhenghe/contract/plans';
import type { ReactNode } from 'react';
import { useOpen, usePlacePath } from '../../shell/index.ts';
import { type Column, DataTable, Link, MissingText, StateWord, type Tone, useSay, useWords } from '../../ui/index.ts';
import { words } from '../words.ts';

const tones: Record<PlanRow['state'], Tone> = {
  draft: 'quiet',
  submitted: 'info',
  returned: 'warn',
  accepted: 'info',
  approved: 'good',
  refused: 'bad',
};

interface PlanRowsProps {
  readonly caption: string;
  readonly rows: readonly PlanRow[];
  readonly empty: ReactNode;
}

export function PlanRows({ caption, rows, empty }: PlanRowsProps) {
  const columns = usePlanColumns();
  const open = useOpen();
  return (
    <DataTable
      caption={caption}
      rows={rows}
      rowKey={(row) => row.id}
      columns={columns}
      empty={empty}
      maxHeight="360px"
      brief={5}
      onOpen={(row) => open(planPath(row))}
    />
  );
}

function planPath(row: PlanRow): string {
  return `/plans/${encodeURIComponent(row.id)}`;
}

function usePlanColumns(): readonly Column<PlanRow>[] {
  const w = useWords(words);
  const say = useSay();
  const placeOf = usePlacePath();
  return [
    { key: 'title', title: w.plan, render: (row) => <Link to={planPath(row)}>{row.title}</Link> },
    {
      key: 'place',
      title: w.place,
      render: (row) => placeOf(row.jurisdiction),
    },
    {
      key: 'state',
      title: w.state,
      important: true,
      render: (row) => <StateWord tone={tones[row.state]}>{w.planState[row.state]}</StateWord>,
    },
    { key: 'holder', title: w.holder, important: true, render: (row) => say(row.holder) },
    { key: 'since', title: w.since, render: (row) => row.since },
    { key: 'due', title: w.due, important: true, render: (row) => <Due row={row} /> },
    { key: 'blocking', title: w.blocking, numeric: true, render: (row) => row.blocking },
    { key: 'unknown', title: w.unknown, numeric: true, render: (row) => row.unknown },
  ];
}

function Due({ row }: { readonly row: PlanRow }) {
  const w = useWords(words);
  if (row.lateDays !== null && row.lateDays > 0) return <StateWord tone="bad">{w.lateDays(row.lateDays)}</StateWord>;
  return row.due === null ? <MissingText reason="not-given" /> : row.due;
}
