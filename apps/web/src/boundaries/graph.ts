// The adjacency of blocks as a drawing: points where the blocks lie, lines between neighbours. Pure.
import { boxOf } from '@zhenghe/engine/boundaries';
import type { BoundaryReport, Feature } from './shapes.ts';

export interface GraphNode {
  readonly code: string;
  readonly x: number;
  readonly y: number;
}

type Neighbour = BoundaryReport['neighbours'][number];

/** Within 320 × 200 with a margin; north is up, and a degree of longitude is as long as it is in Zhejiang. */
export function nodesOf(features: readonly Feature[]): readonly GraphNode[] {
  const drawn = features.filter(({ shape }) => shape.length > 0);
  const middles = drawn.map(({ code, shape }) => {
    const [west, south, east, north] = boxOf(shape);
    return { code, lon: ((west + east) / 2) * 0.87, lat: (south + north) / 2 };
  });
  const west = Math.min(...middles.map(({ lon }) => lon));
  const north = Math.max(...middles.map(({ lat }) => lat));
  const wide = Math.max(...middles.map(({ lon }) => lon)) - west;
  const high = north - Math.min(...middles.map(({ lat }) => lat));
  const scale = Math.min(240 / Math.max(wide, 1e-9), 130 / Math.max(high, 1e-9));
  const [left, top] = [160 - (wide * scale) / 2, 95 - (high * scale) / 2];
  return middles.map(({ code, lon, lat }) => ({ code, x: left + (lon - west) * scale, y: top + (north - lat) * scale }));
}

export function edgesOf(neighbours: readonly Neighbour[], nodes: readonly GraphNode[]) {
  const at = new Map(nodes.map((node) => [node.code, node]));
  return neighbours.flatMap((neighbour) => {
    const [from, to] = [at.get(neighbour.a), at.get(neighbour.b)];
    return from && to ? [{ from, to, neighbour }] : [];
  });
}
