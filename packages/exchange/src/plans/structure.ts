// What must hold before a plan can be kept at all: each code and name once, each reference to a row that exists.
// Looks at rows as read, so that it still speaks when other cells of them could not be read.
import type { Bilingual } from '@zhenghe/engine/kernel';
import type { ListKey, Referable } from './layout.ts';

export type LooseRow = Readonly<Record<string, unknown>>;
export type LooseLists = Readonly<Record<ListKey, readonly LooseRow[]>>;

/** A place in a plan: the list, the index of the row, the field. */
export interface PlanSpot {
  readonly list: ListKey;
  readonly index: number;
  readonly field: string;
}

export interface StructureProblem {
  readonly at: PlanSpot;
  readonly value: string;
  readonly reason: Bilingual;
}

/** Fields that together may stand only once in a list; the problem is put on the first of them. */
const unique: readonly (readonly [ListKey, readonly [string, ...string[]]])[] = [
  ['parks', ['code']],
  ['parks', ['name']],
  ['zones', ['code']],
  ['zones', ['name']],
  ['parts', ['code']],
  ['parts', ['name', 'zone']],
  ['blocks', ['code']],
  ['blocks', ['name', 'park', 'part']],
  ['sums', ['code']],
  ['sums', ['label', 'column']],
  ['townships', ['name']],
  ['milestones', ['phase']],
];

const references: readonly { readonly list: ListKey; readonly field: string; readonly to: Referable }[] = [
  { list: 'parts', field: 'zone', to: 'zones' },
  { list: 'blocks', field: 'park', to: 'parks' },
  { list: 'blocks', field: 'part', to: 'parts' },
  { list: 'sums', field: 'parts', to: 'parts' },
];

export function structureProblems(lists: LooseLists): StructureProblem[] {
  return [
    ...unique.flatMap(([list, fields]) => repeated(list, fields, lists[list])),
    ...references.flatMap(({ list, field, to }) => unknownReferences(lists, { list, field, to })),
  ];
}

/** The second and later rows with the same key; the first is named in the reason. */
function repeated(list: ListKey, fields: readonly [string, ...string[]], rows: readonly LooseRow[]): StructureProblem[] {
  const first = new Map<string, number>();
  const problems: StructureProblem[] = [];
  for (const [index, row] of rows.entries()) {
    const values = fields.map((field) => row[field]);
    const value = values[0];
    if (typeof value !== 'string' || values.includes(undefined)) continue;
    const key = JSON.stringify(values);
    const before = first.get(key);
    if (before === undefined) first.set(key, index);
    else problems.push({ at: { list, index, field: fields[0] }, value, reason: repeatedReason(before) });
  }
  return problems;
}

function repeatedReason(before: number): Bilingual {
  return { zh: `重复：与本表第 ${before + 1} 条记录相同。`, en: `Repeated: the same as record ${before + 1} of this list.` };
}

function unknownReferences(lists: LooseLists, reference: (typeof references)[number]): StructureProblem[] {
  const { list, field, to } = reference;
  const known = new Set(lists[to].map((row) => row.code));
  const shared = sharedNames(lists[to]);
  const problems: StructureProblem[] = [];
  for (const [index, row] of lists[list].entries()) {
    for (const code of [row[field]].flat()) {
      if (typeof code !== 'string' || known.has(code)) continue;
      problems.push({ at: { list, index, field }, value: code, reason: shared.has(code) ? severalRows : unknownReason(to, lists[to]) });
    }
  }
  return problems;
}

/** Names that rows of several zones bear (each zone has its 核心区): such a name alone leads to no one row. */
export function sharedNames(rows: readonly LooseRow[]): ReadonlySet<string> {
  const zoneOf = new Map<string, unknown>();
  const shared = new Set<string>();
  for (const { name, zone } of rows) {
    if (typeof name !== 'string') continue;
    if (zoneOf.has(name) && zoneOf.get(name) !== zone) shared.add(name);
    zoneOf.set(name, zone);
  }
  return shared;
}

const severalRows: Bilingual = {
  zh: '几个开发区都有这个名称，分不清是哪一个。请改填编码。',
  en: 'Several zones have a row of this name. Write its code instead.',
};

/** How many of the names that would do are told. */
const namesTold = 8;

function unknownReason(to: Referable, rows: readonly LooseRow[]): Bilingual {
  const names = rows.flatMap((row) => (typeof row.name === 'string' ? [row.name] : []));
  if (names.length === 0) return unknown[to];
  const told = names.slice(0, namesTold).join('、') + (names.length > namesTold ? '…' : '');
  return { zh: `${unknown[to].zh}表里有：${told}。`, en: `${unknown[to].en} It has: ${told}.` };
}

const unknown: Readonly<Record<Referable, Bilingual>> = {
  parks: { zh: '「园区」表里没有这个园区。', en: 'No park of this name or code is in the list 园区 Parks.' },
  zones: { zh: '「开发区」表里没有这个开发区。', en: 'No zone of this name or code is in the list 开发区 Zones.' },
  parts: { zh: '「部分」表里没有这个部分。', en: 'No part of this name or code is in the list 部分 Parts.' },
};
