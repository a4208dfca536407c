// The explorer: units × indicators × periods from approved figures, with subtotals that are right for ratios, as it was then or on
// today's map; a source card on every figure; tags (F85). The question stands in the address of the page.
import { growths, mapViews, type PackedCell, rowKinds } from '@zhenghe/engine/explorer';
import { z } from 'zod';
import { Grain, IndicatorCode, Period, Tag } from './indicator-wire.ts';
import { Bilingual, Citation, Dataset, Day, DecimalString, Missing, Text } from './kernel.ts';
import { procedure } from './procedure.ts';

/** Codes with commas between: an address holds it. */
const list = (most: number, each: RegExp) =>
  z
    .string()
    .max(most * 61)
    .transform((text) => (text === '' ? [] : text.split(',')))
    .refine((codes) => codes.length <= most && codes.every((code) => each.test(code)), 'expected codes with commas between');

export const PivotQuestion = z.object({
  dataset: Dataset,
  on: Day,
  indicators: list(60, /^[a-z][a-z0-9_]*$/),
  grain: Grain,
  from: Period,
  to: Period,
  rows: z.enum(rowKinds).default('city'),
  map: z.enum(mapViews).default('then'),
  growth: z.enum(growths).default('none'),
  subtotals: z.enum(['true', 'false']).default('true'),
  /** Units below that place; the province for all the caller may see. */
  place: z
    .string()
    .regex(/^33\d{4}$/)
    .default('330000'),
  types: list(20, /^[a-z-]+$/).default([]),
  tag: z.string().max(60).optional(),
  units: list(200, /^[A-Za-z0-9-]+$/).default([]),
});

const note = z.enum(['partial', 'carried', 'not-comparable', 'bridged', 'break']);

/**
 * Rows × (indicators × periods). The cells of a row are one text, with ; between them: `value,of,expected,notes`, or without a figure
 * `,of,expected,notes` and, if there is one, `,reason`; notes are bits in the order of `notes`. Read with `cellsIn` of the engine.
 */
export const PivotWire = z.object({
  indicators: z.array(
    z.object({
      code: IndicatorCode,
      name: Bilingual,
      unit: z.string(),
      decimals: z.number(),
      gathering: z.string(),
      direction: z.string(),
      starred: z.boolean(),
      /** Breaks of calibre within the asked periods. */
      breaks: z.array(z.object({ period: Period, from: Bilingual, to: Bilingual, bridged: z.boolean() })),
      /** How it is carried through mergers, in words. */
      carrying: Bilingual,
    }),
  ),
  periods: z.array(Period),
  notes: z.array(note),
  rows: z.array(
    z.object({
      key: z.string(),
      kind: z.enum([...rowKinds, 'subtotal', 'total']),
      name: z.string(),
      place: z.string().nullable(),
      cells: z.string().regex(/^[-0-9a-z.,;]*$/),
    }),
  ),
  /** Number of the publication the answer rests on: two answers with the same number rest on the same figures. */
  publication: z.number(),
  units: z.number(),
  /** Acts that could not be carried: shown, never hidden. */
  problems: z.array(Bilingual),
});
export type PivotWire = z.infer<typeof PivotWire>;

type PivotRow = Omit<PivotWire['rows'][number], 'cells'> & { readonly cells: readonly PackedCell[] };
/** An answer with its cells read. */
export type PivotAnswer = Omit<PivotWire, 'rows'> & { readonly rows: readonly PivotRow[] };

