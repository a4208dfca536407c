// What each unit of the map holds in a period, for one indicator: its parts carried through the acts, and put together from finer
// periods where it was filed by month. Flows are added up; to-date figures and stocks are those of the last period present.
import { type Day, Decimal, type Grain, grains, perYear } from '../kernel/index.ts';
import { type Column, cellState, endOf, type Slice, stateOf } from './block.ts';
import { aliveOnDay, type Explorer, finerThan, movesBetween, type Source, sourceFor, untilOf } from './explorer.ts';
import { actsUntil } from './moves.ts';
import type { Plan } from './plan.ts';
import { productOf, readSlice } from './reading.ts';
import { addLarge, addScaled, bothReasons, carry, emptyTally, hasValue, noteBit, type Tally } from './tally.ts';

export interface Gathered {
  readonly parts: readonly Tally[];
  readonly decimals: readonly number[];
  /** By unit: `value` where every part is whole and scaled, `large` where one is not, a reason where one is missing. */
  readonly states: Uint8Array;
  readonly of: Uint16Array;
  readonly expected: Uint16Array;
  readonly notes: Uint8Array;
  /** Newest change under it when it was made, and the cube's when that was looked at last. */
  readonly stamp: number;
  checked: number;
}

export interface Spot {
  readonly grain: Grain;
  readonly ordinal: number;
  /** Null: units as they were at the end of the period. */
  readonly today: Day | null;
}

/** Filed at the asked grain, and else put together from a finer one. */
export interface PartSources {
  readonly exact: Source | null;
  readonly finer: Source | null;
}

/** Kept until a figure under it changes. Null where a part was never filed at this grain or a finer one. */
export function gatheredAt(explorer: Explorer, plan: Plan, spot: Spot): Gathered | null {
  const { cube, kept } = explorer;
  const until = untilOf(explorer, endOf(spot.grain, spot.ordinal), spot.today);
  const own = kept.gathered.get(plan) ?? new Map<number, Gathered>();
  kept.gathered.set(plan, own);
  // Apart for each period of each length, and each state of the map; far below what a double keeps exactly.
  const key = (spot.ordinal * grains.length + grains.indexOf(spot.grain)) * (explorer.book.acts.length + 1) + until;
  const known = own.get(key);
  if (known && known.checked === cube.stamp && known.states.length === cube.ids.length) return known;
  const sources = sourcesOf(explorer, plan, spot.grain);
  if (!sources) return null;
  const stamp = newestUnder(sources, spot);
  if (known && known.stamp === stamp && known.states.length === cube.ids.length) {
    known.checked = cube.stamp;
    return known;
  }
  const gathered = { ...gather(explorer, plan, { ...spot, until, sources }), stamp, checked: cube.stamp };
  own.set(key, gathered);
  return gathered;
}

/** Null where a part has no figures at all that could answer at this grain. */
export function sourcesOf(explorer: Explorer, plan: Plan, grain: Grain): readonly PartSources[] | null {
  const grains = [grain, ...finerThan(grain)];
  const found = grains.map((one) => plan.parts.map(({ code, calibre }) => sourceFor(explorer, code, one, calibre)));
  // Figure and weight are multiplied period by period: both at the same grain.
  const usable = plan.kind === 'weighted' ? found.map((row) => (row.every((one) => one !== null) ? row : row.map(() => null))) : found;
  const sources = plan.parts.map((_, part) => ({
    exact: usable[0]?.[part] ?? null,
    finer: usable.slice(1).find((row) => row[part])?.[part] ?? null,
  }));
  return sources.length > 0 && sources.every(({ exact, finer }) => exact ?? finer) ? sources : null;
}

function newestUnder(sources: readonly PartSources[], { grain, ordinal }: Spot): number {
  let newest = 0;
  for (const { exact, finer } of sources) {
    for (const source of [exact, finer]) {
      if (!source) continue;
      const each = perYear[source.grain] / perYear[grain];
      for (const column of source.columns) {
        newest = Math.max(newest, column.firstsStamp);
        // From the period before on, for figures that are differences.
        for (let at = (ordinal - 1) * each; at < (ordinal + 1) * each; at += 1)
          newest = Math.max(newest, column.slices.get(at)?.stamp ?? 0);
      }
    }
  }
  return newest;
}

