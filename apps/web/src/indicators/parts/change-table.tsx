// What a draft says otherwise than what it was made from, field by field.
import { type Column, DataTable, useWords } from '../../ui/index.ts';
import { fieldName, readable } from '../fields.ts';
import type { Change } from '../shapes.ts';
import { draftWords } from '../words-drafts.ts';
import { fieldWords } from '../words-fields.ts';

export function ChangeTable({ changes }: { readonly changes: readonly Change[] }) {
  const w = useWords(draftWords);
  const names: Readonly<Record<string, string>> = useWords(fieldWords);
  const columns: readonly Column<Change>[] = [
    { key: 'field', title: w.field, important: true, width: 200, render: ({ field }) => fieldName(field, names) },
    {
      key: 'before',
      title: w.before,
      important: true,
      render: ({ before }) => <span className="change-before">{readable(before, w)}</span>,
    },
    { key: 'after', title: w.after, important: true, render: ({ after }) => <span className="change-after">{readable(after, w)}</span> },
  ];
  return (
    <DataTable
      caption={w.changesTitle}
      columns={columns}
      rows={changes}
      rowKey={({ field }) => field}
      wrap
      empty={null}
      maxHeight="400px"
    />
  );
}
