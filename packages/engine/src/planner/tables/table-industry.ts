// Output outside the three largest industries of every subset: exactly, or from below as the sum of what two parts have by themselves
// (joining two sets never makes less of it).

export interface Industries {
  readonly count: number;
  /** Outputs of the subsets of the low units, industry by industry: [set · count + industry]; of the high ones likewise. */
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** What the subsets of the first few units have outside their own three largest. */
  readonly fewRest: Float64Array;
}

/** The bound takes the first few units by themselves; they should be those with the least output. */
const few = 4;

/** `outputs[unit]`: by industry, in units of cost. */
export function industriesOf(outputs: readonly (readonly number[])[], low: number): Industries {
  const count = outputs[0]?.length ?? 0;
  const lowSums = sums(outputs.slice(0, low), count);
  const none = new Float64Array(count);
  const fewRest = Float64Array.from({ length: 1 << Math.min(few, low) }, (_, set) =>
    rest({ left: lowSums, right: none, count }, set * count, 0),
  );
  return { count, low: lowSums, high: sums(outputs.slice(low), count), fewRest };
}

function sums(outputs: readonly (readonly number[])[], count: number): Float64Array {
  const all = new Float64Array((1 << outputs.length) * count);
  for (const [bit, own] of outputs.entries()) {
    for (let set = 1 << bit; set < 2 << bit; set += 1) {
      for (let at = 0; at < count; at += 1) all[set * count + at] = (all[(set ^ (1 << bit)) * count + at] ?? 0) + (own[at] ?? 0);
    }
  }
  return all;
}

interface Two {
  readonly left: Float64Array;
  readonly right: Float64Array;
  readonly count: number;
}

/** Two subsets together, each a row from its place on. */
function rest({ left, right, count }: Two, at: number, by: number): number {
  if (count <= 3) return 0;
  let sum = 0;
  let [first, second, third] = [0, 0, 0];
  for (let industry = 0; industry < count; industry += 1) {
    const output = (left[at + industry] ?? 0) + (right[by + industry] ?? 0);
    sum += output;
    if (output <= third) continue;
    if (output <= second) third = output;
    else {
      third = second;
      if (output <= first) second = output;
      else {
        second = first;
        first = output;
      }
    }
  }
  return sum - first - second - third;
}

export function exactRest(industries: Industries, low: number, high: number): number {
  const { count } = industries;
  return rest({ left: industries.low, right: industries.high, count }, low * count, high * count);
}

/** For the subsets of one high half, at most what they have, into `into`. */
export function fillLeastRests(industries: Industries, high: number, into: Float64Array): void {
  const { fewRest } = industries;
  for (let first = 0; first < into.length; first += fewRest.length) {
    const others = exactRest(industries, first, high);
    for (let set = 0; set < fewRest.length; set += 1) into[first + set] = others + (fewRest[set] ?? 0);
  }
}

export function fillExactRests(industries: Industries, high: number, into: Float64Array): void {
  for (let set = 0; set < into.length; set += 1) into[set] = exactRest(industries, set, high);
}
