// Integration plans (整合提升方案): draft, check, import, submit. The plan's own shape is the file format zhenghe-plan/1.
import {
  conversions,
  jurisdictionClasses,
  levels,
  milestonePhases,
  parkOutcomes,
  partKinds,
  planStates,
  versionKinds,
} from '@zhenghe/engine/plans';
import { z } from 'zod';
import { Bilingual, cellOf, Dataset, Day, DecimalString, Finding, Text, Version } from './kernel.ts';
import { levelled } from './level.ts';
import { PackRef } from './policy.ts';
import { procedure } from './procedure.ts';

const area = cellOf(DecimalString);
const count = cellOf(z.number().int().min(0));
const code = Text.min(1).max(60);
const name = Text.min(1).max(120);

export const Plan = z.strictObject({
  format: z.literal('zhenghe-plan/1'),
  code,
  title: name,
  jurisdiction: z.string().regex(/^33\d{4}$/),
  industrialStrongCounty: cellOf(z.boolean()),
  source: Text.optional(),
  training: z.boolean(),
  parks: z.array(
    z.strictObject({
      code,
      name,
      level: z.enum(levels),
      approvedArea: area,
      outcomes: z.array(z.enum(parkOutcomes)),
      convertsTo: z.enum(conversions).optional(),
      receivedBy: Text.optional(),
    }),
  ),
  zones: z.array(
    z.strictObject({
      code,
      name,
      level: z.enum(levels),
      plates: z.array(name),
      industries: z.array(name),
      body: Text,
      flagship: z.boolean(),
    }),
  ),
  parts: z.array(
    z.strictObject({
      code,
      zone: code,
      name,
      kind: z.enum(partKinds),
      managedBy: z.enum(['committee', 'township']),
      entrustedTo: z.array(name),
      keepsBody: cellOf(z.boolean()),
    }),
  ),
  blocks: z.array(z.strictObject({ code, name, park: code, part: code, areaBefore: area, areaAfter: area })),
  sums: z.array(z.strictObject({ code, label: name, column: z.enum(['areaBefore', 'areaAfter']), parts: z.array(code), value: area })),
  townships: z.array(z.strictObject({ name, hosted: z.boolean(), protectedShare: cellOf(DecimalString) })),
  organisation: z.strictObject({ bodiesBefore: count, bodiesAfter: count, staffBefore: count, staffAfter: count }),
  milestones: z.array(z.strictObject({ phase: z.enum(milestonePhases), due: cellOf(Day) })),
  answers: z.array(
    z.strictObject({
      finding: Text,
      kind: z.enum(['reason', 'exception']),
      text: Text.min(1),
      paper: Text.optional(),
      by: levelled(Text, 'signatory').optional(),
    }),
  ),
  /** Kept by the server; what a file or a form says of it is passed over. */
  boundaries: z.strictObject({ sha256: z.string().regex(/^[0-9a-f]{64}$/), surveyGrade: z.boolean() }).optional(),
});

export { planStates };
export const PlanState = z.enum(planStates);

export const PlanRow = z.object({
  id: z.string(),
  code: z.string(),
  title: z.string(),
  jurisdiction: z.string(),
  jurisdictionName: z.string(),
  city: z.string(),
  state: PlanState,
  version: z.number(),
  /** Unit that holds it now, and since when. */
  holder: Bilingual,
  since: Day,
  due: Day.nullable(),
  /** Days past the provincial date on the day asked for; null when not late or no date binds. */
  lateDays: z.number().nullable(),
  zones: z.number(),
  parks: z.number(),
  areaBefore: cellOf(DecimalString),
  areaAfter: cellOf(DecimalString),
  blocking: z.number(),
  unknown: z.number(),
});
export type PlanRow = z.infer<typeof PlanRow>;

export const PlanContext = z.object({ class: z.enum(jurisdictionClasses), zonesElsewhere: z.number().nullable() });

