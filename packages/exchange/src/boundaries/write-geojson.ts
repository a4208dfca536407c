// GeoJSON: one feature a line, counterclockwise as RFC 7946 has it; the older crs member names the system.
import type { Feature } from '@zhenghe/engine/boundaries';
import { trainingMark } from './fields.ts';
import { eastFirstOf, fieldsOf, figuresOf, type Outgoing, systemWords, titleOf } from './outgoing.ts';
import { epsgOf } from './statement.ts';

export function writeGeojson(out: Outgoing): Uint8Array {
  const system = eastFirstOf(out.system);
  const epsg = epsgOf(system);
  const name = epsg === null ? systemWords(system) : `urn:ogc:def:crs:EPSG::${epsg}`;
  const head = [
    '"type": "FeatureCollection"',
    `"name": ${JSON.stringify(titleOf(out))}`,
    ...(out.training ? [`"dataset": ${JSON.stringify(trainingMark)}`] : []),
    `"crs": ${JSON.stringify({ type: 'name', properties: { name } })}`,
  ];
  const figures = figuresOf(system);
  const features = out.features.map((feature) => {
    const geometry = `{"type": "MultiPolygon", "coordinates": ${coordinatesOf(feature, figures)}}`;
    return `{"type": "Feature", "properties": ${JSON.stringify(Object.fromEntries(fieldsOf(feature, out.training)))}, "geometry": ${geometry}}`;
  });
  return Buffer.from(`{\n${head.join(',\n')},\n"features": [\n${features.join(',\n')}\n]\n}\n`);
}

/** As text, so that each figure keeps its printed digits. */
function coordinatesOf({ shape }: Feature, figures: ReturnType<typeof figuresOf>): string {
  const polygons = shape.map((polygon) => {
    const rings = polygon.map((ring) => `[${ring.map((position) => `[${figures(position).join(',')}]`).join(',')}]`);
    return `[${rings.join(',')}]`;
  });
  return `[${polygons.join(',')}]`;
}
