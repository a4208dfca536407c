// The shape of a policy pack: a folder of YAML. A figure without a clause does not parse.

import { layerKinds } from '@zhenghe/engine/boundaries';
import { isDay, isDecimalText, strengths } from '@zhenghe/engine/kernel';
import { ruleCodes } from '@zhenghe/engine/planner';
import { jurisdictionClasses, milestonePhases } from '@zhenghe/engine/plans';
import { z } from 'zod';
import { clauseCode, type PackForm, type PackIndicator, type PackTag } from './library-schema.ts';

const day = z.string().refine(isDay, 'expected a date YYYY-MM-DD');
const decimal = z.string().refine(isDecimalText, 'expected a decimal number as text');
const bilingual = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
const measureCode = z.string().regex(/^[a-z0-9]+([.-][a-z0-9]+)*$/);

/** pack.yaml */
export const packHead = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  version: z.string().min(1),
  title: bilingual,
  /** 文号; null where the text at hand has none. */
  number: z.string().nullable(),
  issuer: bilingual,
  /** draft 征求意见稿, final, news (a report, not a rule). */
  status: z.enum(['draft', 'final', 'news']),
  /** How zones are judged, not how plans are made: its figures are for evaluation, and no plan is checked against it. */
  subject: z.literal('evaluation').optional(),
  /** GB/T 2260 code of the place it binds. */
  jurisdiction: z.string().regex(/^33\d{4}$/),
  /** The first day the product applies it; `precision` says how exactly the source gives the date. */
  appliesFrom: day,
  appliesTo: day.nullable(),
  precision: z.enum(['day', 'month', 'year']),
  dateNote: bilingual.optional(),
  /** The pack this one carries out, if any; the chain may not close in a circle. */
  parent: z.string().nullable(),
  source: bilingual,
});

/** clauses.yaml: a list */
export const clause = z.strictObject({
  code: clauseCode,
  heading: bilingual,
  /** In our own words, never the document's sentences. */
  summary: bilingual,
  strength: z.enum(strengths),
  /** The verb that gives the strength: 严禁, 应, 原则上, 鼓励. */
  verb: z.string().nullable(),
  /** Responsible units in the text's own order. */
  units: z.array(z.string()),
  /** How many of the units lead: the first (1), or several where the text says 分别牵头. */
  leads: z.number().int().min(0),
  functions: z.array(z.string().regex(/^F\d{2,3}$/)).default([]),
});

/** parameters.yaml: a list of figures. `measure` is what two packs share when they speak of the same thing. */
export const parameter = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+([.-][a-z0-9]+)*$/),
  measure: measureCode,
  title: bilingual,
  clause: clauseCode,
  unit: z.string().nullable(),
  /** A number, a range, a date, a list — or null: the text gives no figure, and the note says so. */
  value: z.union([
    z.strictObject({ number: decimal }),
    z.strictObject({ min: decimal.nullable(), max: decimal.nullable() }),
    z.strictObject({ day }),
    z.strictObject({ items: z.array(z.string()).min(1) }),
    z.null(),
  ]),
  /** 口径: whom or what the figure covers, where the text says so. */
  calibre: bilingual.optional(),
  note: bilingual.optional(),
});

const ruleBase = { id: z.string().regex(/^[a-z0-9-]+$/), clause: clauseCode, strength: z.enum(strengths), title: bilingual };
/** The id of a parameter of the same pack; the loader puts its figure in. */
const figure = z.string();

