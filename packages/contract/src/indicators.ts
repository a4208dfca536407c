// The indicator library (F35): what each figure means, how it is made, whose it is, and where it is used.
import { indicatorGroups } from '@zhenghe/engine/indicators';
import { z } from 'zod';
import { DefinitionProblem, Indicator, IndicatorCode } from './indicator-wire.ts';
import { Bilingual, Dataset, Day, Flag, Text } from './kernel.ts';
import { procedure } from './procedure.ts';

export * from './indicator-wire.ts';

/** What a line of the library shows. */
export const IndicatorRow = Indicator.extend({
  /** Pack it ships with; null for one made in the product. */
  pack: z.string().nullable(),
  /** 0 as it ships; 1, 2 … as changed in the product. */
  version: z.number(),
  uses: z.number(),
});
export type IndicatorRow = z.infer<typeof IndicatorRow>;

/** A place that names the indicator: a formula, a form, a target, a tag. */
export const IndicatorUse = z.object({
  noun: z.enum(['indicators', 'forms', 'targets', 'tags']),
  code: z.string(),
  title: Bilingual,
  link: z.string(),
});

export const FormulaPart = z.object({ from: z.number(), to: z.number(), code: IndicatorCode, name: Bilingual, unit: z.string() });

export const indicators = {
  library: procedure
    .route({ method: 'GET', path: '/indicators' })
    .input(
      z.object({
        dataset: Dataset,
        on: Day,
        search: Text.max(80).default(''),
        group: z.enum(indicatorGroups).optional(),
        kind: z.enum(['filed', 'derived']).optional(),
        retired: Flag.default(false),
      }),
    )
    .output(z.array(IndicatorRow)),
  get: procedure
    .route({ method: 'GET', path: '/indicators/{code}' })
    .input(z.object({ code: IndicatorCode, dataset: Dataset, on: Day }))
    .output(
      z.object({
        indicator: IndicatorRow,
        /** The formula down to filed indicators, in Chinese names; null for a filed one. */
        written: z.string().nullable(),
        parts: z.array(FormulaPart),
        uses: z.array(IndicatorUse),
        /** Codes that were merged into it. */
        absorbed: z.array(z.object({ code: IndicatorCode, name: Bilingual })),
      }),
    ),
  /** A formula as it is typed: what it rests on and the unit it comes to, or where it is wrong. */
  formula: procedure
    .route({ method: 'POST', path: '/indicators/formula' })
    .input(z.object({ dataset: Dataset, on: Day, code: IndicatorCode.nullable(), formula: Text.max(2000), unit: Text.max(30).nullable() }))
    .output(z.object({ problems: z.array(DefinitionProblem), parts: z.array(FormulaPart), unit: z.string().nullable() })),
  /** What merging a duplicate into another would do; refused by any problem. Proposed as a definition with `mergedInto`. */
  merging: procedure
    .route({ method: 'GET', path: '/indicators/{code}/merging' })
    .input(z.object({ code: IndicatorCode, into: IndicatorCode, dataset: Dataset, on: Day }))
    .output(
      z.object({
        problems: z.array(DefinitionProblem),
        /** Figures that come along, and figures that stand under both codes for one unit and period and agree. */
        figures: z.number(),
        same: z.number(),
        /** The first of those that differ. */
        differing: z.array(z.object({ unit: z.string(), name: z.string(), period: z.string(), one: z.string(), other: z.string() })),
        uses: z.array(IndicatorUse),
      }),
    ),
  /** Library, forms and tags as one JSON file, to be brought into another installation. */
  bundle: procedure
    .route({ method: 'GET', path: '/indicators/bundle.json' })
    .input(z.object({ dataset: Dataset, on: Day }))
    .output(z.file()),
  /** What a bundle would change, definition by definition; with `propose` those that are new or changed are proposed. */
  readBundle: procedure
    .route({ method: 'POST', path: '/indicators/bundle' })
    .input(
      z.object({
        dataset: Dataset,
        on: Day,
        from: Day,
        file: z.file(),
        propose: Flag.default(false),
        reason: Text.trim().max(500).default(''),
      }),
    )
    .output(
      z.object({
        problems: z.array(z.object({ kind: z.string(), code: z.string(), problem: DefinitionProblem })),
        definitions: z.array(z.object({ kind: z.string(), code: z.string(), effect: z.enum(['add', 'change', 'same']) })),
        proposed: z.number(),
      }),
    ),
};
