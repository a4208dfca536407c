// The planner (F04, F05, F10, F12, F16, F73): scenarios of a consolidation, solved with proof, changed by hand, adopted as draft plans.
// A scenario is settings, locks and decisions over the register of a day; what comes out is computed, never kept as truth.
import { ruleCodes, termCodes } from '@zhenghe/engine/planner';
import { z } from 'zod';
import { Bilingual, Citation, Dataset, Day, DecimalString, Flag, Text, Version } from './kernel.ts';
import { PlannerDecision, PlannerInstance, PlannerLock, PlannerOutcome } from './planner-instance.ts';
import { procedure } from './procedure.ts';

export * from './planner-instance.ts';

const Code = z.string().regex(/^33\d{4}$/);
const ParkCode = Text.min(1).max(60);
const count = z.number().int().min(0);
export const RuleCode = z.enum(ruleCodes);

/** Numbers as a person sets them, in the natural unit that `PlannerDefault` states; exact decimals as text. */
export const PlannerSettings = z.object({
  /** Parks no further apart touch, where boundaries are not known; km between their points. */
  touchKm: DecimalString,
  /** 亿元 a zone. */
  zoneCost: DecimalString,
  /** 亿元 for each km to the lead park and 亿元 of output. */
  distanceCost: DecimalString,
  /** 亿元 a piece. */
  pieceCost: DecimalString,
  maxDetachedPieces: count.max(20),
  /** 亿元 for each 亿元 of output outside the three largest industries. */
  industryCost: DecimalString,
  /** 亿元 for each 亿元 of output of a park that is abolished. */
  abolishOutput: DecimalString,
  /** 亿元 for each person of a park that is abolished. */
  abolishStaff: DecimalString,
  /** Share of what abolishing would cost. */
  convertShare: DecimalString,
  /** 亿元 a hectare. */
  trimCost: DecimalString,
  /** A park protected beyond this share may not join a zone. null: no threshold is set. */
  protectedShare: DecimalString.nullable(),
  zonesCap: count.min(1).max(5000),
  staffShare: DecimalString.nullable(),
  platforms: count.max(5000).nullable(),
  /** Where a person departs from the quota in force: its own bounds by jurisdiction. */
  quotas: z.record(Code, z.object({ min: count.max(20), max: count.max(20) })).default({}),
  /** Joint jurisdictions (飞地, 托管) that may be taken. */
  joint: z
    .array(z.object({ code: ParkCode, name: Text.max(60), joins: z.array(Code).min(2).max(4), min: count.max(20), max: count.max(20) }))
    .max(20)
    .default([]),
  /** leave-out: the term is not counted for that park, and it says so; county-median: stands in, and is listed as assumed. */
  missing: z.enum(['leave-out', 'county-median']),
});
export type PlannerSettings = z.infer<typeof PlannerSettings>;

/** What the settings are made of: unit, meaning, the product's default or the figure in force with its clause. */
export const PlannerDefault = z.object({
  setting: z.enum(Object.keys(PlannerSettings.shape) as [keyof PlannerSettings, ...(keyof PlannerSettings)[]]),
  title: Bilingual,
  unit: Bilingual.nullable(),
  note: Bilingual,
  /** null: no document gives it; a default of the product. */
  clause: Citation.nullable(),
});
export const PlannerRule = z.object({ rule: RuleCode, title: Bilingual, clause: Citation.nullable(), note: Bilingual.nullable() });

/** A figure the register lacks, and what was done about it. */
export const MissingFigure = z.object({
  park: ParkCode,
  name: z.string(),
  figure: z.enum(['staff', 'output', 'protected', 'point']),
  done: z.enum(['left-out', 'county-median']),
  assumed: z.number().nullable(),
});
export type MissingFigure = z.infer<typeof MissingFigure>;

export const PlannerTerm = z.object({ code: z.enum(termCodes), cost: z.number(), natural: z.number().nullable() });
const PlannedZone = z.object({ jurisdiction: z.string(), lead: ParkCode, parks: z.array(ParkCode) });
export const CurvePoint = z.object({ zones: count, cost: z.number().nullable(), lowerBound: z.number().nullable() });
export const RuleUse = z.object({ rule: RuleCode, subject: z.string().nullable() });

