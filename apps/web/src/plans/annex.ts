// Annex 1 as it is read: zones, their parts, the parts' blocks, with sums worked out live beside the sums the paper prints.
// S1-附件1; a sum with a missing block is itself missing, never a smaller figure.
import { type Cell, Decimal, type DecimalText, isMissing, type Missing } from '@zhenghe/engine/kernel';
import type { DeclaredSum, Plan, PlanBlock, PlanPart, PlanZone } from '@zhenghe/engine/plans';

export type AreaColumn = 'areaBefore' | 'areaAfter';

export interface SumPair {
  readonly areaBefore: Cell<DecimalText>;
  readonly areaAfter: Cell<DecimalText>;
}

/** The printed sums that stand beside a worked-out one, by column. */
export type DeclaredPair = Readonly<Partial<Record<AreaColumn, DeclaredSum>>>;

export interface PartGroup {
  readonly part: PlanPart;
  readonly blocks: readonly PlanBlock[];
  readonly sums: SumPair;
  readonly declared: DeclaredPair;
}

export interface ZoneGroup {
  readonly zone: PlanZone;
  readonly parts: readonly PartGroup[];
  readonly sums: SumPair;
  readonly declared: DeclaredPair;
}

export interface OtherSum {
  readonly key: string;
  readonly label: string;
  readonly parts: readonly string[];
  readonly sums: SumPair;
  readonly declared: DeclaredPair;
}

export interface Annex {
  readonly zones: readonly ZoneGroup[];
  /** Blocks whose part, or part whose zone, the plan does not know. */
  readonly stray: readonly PlanBlock[];
  /** Printed sums over another set of parts than one part or one zone: 一区, 三片. */
  readonly others: readonly OtherSum[];
  readonly total: SumPair;
  readonly totalDeclared: DeclaredPair;
}

export function annexOf(plan: Plan): Annex {
  const byPart = groupBy(plan.blocks, (block) => block.part);
  const left = new Set(plan.sums);
  const take = (parts: readonly string[] | 'all'): DeclaredPair => takeSums(left, parts, plan.parts.length);
  const totalDeclared = take('all');
  const zones = plan.zones.map((zone) => zoneGroup(zone, plan, byPart, take));
  const placed = new Set(zones.flatMap((zone) => zone.parts.map((group) => group.part.code)));
  return {
    zones,
    stray: plan.blocks.filter((block) => !placed.has(block.part)),
    others: otherSums([...left], byPart),
    total: sumsOf(plan.blocks),
    totalDeclared,
  };
}

type TakeSums = (parts: readonly string[] | 'all') => DeclaredPair;

function zoneGroup(zone: PlanZone, plan: Plan, byPart: ReadonlyMap<string, readonly PlanBlock[]>, take: TakeSums): ZoneGroup {
  const own = plan.parts.filter((part) => part.zone === zone.code);
  const parts = own.map((part) => {
    const blocks = byPart.get(part.code) ?? [];
    return { part, blocks, sums: sumsOf(blocks), declared: take([part.code]) };
  });
  return {
    zone,
    parts,
    sums: sumsOf(parts.flatMap((group) => group.blocks)),
    declared: own.length > 1 ? take(own.map((part) => part.code)) : {},
  };
}

/** Takes the first printed sum of each column over exactly these parts out of those left. */
function takeSums(left: Set<DeclaredSum>, parts: readonly string[] | 'all', allParts: number): DeclaredPair {
  const pair: Partial<Record<AreaColumn, DeclaredSum>> = {};
  for (const sum of [...left]) {
    const distinct = new Set(sum.parts);
    const whole = sum.parts.length === 0 || distinct.size === allParts;
    const fits = parts === 'all' ? whole : distinct.size === parts.length && parts.every((part) => distinct.has(part));
    if (!fits || pair[sum.column]) continue;
    pair[sum.column] = sum;
    left.delete(sum);
  }
  return pair;
}

function otherSums(left: readonly DeclaredSum[], byPart: ReadonlyMap<string, readonly PlanBlock[]>): readonly OtherSum[] {
  const groups = groupBy(left, (sum) => [...new Set(sum.parts)].sort().join('+'));
  return [...groups.entries()].flatMap(([key, sums]) => {
    const parts = sums[0]?.parts ?? [];
    const blocks = [...new Set(parts)].flatMap((part) => byPart.get(part) ?? []);
    const worked = sumsOf(blocks);
    return pairUp(sums).map((declared, index) => ({
      key: `${key}#${index}`,
      label: (declared.areaAfter ?? declared.areaBefore)?.label ?? key,
      parts,
      sums: worked,
      declared,
    }));
  });
}

function pairUp(sums: readonly DeclaredSum[]): readonly DeclaredPair[] {
  const [before, after] = [sums.filter((sum) => sum.column === 'areaBefore'), sums.filter((sum) => sum.column === 'areaAfter')];
  return Array.from({ length: Math.max(before.length, after.length) }, (_, index) => ({
    ...(before[index] ? { areaBefore: before[index] } : {}),
    ...(after[index] ? { areaAfter: after[index] } : {}),
  }));
}

export function sumsOf(blocks: readonly PlanBlock[]): SumPair {
  return { areaBefore: addUp(blocks.map((block) => block.areaBefore)), areaAfter: addUp(blocks.map((block) => block.areaAfter)) };
}

function addUp(cells: readonly Cell<DecimalText>[]): Cell<DecimalText> {
  let [sum, places] = [new Decimal(0), 2];
  for (const cell of cells) {
    if (isMissing(cell)) return cell;
    sum = sum.plus(cell);
    places = Math.max(places, new Decimal(cell).decimalPlaces());
  }
  return cells.length === 0 ? ({ missing: 'not-applicable' } satisfies Missing) : sum.toFixed(places);
}

/** after − before with its sign: "+8.34"; missing when either is. */
export function growthOf(pair: SumPair): Cell<DecimalText> {
  if (isMissing(pair.areaBefore)) return pair.areaBefore;
  if (isMissing(pair.areaAfter)) return pair.areaAfter;
  const change = new Decimal(pair.areaAfter).minus(pair.areaBefore);
  return change.toFixed(Math.max(2, change.decimalPlaces()));
}

/** "+24.6": percent of the area before, one decimal; missing when there is no area to compare with. */
export function growthPercent(pair: SumPair): Cell<DecimalText> {
  const change = growthOf(pair);
  if (isMissing(change)) return change;
  if (isMissing(pair.areaBefore) || new Decimal(pair.areaBefore).isZero()) return { missing: 'not-applicable' };
  return new Decimal(change).div(pair.areaBefore).times(100).toFixed(1);
}

export function signed(text: DecimalText): string {
  if (/^[-0.]*$/.test(text)) return text;
  return text.startsWith('-') ? `−${text.slice(1)}` : `+${text}`;
}

/** Whether a printed sum says what its blocks add up to; null when either is missing. */
export function agrees(computed: Cell<DecimalText>, declared: DeclaredSum | undefined): boolean | null {
  if (!declared || isMissing(declared.value) || isMissing(computed)) return null;
  return new Decimal(computed).eq(declared.value);
}

function groupBy<T>(rows: readonly T[], key: (row: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(key(row));
    if (group) group.push(row);
    else groups.set(key(row), [row]);
  }
  return groups;
}
