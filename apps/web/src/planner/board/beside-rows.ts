// Keeping a provincial sum (staff, platforms, budget) after a drag: what changed is asked for again at rising prices of that sum, until the
// plan keeps it. Not a search for the best: the answer is measured against a bound that holds all the same.
import type { Costed, Prices, RuleUse } from '@zhenghe/engine/planner';

export type Attempt<T> = (prices: Prices) => Promise<T | null>;

interface Tried {
  readonly cost: number;
  readonly breaks: readonly RuleUse[];
}

export interface Work {
  /** Times a price is raised, and times the step between a broken and a kept sum is halved. */
  readonly rises: number;
  readonly halvings: number;
}

const free: Prices = { staff: 0, platform: 0, budget: 0 };
/** How much a price is raised each time. */
const rise = 8;

/** The cheapest tried that breaks no rule; null: none does. */
export async function keepingRows<T extends Tried>(broken: T & Costed, attempt: Attempt<T>, work: Work): Promise<T | null> {
  const pricesAt = pricesFor(broken);
  if (pricesAt === null) return null;
  let [low, high] = [0, 1];
  let best: T | null = null;
  for (let step = 0; step < work.rises && best === null; step += 1, high *= rise) {
    best = await legal(attempt, pricesAt(high));
    if (best === null) low = high;
    else break;
  }
  for (let step = 0; step < work.halvings && best !== null; step += 1) {
    const middle = (low + high) / 2;
    const found = await legal(attempt, pricesAt(middle));
    if (found === null) low = middle;
    else high = middle;
    if (found !== null && found.cost < best.cost) best = found;
  }
  return best;
}

async function legal<T extends Tried>(attempt: Attempt<T>, prices: Prices): Promise<T | null> {
  const found = await attempt(prices);
  return found !== null && found.breaks.length === 0 ? found : null;
}

/** Prices of the sum that is broken, in steps of a hundredth of what the plan costs for a unit of it. */
function pricesFor({ breaks, cost, staff, zones, budget }: Tried & Costed): ((times: number) => Prices) | null {
  const has = (rule: RuleUse['rule']) => breaks.some((use) => use.rule === rule);
  const unit = (sum: number) => (0.01 * Math.abs(cost)) / Math.max(1e-9, sum);
  if (has('staff-share')) return (times) => ({ ...free, staff: times * unit(staff.of) });
  if (has('platforms')) return (times) => ({ ...free, platform: -times * unit(zones) });
  return has('budget') ? (times) => ({ ...free, budget: times * unit(budget) }) : null;
}
