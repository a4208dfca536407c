// Two versions of a plan, cell by cell: what was added, taken out, changed. Used before an import and between versions.
import { isMissing, type MissingReason } from '../kernel/index.ts';
import type { Plan } from './plan.ts';

export interface Difference {
  readonly table: string;
  readonly row: string;
  readonly label: string;
  readonly field: string;
  readonly kind: 'added' | 'removed' | 'changed';
  readonly from: Shown | null;
  readonly to: Shown | null;
}

/** A value for print, or the reason there is none. */
export type Shown = { readonly text: string } | { readonly missing: MissingReason };

type Row = Readonly<Record<string, unknown>>;

interface Listed {
  readonly table: string;
  readonly rows: readonly { readonly id: string; readonly label: string; readonly text: string; readonly row: Row }[];
}

export function differencesOf(from: Plan, to: Plan): readonly Difference[] {
  const [before, after] = [listsOf(from), listsOf(to)];
  return before.flatMap((list, index) => listDifferences(list, after[index] ?? { table: list.table, rows: [] }));
}

function listsOf(plan: Plan): readonly Listed[] {
  const { title, jurisdiction, industrialStrongCounty } = plan;
  return [
    { table: 'plan', rows: [{ id: '', label: title, text: title, row: { title, jurisdiction, industrialStrongCounty } }] },
    listed('blocks', plan.blocks, (row) => [row.code, row.name]),
    listed('sums', plan.sums, (row) => [row.code, row.label]),
    listed('parks', plan.parks, (row) => [row.code, row.name]),
    listed('zones', plan.zones, (row) => [row.code, row.name]),
    listed('parts', plan.parts, (row) => [row.code, row.name]),
    listed('townships', plan.townships, (row) => [row.name, row.name]),
    { table: 'organisation', rows: [{ id: '', label: '', text: '', row: { ...plan.organisation } }] },
    listed('milestones', plan.milestones, (row) => [row.phase, row.phase]),
    listed('answers', plan.answers, (row) => [row.finding, row.finding, row.text]),
  ];
}

function listed<T extends object>(
  table: string,
  rows: readonly T[],
  address: (row: T) => readonly [id: string, label: string, text?: string],
): Listed {
  const rowOf = (row: T) => {
    const [id, label, text = label] = address(row);
    return { id, label, text, row: Object.fromEntries(Object.entries(row)) };
  };
  return { table, rows: rows.map(rowOf) };
}

function listDifferences(before: Listed, after: Listed): readonly Difference[] {
  const table = before.table;
  const now = new Map(after.rows.map((one) => [one.id, one]));
  const then = new Map(before.rows.map((one) => [one.id, one]));
  const gone = before.rows
    .filter((one) => !now.has(one.id))
    .map((one): Difference => ({ table, row: one.id, label: one.label, field: '', kind: 'removed', from: { text: one.text }, to: null }));
  const rest = after.rows.flatMap((one): readonly Difference[] => {
    const old = then.get(one.id);
    if (old) return rowDifferences(table, old.row, one);
    return [{ table, row: one.id, label: one.label, field: '', kind: 'added', from: null, to: { text: one.text } }];
  });
  return [...gone, ...rest];
}

function rowDifferences(table: string, old: Row, one: Listed['rows'][number]): readonly Difference[] {
  const fields = [...new Set([...Object.keys(old), ...Object.keys(one.row)])];
  return fields
    .filter((field) => JSON.stringify(old[field]) !== JSON.stringify(one.row[field]))
    .map((field) => ({
      table,
      row: one.id,
      label: one.label,
      field,
      kind: 'changed',
      from: shown(old[field]),
      to: shown(one.row[field]),
    }));
}

function shown(value: unknown): Shown | null {
  if (value === undefined) return null;
  if (isMissing(value)) return { missing: value.missing };
  return { text: Array.isArray(value) ? value.join('、') : String(value) };
}

/** The value of one cell as the comparison prints it; null for a whole row or a place the plan does not have. */
export function shownAt(
  plan: Plan,
  place: { readonly table: string; readonly row?: string | undefined; readonly field?: string | undefined },
): Shown | null {
  if (place.field === undefined) return null;
  const list = listsOf(plan).find((one) => one.table === place.table);
  const row = list?.rows.find((one) => one.id === (place.row ?? ''));
  return row ? shown(row.row[place.field]) : null;
}

/** What a row is called in its own table: a block's name, a sum's label. */
export function rowLabel(plan: Plan, table: string, row: string): string {
  const list = listsOf(plan).find((one) => one.table === table);
  return list?.rows.find((one) => one.id === row)?.label ?? row;
}
