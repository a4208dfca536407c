// Builders for tests of boundary files: invented blocks, and one file of every format.
import type { BoundaryFormat, Feature, Polygon, Position } from '@zhenghe/engine/boundaries';
import { boundaryFormats } from '@zhenghe/engine/boundaries';
import { systemFor } from './outgoing.ts';
import { fileOf } from './training-file.ts';
import type { BoundaryFile } from './write-boundaries.ts';

export { faultyFiles } from './faulty-files.ts';
export { fileOf, zone40 } from './training-file.ts';

/** A many-cornered block around a point, `size` degrees across, with holes side by side; the same numbers give the same block. */
export function ringAround([lon, lat]: Position, size: number, corners = 8): Position[] {
  const ring = Array.from({ length: corners }, (_, index): Position => {
    const angle = (2 * Math.PI * index) / corners;
    const reach = (size / 2) * (1 - 0.2 * (index % 2));
    return [fixed(lon + reach * Math.cos(angle)), fixed(lat + reach * Math.sin(angle))];
  });
  return [...ring, ring[0] ?? [lon, lat]];
}

function fixed(value: number): number {
  return Number(value.toFixed(9));
}

export function polygonAround(centre: Position, size: number, holes = 0): Polygon {
  const inner = Array.from({ length: holes }, (_, index): Position[] => {
    const from = size * 0.3 * ((index + 1) / (holes + 1) - 0.5);
    return ringAround([centre[0] + from * 2, centre[1]], (size * 0.3) / (holes + 1), 6).toReversed();
  });
  return [ringAround(centre, size), ...inner];
}

/** Three invented blocks in zone 40: plain, with a hole, of two pieces. */
export function someFeatures(): readonly Feature[] {
  return [
    { code: 'b1', name: '甲区块', shape: [polygonAround([119.9, 29.4], 0.02)], attributes: { 用途: '工业' } },
    { code: 'b2', name: '乙区块', shape: [polygonAround([119.95, 29.4], 0.02, 1)], attributes: { 用途: '研发', 备注: '南侧' } },
    { code: 'b3', name: '丙区块', shape: [polygonAround([120.02, 29.4], 0.01), polygonAround([120.04, 29.41], 0.01, 2)], attributes: {} },
  ];
}

/** One file of every format; degrees where the format knows nothing else. */
export async function filesOfAllFormats(features: readonly Feature[]): Promise<ReadonlyMap<BoundaryFormat, BoundaryFile>> {
  const system = systemFor('gauss-kruger-3-numbered', features);
  const files = await Promise.all(boundaryFormats.map((format) => fileOf(features, format, system)));
  return new Map(boundaryFormats.map((format, index) => [format, files[index] ?? { name: '', mime: '', bytes: new Uint8Array() }]));
}
