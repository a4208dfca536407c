// Corrects or adds one fact of a zone body (F01, F110): its first day, a name, a grade, an area. Answers the body as it then is and
// what changed, or why it cannot be so. The same first day corrects a fact; another day adds one.
import { type Bilingual, type Cell, type Day, isMissing, type Precision, type RoughDay, roughText } from '../kernel/index.ts';
import type { ActKind, AreaCalibre, UncountedLabel, ZoneArea, ZonePlate, ZoneType } from './zone.ts';

interface From {
  readonly from: Day;
}

export interface KindSince extends From {
  readonly value: { readonly type: ZoneType; readonly grade: ZonePlate['level'] };
}

export interface NameSince extends From {
  readonly value: string;
}

/** What a correction must know of a body; a record of more keeps the rest. */
export interface CorrectableZone {
  readonly from: Day;
  readonly fromPrecision: 'day' | 'month' | 'year' | 'on-record';
  /** The paper that states the first day. */
  readonly fromDocument?: string | null;
  readonly to: Day | null;
  readonly names: readonly NameSince[];
  readonly kinds: readonly KindSince[];
  readonly labels: readonly (From & { readonly value: UncountedLabel | null })[];
  readonly plates: readonly ZonePlate[];
  readonly areas: readonly ZoneArea[];
  readonly blocks: readonly From[];
}

export type Correction =
  | { readonly kind: 'founded'; readonly since: RoughDay; readonly document: string }
  | { readonly kind: 'name'; readonly name: string; readonly since: RoughDay; readonly document: string }
  | {
      readonly kind: 'grade';
      readonly type: ZoneType;
      readonly grade: ZonePlate['level'];
      readonly since: RoughDay;
      readonly document: string;
    }
  | {
      readonly kind: 'area';
      readonly calibre: AreaCalibre;
      readonly areaKm2: Cell<string>;
      readonly since: RoughDay;
      readonly document: string;
      readonly note?: string;
    };

/** An act of lineage the body has a part in. */
export interface PartIn {
  readonly kind: ActKind;
  readonly on: Day;
  readonly side: 'from' | 'to';
}

export interface Changed {
  readonly field: 'founded' | 'document' | 'name' | 'type' | 'grade' | 'area' | 'note';
  readonly before: Cell<string> | null;
  readonly after: Cell<string> | null;
}

export type Corrected<T> =
  | { readonly ok: true; readonly zone: T; readonly changes: readonly Changed[]; readonly note: Bilingual | null }
  | { readonly ok: false; readonly reason: Bilingual };

export function correctZone<T extends CorrectableZone>(zone: T, correction: Correction, acts: readonly PartIn[]): Corrected<T> {
  if (correction.kind === 'founded') return founded(zone, correction, acts);
  const outside = outsideLife(zone, correction.since);
  if (outside) return { ok: false, reason: outside };
  switch (correction.kind) {
    case 'name':
      return named(zone, correction);
    case 'grade':
      return graded(zone, correction);
    case 'area':
      return measured(zone, correction);
  }
}

/** "2015", or "2015（见于记录）" where only that is known. */
export function firstDayText({ from, fromPrecision }: Pick<CorrectableZone, 'from' | 'fromPrecision'>): string {
  return fromPrecision === 'on-record' ? `≤ ${from}` : roughText({ day: from, precision: fromPrecision });
}

type Of<K extends Correction['kind']> = Extract<Correction, { readonly kind: K }>;

function founded<T extends CorrectableZone>(zone: T, { since, document }: Of<'founded'>, acts: readonly PartIn[]): Corrected<T> {
  const { day, precision } = since;
  if (zone.to !== null && day >= zone.to) return { ok: false, reason: afterEnd(zone.to) };
  const before = earliestBefore(zone, acts, day);
  if (before) return { ok: false, reason: before };
  const same = zone.from === day && zone.fromPrecision === precision;
  const changes: Changed[] = [];
  if (!same) changes.push({ field: 'founded', before: firstDayText(zone), after: roughText(since) });
  const stated = zone.fromDocument ?? null;
  if (stated !== document) changes.push({ field: 'document', before: stated, after: document });
  const move = <F extends From>(facts: readonly F[]) => facts.map((fact) => (fact.from === zone.from ? { ...fact, from: day } : fact));
  const moved = {
    ...{ from: day, fromPrecision: precision, fromDocument: document, names: move(zone.names), kinds: move(zone.kinds) },
    ...{ labels: move(zone.labels), plates: move(zone.plates), blocks: move(zone.blocks) },
  };
  const maker = acts.find((act) => act.side === 'to' && makers.has(act.kind) && !act.on.startsWith(roughText(since)));
  return { ok: true, zone: { ...zone, ...moved }, changes, note: maker ? madeBy(maker) : null };
}

const makers: ReadonlySet<ActKind> = new Set(['found', 'merge', 'split', 'split-off', 'upgrade', 'rename', 'convert']);

