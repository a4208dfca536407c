// What a reader of any boundary format answers: rings as they stand in the file, before any coordinate system is applied.
import type { Bilingual } from '../kernel/index.ts';
import type { Crs, RefusedDatum } from './crs.ts';

export const boundaryFormats = ['geojson', 'shapefile', 'kml', 'kmz', 'dxf', 'xlsx', 'csv', 'survey-txt'] as const;
export type BoundaryFormat = (typeof boundaryFormats)[number];

/** First and second figure as written. */
export type RawPosition = readonly [number, number];

export interface RawRing {
  readonly positions: readonly RawPosition[];
  /** Ring number or role as the file gives it; null where the format has none (roles are then found by containment). */
  readonly hole: boolean | null;
  /** Where it stands: line of a text, row of a sheet, record of a shapefile; 1-based. */
  readonly at: number;
}

export interface RawFeature {
  readonly rings: readonly RawRing[];
  readonly attributes: Readonly<Record<string, string>>;
  /** For a person: '第 3 个地块', 'record 3'. */
  readonly at: number;
}

export interface RawBoundaries {
  readonly format: BoundaryFormat;
  /** 'UTF-8', 'GBK' …; null for binary formats. */
  readonly encoding: string | null;
  /** What the file itself says of its coordinates, and in which words; null when it says nothing. */
  readonly declared: { readonly crs: Crs | null; readonly refused: RefusedDatum | null; readonly words: string } | null;
  readonly features: readonly RawFeature[];
  /** Read, but not as it stood: a full-width digit, a ring closed by the format's own rule, points and lines left out. */
  readonly notes: readonly BoundaryNote[];
  /** The file says of itself that it is training data: it may not enter a real data set. */
  readonly training?: true;
}

export interface BoundaryNote {
  readonly at: number | null;
  readonly text: Bilingual;
}