interface Gathering extends Spot {
  readonly until: number;
  readonly sources: readonly PartSources[];
}

type Fresh = Omit<Gathered, 'stamp' | 'checked'>;

function gather(explorer: Explorer, plan: Plan, gathering: Gathering): Fresh {
  const read = readerOf(plan, gathering.sources);
  if (plan.parts.length === 1) {
    const tally = rolled(explorer, plan, { ...gathering, part: 0, read, mask: null });
    const { states, of, expected, notes } = tally;
    return { parts: [tally], decimals: [read.decimals(0)], states, of, expected, notes: withPartial([tally], notes) };
  }
  const mask = maskOf(explorer, plan, gathering, read);
  const parts = plan.parts.map((_, part) => rolled(explorer, plan, { ...gathering, part, read, mask }));
  return { parts, decimals: parts.map((_, part) => read.decimals(part)), ...jointly(explorer, plan, { ...gathering, mask, parts }) };
}

interface Reader {
  readonly slice: (part: number, source: Source, ordinal: number) => Slice | undefined;
  readonly decimals: (part: number) => number;
}

function readerOf(plan: Plan, sources: readonly PartSources[]): Reader {
  const decimalsOf = (part: number) => Math.max(sources[part]?.exact?.decimals ?? 0, sources[part]?.finer?.decimals ?? 0);
  if (plan.kind !== 'weighted') return { slice: (_, source, ordinal) => readSlice(source, ordinal), decimals: decimalsOf };
  const pair = (source: Source, part: number) => {
    const which = sources[part]?.exact === source ? 'exact' : 'finer';
    return [sources[0]?.[which] ?? null, sources[1]?.[which] ?? null] as const;
  };
  return {
    slice: (part, source, ordinal) => productOf(pair(source, part), ordinal, part === 0),
    decimals: (part) => (part === 0 ? decimalsOf(0) + decimalsOf(1) : decimalsOf(1)),
  };
}

interface Rolling extends Gathering {
  readonly part: number;
  readonly read: Reader;
  readonly mask: Uint8Array | null;
}

function rolled(explorer: Explorer, plan: Plan, rolling: Rolling): Tally {
  const now = asFiled(explorer, plan, rolling);
  const first = rolling.ordinal % perYear[rolling.grain] === 0;
  if (!plan.parts[rolling.part]?.differenced || first) return now;
  return less(now, asFiled(explorer, plan, { ...rolling, ordinal: rolling.ordinal - 1 }));
}

/** Only where both are there and whole: a difference to a part of the units is no flow. */
function less(now: Tally, before: Tally): Tally {
  for (let unit = 0; unit < now.states.length; unit += 1) {
    if (!hasValue(now.states[unit] ?? 0)) continue;
    const whole = [now, before].every(({ of, expected, notes }) => of[unit] === expected[unit] && !((notes[unit] ?? 0) & noteBit.partial));
    const state = whole ? (before.states[unit] ?? 0) : cellState.absent;
    if (state === cellState.value) addScaled(now, unit, -(before.values[unit] ?? 0));
    else if (state === cellState.large) addLarge(now, unit, (before.large.get(unit) ?? new Decimal(0)).negated());
    else {
      now.states[unit] = stateOf('not-given');
      now.of[unit] = 0;
    }
  }
  return now;
}

function asFiled(explorer: Explorer, plan: Plan, rolling: Rolling): Tally {
  const { exact, finer } = rolling.sources[rolling.part] ?? { exact: null, finer: null };
  const own = exact ? carriedAt(explorer, plan, { ...rolling, source: exact, at: rolling.ordinal }) : null;
  if (!finer) return own ?? emptyTally(explorer.cube.ids.length, rolling.read.decimals(rolling.part));
  const fine = fromFiner(explorer, plan, { ...rolling, source: finer });
  return own ? preferred(own, fine) : fine;
}

interface At extends Rolling {
  readonly source: Source;
  readonly at: number;
}

function carriedAt(explorer: Explorer, plan: Plan, { source, at, until, read, part, mask }: At): Tally {
  const end = endOf(source.grain, at);
  const alive = aliveOnDay(explorer, end);
  return carry(explorer.cube, read.slice(part, source, at), {
    decimals: read.decimals(part),
    moves: movesBetween(explorer, actsUntil(explorer.book, end), until),
    additive: plan.additive,
    expects: (unit) => alive[unit] === 1 && beganBy(source.columns, unit, at),
    mask,
  });
}

