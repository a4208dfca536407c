// The register of zones (名录): list, map, detail as of a day, lineage, the total-control meter, the rounds.
import { precisions } from '@zhenghe/engine/kernel';
import { actKinds, areaCalibres, uncountedLabels, zoneTypes } from '@zhenghe/engine/zones';
import { z } from 'zod';
import { Bilingual, cellOf, Dataset, Day, DecimalString, Flag, Page } from './kernel.ts';
import { procedure } from './procedure.ts';

export const ZoneType = z.enum(zoneTypes);
export const ZoneGrade = z.enum(['national', 'provincial', 'local']);
export const UncountedLabel = z.enum(uncountedLabels);

export const ZoneRow = z.object({
  id: z.string(),
  name: z.string(),
  type: ZoneType,
  grade: ZoneGrade,
  city: z.string(),
  county: z.string().nullable(),
  jurisdiction: z.string(),
  plates: z.number(),
  areaKm2: cellOf(DecimalString),
  areaCalibre: z.enum(areaCalibres).nullable(),
  industries: z.array(z.string()),
  /** Whether it counts towards 150 on that day; a label such as 特色小镇 takes it out. */
  label: UncountedLabel.nullable(),
  from: Day,
  /** How exactly `from` is known; on-record: the body existed by then, its first day is not known. */
  fromPrecision: z.enum(['day', 'month', 'year', 'on-record']),
  to: Day.nullable(),
  confidence: z.enum(['high', 'medium', 'low']).nullable(),
});
export type ZoneRow = z.infer<typeof ZoneRow>;

export const zoneSorts = ['name', 'type', 'grade', 'jurisdiction', 'area', 'plates', 'from'] as const;

export const ZoneFilter = z.object({
  dataset: Dataset,
  asOf: Day,
  query: z.string().max(60).optional(),
  type: ZoneType.optional(),
  grade: ZoneGrade.optional(),
  /** City or county code; a city takes in its counties. */
  jurisdiction: z.string().optional(),
  /** counted: towards 150; uncounted: labelled out; gone: ended by that day. */
  status: z.enum(['counted', 'uncounted', 'gone', 'all']).default('counted'),
  sort: z.enum(zoneSorts).default('jurisdiction'),
  descending: Flag.default(false),
});

export const ZoneAct = z.object({
  id: z.string(),
  kind: z.enum(actKinds),
  on: Day,
  paper: z.string(),
  from: z.array(z.object({ id: z.string(), name: z.string() })),
  to: z.array(z.object({ id: z.string(), name: z.string() })),
  note: z.string().nullable(),
});

export const ZoneDetail = ZoneRow.extend({
  dataset: Dataset,
  names: z.array(z.object({ name: z.string(), from: Day, to: Day.nullable() })),
  plateList: z.array(z.object({ name: z.string(), level: ZoneGrade, from: Day, to: Day.nullable(), document: z.string().nullable() })),
  areas: z.array(
    z.object({
      calibre: z.enum(areaCalibres),
      areaKm2: cellOf(DecimalString),
      from: Day,
      /** How exactly its first day is known. */
      fromPrecision: z.enum(precisions),
      document: z.string(),
      note: z.string().nullable(),
    }),
  ),
  blocks: z.array(
    z.object({
      name: z.string(),
      areaKm2: cellOf(DecimalString),
      east: z.string().nullable(),
      south: z.string().nullable(),
      west: z.string().nullable(),
      north: z.string().nullable(),
    }),
  ),
  approval: z.string().nullable(),
  /** The paper that states the first day. */
  fromDocument: z.string().nullable(),
  note: z.string().nullable(),
  source: z.string().nullable(),
  point: z.tuple([z.number(), z.number()]),
  acts: z.array(ZoneAct),
});

/** A tree of predecessors or successors, one level a step. */
export const LineageNode: z.ZodType<LineageNode> = z.lazy(() =>
  z.object({
    id: z.string(),
    name: z.string(),
    from: Day,
    to: Day.nullable(),
    by: ZoneAct.nullable(),
    next: z.array(LineageNode),
  }),
);
export interface LineageNode {
  id: string;
  name: string;
  from: string;
  to: string | null;
  by: z.infer<typeof ZoneAct> | null;
  next: LineageNode[];
}

export const Meter = z.object({
  dataset: Dataset,
  asOf: Day,
  base: z.object({ count: z.number(), on: Day, clause: z.object({ pack: z.string(), clause: z.string() }) }),
  cap: z.object({ count: z.number(), by: Day, clause: z.object({ pack: z.string(), clause: z.string() }) }),
  /** Counted towards the cap on that day; the register may hold fewer rows than the province has, and says so. */
  now: z.object({ count: z.number(), complete: z.boolean(), note: Bilingual.nullable() }),
  byGrade: z.array(z.object({ grade: ZoneGrade, count: z.number() })),
  excluded: z.array(z.object({ label: UncountedLabel, count: z.number() })),
  labelChanges: z.array(z.object({ zone: z.string(), name: z.string(), on: Day, from: ZoneType, to: UncountedLabel, paper: z.string() })),
  /** Month ends with the count, for the line from 1010 to 150. */
  course: z.array(z.object({ on: Day, count: z.number() })),
  byCity: z.array(z.object({ code: z.string(), name: z.string(), base: z.number(), now: z.number() })),
});
export type Meter = z.infer<typeof Meter>;

const oneZone = z.object({ id: z.string(), asOf: Day });

export const zones = {
  list: procedure
    .route({ method: 'GET', path: '/zones' })
    .input(ZoneFilter.extend(Page.shape))
    .output(z.object({ rows: z.array(ZoneRow), total: z.number(), page: z.number(), size: z.number() })),
  export: procedure.route({ method: 'GET', path: '/zones.xlsx' }).input(ZoneFilter).output(z.file()),
  points: procedure
    .route({ method: 'GET', path: '/zones/points' })
    .input(z.object({ dataset: Dataset, asOf: Day }))
    .output(
      z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          type: ZoneType,
          grade: ZoneGrade,
          counted: z.boolean(),
          point: z.tuple([z.number(), z.number()]),
        }),
      ),
    ),
  meter: procedure
    .route({ method: 'GET', path: '/zones/meter' })
    .input(z.object({ dataset: Dataset, asOf: Day }))
    .output(Meter),
  get: procedure.route({ method: 'GET', path: '/zones/{id}' }).input(oneZone).output(ZoneDetail),
  lineage: procedure
    .route({ method: 'GET', path: '/zones/{id}/lineage' })
    .input(oneZone)
    .output(z.object({ predecessors: LineageNode, successors: LineageNode })),
};
