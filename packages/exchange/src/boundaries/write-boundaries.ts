// One door for features as a file of any format (F07). The same features give the same bytes; training data says so inside.
import type { BoundaryFormat, Feature } from '@zhenghe/engine/boundaries';
import { type Outgoing, titleOf, type WritableCrs } from './outgoing.ts';
import { writeDxf } from './write-dxf.ts';
import { writeGeojson } from './write-geojson.ts';
import { writeKml, writeKmz } from './write-kml.ts';
import { writeShapefile } from './write-shapefile.ts';
import { writeSurvey } from './write-survey.ts';
import { writeCsv, writeXlsx } from './write-tables.ts';

export interface WriteOptions {
  readonly format: BoundaryFormat;
  /** KML is always longitude and latitude; the other formats follow it, with the axes in their own order (tables: in this one). */
  readonly system: WritableCrs;
  readonly training: boolean;
  readonly title: string;
  /** Day that a survey's text is dated; none is written without it. */
  readonly on?: string;
}

export interface BoundaryFile {
  readonly name: string;
  readonly mime: string;
  readonly bytes: Uint8Array;
}

const endings: Readonly<Record<BoundaryFormat, readonly [string, string]>> = {
  geojson: ['geojson', 'application/geo+json'],
  shapefile: ['zip', 'application/zip'],
  kml: ['kml', 'application/vnd.google-earth.kml+xml'],
  kmz: ['kmz', 'application/vnd.google-earth.kmz'],
  dxf: ['dxf', 'image/vnd.dxf'],
  xlsx: ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  csv: ['csv', 'text/csv; charset=utf-8'],
  'survey-txt': ['txt', 'text/plain'],
};

export async function writeBoundaries(features: readonly Feature[], { format, ...options }: WriteOptions): Promise<BoundaryFile> {
  const out: Outgoing = { features, ...options };
  const [ending, mime] = endings[format];
  const name = `${fileName(titleOf(out))}.${ending}`;
  if (format === 'survey-txt') {
    const { bytes, encoding } = writeSurvey(out);
    return { name, mime: `${mime}; charset=${encoding}`, bytes };
  }
  return { name, mime, bytes: await writers[format](out) };
}

const writers: Readonly<Record<Exclude<BoundaryFormat, 'survey-txt'>, (out: Outgoing) => Uint8Array | Promise<Uint8Array>>> = {
  geojson: writeGeojson,
  shapefile: writeShapefile,
  kml: writeKml,
  kmz: writeKmz,
  dxf: writeDxf,
  xlsx: writeXlsx,
  csv: writeCsv,
};

function fileName(title: string): string {
  const safe = [...title].map((letter) => (letter < ' ' || '/\\:*?"<>|'.includes(letter) ? '_' : letter)).join('');
  return safe.trim().slice(0, 80) || 'boundaries';
}
