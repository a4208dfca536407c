// A step line as plain numbers: where each value stands in a box, and the path through them. Pure.

export interface Dot {
  readonly x: number;
  readonly y: number;
}

export interface Box {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Values at equal steps from left to right, zero at the foot, `most` at the top. */
export function dotsOf(values: readonly number[], most: number, box: Box): Dot[] {
  const across = box.width - box.left - box.right;
  const step = values.length > 1 ? across / (values.length - 1) : 0;
  return values.map((value, index) => ({ x: round(box.left + index * step), y: heightOf(value, most, box) }));
}

export function heightOf(value: number, most: number, box: Box): number {
  const up = box.height - box.top - box.bottom;
  return round(box.height - box.bottom - (most > 0 ? (value / most) * up : 0));
}

/** Flat until the next value's place, then straight up or down. */
export function stepPath(dots: readonly Dot[]): string {
  return dots.map(({ x, y }, index) => (index === 0 ? `M${x} ${y}` : `H${x}V${y}`)).join('');
}

/** Round figures for the axis: 0 to at least `most`, in at most five steps. */
export function ticksOf(most: number): number[] {
  const rough = Math.max(1, most) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const size = [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((candidate) => candidate >= rough) ?? rough;
  const step = Math.max(1, Math.round(size));
  return Array.from({ length: Math.ceil(most / step) + 1 }, (_, index) => index * step);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
