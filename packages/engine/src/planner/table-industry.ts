// Output outside the three largest industries of every subset: exactly, or from below as the sum of what both halves have by themselves
// (joining two sets never makes less of it).

export interface Industries {
  readonly count: number;
  /** Outputs of the subsets of the low units, industry by industry: [set · count + industry]; of the high ones likewise. */
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** What the subsets have outside their own three largest. */
  readonly lowRest: Float64Array;
  readonly highRest: Float64Array;
}

/** `outputs[unit]`: by industry, in units of cost. */
export function industriesOf(outputs: readonly (readonly number[])[], low: number): Industries {
  const count = outputs[0]?.length ?? 0;
  const lowSums = sums(outputs.slice(0, low), count);
  const highSums = sums(outputs.slice(low), count);
  return { count, low: lowSums, high: highSums, lowRest: rests(lowSums, count), highRest: rests(highSums, count) };
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

function rests(all: Float64Array, count: number): Float64Array {
  const none = new Float64Array(count);
  const sets = count === 0 ? 1 : all.length / count;
  return Float64Array.from({ length: sets }, (_, set) => rest({ left: all, right: none, count }, set * count, 0));
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

export function leastRest(industries: Industries, low: number, high: number): number {
  return (industries.lowRest[low] ?? 0) + (industries.highRest[high] ?? 0);
}
