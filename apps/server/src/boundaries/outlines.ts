// Where land should lie: the official limits of the place where a layer holds them, else the outline that ships for orientation.
import type { Dataset } from '@zhenghe/contract/kernel';
import type { County, Expected, Shape } from '@zhenghe/engine/boundaries';
import type { Day } from '@zhenghe/engine/kernel';
import { z } from 'zod';
import type { Database } from '../platform/database.ts';
import { dataText } from '../territory/index.ts';
import { listLayers, withFeatures } from './queries.ts';
import type { LayerRecord } from './record.ts';

const Ring = z.array(z.tuple([z.number(), z.number()]));
const Outlines = z.object({
  features: z.array(
    z.object({
      /** Two districts of 2018 have no code of today. */
      properties: z.object({ code: z.string().nullable(), name: z.string() }),
      geometry: z.union([
        z.object({ type: z.literal('Polygon'), coordinates: z.array(Ring) }),
        z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(Ring)) }),
      ]),
    }),
  ),
});

interface Outline {
  readonly code: string;
  readonly name: string;
  readonly shape: Shape;
}

let known: readonly Outline[] | null = null;

function outlines(): readonly Outline[] {
  known ??= Outlines.parse(JSON.parse(dataText('territory/counties.geojson'))).features.map(({ properties, geometry }) => ({
    code: properties.code ?? '',
    name: properties.name,
    shape: geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates,
  }));
  return known;
}

/** A city's land is that of its counties; null for a place without an outline (龙港 and three districts). */
export function outlineOf(jurisdiction: string): County | null {
  const prefix = jurisdiction.replace(/(00){1,2}$/, '');
  const parts = outlines().filter(({ code }) => code.startsWith(prefix));
  const [first] = parts;
  if (!first) return null;
  const name = parts.length === 1 ? first.name : jurisdiction;
  return { name, shape: parts.flatMap(({ shape }) => shape), official: false };
}

export function expectedAt(jurisdiction: string): Expected | null {
  const county = outlineOf(jurisdiction);
  const province = outlineOf('330000');
  return county && province ? { county: county.shape, province: province.shape } : null;
}

/** Township limits in force that cover the place are official; together they are its land. */
export function countyOf(place: string, layers: readonly LayerRecord[]): County | null {
  const townships = layers.filter((layer) => limits(place, layer));
  const outline = outlineOf(place);
  if (townships.length === 0) return outline;
  const shape = townships.flatMap(({ features }) => features.flatMap((feature) => feature.shape));
  return { name: outline?.name ?? place, shape, official: true };
}

/** The same for who needs nothing else of the layers: only the limits are read. */
export async function countyAt(db: Database, asked: { dataset: Dataset; on: Day; jurisdiction: string }): Promise<County | null> {
  const lines = (await listLayers(db, asked)).filter((line) => limits(asked.jurisdiction, line));
  return countyOf(asked.jurisdiction, await withFeatures(db, lines));
}

function limits(place: string, { kind, jurisdiction }: Pick<LayerRecord, 'kind' | 'jurisdiction'>): boolean {
  return kind === 'township' && jurisdiction === place;
}
