// The bound of a large group with so many zones: each park may stand in one zone at most; that is priced away, and then each zone is by
// itself the one that gains most (large-zone.ts). Prices are bettered step by step towards the best plan known.

import type { Model } from './large-model.ts';
import { bestZoneOf, type ZoneBest } from './large-zone.ts';

/** A part of all plans: the zones' leads, and for each unit where it may stand. */
export interface Box {
  /** Places in `model.leads`. */
  readonly leads: readonly number[];
  /** By unit: bit 0 in no zone, bit k in zone k from 1. */
  readonly allowed: Uint16Array;
  /** For each zone the sets of three industries that may still be its main ones. */
  readonly threes: readonly Int32Array[];
  /** Price of standing in a zone; of any sign where the unit must. */
  readonly prices: Float64Array;
  /** Most that a plan of the box gains. */
  readonly bound: number;
}

export interface ZoneAt {
  readonly lead: number;
  /** Its bit in `allowed`. */
  readonly bit: number;
  readonly threes: Int32Array;
}

export interface Priced extends ZoneBest {
  /** By place in `threes`: at most what a zone of that three gains. */
  readonly each: Float64Array;
}

/** One zone at given prices: what each three would gain at most, quickly. */
export interface Rough {
  readonly gain: Float64Array;
  readonly forced: Uint8Array;
  readonly threes: Int32Array;
  readonly each: Float64Array;
  /** The most of `each`. */
  readonly top: number;
  readonly reward: Reward;
}

/** null: the forced units may not stand in a zone of this lead. */
export function roughZone(model: Model, { lead, bit, threes }: ZoneAt, box: Pick<Box, 'allowed' | 'prices'>): Rough | null {
  const { units, base } = model;
  const forced = new Uint8Array(units);
  const gain = new Float64Array(units);
  const own = model.layout.unitOf[model.leads[lead] ?? 0] ?? -1;
  for (let unit = 0; unit < units; unit += 1) {
    const allowed = box.allowed[unit] ?? 0;
    const full = base[lead * units + unit] ?? 0;
    if (unit === own || allowed === bit) {
      if (full === Number.NEGATIVE_INFINITY || (allowed & bit) === 0) return null;
      forced[unit] = 1;
    }
    gain[unit] = (allowed & bit) === 0 ? Number.NEGATIVE_INFINITY : full - (box.prices[unit] ?? 0);
  }
  const reward = rewardOf(model, lead, gain);
  const each = roughly(model, { gain, forced }, threes);
  let top = Number.NEGATIVE_INFINITY;
  for (let place = 0; place < each.length; place += 1) {
    each[place] = (each[place] ?? 0) + reward.most;
    top = Math.max(top, each[place] ?? 0);
  }
  return { gain, forced, threes, each, top, reward };
}

export interface Exactness {
  /** A zone that gains no more than this need not be known exactly. */
  readonly floor: number;
  /** Most threes looked into. */
  readonly most?: number;
}

/** The most that the zone gains: exactly, or at most so much where exactness is not asked for. Looks only into threes that may gain most. */
export function zoneAt(
  model: Model,
  { gain, forced, threes, each: roughs, reward }: Rough,
  { floor, most: limit = threes.length }: Exactness,
): Priced {
  const each = roughs.slice();
  const order = [...each.keys()].sort((a, b) => (each[b] ?? 0) - (each[a] ?? 0) || a - b);
  let best: ZoneBest = { value: Number.NEGATIVE_INFINITY, taken: new Uint8Array(model.units), exact: true };
  const narrowed = new Float64Array(model.units);
  for (const [count, place] of order.entries()) {
    const most = each[place] ?? 0;
    if (most <= best.value) break;
    if (most <= floor || count >= limit) return { ...best, value: most, each };
    const from = (threes[place] ?? 0) * model.units;
    for (let unit = 0; unit < model.units; unit += 1) narrowed[unit] = (gain[unit] ?? 0) - (model.beyond[from + unit] ?? 0);
    const zone = rewarded(model, { gain: narrowed, forced }, reward);
    each[place] = Math.min(most, zone.value);
    if (zone.value > best.value) best = zone;
  }
  return { ...best, each };
}

/** Gains added up for each three, with pieces counted only between parts of the group that nothing joins. */
function roughly(model: Model, { gain, forced }: Pick<Rough, 'gain' | 'forced'>, threes: Int32Array): Float64Array {
  const { units, beyond, part, parts } = model;
  const sums = new Float64Array(parts);
  const own = new Uint8Array(parts);
  for (let unit = 0; unit < units; unit += 1) if (forced[unit] === 1) own[part[unit] ?? 0] = 1;
  return Float64Array.from(threes, (three) => {
    sums.fill(0);
    const from = three * units;
    for (let unit = 0; unit < units; unit += 1) {
      const added = (gain[unit] ?? 0) - (beyond[from + unit] ?? 0);
      if (added <= 0 && forced[unit] === 0) continue;
      const its = part[unit] ?? 0;
      sums[its] = (sums[its] ?? 0) + added;
    }
    return bestParts(model, sums, own);
  });
}

/** The forced parts and the best of the others, as many as there may be pieces. */
function bestParts({ piece, mostPieces }: Model, sums: Float64Array, own: Uint8Array): number {
  let [total, room] = [piece, mostPieces];
  const others: number[] = [];
  for (const [part, sum] of sums.entries()) {
    if (own[part] === 1) {
      total += sum - piece;
      room -= 1;
    } else if (sum > piece) others.push(sum - piece);
  }
  if (room < 0) return Number.NEGATIVE_INFINITY;
  if (others.length > room) others.sort((a, b) => b - a);
  for (const sum of others.slice(0, room)) total += sum;
  return total;
}

