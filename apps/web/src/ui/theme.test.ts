import { describe, expect, it } from 'vitest';
import { cssVariables, dark, light, type Palette } from './theme.ts';

describe('the theme', () => {
  it('names CSS variables after the palette', () => {
    expect(cssVariables(light)).toMatchObject({ '--blue-soft': light.blueSoft, '--ink': light.ink });
  });
  it.each([
    ['light', light],
    ['dark', dark],
  ] as const)('reads at 4.5 : 1 or better on paper and ground, %s', (_, palette: Palette) => {
    for (const ink of [palette.ink, palette.inkSoft, palette.blue, palette.good, palette.warn, palette.bad]) {
      for (const ground of [palette.paper, palette.ground, palette.blueSoft]) {
        if (ground === palette.blueSoft && ink !== palette.ink && ink !== palette.blue && ink !== palette.inkSoft) continue;
        expect(contrast(ink, ground), `${ink} on ${ground}`).toBeGreaterThanOrEqual(4.5);
      }
    }
  });
});

describe('things beside each other on a map', () => {
  it.each([
    ['light', light],
    ['dark', dark],
  ] as const)('stand out at 4.5 : 1 from the land, %s', (_, palette: Palette) => {
    for (const kind of palette.kinds) expect(contrast(kind, palette.paper), kind).toBeGreaterThanOrEqual(4.5);
  });
});

function contrast(a: string, b: string): number {
  const [x, y] = [luminance(a), luminance(b)];
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
