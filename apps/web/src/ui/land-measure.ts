// Lengths and areas as a reader meets them while drawing: the engine's figures, never those of the drawing library. Loaded with the map.
import { areaOf, distance, type Position, type Shape } from '@zhenghe/engine/boundaries';
import { grouped } from './area.ts';

export interface MeasureWords {
  readonly hectare: string;
  readonly mu: string;
}

/** 356.4 m, from a kilometre on also 1.356 km. */
export function lengthText(line: readonly Position[]): string {
  let metres = 0;
  for (const [index, position] of line.entries()) {
    const before = line[index - 1];
    if (before) metres += distance(before, position);
  }
  const plain = `${grouped(metres.toFixed(1))} m`;
  return metres < 1000 ? plain : `${plain} = ${grouped((metres / 1000).toFixed(3))} km`;
}

/** All units at once: m² or km², hectares, mu (1 亩 = 1/15 公顷). */
export function areaText(shape: Shape, words: MeasureWords): string {
  const metres = areaOf(shape);
  const hectares = metres / 10_000;
  const first = metres < 100_000 ? `${grouped(metres.toFixed(1))} m²` : `${grouped((metres / 1_000_000).toFixed(4))} km²`;
  return `${first} = ${grouped(hectares.toFixed(hectares < 10 ? 4 : 2))} ${words.hectare} = ${grouped((hectares * 15).toFixed(2))} ${words.mu}`;
}