/** checks.yaml: a list; figures are named by parameter id, never written here. */
export const check = z.discriminatedUnion('kind', [
  z.strictObject({ ...ruleBase, kind: z.literal('sums-balance') }),
  z.strictObject({ ...ruleBase, kind: z.literal('outcome-exactly-one') }),
  z.strictObject({
    ...ruleBase,
    kind: z.literal('zones-within'),
    class: z.enum(jurisdictionClasses),
    range: figure,
    extra: figure.optional(),
  }),
  z.strictObject({ ...ruleBase, kind: z.literal('province-zones-at-most'), max: figure }),
  z.strictObject({ ...ruleBase, kind: z.literal('districts-at-most'), max: figure }),
  z.strictObject({ ...ruleBase, kind: z.literal('district-keeps-no-body') }),
  z.strictObject({ ...ruleBase, kind: z.literal('growth-explained') }),
  z.strictObject({ ...ruleBase, kind: z.literal('within-approved-area') }),
  z.strictObject({ ...ruleBase, kind: z.literal('industries-at-most'), max: figure }),
  z.strictObject({ ...ruleBase, kind: z.literal('reduced-at-least'), of: z.enum(['bodies', 'staff']), share: figure }),
  z.strictObject({
    ...ruleBase,
    kind: z.literal('milestone-by'),
    phase: z.enum(milestonePhases),
    due: figure,
    class: z.enum(jurisdictionClasses).optional(),
  }),
  z.strictObject({ ...ruleBase, kind: z.literal('protected-township-not-hosted'), maxShare: figure }),
  z.strictObject({ ...ruleBase, kind: z.literal('one-body-per-zone') }),
  z.strictObject({ ...ruleBase, kind: z.literal('plate-of-highest-level') }),
  z.strictObject({ ...ruleBase, kind: z.literal('abolished-receives-nothing') }),
  z.strictObject({ ...ruleBase, kind: z.literal('declared-area') }),
  z.strictObject({ ...ruleBase, kind: z.literal('blocks-apart') }),
  z.strictObject({ ...ruleBase, kind: z.literal('inside-county') }),
  z.strictObject({ ...ruleBase, kind: z.literal('no-overlap'), layers: z.array(z.enum(layerKinds)).min(1) }),
  z.strictObject({ ...ruleBase, kind: z.literal('within-layer'), layer: z.enum(layerKinds) }),
  z.strictObject({ ...ruleBase, kind: z.literal('contiguous'), gap: figure, largestShare: figure }),
  z.strictObject({ ...ruleBase, kind: z.literal('boundary-growth') }),
  z.strictObject({ ...ruleBase, kind: z.literal('protected-township'), maxShare: figure }),
  z.strictObject({ ...ruleBase, kind: z.literal('reserve-kept'), minShare: figure }),
]);

/** boundary-defaults.yaml beside the packs: what measuring needs and no document gives, labelled as the product's own. */
export const boundaryDefaults = z.strictObject({
  note: bilingual,
  /** km² */
  digit: decimal,
  /** m² */
  tolerance: decimal,
  /** m */
  gap: decimal,
});
export type BoundaryDefaults = z.infer<typeof boundaryDefaults>;

/** planner-defaults.yaml beside the packs: what the planner weighs by, and which clause each of its rules rests on. */
export const plannerDefaults = z.strictObject({
  note: bilingual,
  settings: z.array(
    z.strictObject({
      setting: z.string().regex(/^[a-zA-Z]+$/),
      title: bilingual,
      unit: bilingual.nullable(),
      note: bilingual,
      /** The product's own; absent where the packs give the figure. */
      value: z.union([z.string(), z.number().int(), z.null()]).optional(),
      /** What the figure of the packs is called. */
      measure: measureCode.optional(),
    }),
  ),
  rules: z.array(
    z.strictObject({
      rule: z.enum(ruleCodes),
      title: bilingual,
      clause: z.strictObject({ pack: z.string(), clause: clauseCode }).nullable(),
      note: bilingual.nullable(),
    }),
  ),
});
export type PlannerDefaults = z.infer<typeof plannerDefaults>;

/**
 * Whose figures measure a target: zones of the pack's place (all; the economic ones; the hi-tech ones; the flagships), or the place's own
 * figures. `over` says whose figures stand under the line: the same units', or those of the whole province or county.
 */
export const targetUnits = ['zones', 'economic-zones', 'hitech-zones', 'flagships', 'province', 'county'] as const;
export const targetScope = z.strictObject({
  units: z.enum(targetUnits),
  over: z.enum(['same', 'province', 'county']).default('same'),
});

/** targets.yaml: a list of the lines of a target table. */
export const target = z.strictObject({
  id: z.string(),
  /** As for a parameter: what two packs share when they speak of the same thing. */
  measure: measureCode.optional(),
  title: bilingual,
  clause: clauseCode,
  unit: z.string(),
  group: bilingual,
  /** null is "—" in the text: no base, not zero. */
  base: z.strictObject({ value: decimal.nullable(), year: z.string().nullable(), note: bilingual.optional() }),
  goal: z.strictObject({ value: decimal, sense: z.enum(['at-least', 'at-most']), year: z.string() }),
  calibre: bilingual.optional(),
  /** Code of the indicator that means the same, and over whom; left out where the library has none, and `why` says so. */
  indicator: z.string().optional(),
  scope: targetScope.optional(),
  why: bilingual.optional(),
  /** The goal is said as growth: so many % a year, or so many times as much. */
  grows: z.enum(['yearly', 'times']).optional(),
});

/** conflicts.yaml: disagreements a machine cannot find, recorded by hand with their clauses. */
export const recordedConflict = z.strictObject({
  id: z.string(),
  title: bilingual,
  explanation: bilingual,
  sides: z.array(z.strictObject({ pack: z.string(), clause: clauseCode, says: bilingual })).min(1),
  /** What the product does meanwhile. */
  handling: bilingual,
});

