// Targets (F36–F38): S2 (2019 → 2021, 2025), S4 (2027), Pujiang (2025) with base year, calibre and scope; progress from approved figures,
// the pace still needed, and a refusal where two definitions would stand on one chart.
import { z } from 'zod';
import { IndicatorCode, Period } from './indicator-wire.ts';
import { Bilingual, Citation, Dataset, Day, DecimalString, Missing } from './kernel.ts';
import { procedure } from './procedure.ts';

export const TargetLine = z.object({
  /** pack/id */
  id: z.string(),
  clause: Citation,
  document: Bilingual,
  status: z.enum(['draft', 'final']),
  jurisdiction: z.string(),
  title: Bilingual,
  group: Bilingual,
  unit: z.string(),
  starred: z.boolean(),
  base: z.object({ value: DecimalString.nullable(), year: z.string().nullable(), note: Bilingual.nullable() }),
  goal: z.object({ value: DecimalString, sense: z.enum(['at-least', 'at-most']), year: z.string() }),
  calibre: Bilingual.nullable(),
  /** What measures it and over whom; null where the library has nothing that means the same, and `why` says so. */
  measuredBy: z.object({ indicator: IndicatorCode, name: Bilingual, scope: Bilingual }).nullable(),
  why: Bilingual.nullable(),
  actual: z
    .object({
      value: DecimalString.nullable(),
      missing: Missing.shape.missing.nullable(),
      period: Period,
      of: z.number(),
      expected: z.number(),
      publication: z.number(),
    })
    .nullable(),
  series: z.array(z.object({ period: Period, value: DecimalString.nullable() })),
  /**
   * Change a year so far and change a year still needed, in the unit; null without a figure or with the year past. `sofar` is null where
   * the base is missing, of other units than the figure, or of the same year.
   */
  pace: z.object({ sofar: DecimalString.nullable(), needed: DecimalString.nullable(), yearsLeft: DecimalString }).nullable(),
  state: z.enum(['met', 'on-pace', 'behind', 'past-due', 'unknown']),
});
export type TargetLine = z.infer<typeof TargetLine>;

export const targets = {
  sheet: procedure
    .route({ method: 'GET', path: '/targets' })
    .input(
      z.object({
        dataset: Dataset,
        on: Day,
        place: z
          .string()
          .regex(/^33\d{4}$/)
          .default('330000'),
      }),
    )
    .output(
      z.object({
        lines: z.array(TargetLine),
        /** A narrower target beside the wider one: 45 % < 55 %, with the note. */
        beside: z.array(z.object({ county: z.string(), province: z.string(), comparable: z.boolean(), note: Bilingual })),
      }),
    ),
  /** Whether these lines may stand on one chart: the reason where not, both definitions named. */
  compare: procedure
    .route({ method: 'GET', path: '/targets/comparison' })
    .input(
      z.object({
        dataset: Dataset,
        on: Day,
        ids: z
          .string()
          .max(600)
          .transform((text) => text.split(',')),
      }),
    )
    .output(z.object({ comparable: z.boolean(), reason: Bilingual.nullable(), lines: z.array(TargetLine) })),
};
