// Every cell that cannot be read, at once: where it stands, what was typed, why, and how to mend it.
import { type Column, DataTable, Notice, useSay, useWords } from '../../ui/index.ts';
import type { Preview, Problem } from '../shapes.ts';
import { words } from '../words.ts';

export function ProblemTable({ preview }: { readonly preview: Pick<Preview, 'unreadable' | 'problems'> }) {
  const w = useWords(words);
  const say = useSay();
  const { unreadable, problems } = preview;
  if (!unreadable) return null;
  const columns: readonly Column<Problem>[] = [
    { key: 'sheet', title: w.sheet, render: (row) => row.sheet ?? '' },
    { key: 'row', title: w.row, numeric: true, important: true, render: (row) => row.row ?? '' },
    { key: 'column', title: w.column, important: true, render: (row) => row.column ?? '' },
    { key: 'value', title: w.value, render: (row) => row.value ?? '' },
    { key: 'reason', title: w.reason, important: true, render: (row) => say(row.reason) },
  ];
  return (
    <>
      <Notice tone="bad" title={problems.length > 0 ? w.problems(problems.length) : say(unreadable)}>
        {problems.length > 0 ? w.problemsNext : null}
      </Notice>
      <DataTable
        caption={w.problemsTitle}
        columns={columns}
        rows={problems}
        rowKey={(row) => `${row.sheet}/${row.row}/${row.column}/${row.reason.zh}`}
        wrap={problems.length <= 200}
        empty={null}
      />
    </>
  );
}