export const Solved = z.object({
  status: z.enum(['optimal', 'bounded']),
  cost: z.number(),
  lowerBound: z.number(),
  gap: z.number(),
  stopped: z.boolean(),
  zones: count,
  detachedPieces: count,
  staff: z.object({ kept: z.number(), of: z.number() }),
  platforms: count,
  budget: z.number(),
  plan: z.array(PlannedZone),
  outcomes: z.record(z.string(), PlannerOutcome),
  terms: z.array(PlannerTerm),
  curve: z.array(CurvePoint),
  capPrice: z.number().nullable(),
  binding: z.array(z.enum(['zones', 'staffShare', 'platforms', 'budget'])),
  method: z.array(z.enum(['tables', 'milp', 'columns'])),
});
export const Infeasible = z.object({ status: z.literal('infeasible'), conflict: z.array(RuleUse) });

/** What one group can do with each number of zones: enough to follow a drag in the browser. Parks by their place in the group. */
export const GroupCurve = z.object({
  code: z.string(),
  points: z.array(
    z.object({
      zones: count,
      cost: z.number(),
      bound: z.number(),
      plan: z.object({ zones: z.array(z.array(count)), leads: z.array(count), outcomes: z.array(PlannerOutcome) }),
    }),
  ),
  method: z.enum(['tables', 'milp']),
});

/** Next best choice of a park. */
export const NextBest = z.object({
  park: ParkCode,
  /** The lead of the zone it would join; null where it would stand in none. */
  lead: ParkCode.nullable(),
  outcome: PlannerOutcome,
  /** null: nothing else is possible. */
  extraCost: z.number().nullable(),
  /** Exact; otherwise the least that is known. */
  proven: z.boolean(),
});
export const BindingRule = z.object({ rule: RuleCode, subject: z.string().nullable(), saving: z.number(), proven: z.boolean() });

/** `lowerBound` null: a group is too large for tables, so there may be better plans. */
export const FrontierPoint = z.object({ zones: count, detachedPieces: count, cost: z.number(), lowerBound: z.number().nullable() });

export const runKinds = ['solve', 'explain', 'frontier'] as const;
export const RunState = z.enum(['waiting', 'working', 'done', 'cancelled', 'failed']);
export const RunResult = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('solve'), answer: z.union([Solved, Infeasible]), curves: z.array(GroupCurve) }),
  z.object({
    kind: z.literal('explain'),
    jurisdiction: z.string(),
    nextBest: z.array(NextBest),
    binding: z.array(BindingRule),
    /** Staff, platforms and public money bind: they are left out of these figures. */
    withoutRows: z.boolean(),
  }),
  z.object({ kind: z.literal('frontier'), points: z.array(FrontierPoint) }),
]);
export const PlannerRun = z.object({
  id: z.uuid(),
  kind: z.enum(runKinds),
  instanceHash: z.string(),
  state: RunState,
  news: z
    .object({ stage: z.string(), done: z.number(), of: z.number(), cost: z.number().nullable(), lowerBound: z.number().nullable() })
    .nullable(),
  result: RunResult.nullable(),
  note: Bilingual.nullable(),
  /** Engine and solver that computed it, for the receipt. */
  engine: z.string(),
  askedAt: z.string(),
  endedAt: z.string().nullable(),
});
export type PlannerRun = z.infer<typeof PlannerRun>;

export const ScenarioRow = z.object({
  id: z.uuid(),
  name: z.string(),
  dataset: Dataset,
  /** 330000, a city or a county. */
  scope: Code,
  day: Day,
  version: z.number(),
  by: Bilingual,
  at: z.string(),
  closed: z.boolean(),
  mayChange: z.boolean(),
  /** Of the newest version, once solved. */
  solved: z
    .object({ status: z.enum(['optimal', 'bounded', 'infeasible']), cost: z.number().nullable(), zones: z.number().nullable() })
    .nullable(),
  adopted: z.array(z.object({ jurisdiction: z.string(), plan: z.string(), version: z.number() })),
});
export const Scenario = ScenarioRow.extend({
  newest: z.number(),
  settings: PlannerSettings,
  locks: z.array(PlannerLock),
  decisions: z.array(PlannerDecision),
  note: z.string().nullable(),
  instance: PlannerInstance,
  instanceHash: z.string(),
  missing: z.array(MissingFigure),
  /** boundaries: drawn land decides for these jurisdictions; all others by the distance of points. */
  adjacencyFrom: z.object({ boundaries: z.array(Code), touchKm: DecimalString }),
  /** What the model leaves out, in words. */
  leftOut: z.array(Bilingual),
  /** Longitude and latitude of each park, for the map. */
  places: z.record(z.string(), z.tuple([z.number(), z.number()])),
  run: PlannerRun.nullable(),
});
export type Scenario = z.infer<typeof Scenario>;