/** comparisons.yaml beside the packs: the words for a disagreement that the machine finds on these measures. */
export const comparison = z.strictObject({
  id: z.string(),
  measures: z.array(measureCode).min(1),
  title: bilingual,
  explanation: bilingual,
  handling: bilingual,
});

/** facts.yaml: counted or reported figures of a document that are no rule (rounds, statistics, lists, pairs). */
export const fact = z.strictObject({
  id: z.string(),
  title: bilingual,
  clause: clauseCode,
  value: z.union([decimal, z.string(), z.array(z.string())]),
  unit: z.string().nullable(),
  on: z.string().nullable(),
  group: z.string(),
});

/** workflows.yaml: how a subject travels; `days: null` where the text gives none. */
export const workflow = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9-]+$/),
    /** The kind of subject: plans, statistics. */
    noun: z.string(),
    classes: z.array(z.enum([...jurisdictionClasses, 'province'])).min(1),
    clause: clauseCode,
    title: bilingual,
    steps: z
      .array(
        z.strictObject({
          id: z.string().regex(/^[a-z0-9-]+$/),
          kind: z.enum(['review', 'decide']),
          /** unit: whoever files; only where the subject has a unit of its own. */
          place: z.enum(['unit', 'county', 'city', 'province']),
          /** A department of the place, by its code; the place itself where absent. */
          department: z
            .string()
            .regex(/^[a-z-]+$/)
            .optional(),
          /** Another person than who handed in. */
          hand: z.literal('other').optional(),
          /** The decision needs no paper of its own. */
          paper: z.literal('optional').optional(),
          signing: z.enum(['parallel', 'sequence']),
          days: z.number().int().min(1).nullable(),
          title: bilingual,
        }),
      )
      .min(1),
  })
  .refine(({ steps }) => steps.every(({ kind }, index) => (kind === 'decide') === (index === steps.length - 1)), {
    path: ['steps'],
    message: 'expected reviews and one decision at the end',
  });

const departments = z.record(z.string().regex(/^[a-z-]+$/), bilingual);
const workingDays = z.number().int().min(1).nullable();

/** workflow-defaults.yaml beside the packs: what no document gives, set by the product and labelled as its own. */
export const workflowDefaults = z.strictObject({
  note: bilingual,
  /** Names of a city's or county's departments, and of the province's. */
  departments,
  provincial: departments,
  workflows: z.array(
    z.strictObject({
      workflow: z.string(),
      mendDays: workingDays,
      steps: z.array(
        z.strictObject({
          step: z.string(),
          days: workingDays,
          opinionDays: workingDays,
          signers: z.array(z.string()),
          /** Departments that may be asked besides; all of the place where absent. */
          others: z.array(z.string()).optional(),
        }),
      ),
    }),
  ),
});

/** consultation-defaults.yaml beside the packs: how long a round lasts at least, and how long contacts are kept. */
export const consultationDefaults = z.strictObject({
  publicWorkingDays: workingDays,
  /** Calendar days, where business is touched. */
  businessDays: workingDays,
  lengthNote: bilingual,
  internalNote: bilingual,
  /** Days after publication, or after the end of a round never published; null keeps them until somebody sets it. */
  contactDays: workingDays,
  contactNote: bilingual,
});

export type PackHead = z.infer<typeof packHead>;
export type Clause = z.infer<typeof clause>;
export type Parameter = z.infer<typeof parameter>;
export type Check = z.infer<typeof check>;
export type Target = z.infer<typeof target>;
export type TargetScope = z.infer<typeof targetScope>;
export type RecordedConflict = z.infer<typeof recordedConflict>;
export type Comparison = z.infer<typeof comparison>;
export type Fact = z.infer<typeof fact>;
export type PackWorkflow = z.infer<typeof workflow>;
export type WorkflowDefaults = z.infer<typeof workflowDefaults>;
export type ConsultationDefaults = z.infer<typeof consultationDefaults>;

export interface Pack {
  readonly head: PackHead;
  /** sha256 of the canonical JSON of all its parts; the same text gives the same hash anywhere. */
  readonly hash: string;
  readonly clauses: readonly Clause[];
  readonly parameters: readonly Parameter[];
  readonly checks: readonly Check[];
  readonly targets: readonly Target[];
  readonly conflicts: readonly RecordedConflict[];
  readonly facts: readonly Fact[];
  readonly workflows: readonly PackWorkflow[];
  readonly indicators: readonly PackIndicator[];
  readonly forms: readonly PackForm[];
  readonly tags: readonly PackTag[];
}
