// The instance format of the planner (docs/planner-file.md) as a schema: what `zhenghe planner solve` reads. Fields it does not have are
// refused, since a misspelt optional one would silently change the answer. What numbers mean is checked by engine/planner/problems.ts.
import { outcomes } from '@zhenghe/engine/planner';
import { z } from 'zod';

export const PlannerOutcome = z.enum(outcomes);
export const PlannerLock = z.union([
  z.strictObject({ together: z.array(z.string()).min(2) }),
  z.strictObject({ apart: z.tuple([z.string(), z.string()]) }),
  z.strictObject({ outcome: PlannerOutcome, park: z.string() }),
]);
export const PlannerDecision = z.strictObject({ plates: z.array(z.string()).min(2) });
export const PlannerInstance = z.strictObject({
  jurisdictions: z.array(
    z.strictObject({
      code: z.string(),
      name: z.string(),
      zonesMin: z.number(),
      zonesMax: z.number(),
      joins: z.array(z.string()).optional(),
    }),
  ),
  parks: z.array(
    z.strictObject({
      code: z.string(),
      name: z.string(),
      jurisdiction: z.string(),
      level: z.literal([1, 2, 3]),
      x: z.number(),
      y: z.number(),
      weight: z.number(),
      outputs: z.array(z.number()),
      staff: z.number(),
      abolishLoss: z.number(),
      convertLoss: z.number().nullable(),
      trimLoss: z.number(),
      forbidden: z.boolean(),
      trimHa: z.number().nullable().optional(),
      platform: z.boolean().optional(),
      budget: z.number().optional(),
    }),
  ),
  adjacency: z.array(z.tuple([z.string(), z.string()])),
  costs: z.strictObject({ zone: z.number(), detachedPiece: z.number(), industry: z.number(), maxDetachedPieces: z.number() }),
  caps: z.strictObject({
    zones: z.number(),
    staffShare: z.number().nullable(),
    platforms: z.number().nullable().optional(),
    budget: z.number().nullable().optional(),
  }),
  locks: z.array(PlannerLock),
  decisions: z.array(PlannerDecision).optional(),
});

/** As a file: the instance, and what a reader should know about it, which is no part of the question and not of its hash. */
export const PlannerFile = PlannerInstance.extend({
  about: z.looseObject({ title: z.string().optional(), training: z.boolean().optional(), day: z.string().optional() }).optional(),
});
