// How each kind of land looks: a pattern, a dash and a colour, so that colour is never the only signal. Pure; the legend and the map
// read the same. Green, amber and red are kept for states: kept, gained, lost, finding.
import type { LandKind } from './land-marks.ts';
import type { Palette } from './theme.ts';

export const patterns = ['none', 'rising', 'falling', 'crossed', 'level', 'upright', 'grid', 'dots'] as const;
export type Pattern = (typeof patterns)[number];

export interface LandLook {
  readonly color: string;
  readonly pattern: Pattern;
  readonly dash: readonly number[];
  readonly width: number;
  /** Opacity of the even ground under the pattern, 0…1. */
  readonly ground: number;
  readonly labelled: boolean;
}

interface Given {
  /** A hue for light ground and one for dark, or a colour of the palette. */
  readonly hue: readonly [light: string, dark: string] | 'blue' | 'ink' | 'inkSoft' | 'good' | 'bad';
  readonly pattern: Pattern;
  readonly dash?: readonly number[];
  readonly width?: number;
  readonly ground?: number;
  readonly labelled?: boolean;
}

const given: Readonly<Record<LandKind, Given>> = {
  block: { hue: 'blue', pattern: 'none', width: 2, ground: 0.18, labelled: true },
  reference: { hue: 'inkSoft', pattern: 'none', dash: [6, 4], ground: 0.05, labelled: true },
  ecology: { hue: ['#0f6b63', '#5cc4b8'], pattern: 'rising' },
  farmland: { hue: ['#7a5c12', '#d0b060'], pattern: 'level' },
  water: { hue: ['#0a6390', '#63b6e6'], pattern: 'dots' },
  urban: { hue: ['#6b3fa0', '#b795e6'], pattern: 'none', dash: [10, 4, 2, 4], width: 1.6, ground: 0.03 },
  bluegreen: { hue: ['#2a7482', '#6fc3d2'], pattern: 'upright' },
  facilities: { hue: ['#84406a', '#dc94c0'], pattern: 'grid' },
  reserve: { hue: ['#5a6473', '#a8b2c0'], pattern: 'falling', dash: [3, 3] },
  approved: { hue: 'ink', pattern: 'none', dash: [8, 3], width: 1.4, ground: 0 },
  township: { hue: 'inkSoft', pattern: 'none', dash: [2, 4], ground: 0, labelled: true },
  parcels: { hue: ['#55602a', '#b3c072'], pattern: 'none', ground: 0.1, labelled: true },
  barrier: { hue: 'ink', pattern: 'crossed', width: 1.4 },
  kept: { hue: 'blue', pattern: 'none', ground: 0.22, labelled: true },
  gained: { hue: 'good', pattern: 'rising', width: 2 },
  lost: { hue: 'bad', pattern: 'falling', width: 2, dash: [6, 3] },
  finding: { hue: 'bad', pattern: 'crossed', width: 2 },
};

export function landLook(kind: LandKind, palette: Palette, dark: boolean): LandLook {
  const { hue, pattern, dash = [], width = 1, ground = 0.06, labelled = false } = given[kind];
  const color = typeof hue === 'string' ? palette[hue] : hue[dark ? 1 : 0];
  return { color, pattern, dash, width, ground, labelled };
}

/** The strokes of a pattern in a square of `size`, as polylines; dots are strokes of no length. Map and legend draw the same ones. */
export function strokesOf(pattern: Pattern, size: number): readonly (readonly [x1: number, y1: number, x2: number, y2: number])[] {
  const half = size / 2;
  const rising = [
    [0, size, size, 0],
    [-half, half, half, -half],
    [half, size + half, size + half, half],
  ] as const;
  const falling = rising.map(([x1, y1, x2, y2]) => [size - x1, y1, size - x2, y2] as const);
  const level = [[0, half, size, half]] as const;
  const upright = [[half, 0, half, size]] as const;
  const all: Record<Pattern, readonly (readonly [number, number, number, number])[]> = {
    none: [],
    rising,
    falling,
    crossed: [...rising, ...falling],
    level,
    upright,
    grid: [...level, ...upright],
    dots: [[half - 0.6, half, half + 0.6, half]],
  };
  return all[pattern];
}

/** #rrggbb with an opacity. */
export function faded(color: string, opacity: number): string {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
  return `rgba(${r},${g},${b},${opacity})`;
}