/** A fact of the body that would then stand before its first day. */
function earliestBefore(zone: CorrectableZone, acts: readonly PartIn[], day: Day): Bilingual | null {
  const facts: readonly From[] = [...zone.names, ...zone.kinds, ...zone.labels, ...zone.plates, ...zone.blocks].filter(
    ({ from }) => from !== zone.from,
  );
  const days = [...facts.map(({ from }) => from), ...zone.areas.map(({ from }) => from), ...acts.filter(isPast).map(({ on }) => on)];
  const earliest = days.sort()[0];
  if (earliest === undefined || earliest >= day) return null;
  return {
    zh: `名录中有 ${earliest} 的记录，早于这个设立日。请先核对那一条。`,
    en: `The register holds a fact of ${earliest}, before that first day. Settle that one first.`,
  };
}

/** Who gives to others exists by then. */
function isPast({ side }: PartIn): boolean {
  return side === 'from';
}

function named<T extends CorrectableZone>(zone: T, { name, since }: Of<'name'>): Corrected<T> {
  const at = placeOf(zone.names, since);
  const held = at.same ?? at.before;
  if (held?.value === name) return { ok: true, zone, changes: [], note: null };
  const names = put(zone.names, { from: since.day, value: name }, at.same);
  return { ok: true, zone: { ...zone, names }, changes: [{ field: 'name', before: held?.value ?? null, after: name }], note: null };
}

function graded<T extends CorrectableZone>(zone: T, { type, grade, since }: Of<'grade'>): Corrected<T> {
  const at = placeOf(zone.kinds, since);
  const held = (at.same ?? at.before)?.value ?? null;
  const changes: Changed[] = [];
  if (held?.type !== type) changes.push({ field: 'type', before: held?.type ?? null, after: type });
  if (held?.grade !== grade) changes.push({ field: 'grade', before: held?.grade ?? null, after: grade });
  if (changes.length === 0) return { ok: true, zone, changes, note: null };
  const kinds = put(zone.kinds, { from: since.day, value: { type, grade } }, at.same);
  return { ok: true, zone: { ...zone, kinds }, changes, note: null };
}

function measured<T extends CorrectableZone>(zone: T, { calibre, areaKm2, since, document, note }: Of<'area'>): Corrected<T> {
  const own = zone.areas.filter((area) => area.calibre === calibre);
  const { same } = placeOf(own, since);
  const began = same ? { from: same.from, ...exactly(same.fromPrecision) } : { from: since.day, ...exactly(since.precision) };
  const next: ZoneArea = { calibre, areaKm2, ...began, document, ...noted(note || same?.note) };
  const changes: Changed[] = [];
  if (!same || !sameCell(same.areaKm2, areaKm2)) changes.push({ field: 'area', before: same?.areaKm2 ?? null, after: areaKm2 });
  if (same?.document !== document) changes.push({ field: 'document', before: same?.document ?? null, after: document });
  if (same && next.note !== same.note) changes.push({ field: 'note', before: same.note ?? null, after: next.note ?? null });
  if (changes.length === 0) return { ok: true, zone, changes, note: null };
  const areas = [...zone.areas.filter((area) => area !== same), next].sort(byDay);
  return { ok: true, zone: { ...zone, areas }, changes, note: null };
}

function exactly(precision: Precision | undefined): Pick<ZoneArea, 'fromPrecision'> {
  return precision === undefined || precision === 'day' ? {} : { fromPrecision: precision };
}

function noted(note: string | undefined): { note?: string } {
  return note ? { note } : {};
}

function sameCell(a: Cell<string>, b: Cell<string>): boolean {
  if (isMissing(a) || isMissing(b)) return isMissing(a) && isMissing(b) && a.missing === b.missing;
  return a === b;
}

/** The fact that begins on that day (or within the month or year, where only that is given), and the one that held before it. */
function placeOf<F extends From>(facts: readonly F[], since: RoughDay): { readonly same: F | undefined; readonly before: F | undefined } {
  return {
    same: facts.find(({ from }) => from.startsWith(roughText(since))),
    before: facts.filter(({ from }) => from < since.day).at(-1),
  };
}

/** A fact that is corrected keeps its own first day, which may be known more exactly. */
function put<F extends From>(facts: readonly F[], fact: F, same: F | undefined): readonly F[] {
  return [...facts.filter((one) => one !== same), { ...fact, from: same?.from ?? fact.from }].sort(byDay);
}

function byDay(a: From, b: From): number {
  return a.from < b.from ? -1 : a.from > b.from ? 1 : 0;
}

function outsideLife(zone: CorrectableZone, since: RoughDay): Bilingual | null {
  if (zone.to !== null && since.day >= zone.to) return afterEnd(zone.to);
  if (since.day >= zone.from || zone.from.startsWith(roughText(since))) return null;
  const text = firstDayText(zone);
  return {
    zh: `早于这个开发区的起始日 ${text}。请先在「开发区」表更正设立日。`,
    en: `It is before the first day of the zone, ${text}. Correct the founding day first, in the sheet Zones.`,
  };
}

function afterEnd(to: Day): Bilingual {
  return { zh: `这个开发区已于 ${to} 终止。`, en: `The zone ended on ${to}.` };
}

function madeBy({ on }: PartIn): Bilingual {
  return {
    zh: `沿革事项记它于 ${on} 产生，与设立日不同，请核对。`,
    en: `An act of lineage says it was made on ${on}, another day; check which holds.`,
  };
}