const oneScenario = z.object({ id: z.uuid() });
const atVersion = oneScenario.extend({ version: Version.optional() });
/** More than any real scenario names; each is looked up and may be told of one by one. */
const mostNamed = 20_000;
const named = (locks: readonly z.infer<typeof PlannerLock>[]) =>
  locks.reduce((sum, lock) => sum + ('together' in lock ? lock.together.length : 2), 0);
const changes = z.object({
  name: Text.trim().min(1).max(80),
  settings: PlannerSettings,
  locks: z
    .array(PlannerLock)
    .max(2000)
    .refine((locks) => named(locks) <= mostNamed, 'names too many parks'),
  decisions: z
    .array(PlannerDecision)
    .max(200)
    .refine((all) => all.every(({ plates }) => plates.length <= 100), 'names too many parks'),
  note: Text.max(500).nullable().default(null),
});

export const planner = {
  /** Every setting with unit, meaning and default, and every rule with its clause. */
  defaults: procedure
    .route({ method: 'GET', path: '/planner/defaults' })
    .input(z.object({ scope: Code, on: Day }))
    .output(z.object({ settings: PlannerSettings, about: z.array(PlannerDefault), rules: z.array(PlannerRule), note: Bilingual })),
  scenarios: procedure
    .route({ method: 'GET', path: '/planner/scenarios' })
    .input(z.object({ dataset: Dataset, scope: Code.optional(), closed: Flag.default(false) }))
    .output(z.array(ScenarioRow)),
  scenario: procedure.route({ method: 'GET', path: '/planner/scenarios/{id}' }).input(atVersion).output(Scenario),
  /** A new scenario over the register of a day, with the defaults or as a copy of another one. */
  create: procedure
    .route({ method: 'POST', path: '/planner/scenarios' })
    .input(
      z.object({
        name: Text.trim().min(1).max(80),
        dataset: Dataset,
        scope: Code,
        day: Day,
        copyOf: z.object({ id: z.uuid(), version: Version }).optional(),
      }),
    )
    .output(Scenario),
  /** A new version; refused where another came meanwhile. */
  save: procedure
    .route({ method: 'POST', path: '/planner/scenarios/{id}/versions' })
    .input(oneScenario.extend({ basedOn: Version, ...changes.shape }))
    .output(Scenario),
  close: procedure
    .route({ method: 'POST', path: '/planner/scenarios/{id}/close' })
    .input(oneScenario.extend({ reason: Text.trim().min(1).max(500) }))
    .output(ScenarioRow),
  /** The same question over the same instance is answered from what was computed before. `jurisdiction` only with explain. */
  run: procedure
    .route({ method: 'POST', path: '/planner/scenarios/{id}/runs' })
    .input(oneScenario.extend({ version: Version, kind: z.enum(runKinds), jurisdiction: ParkCode.optional() }))
    .output(PlannerRun),
  running: procedure
    .route({ method: 'GET', path: '/planner/runs/{id}' })
    .input(z.object({ id: z.uuid() }))
    .output(PlannerRun),
  /** A solve that is stopped keeps the best so far with its bound. */
  stop: procedure
    .route({ method: 'POST', path: '/planner/runs/{id}/stop' })
    .input(z.object({ id: z.uuid() }))
    .output(PlannerRun),
  /** The plan at a point of the frontier. */
  frontierPlan: procedure
    .route({ method: 'GET', path: '/planner/runs/{id}/plan' })
    .input(z.object({ id: z.uuid(), zones: z.coerce.number().int().min(0), detachedPieces: z.coerce.number().int().min(0) }))
    .output(
      z.object({
        plan: z.array(PlannedZone),
        outcomes: z.record(z.string(), PlannerOutcome),
        cost: z.number(),
        terms: z.array(PlannerTerm),
      }),
    ),
  /** Draft plans of the counties from the solved version: a new plan, or a new version of a plan still in draft. All or none. */
  adopt: procedure
    .route({ method: 'POST', path: '/planner/scenarios/{id}/adoption' })
    .input(
      oneScenario.extend({ version: Version, jurisdictions: z.array(Code).min(1).max(120), reason: Text.trim().min(1).max(500), on: Day }),
    )
    .output(z.array(z.object({ jurisdiction: Code, plan: z.string(), version: z.number(), made: z.enum(['new', 'version']) }))),
  report: procedure
    .route({ method: 'GET', path: '/planner/scenarios/{id}/report' })
    .input(oneScenario.extend({ version: Version, format: z.enum(['docx', 'xlsx']), language: z.enum(['zh', 'en']).default('zh') }))
    .output(z.file()),
  /** The instance in the documented format, as `zhenghe planner solve` reads it. */
  instance: procedure.route({ method: 'GET', path: '/planner/scenarios/{id}/instance.json' }).input(atVersion).output(z.file()),
};
