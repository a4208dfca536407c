// In how many pieces the parks of every subset lie: units are put in one by one, and those that touch grow together.

/** Units as fragments: the connected parts a unit itself has. Usually one unit is one fragment. */
export interface Fragments {
  readonly count: number;
  /** For each unit, its fragments. */
  readonly ofUnit: readonly (readonly number[])[];
  /** For each fragment, as bits, those it touches. */
  readonly touches: Int32Array;
}

/** null: more fragments than an integer has bits. */
export function fragmentsOf(units: readonly (readonly number[])[], touches: readonly (readonly number[])[]): Fragments | null {
  const parts = units.map((unit) => partsOf(unit, touches));
  const all = parts.flat();
  if (all.length > 31) return null;
  const fragmentOf = new Map(all.flatMap((part, fragment) => part.map((park) => [park, fragment] as const)));
  const bitsOf = (parks: readonly number[]) =>
    parks.reduce((bits, park) => {
      const fragment = fragmentOf.get(park);
      return fragment === undefined ? bits : bits | (1 << fragment);
    }, 0);
  return {
    count: all.length,
    ofUnit: parts.map((own) => own.map((part) => fragmentOf.get(part[0] ?? -1) ?? 0)),
    touches: Int32Array.from(all, (part, fragment) => bitsOf(part.flatMap((park) => touches[park] ?? [])) & ~(1 << fragment)),
  };
}

/** The connected parts of a unit. */
function partsOf(unit: readonly number[], touches: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const left = new Set(unit);
  const parts: number[][] = [];
  for (const first of unit) {
    if (!left.delete(first)) continue;
    const part = [first];
    for (const park of part) part.push(...(touches[park] ?? []).filter((other) => left.delete(other)));
    parts.push(part);
  }
  return parts;
}

/**
 * Writes the pieces of all subsets of the low units with one high half from place `at` on; for each high half in turn. Units are put in
 * from the highest down. A piece is known by the lower fragments it touches; one that touches none is only counted.
 */
export function pieceCounter(fragments: Fragments, low: number, pieces: Uint8Array): (high: number, at: number) => void {
  const { count, ofUnit } = fragments;
  const width = count + 1;
  const stack = new Int32Array((low + 2) * width);
  const steps = stepsOf(fragments);
  const lastThree = low > 2 && ofUnit.slice(0, 3).every((own) => own.length === 1) ? lastThreeOf(fragments, stack, pieces) : null;

  /** The pieces at `from` with one unit more, at `to`. Pieces: those that are open × 256 + all. */
  function grow(from: number, to: number, unit: number, parts: number): number {
    let [at, now] = [from, parts];
    for (let step = steps.first[unit] ?? 0; step < (steps.first[unit + 1] ?? 0); step += 1) {
      now = growOne(at, to, step, now);
      at = to;
    }
    return now;
  }

  function growOne(from: number, to: number, step: number, parts: number): number {
    const fragment = steps.fragment[step] ?? 0;
    const lower = steps.lower[step] ?? 0;
    const end = from + (parts >> 8);
    let grown = steps.touches[step] ?? 0;
    let kept = to;
    let met = 0;
    for (let part = from; part < end; part += 1) {
      const touched = stack[part] ?? 0;
      const hit = (touched >>> fragment) & 1;
      grown |= touched & -hit;
      met += hit;
      const rest = touched & lower;
      stack[kept] = rest;
      kept += whether(rest) & ~hit & 1;
    }
    grown &= lower;
    stack[kept] = grown;
    kept += whether(grown) & 1;
    return ((kept - to) << 8) | ((parts & 255) + 1 - met);
  }

  function walk(unit: number, from: number, parts: number, at: number): void {
    if (unit === 2 && lastThree !== null) lastThree(from, parts, at);
    else if (unit < 0) pieces[at] = parts & 255;
    else {
      walk(unit - 1, from, parts, at);
      const to = from + width;
      const grown = grow(from, to, unit, parts);
      walk(unit - 1, to, grown, at | (1 << unit));
    }
  }

  return (high, at) => {
    let parts = 0;
    for (let left = high; left !== 0; ) {
      const top = 31 - Math.clz32(left);
      parts = grow(0, 0, low + top, parts);
      left ^= 1 << top;
    }
    walk(low - 1, 0, parts, at);
  };
}

/** The fragments of all units in a row, with those that are still to come after each: the other ones of its unit, and all lower ones. */
function stepsOf({ ofUnit, touches }: Fragments) {
  const all = ofUnit.flat();
  const own = ofUnit.flatMap((unit) => unit.map(() => unit.reduce((bits, fragment) => bits | (1 << fragment), 0)));
  const firsts = ofUnit.flatMap((unit) => unit.map(() => unit[0] ?? 0));
  const before = (unit: number) => ofUnit.slice(0, unit).reduce((sum, one) => sum + one.length, 0);
  return {
    first: Int32Array.from({ length: ofUnit.length + 1 }, (_, unit) => before(unit)),
    fragment: Int32Array.from(all),
    touches: Int32Array.from(all, (fragment) => touches[fragment] ?? 0),
    lower: Int32Array.from(all, (_, step) => ((1 << (firsts[step] ?? 0)) - 1) | (own[step] ?? 0)),
  };
}

/** All eight subsets of the three lowest units at once, where each is one fragment: how many pieces each, two, and three of them touch. */
function lastThreeOf({ touches }: Fragments, stack: Int32Array, pieces: Uint8Array): (from: number, parts: number, at: number) => void {
  const [meetA, meetB, meetC] = [((touches[0] ?? 0) >>> 1) & 1, ((touches[0] ?? 0) >>> 2) & 1, ((touches[1] ?? 0) >>> 2) & 1];
  return (from, parts, at) => {
    const all = parts & 255;
    const end = from + (parts >> 8);
    let [zero, one, two, zeroOne, zeroTwo, oneTwo, three] = [0, 0, 0, 0, 0, 0, 0];
    for (let part = from; part < end; part += 1) {
      const touched = stack[part] ?? 0;
      const a = touched & 1;
      const b = (touched >>> 1) & 1;
      const c = (touched >>> 2) & 1;
      zero += a;
      one += b;
      two += c;
      zeroOne += a & b;
      zeroTwo += a & c;
      oneTwo += b & c;
      three += a & b & c;
    }
    const joinA = whether(meetA + zeroOne) & 1;
    const joinB = whether(meetB + zeroTwo) & 1;
    const joinC = whether(meetC + oneTwo) & 1;
    pieces[at] = all;
    pieces[at | 1] = all + 1 - zero;
    pieces[at | 2] = all + 1 - one;
    pieces[at | 4] = all + 1 - two;
    pieces[at | 3] = all + 2 - (zero + one - zeroOne) - joinA;
    pieces[at | 5] = all + 2 - (zero + two - zeroTwo) - joinB;
    pieces[at | 6] = all + 2 - (one + two - oneTwo) - joinC;
    // Three that are joined three times over are one piece all the same.
    pieces[at | 7] = all + 3 - (zero + one + two - zeroOne - zeroTwo - oneTwo + three) - Math.min(2, joinA + joinB + joinC);
  };
}

/** −1, all bits, where any bit is set, else 0: branches that go either way by chance would cost more than all else here. */
function whether(bits: number): number {
  return (bits | -bits) >> 31;
}