export interface Reward {
  /** For a zone with a platform; never for one without. */
  readonly most: number;
  /** Units that carry one. */
  readonly carriers: readonly number[];
}

function rewardOf({ layout, leads }: Model, lead: number, gain: Float64Array): Reward {
  const { frame, units } = layout;
  const price = frame.prices.platform;
  if (price === 0) return { most: 0, carriers: [] };
  const carries = (unit: number) => units[unit]?.some((park) => frame.platform[park]) ?? false;
  // A price on platforms (never asked for) is charged where the lead carries one: less than it may be.
  if (price > 0) return { most: frame.platform[leads[lead] ?? 0] ? -price : 0, carriers: [] };
  const carriers = [...units.keys()].filter((unit) => carries(unit) && (gain[unit] ?? 0) > Number.NEGATIVE_INFINITY);
  return { most: carriers.length > 0 ? -price : 0, carriers };
}

/** The best zone with its reward: as it is, or with one more unit forced that carries a platform. */
function rewarded(model: Model, asked: { readonly gain: Float64Array; readonly forced: Uint8Array }, { most, carriers }: Reward): ZoneBest {
  const plain = bestZoneOf(model, asked);
  if (carriers.length === 0 || carriers.some((unit) => plain.taken[unit] === 1)) return { ...plain, value: plain.value + most };
  let best = plain;
  for (const unit of carriers) {
    const zone = bestZoneOf(model, { gain: asked.gain, forced: asked.forced.map((one, place) => (place === unit ? 1 : one)) });
    if (zone.value + most > best.value) best = { ...zone, value: zone.value + most };
  }
  return best;
}

export interface Bettered {
  /** With the best prices and the bound they give; threes that cannot reach `target` are left out. */
  readonly box: Box;
  /** Of the best prices, each zone. */
  readonly zones: readonly Priced[];
  /** By unit and label, how often over the last prices: shares[unit · (zones + 1) + label]. */
  readonly shares: Float64Array;
}

export interface Steps {
  readonly most: number;
  /** What a plan must gain to be better than the best known; the prices aim there. */
  readonly target: number;
}

/** null: the box holds no plan. */
export function bettered(model: Model, from: Box, { most, target }: Steps): Bettered | null {
  const count = from.leads.length + 1;
  const prices = from.prices.slice();
  const shares = new Float64Array(model.units * count);
  let best: { bound: number; prices: Float64Array; zones: readonly Priced[] } | null = null;
  let length = 1;
  let stale = 0;
  for (let step = 0; step < most; step += 1) {
    const zones: Priced[] = [];
    for (const [place, lead] of from.leads.entries()) {
      const at = { lead, bit: 2 << place, threes: from.threes[place] ?? new Int32Array() };
      const rough = roughZone(model, at, { allowed: from.allowed, prices });
      const zone = rough && zoneAt(model, rough, { floor: Number.NEGATIVE_INFINITY });
      if (zone === null || zone.value === Number.NEGATIVE_INFINITY) return null;
      zones.push(zone);
    }
    const bound = zones.reduce((sum, zone) => sum + zone.value, 0) + prices.reduce((sum, price) => sum + price, 0);
    if (best === null || bound < best.bound - 1e-9) {
      best = { bound, prices: prices.slice(), zones };
      stale = 0;
    } else stale += 1;
    if (stale >= 4) {
      length /= 2;
      stale = 0;
    }
    const aim = Number.isFinite(target) ? target : bound - Math.max(1, Math.abs(bound) / 20);
    const moved = stepped(model, from, { prices, zones, shares, by: length * (bound - aim) });
    if (!moved || bound <= target) break;
  }
  if (best === null) return null;
  const bound = Math.min(best.bound, from.bound);
  return { box: { ...from, prices: best.prices, bound, threes: threesLeft(from, best, target) }, zones: best.zones, shares };
}

interface Stepping {
  readonly prices: Float64Array;
  readonly zones: readonly Priced[];
  readonly shares: Float64Array;
  readonly by: number;
}

/** Prices up where zones share a unit, down where none takes it; false where nothing changes. */
function stepped({ units, must }: Model, { allowed }: Box, { prices, zones, shares, by }: Stepping): boolean {
  const count = zones.length + 1;
  const slope = new Float64Array(units);
  let square = 0;
  for (let unit = 0; unit < units; unit += 1) {
    let times = 0;
    for (const [zone, { taken }] of zones.entries()) {
      const at = unit * count + zone + 1;
      times += taken[unit] ?? 0;
      shares[at] = fading * (shares[at] ?? 0) + (1 - fading) * (taken[unit] ?? 0);
    }
    const one = allowed[unit] ?? 0;
    const settled = (one & (one - 1)) === 0;
    const free = must[unit] || (prices[unit] ?? 0) > 0;
    slope[unit] = settled || (times === 0 && !free) ? 0 : 1 - times;
    square += (slope[unit] ?? 0) ** 2;
  }
  if (square === 0) return false;
  for (let unit = 0; unit < units; unit += 1) {
    const next = (prices[unit] ?? 0) - (Math.max(by, 1e-9) / square) * (slope[unit] ?? 0);
    prices[unit] = must[unit] ? next : Math.max(0, next);
  }
  return true;
}

const fading = 0.8;

function threesLeft(
  { threes }: Box,
  best: { readonly bound: number; readonly zones: readonly Priced[] },
  target: number,
): readonly Int32Array[] {
  return threes.map((own, place) => {
    const zone = best.zones[place];
    return own.filter((_, at) => !zone || best.bound - zone.value + (zone.each[at] ?? 0) > target);
  });
}