export const CheckResult = z.object({
  packs: z.array(PackRef),
  on: Day,
  totals: z.object({
    before: cellOf(DecimalString),
    after: cellOf(DecimalString),
    growth: cellOf(DecimalString),
    /** Percent, one decimal. */
    growthPercent: cellOf(DecimalString),
    sums: z.array(
      z.object({
        code: z.string(),
        label: z.string(),
        column: z.enum(['areaBefore', 'areaAfter']),
        computed: cellOf(DecimalString),
        declared: cellOf(DecimalString),
      }),
    ),
  }),
  findings: z.array(Finding),
});
export type CheckResult = z.infer<typeof CheckResult>;

export const PlanAction = z.object({
  at: z.string(),
  kind: z.enum([...versionKinds, 'submitted', 'withdrawn', 'returned', 'accepted', 'approved', 'refused', 'revised']),
  version: z.number(),
  by: Bilingual,
  note: z.string().nullable(),
  /** The file an import was read from, kept unchanged: `plans.source` gives it back. */
  source: z.object({ name: z.string(), size: z.number(), sha256: z.string() }).nullable(),
});

export const PlanDetail = z.object({
  id: z.string(),
  dataset: Dataset,
  state: PlanState,
  version: z.number(),
  latest: z.number(),
  mayEdit: z.boolean(),
  maySubmit: z.boolean(),
  plan: Plan,
  context: PlanContext,
  check: CheckResult,
  /** Of the boundaries the version carries, against the layers in force on the day; empty while it carries none. */
  boundaryFindings: z.array(Finding),
  actions: z.array(PlanAction),
});

/** A value read with a note: full-width digits, an inner space, 公顷 turned into km². */
export const ImportNote = z.object({ sheet: z.string(), row: z.number(), column: z.string(), value: z.string(), note: Bilingual });

const onePlan = z.object({ id: Text });

export const plans = {
  list: procedure
    .route({ method: 'GET', path: '/plans' })
    .input(z.object({ dataset: Dataset, asOf: Day, jurisdiction: z.string().optional(), state: PlanState.optional() }))
    .output(z.array(PlanRow)),
  get: procedure
    .route({ method: 'GET', path: '/plans/{id}' })
    .input(onePlan.extend({ version: Version.optional(), on: Day }))
    .output(PlanDetail),
  check: procedure
    .route({ method: 'POST', path: '/plans/check' })
    .input(z.object({ plan: Plan, on: Day, dataset: Dataset }))
    .output(CheckResult),
  /** A place begins its plan: a draft of its parks as the register has them, everything else open. One plan a place. */
  create: procedure
    .route({ method: 'POST', path: '/plans' })
    .input(z.object({ jurisdiction: z.string().regex(/^33\d{4}$/), dataset: Dataset, on: Day }))
    .output(PlanDetail),
  save: procedure
    .route({ method: 'POST', path: '/plans/{id}/versions' })
    .input(
      onePlan.extend({
        basedOn: z.number().int().min(1).max(2_147_483_647),
        plan: Plan,
        note: Text.max(500).optional(),
        on: Day,
        /** The file the plan was read from. It must hold this very plan; its bytes are kept. */
        file: z.file().optional(),
      }),
    )
    .output(PlanDetail),
  /** The bytes a version was imported from, as they were handed in. */
  source: procedure
    .route({ method: 'GET', path: '/plans/{id}/versions/{version}/source' })
    .input(onePlan.extend({ version: Version }))
    .output(z.file()),
  /** Reads a workbook or JSON file and answers what it holds; writes nothing. */
  read: procedure
    .route({ method: 'POST', path: '/plans/read' })
    .input(z.object({ file: z.file() }))
    .output(z.object({ plan: Plan, notes: z.array(ImportNote), sha256: z.string() })),
  /** An empty annex workbook, or a plan's own. */
  template: procedure
    .route({ method: 'GET', path: '/plans/template.xlsx' })
    .input(z.object({ id: Text.optional(), version: Version.optional() }))
    .output(z.file()),
  submit: procedure
    .route({ method: 'POST', path: '/plans/{id}/submit' })
    .input(onePlan.extend({ version: z.number().int().min(1).max(2_147_483_647), on: Day }))
    .output(PlanDetail),
  withdraw: procedure
    .route({ method: 'POST', path: '/plans/{id}/withdraw' })
    .input(onePlan.extend({ on: Day }))
    .output(PlanDetail),
};