function beganBy(columns: readonly Column[], unit: number, ordinal: number): boolean {
  return columns.some(({ firsts }) => (firsts[unit] ?? Number.MAX_SAFE_INTEGER) <= ordinal);
}

function fromFiner(explorer: Explorer, plan: Plan, rolling: Rolling & { readonly source: Source }): Tally {
  const each = perYear[rolling.source.grain] / perYear[rolling.grain];
  const months = Array.from({ length: each }, (_, index) => carriedAt(explorer, plan, { ...rolling, at: rolling.ordinal * each + index }));
  const accrual = plan.parts[rolling.part]?.accrual ?? 'flow';
  return accrual === 'flow' ? added(months) : lastOf(months);
}

function added(months: readonly Tally[]): Tally {
  const total = emptyTally(months[0]?.states.length ?? 0, months[0]?.decimals ?? 0);
  for (const month of months) {
    for (let unit = 0; unit < month.states.length; unit += 1) addCell(month, total, unit);
  }
  return total;
}

function addCell(month: Tally, total: Tally, unit: number): void {
  const state = month.states[unit] ?? 0;
  if (state === cellState.value) addScaled(total, unit, month.values[unit] ?? 0);
  else if (state === cellState.large) addLarge(total, unit, month.large.get(unit) ?? new Decimal(0));
  else if (!hasValue(total.states[unit] ?? 0)) total.states[unit] = bothReasons(total.states[unit] ?? 0, state);
  total.of[unit] = (total.of[unit] ?? 0) + (month.of[unit] ?? 0);
  total.expected[unit] = (total.expected[unit] ?? 0) + (month.expected[unit] ?? 0);
  total.notes[unit] = (total.notes[unit] ?? 0) | (month.notes[unit] ?? 0);
}

/** Of each unit the last one present; partial where that is not the end of the period. */
function lastOf(months: readonly Tally[]): Tally {
  const total = emptyTally(months[0]?.states.length ?? 0, months[0]?.decimals ?? 0);
  const last = months.length - 1;
  for (let unit = 0; unit < total.states.length; unit += 1) {
    let at = last;
    while (at >= 0 && !hasValue(months[at]?.states[unit] ?? 0)) at -= 1;
    const found = at < 0 ? lastKnown(months, unit) : at;
    const month = months[found];
    if (month) copyCell(month, total, unit);
    if (at >= 0 && at < last) total.notes[unit] = (total.notes[unit] ?? 0) | noteBit.partial;
  }
  return total;
}

/** No figure in any: the last with a reason, else the last in which one was expected. */
function lastKnown(months: readonly Tally[], unit: number): number {
  const reasoned = months.findLastIndex(({ states }) => states[unit] !== cellState.absent);
  return reasoned >= 0 ? reasoned : months.findLastIndex(({ expected }) => (expected[unit] ?? 0) > 0);
}

function copyCell(from: Tally, to: Tally, unit: number): void {
  to.values[unit] = from.values[unit] ?? 0;
  to.states[unit] = from.states[unit] ?? 0;
  to.of[unit] = from.of[unit] ?? 0;
  to.expected[unit] = from.expected[unit] ?? 0;
  to.notes[unit] = from.notes[unit] ?? 0;
  const large = from.large.get(unit);
  if (large) to.large.set(unit, large);
  else to.large.delete(unit);
}

/** A unit's own figure for the period comes before what its months add up to. */
function preferred(own: Tally, fine: Tally): Tally {
  for (let unit = 0; unit < own.states.length; unit += 1) {
    const better =
      !hasValue(own.states[unit] ?? 0) && ((fine.states[unit] ?? 0) !== cellState.absent || own.states[unit] === cellState.absent);
    if (better && (fine.expected[unit] ?? 0) > 0) copyCell(fine, own, unit);
  }
  return own;
}

