// Carries a figure (area, output, tax) through lineage acts so that the whole is the same before and after (F01).
import { type Day, Decimal, type DecimalText } from '../kernel/index.ts';
import { type ActProblem, actProblems } from './act-problems.ts';
import { inOrder } from './alive.ts';
import type { LineageAct } from './zone.ts';

export interface CarriedSums {
  /** By zone, as of the day. A zone without a figure is absent: that is not zero. */
  readonly sums: ReadonlyMap<string, DecimalText>;
  /** What dissolved zones left to no named receiver, by the zone that ended. */
  readonly ended: ReadonlyMap<string, DecimalText>;
  /** Acts that could not be carried out as recorded; their sources keep what they had. */
  readonly problems: readonly ActProblem[];
}

type Ledger = Map<string, Decimal>;

/** Decimals kept in a share of a figure: what a decimal text can hold. The last receiver takes what rounding leaves. */
const places = 12;

/** `sums` and `ended` together always add up to `base`. Acts up to and on `day` count. */
export function carrySums(acts: readonly LineageAct[], base: ReadonlyMap<string, DecimalText>, day: Day): CarriedSums {
  const sums: Ledger = new Map([...base].map(([zone, value]) => [zone, new Decimal(value)]));
  const ended: Ledger = new Map();
  const problems: ActProblem[] = [];
  for (const act of inOrder(acts)) {
    if (act.on > day) break;
    const found = actProblems(act);
    if (found.length > 0) problems.push(...found);
    else carryOut(act, sums, ended);
  }
  return { sums: texts(sums), ended: texts(ended), problems };
}

function carryOut(act: LineageAct, sums: Ledger, ended: Ledger): void {
  // A conversion to no other body keeps its figure where it is.
  if (act.to.length === 0 && act.kind !== 'dissolve') return;
  // All sources are read before any receiver is written: one act may take from and give to the same zone.
  const taken = act.from.flatMap((zone) => {
    const value = sums.get(zone);
    return value ? [{ zone, value }] : [];
  });
  for (const { zone } of taken) sums.delete(zone);
  for (const { zone, value } of taken) {
    const given = portions(act, zone, value);
    if (given.length === 0) add(ended, zone, value);
    for (const portion of given) add(sums, portion.to, portion.value);
  }
}

interface Portion {
  readonly to: string;
  readonly value: Decimal;
}

function portions(act: LineageAct, zone: string, value: Decimal): readonly Portion[] {
  const shares = (act.shares ?? []).filter((share) => share.from === zone);
  const only = act.to[0];
  if (shares.length === 0) return only === undefined ? [] : [{ to: only, value }];
  let left = value;
  return shares.map(({ to, share }, index) => {
    const portion = index === shares.length - 1 ? left : value.times(share).toDecimalPlaces(places);
    left = left.minus(portion);
    return { to, value: portion };
  });
}

function add(ledger: Ledger, zone: string, value: Decimal): void {
  ledger.set(zone, (ledger.get(zone) ?? new Decimal(0)).plus(value));
}

function texts(ledger: Ledger): ReadonlyMap<string, DecimalText> {
  return new Map([...ledger].map(([zone, value]) => [zone, value.toFixed()]));
}
