// The shape of indicators.yaml, forms.yaml and tags.yaml: the library of S4-三(四) as data. Terse on purpose: what is left out is what
// most lines would say, and is filled in here once, so that the engine sees whole definitions.

import {
  accruals,
  calibreIdPattern,
  directions,
  gatherings,
  indicatorCode,
  indicatorGroups,
  publications,
} from '@zhenghe/engine/indicators';
import { grains, isDay, isDecimalText, isPeriod } from '@zhenghe/engine/kernel';
import { audiences, formCode, severities } from '@zhenghe/engine/statistics';
import { z } from 'zod';

const day = z.string().refine(isDay, 'expected a date YYYY-MM-DD');
const decimal = z.string().refine(isDecimalText, 'expected a decimal number as text');
const period = z.string().refine(isPeriod, 'expected a period: 2021, 2021-H1, 2021-Q1 or 2021-05');
const words = z.strictObject({ zh: z.string().min(1).max(600), en: z.string().min(1).max(1200) });
const code = z.string().regex(indicatorCode);
const calibreId = z.string().regex(calibreIdPattern);

/** Documents outside the seeds have letters of their own: N national, Z of Zhejiang or one of its places. */
export const clauseCode = z.string().regex(/^[NSZ]\d+-\S+$/, 'expected a clause code such as S2-(七), N1-对外开放 or Z4-规上');

/** Of the pack itself, or of another one named with it. */
export const cited = z.union([clauseCode, z.strictObject({ pack: z.string(), clause: clauseCode })]);

const calibre = z.strictObject({
  id: calibreId,
  from: period.nullable().default(null),
  title: words,
  note: words.nullable().default(null),
  clause: cited.nullable().default(null),
  comparable: z.boolean().default(true),
});

const indicatorFields = {
  code,
  name: words,
  aliases: z.array(z.string().min(1).max(80)).max(20).default([]),
  meaning: words,
  group: z.enum(indicatorGroups),
  unit: z.string().min(1).max(30),
  decimals: z.number().int().min(0).max(8).default(2),
  direction: z.enum(directions).default('none'),
  formula: z.string().min(1).max(2000).nullable().default(null),
  numerator: words.nullable().default(null),
  denominator: words.nullable().default(null),
  accrual: z.enum(accruals).default('flow'),
  /** Left out: a sum for what is filed, Σ÷Σ for what has a formula. */
  gathering: z.enum(gatherings).optional(),
  weight: code.nullable().default(null),
  source: words,
  owner: words,
  frequency: z.enum(grains).default('year'),
  warning: decimal.nullable().default(null),
  good: decimal.nullable().default(null),
  /** Left out: nothing filed is below zero; null lets it be. */
  least: decimal.nullable().optional(),
  most: decimal.nullable().default(null),
  publication: z.enum(publications).default('units'),
  starred: z.boolean().default(false),
  /** Left out: one calibre from the beginning. */
  calibres: z.array(calibre).min(1).max(20).optional(),
  note: words.nullable().default(null),
  mergedInto: code.nullable().default(null),
  retired: z.boolean().default(false),
};

/** indicators.yaml of a pack: a list; each with its clause. */
export const packIndicator = z.strictObject({ ...indicatorFields, clause: cited });
/** Of indicator-defaults.yaml beside the packs: the product's own, with the clause that needs them where there is one. */
export const ownIndicator = z.strictObject({ ...indicatorFields, clause: cited.nullable().default(null) });

const keys = z.array(z.string()).max(300).default([]);
const checkHead = {
  id: z.string().regex(/^[a-z0-9-]{1,60}$/),
  title: words,
  severity: z.enum(severities),
  clause: cited.nullable().default(null),
};
const formula = z.string().min(1).max(1000);

const formCheck = z.discriminatedUnion('kind', [
  z.strictObject({
    ...checkHead,
    kind: z.literal('arithmetic'),
    left: formula,
    relation: z.enum(['=', '<=', '>=']),
    right: formula,
    tolerance: decimal.default('0'),
  }),
  z.strictObject({ ...checkHead, kind: z.literal('unit-slip'), rows: keys, factors: z.array(decimal).min(1).max(8) }),
  z.strictObject({
    ...checkHead,
    kind: z.literal('jump'),
    rows: keys,
    yearOnYear: decimal,
    modifiedZ: decimal,
    least: z.number().int().min(3).max(60),
  }),
  z.strictObject({ ...checkHead, kind: z.literal('peers'), rows: keys, modifiedZ: decimal, least: z.number().int().min(3).max(500) }),
  z.strictObject({ ...checkHead, kind: z.literal('triangle'), tax: code, electricity: code, land: code, spread: decimal }),
  z.strictObject({ ...checkHead, kind: z.literal('within'), rows: keys }),
]);

/** A row may be only the code: required, no help, the calibre in force. */
const formRow = z.union([
  code.transform((indicator) => ({ indicator, required: true, help: null, calibre: null })),
  z.strictObject({
    indicator: code,
    required: z.boolean().default(true),
    help: words.nullable().default(null),
    calibre: calibreId.nullable().default(null),
  }),
]);

const formFields = {
  code: z.string().regex(formCode),
  title: words,
  about: words,
  audience: z.enum(audiences),
  frequency: z.enum(grains),
  from: day,
  to: day.nullable().default(null),
  groups: z
    .array(z.strictObject({ id: z.string().regex(/^[a-z0-9-]{1,60}$/), title: words, rows: z.array(formRow).min(1).max(200) }))
    .min(1)
    .max(30),
  dueDays: z.number().int().min(1).max(120),
  levelDays: z.number().int().min(1).max(60),
  dueFrom: z.enum(['text', 'product-default']).default('product-default'),
  checks: z.array(formCheck).max(100).default([]),
  note: words.nullable().default(null),
};

/** forms.yaml of a pack: a list. */
export const packForm = z.strictObject({ ...formFields, clause: cited });
const ownForm = z.strictObject({ ...formFields, clause: cited.nullable().default(null) });

/** tags.yaml of a pack, and the list beside the packs. */
export const packTag = z.strictObject({
  code: z.string().regex(formCode),
  name: words,
  meaning: words,
  rule: z.string().min(1).max(2000),
  grain: z.enum(grains),
  source: words,
  owner: words,
  expires: day,
});

/** indicator-defaults.yaml beside the packs: what the documents need to be computed and do not define themselves. */
export const indicatorDefaults = z.strictObject({
  note: words,
  /** Held for anchors of YAML only: an office is written once. */
  offices: z.record(z.string(), words).default({}),
  indicators: z.array(ownIndicator),
});

/** statistics-defaults.yaml beside the packs: the product's own forms, checks, due days and tags, labelled as such. */
export const statisticsDefaults = z.strictObject({ note: words, forms: z.array(ownForm).default([]), tags: z.array(packTag).default([]) });

export type PackIndicator = z.infer<typeof packIndicator>;
export type OwnIndicator = z.infer<typeof ownIndicator>;
export type PackForm = z.infer<typeof packForm>;
export type OwnForm = z.infer<typeof ownForm>;
export type PackTag = z.infer<typeof packTag>;
export type IndicatorDefaults = z.infer<typeof indicatorDefaults>;
export type StatisticsDefaults = z.infer<typeof statisticsDefaults>;
