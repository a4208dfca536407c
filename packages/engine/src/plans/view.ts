// A plan with its rows indexed once, so that every check looks a row up instead of searching for it.
import { Decimal, isDecimalText, isMissing, type Place } from '../kernel/index.ts';
import type { DeclaredSum, Plan, PlanBlock, PlanPark, PlanPart, PlanZone } from './plan.ts';

export type AreaColumn = 'areaBefore' | 'areaAfter';

export interface PlanView {
  readonly plan: Plan;
  readonly parkOf: ReadonlyMap<string, PlanPark>;
  readonly partOf: ReadonlyMap<string, PlanPart>;
  /** Both areas of each block, read once: an exact figure is dear to parse and takes part in several checks. */
  readonly areas: ReadonlyMap<PlanBlock, Readonly<Record<AreaColumn, AreaCell>>>;
  readonly blocksOfPark: ReadonlyMap<string, readonly PlanBlock[]>;
  readonly blocksOfPart: ReadonlyMap<string, readonly PlanBlock[]>;
  readonly blocksOfZone: ReadonlyMap<string, readonly PlanBlock[]>;
  readonly whole: Readonly<Record<AreaColumn, ColumnSum>>;
  /** The plan's declared sums in its order, each beside what its blocks add up to. */
  readonly recomputed: readonly { readonly sum: DeclaredSum; readonly added: ColumnSum }[];
}

export interface AreaCell {
  readonly place: Place;
  readonly figure: Decimal | null;
}

export function viewOf(plan: Plan): PlanView {
  const partOf = new Map(plan.parts.map((part) => [part.code, part]));
  const areas = new Map(
    plan.blocks.map((block) => [block, { areaBefore: areaCell(block, 'areaBefore'), areaAfter: areaCell(block, 'areaAfter') }]),
  );
  const blocksOfPart = grouped(plan.blocks, (block) => block.part);
  const add = (blocks: readonly PlanBlock[], column: AreaColumn) => columnSum({ areas }, blocks, column);
  return {
    plan,
    parkOf: new Map(plan.parks.map((park) => [park.code, park])),
    partOf,
    areas,
    blocksOfPark: grouped(plan.blocks, (block) => block.park),
    blocksOfPart,
    blocksOfZone: grouped(plan.blocks, (block) => partOf.get(block.part)?.zone),
    whole: { areaBefore: add(plan.blocks, 'areaBefore'), areaAfter: add(plan.blocks, 'areaAfter') },
    recomputed: plan.sums.map((sum) => ({ sum, added: recomputed(sum, plan, blocksOfPart, add) })),
  };
}

/** A declared sum from its parts' blocks (no part named: all blocks); null too when a named part has no block. */
function recomputed(
  sum: DeclaredSum,
  plan: Plan,
  blocksOfPart: PlanView['blocksOfPart'],
  add: (blocks: readonly PlanBlock[], column: AreaColumn) => ColumnSum,
): ColumnSum {
  const parts = [...new Set(sum.parts)];
  const added = add(parts.length === 0 ? plan.blocks : parts.flatMap((part) => blocksOfPart.get(part) ?? []), sum.column);
  return parts.every((part) => blocksOfPart.has(part)) ? added : { ...added, sum: null };
}

export function grouped<T>(rows: readonly T[], keyOf: (row: T) => string | undefined): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const key = keyOf(row);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}

/** The exact figure of a cell, or null when there is none or it does not read as a decimal. Never zero for missing. */
export function figureOf(cell: unknown): Decimal | null {
  if (isMissing(cell) || typeof cell !== 'string' || !isDecimalText(cell)) return null;
  return new Decimal(cell);
}

/** Sum of one column over blocks with the cells that have no figure; the sum is null when any is missing or there is no block. */
export interface ColumnSum {
  readonly sum: Decimal | null;
  readonly cells: readonly Place[];
  readonly missing: readonly Place[];
}

export function columnSum(view: Pick<PlanView, 'areas'>, blocks: readonly PlanBlock[], column: AreaColumn): ColumnSum {
  let sum = new Decimal(0);
  const missing: Place[] = [];
  const cells: Place[] = [];
  for (const block of blocks) {
    const { place, figure } = view.areas.get(block)?.[column] ?? areaCell(block, column);
    cells.push(place);
    if (figure === null) missing.push(place);
    else sum = sum.plus(figure);
  }
  return { sum: missing.length > 0 || blocks.length === 0 ? null : sum, cells, missing };
}

function areaCell(block: PlanBlock, column: AreaColumn): AreaCell {
  return { place: areaPlace(block, column), figure: figureOf(block[column]) };
}

export function areaPlace(block: PlanBlock, column: AreaColumn): Place {
  return { table: 'blocks', row: block.code, field: column, label: block.name };
}

export function planPlace(plan: Plan, field?: string): Place {
  return field === undefined ? { table: 'plan', label: plan.title } : { table: 'plan', field, label: plan.title };
}

export function zonePlace(zone: PlanZone, field?: keyof PlanZone): Place {
  return rowPlace('zones', zone, field);
}

export function parkPlace(park: PlanPark, field?: keyof PlanPark): Place {
  return rowPlace('parks', park, field);
}

export function partPlace(part: PlanPart, field?: keyof PlanPart): Place {
  return rowPlace('parts', part, field);
}

function rowPlace(table: string, row: { readonly code: string; readonly name: string }, field?: string): Place {
  const place = { table, row: row.code, label: row.name };
  return field === undefined ? place : { ...place, field };
}
