// Why a file could not be read: every bad cell at once, with its sheet, row, column, value and reason.
import { type Column, DataTable, Notice, useSay, useWords } from '../../ui/index.ts';
import type { Problem, Refused } from '../refused.ts';
import { words } from '../words.ts';

export function ReadProblems({ refused }: { readonly refused: Refused }) {
  const w = useWords(words);
  const say = useSay();
  const columns: readonly Column<Problem>[] = [
    { key: 'sheet', title: w.sheet, render: (row) => row.sheet ?? '' },
    { key: 'row', title: w.row, numeric: true, important: true, render: (row) => row.row ?? '' },
    { key: 'column', title: w.column, important: true, render: (row) => row.column ?? '' },
    { key: 'value', title: w.value, render: (row) => row.value ?? '' },
    { key: 'reason', title: w.reason, important: true, render: (row) => say(row.reason) },
  ];
  return (
    <>
      <Notice tone="bad" title={refused.reason ? say(refused.reason) : w.editor.tryAgain}>
        {refused.problems.length > 0 ? `${w.problems(refused.problems.length)}。${w.problemsNext}` : null}
      </Notice>
      <DataTable
        caption={w.reason}
        columns={columns}
        rows={refused.problems}
        rowKey={(row) => `${row.sheet}/${row.row}/${row.column}/${row.reason.zh}`}
        wrap
        empty={null}
      />
    </>
  );
}
