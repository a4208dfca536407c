// What differs from the figures that were approved last; nothing before a first approval.
import { type Column, DataTable, useSay, useWords } from '../../ui/index.ts';
import { words } from '../words-filing.ts';
import { useDesk } from './desk.ts';
import { FigureText } from './figure.tsx';
import { JumpButton } from './jump-button.tsx';
import { differencesOf, explanationOf, type FilingRow, figureAt } from './rows.ts';

export function DifferencesList() {
  const w = useWords(words);
  const say = useSay();
  const { rows, queue } = useDesk();
  if (!rows.some(({ cell }) => cell.approved !== null)) return null;
  const found = differencesOf(rows, queue);
  const columns: readonly Column<FilingRow>[] = [
    { key: 'item', title: w.columns.item, render: ({ key, indicator }) => <JumpButton cell={key} name={say(indicator.name)} /> },
    { key: 'before', title: w.before, numeric: true, important: true, render: ({ cell }) => <FigureText value={cell.approved} /> },
    {
      key: 'after',
      title: w.after,
      numeric: true,
      important: true,
      render: ({ key, cell }) => <FigureText value={figureAt(cell, queue.pending[key])} />,
    },
    { key: 'why', title: w.explanationGiven, render: ({ key, cell }) => explanationOf(cell, queue.pending[key]) },
  ];
  return (
    <details className="section" open={found.length > 0}>
      <summary>{found.length === 0 ? w.differencesNone : w.differences(found.length)}</summary>
      <DataTable caption={w.differences(found.length)} columns={columns} rows={found} rowKey={({ key }) => key} wrap empty={null} />
    </details>
  );
}
