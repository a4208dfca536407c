// Decides what a file of corrections would do to the register, row by row (F110): which bodies are new, which facts change, what is
// refused. Pure over what was read from the database.
import type { FieldChange, PlannedRow } from '@zhenghe/engine/imports';
import { type Bilingual, type Cell, type Day, isMissing, type RoughDay, roughDay } from '@zhenghe/engine/kernel';
import {
  type AreaCalibre,
  type Changed,
  type Correction,
  correctZone,
  firstDayText,
  type ZonePlate,
  type ZoneType,
} from '@zhenghe/engine/zones';
import type { ImportRow } from '@zhenghe/exchange/imports';
import { calibreWords, gradeWords, typeWords } from '@zhenghe/exchange/zones';
import * as say from './correction-words.ts';
import type { ZoneRecord } from './record.ts';
import type { StoredZone } from './stored.ts';

export interface Register {
  readonly dataset: ZoneRecord['dataset'];
  readonly on: Day;
  readonly stored: ReadonlyMap<string, StoredZone>;
  /** Ids by "place name". */
  readonly held: ReadonlyMap<string, string>;
  /** A place by its name or code. */
  readonly place: (text: string) => { readonly code: string; readonly name: string; readonly point: readonly [number, number] } | undefined;
  readonly mayCorrect: (place: string) => boolean;
}

export interface Corrections {
  readonly rows: readonly PlannedRow[];
  /** Bodies on record as they would be, only those that change. */
  readonly changed: readonly ZoneRecord[];
  /** New bodies, by their place among the rows; the id is given when they are written. */
  readonly added: readonly { readonly at: number; readonly record: Omit<ZoneRecord, 'id'> }[];
}

interface Work {
  readonly register: Register;
  readonly now: Map<string, ZoneRecord>;
  readonly said: Map<string, ImportRow>;
  readonly added: { at: number; record: Omit<ZoneRecord, 'id'> }[];
  readonly touched: Set<string>;
}

export function corrections(rows: readonly ImportRow[], register: Register): Corrections {
  const now = new Map([...register.stored].map(([id, { record }]) => [id, record]));
  const work: Work = { register, now, said: new Map(), added: [], touched: new Set() };
  // Founding days first: the other facts are held against them.
  const order = ['bodies', 'names', 'grades', 'areas'];
  const inOrder = rows
    .map((row, at) => ({ row, at }))
    .sort((a, b) => order.indexOf(a.row.sheet) - order.indexOf(b.row.sheet) || a.at - b.at);
  const planned = inOrder.map(({ row, at }) => ({ at, row: planRow(row, at, work) }));
  planned.sort((a, b) => a.at - b.at);
  const changed = [...work.touched].flatMap((id) => work.now.get(id) ?? []);
  return { rows: planned.map(({ row }) => row), changed, added: work.added };
}

function planRow(row: ImportRow, at: number, work: Work): PlannedRow {
  const { id } = row.values;
  const key = JSON.stringify([
    row.sheet,
    id ?? row.values.name,
    row.values.place,
    row.values.calibre,
    row.sheet === 'bodies' ? '' : row.values.since,
  ]);
  const twice = work.said.get(key);
  if (twice) return refused(row, id ?? null, say.twice(twice.sheetName, twice.row));
  work.said.set(key, row);
  return id === undefined ? addBody(row, at, work) : changeBody(row, id, work);
}

function changeBody(row: ImportRow, id: string, work: Work): PlannedRow {
  const { register } = work;
  const known = work.now.get(id);
  const stored = register.stored.get(id);
  if (!known || !stored) return refused(row, id, say.unknownId(id));
  if (!register.mayCorrect(known.jurisdiction)) return refused(row, id, say.otherPlace);
  const name = known.names.at(-1)?.value ?? id;
  if (row.sheet === 'bodies') {
    const other = otherwise(row, known, name, register);
    if (other) return refused(row, id, other, name);
  }
  const correction = correctionOf(row);
  if (correction === null) return unchanged(row, id, name);
  if (correction.since.day > register.on) return refused(row, id, say.future(register.on), name);
  const answer = correctZone(known, correction, stored.acts);
  if (!answer.ok) return refused(row, id, answer.reason, name);
  if (row.values.document === undefined) {
    // Without a paper nothing may change; a row that says again what is on record changes nothing.
    return answer.changes.some(({ field }) => field !== 'document') ? refused(row, id, say.noDocument, name) : unchanged(row, id, name);
  }
  if (answer.changes.length > 0) {
    work.now.set(id, answer.zone);
    work.touched.add(id);
  }
  return {
    ...at(row),
    ...{ effect: answer.changes.length > 0 ? 'change' : 'same', subject: id, label: name, reason: answer.note },
    changes: answer.changes.map((change) => shown(change, correction)),
  };
}

/** In the sheet of bodies an id decides; what else is said of the body only confirms it, so that a slip of the id is noticed. */
function otherwise({ values }: ImportRow, known: ZoneRecord, name: string, { place }: Register): Bilingual | null {
  if (values.name !== undefined && known.names.every(({ value }) => value !== values.name)) return say.otherName(name);
  if (values.place !== undefined && place(values.place)?.code !== known.jurisdiction) return say.otherPlaceOf(name);
  const kind = known.kinds.at(-1)?.value;
  const differs = (values.type !== undefined && values.type !== kind?.type) || (values.grade !== undefined && values.grade !== kind?.grade);
  return differs ? say.gradeElsewhere : null;
}

