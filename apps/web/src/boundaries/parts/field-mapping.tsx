// Which field of the file is which of ours, seen by its first values. Remembered by the server for the sender's next file.
import { Choice, type Column, DataTable, Notice, Section, useWords } from '../../ui/index.ts';
import type { Found, Mapping, OurField } from '../shapes.ts';
import { words } from '../words-upload.ts';

/** Those that only one field can be. */
const single = ['code', 'name', 'zone', 'township', 'use', 'next-use', 'receiver', 'deadline', 'level'] as const;
const fields: readonly OurField[] = [...single, 'keep', 'ignore'];

export function mappedTwice(mapping: Mapping): OurField | null {
  const given = Object.values(mapping);
  return single.find((field) => given.filter((one) => one === field).length > 1) ?? null;
}

interface FieldMappingProps {
  readonly fields: Found['fields'];
  readonly mapping: Mapping;
  readonly onChange: (mapping: Mapping) => void;
}

type Row = Found['fields'][number];

export function FieldMapping({ fields: theirs, mapping, onChange }: FieldMappingProps) {
  const w = useWords(words);
  const twice = mappedTwice(mapping);
  const choices = fields.map((value) => ({ value, label: w.fields[value] }));
  const columns: readonly Column<Row>[] = [
    { key: 'theirs', title: w.theirs, render: (row) => row.name },
    {
      key: 'samples',
      title: w.samples,
      important: true,
      render: (row) => <span className="samples">{row.samples.slice(0, 3).join(w.systems.listed)}</span>,
    },
    {
      key: 'ours',
      title: w.ours,
      important: true,
      render: (row) => (
        <Choice
          label={`${row.name} → ${w.ours}`}
          bare
          value={mapping[row.name] ?? 'keep'}
          choices={choices}
          onChange={(field) => onChange({ ...mapping, [row.name]: field ?? 'keep' })}
        />
      ),
    },
  ];
  if (theirs.length === 0) return null;
  return (
    <Section title={w.fieldsTitle} note={w.fieldsNote}>
      {Object.values(mapping).includes('code') ? null : <Notice tone="warn" title={w.codeMissing} />}
      {twice ? <Notice tone="bad" title={w.twice(w.fields[twice])} /> : null}
      <DataTable caption={w.fieldsTitle} columns={columns} rows={theirs} rowKey={(row) => row.name} empty={null} maxHeight="50vh" />
    </Section>
  );
}
