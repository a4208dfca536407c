// What a file holds: the values that were read by rule, and every difference from the version that stands.
import { differencesOf } from '@zhenghe/engine/plans';
import { useMemo } from 'react';
import { type Column, DataTable, Empty, useSay, useWords } from '../../ui/index.ts';
import type { ImportNote, PlanDetail } from '../shapes.ts';
import { fromWire } from '../wire.ts';
import { words } from '../words.ts';
import { DifferencesTable } from './differences-table.tsx';

interface ReadResultProps {
  readonly detail: PlanDetail;
  readonly read: { readonly plan: PlanDetail['plan']; readonly notes: readonly ImportNote[]; readonly sha256: string };
}

export function ReadResult({ detail, read }: ReadResultProps) {
  const w = useWords(words);
  const say = useSay();
  const differences = useMemo(() => differencesOf(fromWire(detail.plan), fromWire(read.plan)), [detail, read]);
  const columns: readonly Column<ImportNote>[] = [
    { key: 'sheet', title: w.sheet, render: (row) => row.sheet },
    { key: 'row', title: w.row, numeric: true, important: true, render: (row) => row.row },
    { key: 'column', title: w.column, important: true, render: (row) => row.column },
    { key: 'value', title: w.value, render: (row) => row.value },
    { key: 'note', title: w.note, important: true, render: (row) => say(row.note) },
  ];
  return (
    <>
      <p>
        {read.plan.title} <span className="note">{`${w.dropped} ${read.sha256.slice(0, 16)}…`}</span>
      </p>
      {read.notes.length > 0 ? <p>{w.notes(read.notes.length)}</p> : null}
      <DataTable
        caption={w.note}
        columns={columns}
        rows={read.notes}
        rowKey={(row) => `${row.sheet}/${row.row}/${row.column}/${row.value}`}
        wrap
        empty={<Empty title={w.noNotes} />}
      />
      <h3>{w.compare}</h3>
      <DifferencesTable differences={differences} from={w.editor.versionName(detail.version)} to={read.plan.title} />
    </>
  );
}
