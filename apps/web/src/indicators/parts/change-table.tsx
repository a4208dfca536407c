// What a draft says otherwise than what it was made from, field by field.
import { type Column, DataTable, useWords } from '../../ui/index.ts';
import { fieldName, readable, valueName } from '../fields.ts';
import type { Change } from '../shapes.ts';
import { words } from '../words.ts';
import { draftWords } from '../words-drafts.ts';
import { fieldWords } from '../words-fields.ts';

export function ChangeTable({ changes }: { readonly changes: readonly Change[] }) {
  const w = useWords(draftWords);
  const names: Readonly<Record<string, string>> = useWords(fieldWords);
  const l = useWords(words);
  const {
    groups: group,
    directions: direction,
    grains: frequency,
    accruals: accrual,
    gatherings: gathering,
    publications: publication,
  } = l;
  const values = { group, direction, frequency, grain: frequency, accrual, gathering, publication };
  const shown = (field: string, json: string | null) => valueName(field, json, values) ?? readable(json, w);
  const columns: readonly Column<Change>[] = [
    { key: 'field', title: w.field, important: true, width: 200, render: ({ field }) => fieldName(field, names) },
    {
      key: 'before',
      title: w.before,
      important: true,
      render: ({ field, before }) => <span className="change-before">{shown(field, before)}</span>,
    },
    {
      key: 'after',
      title: w.after,
      important: true,
      render: ({ field, after }) => <span className="change-after">{shown(field, after)}</span>,
    },
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
