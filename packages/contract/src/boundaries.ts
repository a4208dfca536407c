// Boundaries (F07–F10, F97, F117): files in, legal areas out, conflicts on the map. Reading is long work: a job with progress and cancel.
// Geometry travels as GeoJSON in EPSG:4490; areas in m² as decimal text.
import { boundaryFormats, datums, layerKinds, layerStances, parcelStates, shapeFindingKinds } from '@zhenghe/engine/boundaries';
import { z } from 'zod';
import { Bilingual, Citation, cellOf, Dataset, Day, DecimalString, Finding, Text } from './kernel.ts';
import { procedure } from './procedure.ts';

const Position = z.tuple([z.number(), z.number()]);
const Shape = z.array(z.array(z.array(Position)));
const Code = Text.trim().min(1).max(60);

export const Crs = z.union([
  z.object({ kind: z.literal('geographic'), datum: z.enum(datums), order: z.enum(['lon-lat', 'lat-lon']) }),
  z.object({
    kind: z.literal('gauss-kruger'),
    datum: z.literal('cgcs2000'),
    width: z.union([z.literal(3), z.literal(6)]),
    meridian: z.number(),
    numbered: z.boolean(),
    order: z.enum(['north-east', 'east-north']),
  }),
]);

export const CrsGuess = z.object({
  crs: Crs,
  how: z.enum(['read', 'inferred']),
  lies: z.enum(['county', 'province', 'elsewhere']).nullable(),
  box: z.tuple([z.number(), z.number(), z.number(), z.number()]),
});

export const Feature = z.object({
  code: Code,
  name: Text.max(120),
  shape: Shape,
  attributes: z.record(z.string(), Text.max(500)),
});
export type Feature = z.infer<typeof Feature>;

export const MapPlace = z.object({
  feature: z.string(),
  polygon: z.number().optional(),
  ring: z.number().optional(),
  vertex: z.number().optional(),
  point: Position,
  shape: Shape.optional(),
});

export const ShapeFinding = z.object({
  kind: z.enum(shapeFindingKinds),
  standing: z.enum(['repaired', 'mend', 'warning']),
  place: MapPlace,
  other: z.string().optional(),
  measured: z.object({ value: DecimalString, unit: z.enum(['m2', 'm']) }).nullable(),
  message: Bilingual,
});

export const LayerKind = z.enum(layerKinds);

/** What a set of features is for: the blocks of a plan's draft, or a new version of a layer. */
export const Target = z.union([
  z.object({ kind: z.literal('plan'), plan: Text.max(100) }),
  z.object({ kind: z.literal('layer'), layer: LayerKind, jurisdiction: z.string().regex(/^33\d{4}$/) }),
]);

/** How much of a township is protected, by the layers in force (F09). */
export const TownshipRow = z.object({
  township: z.string(),
  name: z.string(),
  area: DecimalString,
  protectedArea: DecimalString,
  share: DecimalString,
});

export const BoundaryReport = z.object({
  set: z.string(),
  layers: z.array(z.object({ id: z.string(), kind: LayerKind, sha256: z.string() })),
  blocks: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      part: z.string(),
      zone: z.string(),
      measured: DecimalString,
      declared: cellOf(DecimalString),
      difference: DecimalString.nullable(),
    }),
  ),
  overlaps: z.array(
    z.object({
      feature: z.string(),
      layer: z.string(),
      kind: LayerKind,
      piece: z.string(),
      area: DecimalString,
      share: DecimalString,
      /** unruled: no rule in force names a layer of that kind; said, so that a missing clause is no oversight. */
      stance: z.enum(layerStances),
      /** The rule that forbids it. */
      rule: z.string().nullable(),
      clause: Citation.nullable(),
      shape: Shape,
      place: MapPlace,
    }),
  ),
  pieces: z.array(
    z.object({
      zone: z.string(),
      pieces: z.array(z.object({ features: z.array(z.string()), area: DecimalString })),
      largestShare: DecimalString,
    }),
  ),
  neighbours: z.array(
    z.object({ a: z.string(), b: z.string(), gap: DecimalString, barrier: z.string().nullable(), adjacent: z.boolean() }),
  ),
  growth: z.array(
    z.object({
      feature: z.string(),
      against: z.enum(['approved', 'last-plan']),
      kept: DecimalString,
      gained: DecimalString,
      lost: DecimalString,
      gainedShape: Shape,
      lostShape: Shape,
    }),
  ),
  townships: z.array(TownshipRow),
  findings: z.array(Finding),
});
export type BoundaryReport = z.infer<typeof BoundaryReport>;

