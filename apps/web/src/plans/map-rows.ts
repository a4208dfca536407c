// Two versions of a plan as rows of a map and its table: parks before and zones after, with their areas and what changed of them.
// A place is known only where the register names a body so; nothing is drawn where nothing is known. Pure.
import { type Cell, type DecimalText, isMissing, sumOf } from '@zhenghe/engine/kernel';
import type { Difference, Plan, PlanBlock } from '@zhenghe/engine/plans';
import type { AreaMark, LegendEntry, Palette, PointMark, WordsLike } from '../ui/index.ts';
import type { words } from './words-map.ts';

export type Change = 'same' | 'changed' | 'added' | 'removed';
type Words = WordsLike<typeof words.zh>;

export interface MapRow {
  readonly id: string;
  readonly of: 'park' | 'zone';
  readonly name: string;
  readonly change: Change;
  /** Of a park its area before, of a zone its area after; null where the version does not have it. */
  readonly from: Cell<DecimalText> | null;
  readonly to: Cell<DecimalText> | null;
  readonly at: readonly [lon: number, lat: number] | null;
}

export interface KnownPlace {
  readonly name: string;
  readonly point: readonly [number, number];
}

export function mapRows(
  [from, to]: readonly [Plan, Plan],
  differences: readonly Difference[],
  places: readonly KnownPlace[],
): readonly MapRow[] {
  const touched = touchedRows([from, to], differences);
  const known = new Map(places.map(({ name, point }) => [name, point]));
  const rowsOf = (of: MapRow['of'], before: readonly Named[], after: readonly Named[]): readonly MapRow[] => {
    const [then, now] = [namesOf(before), namesOf(after)];
    // A body that was renamed in the plan is still the one the register names.
    const placeOf = (code: string) => known.get(now.get(code) ?? '') ?? known.get(then.get(code) ?? '') ?? null;
    return [...after, ...before.filter(({ code }) => !now.has(code))].map(({ code, name }) => ({
      ...{ id: `${of}/${code}`, of, name, at: placeOf(code) },
      change: !then.has(code) ? 'added' : !now.has(code) ? 'removed' : touched.has(`${of}/${code}`) ? 'changed' : 'same',
      from: then.has(code) ? areaOf(from, of, code) : null,
      to: now.has(code) ? areaOf(to, of, code) : null,
    }));
  };
  return [...rowsOf('park', from.parks, to.parks), ...rowsOf('zone', from.zones, to.zones)];
}

interface Named {
  readonly code: string;
  readonly name: string;
}

function namesOf(rows: readonly Named[]): ReadonlyMap<string, string> {
  return new Map(rows.map(({ code, name }) => [code, name]));
}

/** A park or zone is touched when its own row differs, or a part or block of it in either version. */
function touchedRows(plans: readonly Plan[], differences: readonly Difference[]): ReadonlySet<string> {
  const touched = new Set<string>();
  for (const { table, row } of differences) {
    if (table === 'parks') touched.add(`park/${row}`);
    if (table === 'zones') touched.add(`zone/${row}`);
    for (const plan of plans) {
      for (const block of table === 'blocks' ? plan.blocks.filter(({ code }) => code === row) : []) {
        touched.add(`park/${block.park}`);
        touched.add(`zone/${zoneOfPart(plan, block.part)}`);
      }
      if (table === 'parts') touched.add(`zone/${zoneOfPart(plan, row)}`);
    }
  }
  return touched;
}

function zoneOfPart(plan: Plan, part: string): string {
  return plan.parts.find(({ code }) => code === part)?.zone ?? '';
}

function areaOf(plan: Plan, of: MapRow['of'], code: string): Cell<DecimalText> {
  const parts = new Set(plan.parts.filter(({ zone }) => zone === code).map((part) => part.code));
  return of === 'park'
    ? total(plan.blocks.filter(({ park }) => park === code).map(({ areaBefore }) => areaBefore))
    : total(plan.blocks.filter(({ part }) => parts.has(part)).map(({ areaAfter }) => areaAfter));
}

/** A sum with a figure missing is no sum. */
function total(areas: readonly PlanBlock['areaBefore'][]): Cell<DecimalText> {
  const missing = areas.find(isMissing);
  if (missing) return missing;
  if (areas.length === 0) return { missing: 'not-given' };
  return sumOf(areas.flatMap((area) => (isMissing(area) ? [] : [area]))).toFixed(2);
}

const shapes: Readonly<Record<Change, PointMark['shape']>> = { same: 'circle', changed: 'diamond', added: 'triangle', removed: 'ring' };

/** Largest first, so that a small one stays in sight on a large one. */
export function mapMarks(rows: readonly MapRow[], { palette, w }: { readonly palette: Palette; readonly w: Words }): readonly PointMark[] {
  const marks = rows.flatMap(({ at, ...row }) =>
    at === null
      ? []
      : [
          {
            id: row.id,
            title: `${w.of[row.of]} ${row.name}: ${w.change[row.change]}`,
            at,
            shape: shapes[row.change],
            color: row.of === 'zone' ? palette.blue : palette.inkSoft,
            size: sizeOf(row.to ?? row.from),
          },
        ],
  );
  return marks.sort((a, b) => b.size - a.size);
}

/** The place of the plan as a whole: how many of its parks and zones differ. Hatched, so that colour is not the only sign. */
export function mapOutline(rows: readonly MapRow[], { palette, w }: { readonly palette: Palette; readonly w: Words }): AreaMark {
  const count = rows.filter(({ change }) => change !== 'same').length;
  return { fill: count > 0 ? palette.blueSoft : palette.ground, hatched: count > 0, label: w.differ(count), title: w.differ(count) };
}

/** By area on paper: four times the area, twice the radius. Without a figure the smallest. */
function sizeOf(area: Cell<DecimalText> | null): number {
  const smallest = 4;
  return area === null || isMissing(area) ? smallest : Math.min(20, Math.max(smallest, 3 * Math.sqrt(Number(area))));
}

export function mapLegend({ palette, w }: { readonly palette: Palette; readonly w: Words }): LegendEntry[] {
  return [
    ...(['same', 'changed', 'added', 'removed'] as const).map((change) => ({
      label: w.change[change],
      color: palette.ink,
      shape: shapes[change],
    })),
    { label: w.placeDiffers, color: palette.blueSoft, shape: 'hatched' },
    { label: w.of.park, color: palette.inkSoft, shape: 'square' },
    { label: w.of.zone, color: palette.blue, shape: 'square' },
  ];
}
