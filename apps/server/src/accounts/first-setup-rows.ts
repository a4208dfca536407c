// Decides what a first set-up from a file would do, row by row: units first, then people and the offices proposed for them. Pure.
import { fitsUnit, rolesClash } from '@zhenghe/engine/accounts';
import type { PlannedRow } from '@zhenghe/engine/imports';
import type { Bilingual } from '@zhenghe/engine/kernel';
import { officeWords, unitKindWords } from '@zhenghe/exchange/accounts';
import type { ImportRow } from '@zhenghe/exchange/imports';
import type { SetupPerson, SetupStanding, SetupUnit } from './first-setup-queries.ts';
import * as say from './first-setup-words.ts';

export interface SetupOptions {
  readonly standing: SetupStanding;
  readonly functions: readonly { readonly code: string; readonly name: Bilingual; readonly provincial: Bilingual }[];
  /** Who proposes: nobody proposes an office for himself. */
  readonly me: string;
  readonly newId: () => string;
}

export interface NewSetupPerson {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  /** Ended before the first sign-in, and opened again. */
  readonly again: boolean;
}

export interface NewSetupOffice {
  readonly personId: string;
  readonly unitId: string;
  readonly role: keyof typeof officeWords;
  readonly from: string;
  readonly to: string | null;
}

export interface SetupPlan {
  readonly rows: readonly PlannedRow[];
  readonly units: readonly (SetupUnit & { readonly from: string })[];
  readonly people: readonly NewSetupPerson[];
  readonly offices: readonly NewSetupOffice[];
  /** Row by row: the unit or the person. */
  readonly subjects: readonly (string | null)[];
}

interface Work extends SetupOptions {
  readonly units: SetupUnit[];
  readonly newUnits: (SetupUnit & { readonly from: string })[];
  readonly people: Map<string, Pick<SetupPerson, 'id' | 'name' | 'login'> & { readonly again: boolean | null }>;
  readonly offices: NewSetupOffice[];
}

export function setupPlan(rows: readonly ImportRow[], options: SetupOptions): SetupPlan {
  const { standing } = options;
  const known = standing.people.filter(({ ended }) => !ended).map((one) => [one.login.toLowerCase(), { ...one, again: null }] as const);
  const work: Work = { ...options, units: [...standing.units], newUnits: [], people: new Map(known), offices: [] };
  const planned = new Map<number, PlannedRow>();
  const listed = rows.map((row, at) => ({ row, at }));
  // Units may name each other as their unit above, in any order: each turn takes those whose unit above is there.
  let waiting = listed.filter(({ row }) => row.sheet === 'units');
  while (waiting.length > 0) {
    const ready = waiting.filter(({ row }) => unitsNamed(row.values.parent, work.units).length > 0);
    const turn = ready.length > 0 ? ready : waiting;
    for (const { row, at } of turn) planned.set(at, unitRow(row, work));
    waiting = waiting.filter((one) => !turn.includes(one));
  }
  for (const { row, at } of listed) if (row.sheet === 'people') planned.set(at, personRow(row, work));
  const inOrder = rows.flatMap((_, at) => planned.get(at) ?? []);
  const people = [...work.people.values()].flatMap(({ again, ...one }) => (again === null ? [] : [{ ...one, again }]));
  return { rows: inOrder, units: work.newUnits, people, offices: work.offices, subjects: inOrder.map(({ subject }) => subject) };
}

function unitRow(row: ImportRow, work: Work): PlannedRow {
  const { name = '', kind: typed, parent: above, function: duty, from = '' } = row.values;
  const kind = kindOf(typed);
  const [parent, other] = unitsNamed(above, work.units);
  if (!parent) return refused(row, name, say.noUnit(above ?? ''));
  if (other) return refused(row, name, say.manyUnits(above ?? ''));
  const same = work.units.find((unit) => unit.name === name && unit.parent === parent.id);
  if (same) return same.kind === kind ? { ...plain(row, name), subject: same.id } : refused(row, name, say.otherKind(name));
  const code =
    duty === undefined
      ? null
      : (work.functions.find((one) => [one.code, one.name.zh, one.name.en, one.provincial.zh, one.provincial.en].includes(duty))?.code ??
        undefined);
  if (code === undefined)
    return refused(
      row,
      name,
      say.noFunction(
        duty ?? '',
        work.functions.map((one) => one.name.zh),
      ),
    );
  if ((kind === 'department') !== (code !== null)) return refused(row, name, say.functionOfDepartments);
  const holder = code === null ? undefined : work.units.find((unit) => unit.function === code && unit.jurisdiction === parent.jurisdiction);
  if (holder) return refused(row, name, say.functionTaken(holder.name));
  const unit = { id: work.newId(), kind, name, parent: parent.id, jurisdiction: parent.jurisdiction, function: code, from };
  work.units.push(unit);
  work.newUnits.push(unit);
  const changes = [
    { field: say.fields.kind, before: null, after: unitKindWords[kind] },
    { field: say.fields.parent, before: null, after: parent.name },
    ...(duty === undefined ? [] : [{ field: say.fields.function, before: null, after: duty }]),
    { field: say.fields.from, before: null, after: from },
  ];
  return { ...plain(row, name), effect: 'add', subject: unit.id, changes };
}