/** Fields of the file on the left, ours on the right: 'code' and 'name' are needed; the rest is kept as attributes. */
export const Mapping = z.record(
  z.string().max(120),
  z.enum(['code', 'name', 'zone', 'township', 'use', 'next-use', 'receiver', 'deadline', 'level', 'keep', 'ignore']),
);

/** Reading a file, in two stages: what it holds (a person then confirms system and fields), and what it comes to. */
export const ReadingStage = z.enum(['reading', 'confirm', 'measuring', 'done', 'failed', 'cancelled']);

export const Reading = z.object({
  id: z.uuid(),
  target: Target,
  dataset: Dataset,
  stage: ReadingStage,
  /** What is being done, and how far, 0…1. */
  doing: Bilingual.nullable(),
  share: z.number().min(0).max(1),
  file: z.object({ name: z.string(), size: z.number(), sha256: z.string() }),
  /** From the stage 'confirm' on. */
  found: z
    .object({
      format: z.enum(boundaryFormats),
      encoding: z.string().nullable(),
      declared: z.object({ words: z.string() }).nullable(),
      features: z.number(),
      vertices: z.number(),
      fields: z.array(z.object({ name: z.string(), samples: z.array(z.string()) })),
      /** As remembered from this sender's last file, or by the names of the fields. */
      mapping: Mapping,
      guesses: z.array(CrsGuess),
      notes: z.array(z.object({ at: z.number().nullable(), text: Bilingual })),
      /** A coarse drawing of the first guess for the map: at most 5,000 vertices. */
      sketch: z.array(Feature),
    })
    .nullable(),
  /** At the stage 'failed': every problem at once, where, what, expected, what to do. */
  problems: z.array(z.object({ at: z.string().nullable(), value: z.string().nullable(), reason: Bilingual })),
  /** At the stage 'done'. */
  draft: z.uuid().nullable(),
});
export type Reading = z.infer<typeof Reading>;

/** Features on the table of one unit, not yet part of anything: from a file, or drawn. Each change is a new revision. */
export const BoundaryDraft = z.object({
  id: z.uuid(),
  target: Target,
  dataset: Dataset,
  revision: z.number(),
  from: z.object({ name: z.string(), sha256: z.string() }).nullable(),
  crs: Crs.nullable(),
  /** Not survey grade (GCJ-02, BD-09): said on every page and export. */
  surveyGrade: z.boolean(),
  features: z.array(Feature),
  findings: z.array(ShapeFinding),
  report: BoundaryReport.nullable(),
  /** Codes that no block of the annex has. */
  strangers: z.array(z.string()),
  /** Nothing left for the sender to mend. */
  clean: z.boolean(),
});
export type BoundaryDraft = z.infer<typeof BoundaryDraft>;

export const LayerRow = z.object({
  id: z.string(),
  kind: LayerKind,
  title: Bilingual,
  jurisdiction: z.string(),
  dataset: Dataset,
  owner: Bilingual,
  source: z.string(),
  validFrom: Day,
  validTo: Day.nullable(),
  sha256: z.string(),
  features: z.number(),
  area: DecimalString,
});
export type LayerRow = z.infer<typeof LayerRow>;

/** A parcel of a closed zone, or of one turned into city blocks (F11), as on a day. */
export const ParcelRow = z.object({
  layer: z.string(),
  jurisdiction: z.string(),
  code: z.string(),
  name: z.string(),
  park: z.string().nullable(),
  use: z.string().nullable(),
  nextUse: z.string().nullable(),
  receiver: z.string().nullable(),
  deadline: z.string().nullable(),
  state: z.enum(parcelStates),
  lateDays: z.number().nullable(),
  area: DecimalString,
});

const readingId = z.object({ id: z.uuid() });
const planAt = z.object({ plan: Text.max(100), version: z.coerce.number().int().min(1).optional(), on: Day });

