// In how many pieces the parks of every subset lie: units are added one by one, and those that touch grow together.

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

/** Writes the pieces of all subsets of the low units with one high half from place `at` on; for each high half in turn. */
export function pieceCounter(fragments: Fragments, low: number, pieces: Uint8Array): (high: number, at: number) => void {
  const { count, ofUnit, touches } = fragments;
  const width = count + 1;
  const stack = new Int32Array((low + 2) * width);
  const single = Int32Array.from(ofUnit.map((own) => (own.length === 1 ? (own[0] ?? -1) : -1)));

  /** The parts at `from` with one fragment more, written to `to` (which may be `from`); answers how many there are then. */
  function grow(from: number, parts: number, fragment: number, to: number): number {
    const touch = touches[fragment] ?? 0;
    let grown = 1 << fragment;
    let kept = to;
    for (let part = from; part < from + parts; part += 1) {
      const one = stack[part] ?? 0;
      if ((one & touch) !== 0) grown |= one;
      else stack[kept++] = one;
    }
    stack[kept++] = grown;
    return kept - to;
  }

  function growUnit(from: number, parts: number, unit: number, to: number): number {
    const fragment = single[unit] ?? -1;
    if (fragment >= 0) return grow(from, parts, fragment, to);
    let now = parts;
    stack.copyWithin(to, from, from + parts);
    for (const one of ofUnit[unit] ?? []) now = grow(to, now, one, to);
    return now;
  }

  const [one, other] = [single[0] ?? -1, single[1] ?? -1];
  const paired = low > 1 && one >= 0 && other >= 0;
  const [touchOne, touchOther] = [touches[one] ?? 0, touches[other] ?? 0];
  const meet = (touchOne >>> other) & 1;

  /** All four subsets of the two lowest units at once, where each is one fragment. */
  function walkLast(from: number, parts: number, at: number): void {
    let [byOne, byOther, byBoth] = [0, 0, 0];
    for (let part = from; part < from + parts; part += 1) {
      const grown = stack[part] ?? 0;
      const a = (grown & touchOne) === 0 ? 0 : 1;
      const b = (grown & touchOther) === 0 ? 0 : 1;
      byOne += a;
      byOther += b;
      byBoth += a & b;
    }
    pieces[at] = parts;
    pieces[at | 1] = parts + 1 - byOne;
    pieces[at | 2] = parts + 1 - byOther;
    pieces[at | 3] = parts - (byOne + byOther - byBoth) + (meet + byBoth > 0 ? 1 : 2);
  }

  function walk(unit: number, from: number, parts: number, at: number): void {
    if (unit === 1 && paired) {
      walkLast(from, parts, at);
      return;
    }
    if (unit < 0) {
      pieces[at] = parts;
      return;
    }
    walk(unit - 1, from, parts, at);
    const to = from + width;
    walk(unit - 1, to, growUnit(from, parts, unit, to), at | (1 << unit));
  }

  return (high, at) => {
    let parts = 0;
    for (let left = high, unit = low; left !== 0; left >>>= 1, unit += 1) {
      if ((left & 1) !== 0) parts = growUnit(0, parts, unit, 0);
    }
    walk(low - 1, 0, parts, at);
  };
}
