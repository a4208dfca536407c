// Where a record came from, on the record's own page: from file X, sheet Y, row Z, batch N.
import { Answer, type Column, DataTable, Link, Section, StateWord, useSay, useWords } from '../../ui/index.ts';
import { useOrigins } from '../hooks.ts';
import { type KindName, type Origin, stateTones } from '../shapes.ts';
import { words } from '../words.ts';

interface OriginsProps {
  readonly kind: KindName;
  readonly subject: string;
}

export function Origins({ kind, subject }: OriginsProps) {
  const w = useWords(words);
  return (
    <Section title={w.originsTitle} note={w.originsNote}>
      <Answer query={useOrigins(kind, subject)} rows={2}>
        {(rows) => <OriginTable rows={rows} />}
      </Answer>
    </Section>
  );
}

function OriginTable({ rows }: { readonly rows: readonly Origin[] }) {
  const w = useWords(words);
  const say = useSay();
  const columns: readonly Column<Origin>[] = [
    {
      key: 'batch',
      title: w.title,
      tight: true,
      render: (row) => (row.open ? <Link to={`/imports/${row.batch}`}>{w.batch(row.number)}</Link> : w.batch(row.number)),
    },
    { key: 'at', title: w.at, tight: true, render: (row) => row.at },
    {
      key: 'state',
      title: w.state,
      important: true,
      render: (row) => <StateWord tone={stateTones[row.state]}>{w.states[row.state]}</StateWord>,
    },
    { key: 'from', title: w.file, important: true, render: (row) => w.from(row.file, row.sheet, row.row) },
    {
      key: 'changes',
      title: w.changes,
      important: true,
      render: (row) =>
        row.changes.map(({ field, before, after }) => `${say(field)}: ${before ?? w.nothing} → ${after ?? w.nothing}`).join('；'),
    },
  ];
  return (
    <DataTable
      caption={w.originsTitle}
      columns={columns}
      rows={rows}
      rowKey={(row) => `${row.batch}/${row.sheet}/${row.row}/${row.changes[0]?.field.zh ?? ''}`}
      wrap
      maxHeight="40vh"
      brief={5}
      empty={<p className="note">{w.originsNone}</p>}
    />
  );
}
