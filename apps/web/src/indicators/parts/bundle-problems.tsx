// Every problem of a file at once: in which definition, in which field, what is wrong.
import { type Column, DataTable, Notice, useSay, useWords } from '../../ui/index.ts';
import { fieldName } from '../fields.ts';
import type { BundleRead } from '../shapes.ts';
import { draftWords } from '../words-drafts.ts';
import { fieldWords } from '../words-fields.ts';

type Row = BundleRead['problems'][number];

export function BundleProblems({ problems }: { readonly problems: readonly Row[] }) {
  const d = useWords(draftWords);
  const names: Readonly<Record<string, string>> = useWords(fieldWords);
  const kinds: Readonly<Record<string, string>> = { ...d.kinds, bundle: d.bundleKind };
  const say = useSay();
  const columns: readonly Column<Row>[] = [
    { key: 'kind', title: d.whichKind, render: ({ kind }) => kinds[kind] ?? kind },
    { key: 'code', title: d.what, important: true, render: ({ code }) => <code>{code}</code> },
    { key: 'field', title: d.field, important: true, render: ({ problem }) => fieldName(problem.field, names) },
    { key: 'problem', title: d.problem, important: true, render: ({ problem }) => say(problem.message) },
  ];
  return (
    <>
      <Notice tone="bad" title={d.problems(problems.length)} />
      <DataTable
        caption={d.problem}
        columns={columns}
        rows={problems}
        rowKey={({ kind, code, problem }) => `${kind} ${code} ${problem.field} ${problem.from} ${problem.message.zh}`}
        wrap={problems.length <= 200}
        empty={null}
        maxHeight="400px"
      />
    </>
  );
}
