import { describe, expect, it } from 'vitest';
import { edgesOf, nodesOf } from './graph.ts';
import type { Feature } from './shapes.ts';

const square = (code: string, lon: number, lat: number): Feature => ({
  code,
  name: code,
  attributes: {},
  shape: [
    [
      [
        [lon, lat],
        [lon + 0.01, lat],
        [lon + 0.01, lat + 0.01],
        [lon, lat + 0.01],
        [lon, lat],
      ],
    ],
  ],
});

describe('the adjacency graph', () => {
  it('keeps north up and west left, within its frame', () => {
    const [west, east] = nodesOf([square('w', 119.2, 29.5), square('e', 119.4, 29.4)]);
    expect(west?.x ?? 0).toBeLessThan(east?.x ?? 0);
    expect(west?.y ?? 0).toBeLessThan(east?.y ?? 0);
    for (const { x, y } of [west, east].flatMap((node) => (node ? [node] : []))) {
      expect(x >= 0 && x <= 320 && y >= 0 && y <= 200).toBe(true);
    }
  });
  it('one block stands in the middle; a neighbour without a boundary has no line', () => {
    const nodes = nodesOf([square('a', 119.2, 29.5)]);
    expect(nodes[0]?.x).toBeCloseTo(160);
    expect(edgesOf([{ a: 'a', b: 'b', gap: '0.0', barrier: null, adjacent: true }], nodes)).toEqual([]);
  });
});