/** Null when the row only names the body. */
function correctionOf({ sheet, values, missing }: ImportRow): Correction | null {
  const { document = '' } = values;
  const since = roughOf(sheet === 'bodies' ? values.founded : values.since);
  if (since === null) return null;
  if (sheet === 'bodies') return { kind: 'founded', since, document };
  if (sheet === 'names') return { kind: 'name', name: values.name ?? '', since, document };
  if (sheet === 'grades') return { kind: 'grade', type: typeOf(values.type), grade: gradeOf(values.grade), since, document };
  const areaKm2 = values.area ?? missingArea(missing.area);
  return {
    kind: 'area',
    calibre: calibreOf(values.calibre),
    areaKm2,
    since,
    document,
    ...(values.note === undefined ? {} : { note: values.note }),
  };
}

function addBody(row: ImportRow, index: number, { register, added }: Work): PlannedRow {
  const { name = '', place: placed, type, grade, founded, document, note } = row.values;
  const place = placed === undefined ? undefined : register.place(placed);
  if (!place) return refused(row, null, placed === undefined ? say.newNeeds : say.unknownPlace(placed));
  if (!register.mayCorrect(place.code)) return refused(row, null, say.otherPlace);
  const since = roughOf(founded);
  if (type === undefined || grade === undefined || since === null || document === undefined) return refused(row, null, say.newNeeds);
  if (since.day > register.on) return refused(row, null, say.future(register.on));
  const there = register.held.get(`${place.code} ${name}`);
  if (there !== undefined) return refused(row, there, say.onRecord(there));
  const kind = { type: typeOf(type), grade: gradeOf(grade) };
  const record = newRecord({ name, place, kind, since, document, note: note ?? null, dataset: register.dataset });
  added.push({ at: index, record });
  const changes: FieldChange[] = [
    { field: say.fields.name, before: null, after: name },
    { field: say.fields.place, before: null, after: place.name },
    { field: say.fields.type, before: null, after: typeWords[kind.type] },
    { field: say.fields.grade, before: null, after: gradeWords[kind.grade] },
    { field: say.fields.founded, before: null, after: firstDayText(record) },
    { field: say.fields.document, before: null, after: document },
  ];
  return { ...at(row), effect: 'add', subject: null, label: name, changes, reason: null };
}

interface NewBody {
  readonly name: string;
  readonly place: { readonly code: string; readonly point: readonly [number, number] };
  readonly kind: { readonly type: ZoneType; readonly grade: ZonePlate['level'] };
  readonly since: RoughDay;
  readonly document: string;
  readonly note: string | null;
  readonly dataset: ZoneRecord['dataset'];
}

function newRecord({ name, place, kind, since, document, note, dataset }: NewBody): Omit<ZoneRecord, 'id'> {
  const from = since.day;
  return {
    ...{ dataset, jurisdiction: place.code, point: place.point, from, fromPrecision: since.precision, fromDocument: document, to: null },
    ...{ names: [{ from, value: name }], kinds: [{ from, value: kind }], labels: [], industries: [] },
    ...{ plates: [{ name, level: kind.grade, from, document }], areas: [], blocks: [] },
    ...{ approval: document, note, source: document, confidence: null },
  };
}

function shown({ field, before, after }: Changed, correction: Correction): FieldChange {
  const named = field === 'area' && correction.kind === 'area' ? say.areaOf(correction.calibre) : say.fields[field];
  const words: Readonly<Record<string, string>> = field === 'type' ? typeWords : field === 'grade' ? gradeWords : {};
  const text = (cell: Cell<string> | null) => (cell === null ? null : isMissing(cell) ? say.missing[cell.missing] : (words[cell] ?? cell));
  return { field: named, before: text(before), after: text(after) };
}

function at({ sheetName, row }: ImportRow) {
  return { sheet: sheetName, row };
}

function unchanged(row: ImportRow, subject: string, label: string): PlannedRow {
  return { ...at(row), effect: 'same', subject, label, changes: [], reason: null };
}

function refused(row: ImportRow, subject: string | null, reason: Bilingual, label = row.values.name ?? row.values.id ?? ''): PlannedRow {
  return { ...at(row), effect: 'refused', subject, label, changes: [], reason };
}

function roughOf(text: string | undefined): RoughDay | null {
  return text === undefined ? null : roughDay(text);
}

/** The reader let only codes of these closed lists through. */
function typeOf(text: string | undefined): ZoneType {
  return say.codeIn(typeWords, text);
}
function gradeOf(text: string | undefined): ZonePlate['level'] {
  return say.codeIn(gradeWords, text);
}
function calibreOf(text: string | undefined): AreaCalibre {
  return say.codeIn(calibreWords, text);
}
function missingArea(text: string | undefined): Cell<string> {
  return { missing: say.codeIn(say.missing, text) };
}
