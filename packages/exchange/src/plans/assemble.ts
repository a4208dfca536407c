// Turns the tables of a workbook into a candidate plan: codes given where none were written, names turned into codes.
import { type ListKey, listKeys, type Referable, type SheetLayout, sheetLayouts } from './layout.ts';
import type { PlanTables, TableRow } from './read-tables.ts';
import { type LooseLists, type LooseRow, sharedNames } from './structure.ts';

export interface Candidate extends LooseLists {
  readonly [field: string]: unknown;
}

/** A candidate in the shape of zhenghe-plan/1; fields that could not be read are absent from it. */
export function assemble(tables: PlanTables): Candidate {
  const coded = new Map(sheetLayouts.map((layout) => [layout.key, withCodes(layout, tables.lists.get(layout.key)?.rows ?? [])]));
  const codes = {
    parks: codesByName(coded.get('parks') ?? []),
    zones: codesByName(coded.get('zones') ?? []),
    parts: codesByName(coded.get('parts') ?? []),
  };
  const lists = Object.fromEntries(
    sheetLayouts.map((layout) => [layout.key, (coded.get(layout.key) ?? []).map((row) => resolve(layout, row, codes))]),
  );
  return { ...head(tables), ...emptyLists(), ...lists };
}

function emptyLists(): LooseLists {
  return { parks: [], zones: [], parts: [], blocks: [], sums: [], townships: [], milestones: [], answers: [] };
}

function head(tables: PlanTables): LooseRow {
  const { values } = tables.plan;
  const organisation: Record<string, unknown> = {};
  const fields: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(values)) {
    const inner = /^organisation\.(.+)$/.exec(key)?.[1];
    if (inner) organisation[inner] = value;
    else if (value !== undefined) fields[key] = value;
  }
  const training = values.training === true || tables.trainingBanner !== null;
  return { format: 'zhenghe-plan/1', code: `plan-${String(values.jurisdiction ?? '')}`, ...fields, training, organisation };
}

function withCodes(layout: SheetLayout, rows: readonly TableRow[]): LooseRow[] {
  const prefix = layout.codePrefix;
  if (prefix === null) return rows.map((row) => present(row.values));
  const used = new Set(rows.map((row) => row.values.code));
  let next = 0;
  return rows.map((row) => {
    if (row.values.code !== undefined) return present(row.values);
    do next++;
    while (used.has(`${prefix}${next}`));
    return { ...present(row.values), code: `${prefix}${next}` };
  });
}

function present(values: LooseRow): LooseRow {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}

/** Name before code: a name leads to its row even where another row has it as its code; a name of several zones leads nowhere. */
function codesByName(rows: readonly LooseRow[]): ReadonlyMap<string, string> {
  const codes = new Map<string, string>();
  for (const { code } of rows) if (typeof code === 'string') codes.set(code, code);
  const named = new Set(sharedNames(rows));
  for (const { name, code } of rows) {
    if (typeof name !== 'string' || typeof code !== 'string' || named.has(name)) continue;
    named.add(name);
    codes.set(name, code);
  }
  return codes;
}

/** A name that leads nowhere stays as typed; the structure check reports it at its cell. */
function resolve(layout: SheetLayout, row: LooseRow, codes: Readonly<Record<Referable, ReadonlyMap<string, string>>>): LooseRow {
  const resolved: Record<string, unknown> = { ...row };
  for (const { key, kind } of layout.columns) {
    if (kind.as !== 'one' && kind.as !== 'many') continue;
    const value = row[key];
    const known = codes[kind.of];
    if (typeof value === 'string') resolved[key] = known.get(value) ?? value;
    else if (Array.isArray(value))
      resolved[key] = value.map((name: unknown) => (typeof name === 'string' ? (known.get(name) ?? name) : name));
  }
  return resolved;
}

/** The lists of anything that may be a plan; what is no list of objects counts as empty here and is refused by the schema. */
export function looseLists(candidate: unknown): LooseLists {
  const lists: Record<ListKey, readonly LooseRow[]> = { ...emptyLists() };
  if (typeof candidate !== 'object' || candidate === null) return lists;
  for (const key of listKeys) {
    const rows: unknown = Reflect.get(candidate, key);
    if (Array.isArray(rows)) lists[key] = rows.map((row: unknown) => (typeof row === 'object' && row !== null ? { ...row } : {}));
  }
  return lists;
}
