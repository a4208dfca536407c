// The figures of a printed sheet: a round scale that still shows what the screen shows, and a scale bar to it. Pure.

/** mm; the map on an A3 sheet lying across. */
export const paperMap = { width: 388, height: 230 };
const millimetre = 96 / 25.4;

export interface ScreenView {
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** Metres of ground for a CSS pixel. */
  readonly resolution: number;
}

/** Denominator: the smallest of 1, 2, 2.5, 5 × 10ⁿ at which all of the screen's ground fits on the paper. */
export function paperScale({ width, height, resolution }: ScreenView): number {
  const metres = Math.max((width * resolution) / paperMap.width, (height * resolution) / paperMap.height);
  const needed = Math.max(metres * 1000, 100);
  const power = 10 ** Math.floor(Math.log10(needed));
  // A view that just fits must not jump to the next scale for a rounding error.
  return [1, 2, 2.5, 5, 10].map((step) => step * power).find((scale) => scale >= needed * 0.999) ?? 10 * power;
}

/** Metres of ground for a CSS pixel on paper. */
export function paperResolution(scale: number): number {
  return scale / 1000 / millimetre;
}

/** A bar of a round length, about five centimetres long. */
export function paperBar(scale: number): { readonly metres: number; readonly millimetres: number } {
  const aim = (50 * scale) / 1000;
  const power = 10 ** Math.floor(Math.log10(aim));
  const metres = [5, 2, 1].map((step) => step * power).find((length) => length <= aim) ?? power;
  return { metres, millimetres: (metres * 1000) / scale };
}
