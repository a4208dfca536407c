// Two versions side by side, one line a cell that differs.

import type { Finding } from '@zhenghe/engine/kernel';
import type { Difference, Shown } from '@zhenghe/engine/plans';
import { type Column, DataTable, Empty, MissingText, StateWord, useSay, useWords } from '../../ui/index.ts';
import { words } from '../words.ts';

interface DifferencesTableProps {
  readonly differences: readonly Difference[];
  readonly from: string;
  readonly to: string;
  /** Names the checks that answers speak of. */
  readonly findings?: readonly Pick<Finding, 'id' | 'check' | 'message'>[];
}

const tones = { added: 'good', removed: 'bad', changed: 'info' } as const;

export function DifferencesTable({ differences, from, to, findings = [] }: DifferencesTableProps) {
  const say = useSay();
  const w = useWords(words);
  const nameOf = (names: Readonly<Record<string, string>>, key: string) => names[key] ?? key;
  const labelOf = (row: Difference) => {
    if (row.table === 'milestones') return nameOf(w.editor.phase, row.label);
    const finding = row.table === 'answers' ? findings.find((one) => one.id === row.row || one.check === row.row) : undefined;
    return finding ? say(finding.message) : row.label;
  };
  const columns: readonly Column<Difference>[] = [
    { key: 'where', title: w.where, width: 220, render: (row) => `${nameOf(w.tables, row.table)} ${labelOf(row)}` },
    { key: 'field', title: w.field, render: (row) => (row.field ? nameOf(w.fields, row.field) : '') },
    { key: 'kind', title: w.changeHead, render: (row) => <StateWord tone={tones[row.kind]}>{w.kind[row.kind]}</StateWord> },
    { key: 'from', title: from, important: true, render: (row) => <Value shown={row.from} /> },
    { key: 'to', title: to, important: true, render: (row) => <Value shown={row.to} /> },
  ];
  return (
    <>
      <p className="note">{w.differences(differences.length)}</p>
      <DataTable
        caption={w.compareTitle}
        columns={columns}
        rows={differences}
        rowKey={(row) => `${row.table}/${row.row}/${row.field}/${row.kind}`}
        wrap
        empty={<Empty title={w.sameTables} />}
      />
    </>
  );
}

function Value({ shown }: { readonly shown: Shown | null }) {
  const w = useWords(words);
  if (shown === null) return <span className="missing">{w.absent}</span>;
  if ('missing' in shown) return <MissingText reason={shown.missing} />;
  return <span>{shown.text}</span>;
}
