// An indicator and a form as they travel: what the library shows, what a definition proposes, what a bundle holds.
import {
  accruals,
  calibreIdPattern,
  directions,
  gatherings,
  indicatorCode,
  indicatorGroups,
  publications,
} from '@zhenghe/engine/indicators';
import { grains, isPeriod } from '@zhenghe/engine/kernel';
import { audiences, formCode, severities } from '@zhenghe/engine/statistics';
import { z } from 'zod';
import { Bilingual, Citation, Day, DecimalString, Text } from './kernel.ts';

export const Period = z.string().refine(isPeriod, 'expected a period: 2021, 2021-H1, 2021-Q1 or 2021-05');
export const Grain = z.enum(grains);
export const IndicatorCode = z.string().regex(indicatorCode);
export const FormCode = z.string().regex(formCode);
const Words = z.strictObject({ zh: Text.trim().min(1).max(600), en: Text.trim().min(1).max(1200) });
const calibreId = z.string().regex(calibreIdPattern);

export const Calibre = z.strictObject({
  id: calibreId,
  from: Period.nullable(),
  title: Words,
  note: Words.nullable(),
  clause: Citation.nullable(),
  comparable: z.boolean(),
});

export const Indicator = z.strictObject({
  code: IndicatorCode,
  name: Words,
  aliases: z.array(Text.trim().min(1).max(80)).max(20),
  meaning: Words,
  group: z.enum(indicatorGroups),
  unit: Text.trim().min(1).max(30),
  decimals: z.number().int().min(0).max(8),
  direction: z.enum(directions),
  formula: Text.trim().min(1).max(2000).nullable(),
  numerator: Words.nullable(),
  denominator: Words.nullable(),
  accrual: z.enum(accruals),
  gathering: z.enum(gatherings),
  weight: IndicatorCode.nullable(),
  source: Words,
  owner: Words,
  frequency: Grain,
  warning: DecimalString.nullable(),
  good: DecimalString.nullable(),
  least: DecimalString.nullable(),
  most: DecimalString.nullable(),
  publication: z.enum(publications),
  starred: z.boolean(),
  calibres: z.array(Calibre).min(1).max(20),
  clause: Citation.nullable(),
  note: Words.nullable(),
  mergedInto: IndicatorCode.nullable(),
  retired: z.boolean(),
});
export type Indicator = z.infer<typeof Indicator>;

const keys = z.array(z.string().max(130)).max(300);
const checkHead = {
  id: z.string().regex(/^[a-z0-9-]{1,60}$/),
  title: Words,
  severity: z.enum(severities),
  clause: Citation.nullable(),
};
export const FormCheck = z.discriminatedUnion('kind', [
  z.strictObject({
    ...checkHead,
    kind: z.literal('arithmetic'),
    left: Text.min(1).max(1000),
    relation: z.enum(['=', '<=', '>=']),
    right: Text.min(1).max(1000),
    tolerance: DecimalString,
  }),
  z.strictObject({ ...checkHead, kind: z.literal('unit-slip'), rows: keys, factors: z.array(DecimalString).min(1).max(8) }),
  z.strictObject({
    ...checkHead,
    kind: z.literal('jump'),
    rows: keys,
    yearOnYear: DecimalString,
    modifiedZ: DecimalString,
    least: z.number().int().min(3).max(60),
  }),
  z.strictObject({ ...checkHead, kind: z.literal('peers'), rows: keys, modifiedZ: DecimalString, least: z.number().int().min(3).max(500) }),
  z.strictObject({
    ...checkHead,
    kind: z.literal('triangle'),
    tax: IndicatorCode,
    electricity: IndicatorCode,
    land: IndicatorCode,
    spread: DecimalString,
  }),
  z.strictObject({ ...checkHead, kind: z.literal('within'), rows: keys }),
]);

export const Form = z.strictObject({
  code: FormCode,
  title: Words,
  about: Words,
  audience: z.enum(audiences),
  frequency: Grain,
  from: Day,
  to: Day.nullable(),
  groups: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[a-z0-9-]{1,60}$/),
        title: Words,
        rows: z
          .array(z.strictObject({ indicator: IndicatorCode, required: z.boolean(), help: Words.nullable(), calibre: calibreId.nullable() }))
          .min(1)
          .max(200),
      }),
    )
    .min(1)
    .max(30),
  dueDays: z.number().int().min(1).max(120),
  levelDays: z.number().int().min(1).max(60),
  dueFrom: z.enum(['text', 'product-default']),
  checks: z.array(FormCheck).max(100),
  clause: Citation.nullable(),
  note: Words.nullable(),
});
export type Form = z.infer<typeof Form>;

/** A tag (标签, F85): a rule over indicators that is true or false for a zone, for a time. */
export const Tag = z.strictObject({
  code: FormCode,
  name: Words,
  meaning: Words,
  /** A comparison over indicators: `税收 / 用地 >= 30 万元/亩` is written `tax_per_mu >= 30`; `and`, `or`, `not` as `&&`, `||`, `!`. */
  rule: Text.trim().min(1).max(2000),
  grain: Grain,
  source: Words,
  owner: Words,
  expires: Day,
});
export type Tag = z.infer<typeof Tag>;

/** Where a formula or a definition is wrong: characters `from`..`to` of the named field. */
export const DefinitionProblem = z.object({
  /** 'formula', 'code', 'groups.0.rows.3.indicator' … */
  field: z.string(),
  from: z.number().nullable(),
  to: z.number().nullable(),
  message: Bilingual,
});
export type DefinitionProblem = z.infer<typeof DefinitionProblem>;
