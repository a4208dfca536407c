// Rows of a dry run or of a batch: what each does, to which record, before and after; the whole of one in the side panel.
import { useState } from 'react';
import { type Column, DataTable, Empty, SidePanel, Split, StateWord, useSay, useWords } from '../../ui/index.ts';
import { effectTones, type PreviewRow } from '../shapes.ts';
import { words } from '../words.ts';

interface RowTableProps {
  readonly caption: string;
  readonly rows: readonly PreviewRow[];
  readonly empty: string;
}

const keyOf = (row: PreviewRow) => `${row.sheet}/${row.row}/${row.label}/${row.changes[0]?.field.zh ?? ''}`;
/** Changes told in a line; the rest stands in the panel. */
const told = 2;

export function RowTable({ caption, rows, empty }: RowTableProps) {
  const w = useWords(words);
  const [shown, setShown] = useState<PreviewRow | null>(null);
  const columns: readonly Column<PreviewRow>[] = [
    { key: 'row', title: w.row, tight: true, render: (row) => w.rowTitle(row.sheet, row.row) },
    { key: 'record', title: w.record, important: true, width: 180, render: (row) => row.label },
    {
      key: 'effect',
      title: w.effect,
      important: true,
      tight: true,
      render: (row) => <StateWord tone={effectTones[row.effect]}>{w.effects[row.effect]}</StateWord>,
    },
    { key: 'changes', title: w.changes, important: true, width: 320, render: (row) => <Summary row={row} /> },
  ];
  return (
    <Split panel={shown ? <RowPanel row={shown} onClose={() => setShown(null)} /> : null}>
      <DataTable
        caption={caption}
        columns={columns}
        rows={rows}
        rowKey={keyOf}
        onOpen={setShown}
        {...(shown ? { selected: keyOf(shown) } : {})}
        wrap={rows.length <= 200}
        brief={20}
        empty={<Empty title={empty} />}
      />
    </Split>
  );
}

function Summary({ row }: { readonly row: PreviewRow }) {
  const w = useWords(words);
  const say = useSay();
  const rest = row.changes.length - told;
  return (
    <>
      {row.changes.slice(0, told).map((change) => (
        <div key={change.field.zh}>
          {say(change.field)}: {change.before ?? w.nothing} → <strong>{change.after ?? w.nothing}</strong>
        </div>
      ))}
      {rest > 0 ? <span className="note">{w.more(rest)}</span> : null}
      {row.reason ? <div className="note">{say(row.reason)}</div> : null}
    </>
  );
}

function RowPanel({ row, onClose }: { readonly row: PreviewRow; readonly onClose: () => void }) {
  const w = useWords(words);
  const say = useSay();
  return (
    <SidePanel title={w.rowTitle(row.sheet, row.row)} onClose={onClose}>
      <p>
        <strong>{row.label}</strong> <StateWord tone={effectTones[row.effect]}>{w.effects[row.effect]}</StateWord>
      </p>
      {row.reason ? <p>{say(row.reason)}</p> : null}
      <DataTable
        caption={w.changes}
        columns={[
          { key: 'field', title: w.column, render: (change) => say(change.field) },
          { key: 'before', title: w.before, important: true, render: (change) => change.before ?? w.nothing },
          { key: 'after', title: w.after, important: true, render: (change) => change.after ?? w.nothing },
        ]}
        rows={row.changes}
        rowKey={(change) => change.field.zh}
        wrap
        empty={null}
      />
    </SidePanel>
  );
}