/** By unit as it filed: `value` where it has every part, the reason of the first it lacks, absent where it has none. */
function maskOf(explorer: Explorer, plan: Plan, { sources, grain, ordinal }: Gathering, read: Reader): Uint8Array {
  const mask = new Uint8Array(explorer.cube.ids.length);
  const slices = plan.parts.map((_, part) =>
    [sources[part]?.exact, sources[part]?.finer].flatMap((source) => {
      if (!source) return [];
      const each = perYear[source.grain] / perYear[grain];
      return Array.from({ length: each }, (__, index) => read.slice(part, source, ordinal * each + index)).filter(
        (slice) => slice !== undefined,
      );
    }),
  );
  for (let unit = 0; unit < mask.length; unit += 1) {
    let [present, lacking] = [0, cellState.absent as number];
    for (const own of slices) {
      const state = bestState(own, unit);
      if (state !== cellState.absent) present += 1;
      if (!hasValue(state) && lacking === cellState.absent) lacking = state === cellState.absent ? stateOf('not-given') : state;
    }
    if (present > 0) mask[unit] = lacking === cellState.absent ? cellState.value : lacking;
  }
  return mask;
}

function bestState(slices: readonly Slice[], unit: number): number {
  let best: number = cellState.absent;
  for (const { states } of slices) {
    const state = states[unit] ?? cellState.absent;
    if (hasValue(state)) return state;
    if (state !== cellState.absent) best = state;
  }
  return best;
}

interface Joint extends Gathering {
  readonly mask: Uint8Array;
  readonly parts: readonly Tally[];
}

/** Counted in units: those that have every part, of those that were expected to. */
function jointly(
  explorer: Explorer,
  plan: Plan,
  { grain, ordinal, until, sources, mask, parts }: Joint,
): Omit<Fresh, 'parts' | 'decimals'> {
  const finest = sources.map(({ finer }) => (finer ? perYear[finer.grain] / perYear[grain] : 1)).reduce((a, b) => Math.max(a, b), 1);
  const source = sources.flatMap(({ exact, finer }) =>
    finer && perYear[finer.grain] / perYear[grain] === finest ? finer : (exact ?? finer ?? []),
  )[0];
  const end = endOf(source?.grain ?? grain, source ? (ordinal * perYear[source.grain]) / perYear[grain] : ordinal);
  const alive = aliveOnDay(explorer, endOf(grain, ordinal));
  const columns = sources.flatMap(({ exact, finer }) =>
    [exact, finer].flatMap((one) => one?.columns.map((column) => ({ one, column })) ?? []),
  );
  const expects = (unit: number) =>
    alive[unit] === 1 &&
    columns.some(({ one, column }) => {
      const first = column.firsts[unit];
      return first !== undefined && Math.floor((first * perYear[grain]) / perYear[one?.grain ?? grain]) <= ordinal;
    });
  const ones = { values: new Float64Array(mask.length).fill(1), states: mask, large: new Map(), stamp: 0 };
  const moves = movesBetween(explorer, actsUntil(explorer.book, end), until);
  const counted = carry(explorer.cube, ones, { decimals: 0, moves, additive: plan.additive, expects, mask: null });
  const states = new Uint8Array(mask.length);
  for (let unit = 0; unit < states.length; unit += 1) states[unit] = jointState(parts, counted, unit);
  return { states, of: counted.of, expected: counted.expected, notes: withPartial(parts, counted.notes) };
}

function jointState(parts: readonly Tally[], counted: Tally, unit: number): number {
  const lacking = parts.find(({ states }) => !hasValue(states[unit] ?? 0));
  if (!lacking) return parts.some(({ states }) => states[unit] === cellState.large) ? cellState.large : cellState.value;
  const reason = counted.states[unit] ?? cellState.absent;
  if (!hasValue(reason)) return reason;
  return lacking.states[unit] === cellState.absent ? stateOf('not-given') : (lacking.states[unit] ?? 0);
}

/** A unit whose own figure is only a part of what was expected. */
function withPartial(parts: readonly Tally[], notes: Uint8Array): Uint8Array {
  for (const { of, expected, notes: own } of parts) {
    for (let unit = 0; unit < notes.length; unit += 1) {
      const lacks = (of[unit] ?? 0) > 0 && (of[unit] ?? 0) < (expected[unit] ?? 0);
      notes[unit] = (notes[unit] ?? 0) | (own[unit] ?? 0) | (lacks ? noteBit.partial : 0);
    }
  }
  return notes;
}
