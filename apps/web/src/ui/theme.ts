// The one theme: official blue for actions, ink for text; green, amber and red only for state. CSS reads the same
// figures as variables (ui.css), antd reads them as tokens, charts and maps as this object.

export interface Palette {
  readonly blue: string;
  readonly blueSoft: string;
  readonly ink: string;
  readonly inkSoft: string;
  readonly line: string;
  readonly paper: string;
  readonly ground: string;
  readonly good: string;
  readonly warn: string;
  readonly bad: string;
  /** Sequential blues for shading, light to dark. */
  readonly steps: readonly [string, string, string, string, string];
  /** Things beside each other on a map, apart from states; each with a number or a word of its own too. */
  readonly kinds: readonly [string, string, string, string, string, string];
}

export const light: Palette = {
  blue: '#1d4e9e',
  blueSoft: '#e8eff9',
  ink: '#1c2430',
  inkSoft: '#566072',
  line: '#dde2ea',
  paper: '#ffffff',
  ground: '#f4f6f9',
  good: '#1e7b45',
  warn: '#9a5b00',
  bad: '#b3261e',
  steps: ['#eaf1fb', '#c5d8f1', '#93b4df', '#5b88c6', '#2a5ca5'],
  kinds: ['#1d4e9e', '#a04e00', '#6a3d9a', '#00717a', '#8c2f5f', '#4f6228'],
};

export const dark: Palette = {
  blue: '#7fa9ea',
  blueSoft: '#1d2b42',
  ink: '#e6eaf1',
  inkSoft: '#a3adbd',
  line: '#333c4a',
  paper: '#171c24',
  ground: '#10141a',
  good: '#66c48e',
  warn: '#e0a64a',
  bad: '#f08a80',
  steps: ['#1c2736', '#233b5c', '#2f5588', '#4574b5', '#7fa9ea'],
  kinds: ['#7fa9ea', '#e59a54', '#b79be0', '#5cc3cc', '#e08ab5', '#a9c27a'],
};

/** Black or white letters, whichever reads better on a fill. */
export function inkOn(fill: string): string {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => Number.parseInt(fill.slice(at, at + 2), 16));
  return 0.299 * r + 0.587 * g + 0.114 * b > 140 ? '#10141a' : '#ffffff';
}

/** Palette as CSS custom properties: blueSoft becomes --blue-soft. */
export function cssVariables(palette: Palette): Record<string, string> {
  const entries = Object.entries(palette).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return Object.fromEntries(entries.map(([name, value]) => [`--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`, value]));
}