function personRow(row: ImportRow, work: Work): PlannedRow {
  const { login = '', name = '', unit: named, role: typed, from = '', to } = row.values;
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]{2,39}$/.test(login)) return refused(row, name, say.badLogin);
  const [unit, other] = unitsNamed(named, work.units);
  if (!unit) return refused(row, name, say.noUnit(named ?? ''));
  if (other) return refused(row, name, say.manyUnits(named ?? ''));
  const role = roleOf(typed);
  if (!fitsUnit(role, unit.kind)) return refused(row, name, say.wrongUnit(officeWords[role], unit.name));
  if (to !== undefined && to <= from) return refused(row, name, say.backwards);
  const person = personOf(login, name, work);
  if ('reason' in person) return refused(row, name, person.reason);
  if (person.id === work.me) return refused(row, name, say.notOneself);
  const held = [...work.standing.offices, ...work.offices].filter((office) => office.personId === person.id);
  const fresh = person.again !== null && !held.length;
  const hasIt = held.some((office) => office.unitId === unit.id && office.role === role);
  if (hasIt) return { ...plain(row, name), subject: person.id };
  const wanted = { role, from, to: to ?? null };
  if (
    rolesClash(
      wanted,
      held.map((office) => ({ role: office.role, from: '0001-01-01', to: null })),
    )
  )
    return refused(row, name, say.rolesApart);
  work.offices.push({ personId: person.id, unitId: unit.id, ...wanted });
  const changes = [
    ...(fresh ? [{ field: say.fields.account, before: person.again ? say.closed : null, after: login }] : []),
    { field: say.fields.office, before: null, after: `${officeWords[role]} · ${unit.name}` },
    { field: say.fields.from, before: null, after: to === undefined ? from : `${from} – ${to}` },
  ];
  return { ...plain(row, name), effect: 'add', subject: person.id, changes, reason: say.toBeDecided };
}

type Found = { readonly id: string; readonly again: boolean | null } | { readonly reason: Bilingual };

function personOf(login: string, name: string, work: Work): Found {
  const key = login.toLowerCase();
  const known = work.people.get(key);
  if (known) return known.name === name ? known : { reason: say.otherName(login) };
  const before = work.standing.people.find((one) => one.login.toLowerCase() === key);
  if (before?.active) return { reason: say.endedLogin(login) };
  const person = { id: before?.id ?? work.newId(), login: before?.login ?? login, name, again: before !== undefined };
  work.people.set(key, person);
  return person;
}

/** By its whole name, its id, or a government by its code. */
function unitsNamed(text: string | undefined, units: readonly SetupUnit[]): readonly SetupUnit[] {
  if (text === undefined) return [];
  const byId = units.filter(({ id }) => id === text || id === `gov-${text}`);
  return byId.length > 0 ? byId : units.filter(({ name }) => name === text);
}

function plain({ sheetName, row }: ImportRow, label: string): PlannedRow {
  return { sheet: sheetName, row, effect: 'same', subject: null, label, changes: [], reason: null };
}

function refused(row: ImportRow, label: string, reason: Bilingual): PlannedRow {
  return { ...plain(row, label || (row.values.login ?? '')), effect: 'refused', reason };
}

/** The reader let only codes of these closed lists through. */
function kindOf(text: string | undefined): keyof typeof unitKindWords {
  for (const kind in unitKindWords) if (kind === text && isKey(unitKindWords, kind)) return kind;
  throw new RangeError(`no such kind of unit: ${text}`);
}

function roleOf(text: string | undefined): keyof typeof officeWords {
  for (const role in officeWords) if (role === text && isKey(officeWords, role)) return role;
  throw new RangeError(`no such role: ${text}`);
}

function isKey<T extends object>(words: T, key: string): key is string & keyof T {
  return Object.hasOwn(words, key);
}
