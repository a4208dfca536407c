// The overview: the day's answer for the person who asks.
import { z } from 'zod';
import { Bilingual, Citation, Dataset, Day } from './kernel.ts';
import { PlanRow } from './plans.ts';
import { procedure } from './procedure.ts';
import { Meter } from './zones.ts';

export const DayAnswer = z.object({
  meter: Meter,
  /** Plans that wait for this person's unit; for the public, plans published. */
  waiting: z.array(PlanRow),
  /** Not submitted after the provincial date, latest first; empty for the public, a zone and no card. */
  late: z.array(PlanRow),
  /** How many plans stand at each step. */
  steps: z.array(z.object({ state: z.string(), count: z.number() })),
  /** The dates that bind here, provincial beside local. */
  dates: z.array(z.object({ title: Bilingual, due: Day, days: z.number(), clause: Citation })),
  /** Per jurisdiction: zones now against its quota, for the map's shading. */
  quota: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      now: z.number(),
      base: z.number(),
      /** The strictest quota of the packs that bind the place; null where none is in force. */
      max: z.number().nullable(),
      /** How many more that quota grants an industrially strong county (工业强县); which ones are is not on record. */
      extra: z.number(),
      /** The clause of that quota: its pack says whether province or city binds. */
      clause: Citation.nullable(),
    }),
  ),
});
export type DayAnswer = z.infer<typeof DayAnswer>;

export const cockpit = {
  day: procedure
    .route({ method: 'GET', path: '/overview' })
    .input(z.object({ dataset: Dataset, asOf: Day }))
    .output(DayAnswer),
};
