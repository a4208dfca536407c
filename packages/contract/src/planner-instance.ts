// The instance format of the planner (docs/planner-file.md) as a schema: what `zhenghe planner solve` reads.
import { outcomes } from '@zhenghe/engine/planner';
import { z } from 'zod';

export const PlannerOutcome = z.enum(outcomes);
export const PlannerLock = z.union([
  z.object({ together: z.array(z.string()).min(2) }),
  z.object({ apart: z.tuple([z.string(), z.string()]) }),
  z.object({ outcome: PlannerOutcome, park: z.string() }),
]);
export const PlannerDecision = z.object({ plates: z.array(z.string()).min(2) });
export const PlannerInstance = z.object({
  jurisdictions: z.array(
    z.object({ code: z.string(), name: z.string(), zonesMin: z.number(), zonesMax: z.number(), joins: z.array(z.string()).optional() }),
  ),
  parks: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      jurisdiction: z.string(),
      level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
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
  costs: z.object({ zone: z.number(), detachedPiece: z.number(), industry: z.number(), maxDetachedPieces: z.number() }),
  caps: z.object({
    zones: z.number(),
    staffShare: z.number().nullable(),
    platforms: z.number().nullable().optional(),
    budget: z.number().nullable().optional(),
  }),
  locks: z.array(PlannerLock),
  decisions: z.array(PlannerDecision).optional(),
});
