// What goes wrong in the training figures, as in life: a figure in 亿元 where 万元 were asked, approved and corrected later; cells without a
// figure, with the reason; sheets that come late. All drawn by the unit and the period, so that one flaw does not move another.
import type { MissingReason } from '@zhenghe/engine/kernel';
import { chanceOf } from './statistics-profile.ts';
import type { FiledGrain } from './statistics-values.ts';

const purpose = 20_170_701;
const reasons: readonly [MissingReason, ...MissingReason[]] = ['not-collected', 'not-applicable', 'secret', 'not-reported'];
/** Indicators whose slip is plain to see. */
const slipping = ['gross_output', 'tax_revenue', 'fixed_investment', 'trade_total', 'electricity'] as const;

export interface SheetFlaw {
  readonly late: boolean;
  /** Codes without a figure, with the reason. */
  readonly missing: ReadonlyMap<string, MissingReason>;
  /** Code of a figure that was filed ten thousand times too small or too large; null for none. */
  readonly slip: { readonly code: string; readonly up: boolean } | null;
}

/** Slips stand in months that are old enough to have been corrected since. */
export function flawOfSheet(
  unit: string,
  { grain, index }: { readonly grain: FiledGrain; readonly index: number },
  codes: readonly string[],
): SheetFlaw {
  const { whole, pick } = chanceOf(`${unit} ${grain} ${index}`, purpose);
  const late = whole(1, 1000) <= 18;
  const drawn = whole(1, 1000);
  const reason = pick(reasons);
  const at = whole(0, codes.length - 1);
  const absent = drawn <= 2;
  const one = drawn > 2 && drawn <= 45 ? codes[at] : undefined;
  const missing = absent ? codes.map((code) => [code, 'not-reported'] as const) : one === undefined ? [] : [[one, reason] as const];
  const slips = grain === 'month' && index < 60 && whole(1, 1000) <= 2;
  const slip = { code: slipping[whole(0, slipping.length - 1)] ?? slipping[0], up: whole(1, 4) === 1 };
  const kept = new Map<string, MissingReason>(missing);
  return { late, missing: kept, slip: slips && !kept.has(slip.code) ? slip : null };
}

/** As it was filed by mistake, in hundredths. */
export function slipped(hundredths: number, up: boolean): number {
  return up ? hundredths * 10_000 : Math.round(hundredths / 10_000);
}