export const SourceCard = z.object({
  indicator: z.object({
    code: IndicatorCode,
    name: Bilingual,
    meaning: Bilingual,
    unit: z.string(),
    owner: Bilingual,
    source: Bilingual,
    publication: z.string(),
  }),
  unit: z.object({ id: z.string(), name: z.string() }),
  period: Period,
  value: DecimalString.nullable(),
  missing: Missing.shape.missing.nullable(),
  calibre: z.object({ id: z.string(), title: Bilingual, clause: Citation.nullable() }).nullable(),
  /** Filed under another calibre for the same period: the bridge. */
  bridge: z.object({ calibre: z.string(), title: Bilingual, value: DecimalString }).nullable(),
  /** For a derived one: its formula in words and the figures that went in. */
  derived: z
    .object({
      formula: z.string(),
      parts: z.array(
        z.object({
          code: IndicatorCode,
          name: Bilingual,
          unit: z.string(),
          value: DecimalString.nullable(),
          missing: Missing.shape.missing.nullable(),
        }),
      ),
    })
    .nullable(),
  /** The paper trail, oldest first: each approved version of the figure. */
  versions: z.array(
    z.object({
      value: DecimalString.nullable(),
      missing: Missing.shape.missing.nullable(),
      source: Bilingual,
      approvedBy: Bilingual.nullable(),
      on: Day,
      reason: z.string().nullable(),
      explanation: z.string().nullable(),
      filing: z.string().nullable(),
    }),
  ),
  /** Acts it was carried through, where the page looks at today's map. */
  carried: z.array(z.object({ act: z.string(), on: Day, paper: z.string(), from: z.string(), rule: Bilingual })),
  /** Doubtful readings of its source: all that were printed, which can be true, and what was done. */
  quality: z.array(
    z.object({
      title: Bilingual,
      readings: z.array(z.object({ printed: z.string(), possible: z.boolean(), why: Bilingual })),
      handling: Bilingual,
    }),
  ),
  nextUpdate: Day.nullable(),
  clause: Citation.nullable(),
});
export type SourceCard = z.infer<typeof SourceCard>;

export const TagRow = Tag.extend({
  pack: z.string().nullable(),
  version: z.number(),
  /** Zones it holds for, zones it does not, zones that lack a figure; null once expired. */
  count: z.object({ yes: z.number(), no: z.number(), unknown: z.number() }).nullable(),
  period: Period.nullable(),
  expired: z.boolean(),
});

export const explorer = {
  /** Indicators that have figures, with the grains and the first and last period of each; types and tags to choose from. */
  choices: procedure
    .route({ method: 'GET', path: '/explorer/choices' })
    .input(z.object({ dataset: Dataset, on: Day }))
    .output(
      z.object({
        indicators: z.array(
          z.object({
            code: IndicatorCode,
            name: Bilingual,
            unit: z.string(),
            group: z.string(),
            derived: z.boolean(),
            grain: Grain,
            first: Period,
            last: Period,
          }),
        ),
        tags: z.array(z.object({ code: z.string(), name: Bilingual })),
        units: z.number(),
        publication: z.number(),
      }),
    ),
  pivot: procedure.route({ method: 'GET', path: '/explorer/pivot' }).input(PivotQuestion).output(PivotWire),
  card: procedure
    .route({ method: 'GET', path: '/explorer/card' })
    .input(
      z.object({
        dataset: Dataset,
        on: Day,
        indicator: IndicatorCode,
        unit: Text.max(80),
        period: Period,
        map: z.enum(mapViews).default('then'),
      }),
    )
    .output(SourceCard),
  export: procedure
    .route({ method: 'GET', path: '/explorer/export' })
    .input(PivotQuestion.extend({ format: z.enum(['xlsx', 'csv', 'json']), language: z.enum(['zh', 'en']).default('zh') }))
    .output(z.file()),
  tags: procedure
    .route({ method: 'GET', path: '/explorer/tags' })
    .input(z.object({ dataset: Dataset, on: Day }))
    .output(z.array(TagRow)),
  tag: procedure
    .route({ method: 'GET', path: '/explorer/tags/{code}' })
    .input(z.object({ code: z.string().max(60), dataset: Dataset, on: Day }))
    .output(
      z.object({
        tag: TagRow,
        /** At most 200 of each answer, by place. */
        sample: z.array(
          z.object({
            unit: z.string(),
            name: z.string(),
            place: z.string(),
            holds: z.boolean().nullable(),
            values: z.array(z.object({ code: IndicatorCode, value: DecimalString.nullable() })),
          }),
        ),
        uses: z.array(Bilingual),
      }),
    ),
  /** A rule as it is typed: count and where it is wrong. */
  tryTag: procedure
    .route({ method: 'POST', path: '/explorer/tags/trial' })
    .input(z.object({ dataset: Dataset, on: Day, rule: Text.max(2000), grain: Grain }))
    .output(
      z.object({
        problems: z.array(z.object({ from: z.number().nullable(), to: z.number().nullable(), message: Bilingual })),
        count: TagRow.shape.count,
      }),
    ),
};