export const boundaries = {
  /** Keeps the bytes, and begins to read them. 50 MB at most. */
  upload: procedure
    .route({ method: 'POST', path: '/boundaries/readings' })
    .input(z.object({ target: Target, dataset: Dataset, file: z.file(), on: Day }))
    .output(Reading),
  reading: procedure.route({ method: 'GET', path: '/boundaries/readings/{id}' }).input(readingId).output(Reading),
  /** A person has seen system and fields: measuring begins. */
  confirm: procedure
    .route({ method: 'POST', path: '/boundaries/readings/{id}/confirmation' })
    .input(readingId.extend({ crs: Crs, mapping: Mapping, on: Day }))
    .output(Reading),
  cancel: procedure.route({ method: 'POST', path: '/boundaries/readings/{id}/cancel' }).input(readingId).output(Reading),
  draft: procedure
    .route({ method: 'GET', path: '/boundaries/drafts/{id}' })
    .input(readingId.extend({ on: Day }))
    .output(BoundaryDraft),
  /** An empty or copied draft to draw in: from the plan's present boundaries when it has any. */
  beginDraft: procedure
    .route({ method: 'POST', path: '/boundaries/drafts' })
    .input(z.object({ target: Target, dataset: Dataset, on: Day }))
    .output(BoundaryDraft),
  /** What was drawn: a new revision, normalised and measured anew. */
  redraw: procedure
    .route({ method: 'POST', path: '/boundaries/drafts/{id}/revisions' })
    .input(readingId.extend({ basedOn: z.number().int().min(1), features: z.array(Feature).max(5000), on: Day }))
    .output(BoundaryDraft),
  /** Gives a plan's draft these boundaries (a new version of the plan), or puts a layer's new version in force from a day. */
  keep: procedure
    .route({ method: 'POST', path: '/boundaries/drafts/{id}/keeping' })
    .input(
      readingId.extend({
        revision: z.number().int().min(1),
        on: Day,
        plan: z.object({ basedOn: z.number().int().min(1) }).optional(),
        layer: z.object({ title: Bilingual, source: Text.min(1).max(300), validFrom: Day }).optional(),
      }),
    )
    .output(z.object({ sha256: z.string(), version: z.number().nullable() })),
  /** The boundaries a plan version carries, and their report against the layers in force that day; null when it has none. */
  ofPlan: procedure
    .route({ method: 'GET', path: '/plans/{plan}/boundaries' })
    .input(planAt)
    .output(z.object({ features: z.array(Feature), report: BoundaryReport, surveyGrade: z.boolean() }).nullable()),
  layers: procedure
    .route({ method: 'GET', path: '/boundaries/layers' })
    .input(z.object({ dataset: Dataset, on: Day, jurisdiction: z.string().optional() }))
    .output(z.array(LayerRow)),
  layer: procedure
    .route({ method: 'GET', path: '/boundaries/layers/{id}' })
    .input(z.object({ id: z.string().max(100) }))
    .output(LayerRow.extend({ shapes: z.array(Feature) })),
  /** Parcels of closed zones by the layers in force, the late ones first. */
  parcels: procedure
    .route({ method: 'GET', path: '/boundaries/parcels' })
    .input(z.object({ dataset: Dataset, on: Day, jurisdiction: z.string().optional() }))
    .output(z.array(ParcelRow)),
  /** Townships of a place with their protected share, by the layers in force; empty without township limits. */
  townships: procedure
    .route({ method: 'GET', path: '/boundaries/townships' })
    .input(z.object({ dataset: Dataset, on: Day, jurisdiction: z.string().regex(/^33\d{4}$/) }))
    .output(z.array(TownshipRow)),
  /** A plan's boundaries or a layer as a file, in any of the formats and systems; training data says so inside. */
  export: procedure
    .route({ method: 'GET', path: '/boundaries/export' })
    .input(
      z.object({
        plan: Text.max(100).optional(),
        version: z.coerce.number().int().min(1).optional(),
        layer: z.string().max(100).optional(),
        format: z.enum(boundaryFormats),
        system: z.enum(['cgcs2000', 'gauss-kruger-3', 'gauss-kruger-3-numbered', 'gauss-kruger-6']),
        on: Day,
      }),
    )
    .output(z.file()),
};
