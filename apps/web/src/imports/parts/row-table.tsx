// Rows of a dry run or of a batch: what each does, to which record, before and after; the whole of one in the side panel.
import { useState } from 'react';
import { type Column, DataTable, Empty, SidePanel, Split, StateWord, useSay, useWords } from '../../ui/index.ts';
import { effectTones, type PreviewRow } from '../shapes.ts';
import { words } from '../words.ts';

interface RowTableProps {
  /** The rows of a batch: they did what they say. */
  readonly written?: boolean;
  readonly caption: string;
  readonly rows: readonly PreviewRow[];
  readonly empty: string;
}

const keyOf = (row: PreviewRow) => `${row.sheet}/${row.row}/${row.label}/${row.changes[0]?.field.zh ?? ''}`;
/** From then on only the rows in view are drawn. */
const longest = 200;
/** Changes told in a line; the rest stands in the panel. */
const told = 2;

export function RowTable({ caption, rows, empty, written = false }: RowTableProps) {
  const w = useWords(words);
  const [shown, setShown] = useState<PreviewRow | null>(null);
  const columns: readonly Column<PreviewRow>[] = [
    { key: 'row', title: w.row, tight: true, render: (row) => w.rowTitle(row.sheet, row.row) },
    { key: 'record', title: w.record, important: true, width: 180, render: (row) => row.label },
    {
      key: 'effect',
      title: written ? w.done : w.effect,
      important: true,
      tight: true,
      render: (row) => <StateWord tone={effectTones[row.effect]}>{w.effects[row.effect]}</StateWord>,
    },
    { key: 'changes', title: w.changes, important: true, width: 320, render: (row) => <Summary row={row} line={rows.length > longest} /> },
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
        wrap={rows.length <= longest}
        {...(rows.length > 15 ? { maxHeight: '60vh' } : {})}
        brief={20}
        empty={<Empty title={empty} />}
      />
    </Split>
  );
}

/** A long table draws only the rows in view, each one line high. */
function Summary({ row, line }: { readonly row: PreviewRow; readonly line: boolean }) {
  const w = useWords(words);
  const say = useSay();
  const shown = row.changes.slice(0, line ? 1 : told);
  const rest = row.changes.length - shown.length;
  const Part = line ? 'span' : 'div';
  return (
    <>
      {shown.map((change) => (
        <Part key={change.field.zh}>
          {say(change.field)}: {change.before ?? w.nothing} → <strong>{change.after ?? w.nothing}</strong>{' '}
        </Part>
      ))}
      {rest > 0 ? <span className="note">{w.more(rest)} </span> : null}
      {row.reason ? <Part className="note">{say(row.reason)}</Part> : null}
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
