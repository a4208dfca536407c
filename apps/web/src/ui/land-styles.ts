// Turns looks into OpenLayers styles: patterns on a canvas, labels that give way, marks with their number.
import { Circle, Fill, RegularShape, Stroke, Style, Text } from 'ol/style';
import { faded, type LandLook, strokesOf } from './land-look.ts';
import type { LandMark } from './land-marks.ts';
import { inkOn, type Palette } from './theme.ts';

const tile = 10;
const made = new Map<string, CanvasPattern | null>();

export interface Drawn {
  readonly name: string;
  readonly selected: boolean;
  readonly picked: number;
}

export function landStyle(look: LandLook, { name, selected, picked }: Drawn, palette: Palette): Style[] {
  const width = selected ? look.width + 2 : look.width;
  const ground = new Style({ fill: new Fill({ color: faded(look.color, selected ? Math.max(look.ground, 0.3) : look.ground) }) });
  const pattern = patternOf(look);
  const line = new Style({
    stroke: new Stroke({ color: look.color, width, lineDash: selected ? [] : [...look.dash] }),
    ...(pattern ? { fill: new Fill({ color: pattern }) } : {}),
  });
  const label = picked > 0 ? `${picked} · ${name}` : name;
  return look.labelled && label !== '' ? [ground, line, new Style({ text: textOf(label, palette, selected) })] : [ground, line];
}

function textOf(text: string, palette: Palette, strong: boolean): Text {
  return new Text({
    text,
    font: `${strong ? '600 ' : ''}13px sans-serif`,
    fill: new Fill({ color: palette.ink }),
    stroke: new Stroke({ color: palette.paper, width: 3 }),
    overflow: true,
  });
}

export function outlineStyle(name: string, palette: Palette): Style[] {
  return [
    new Style({ stroke: new Stroke({ color: palette.inkSoft, width: 0.7, lineDash: [1, 3] }) }),
    new Style({
      text: new Text({
        text: name,
        font: '12px sans-serif',
        fill: new Fill({ color: palette.inkSoft }),
        stroke: new Stroke({ color: palette.ground, width: 3 }),
      }),
    }),
  ];
}

/** A mark is always drawn; a label gives way to it. */
const declutterMode = 'obstacle';

/** bad a square, warn a triangle, quiet a circle, as everywhere in the product. */
export function markStyle(mark: LandMark, palette: Palette): Style {
  const color = { bad: palette.bad, warn: palette.warn, quiet: palette.inkSoft }[mark.tone];
  const fill = new Fill({ color });
  const stroke = new Stroke({ color: palette.paper, width: 1.5 });
  const image =
    mark.tone === 'quiet'
      ? new Circle({ radius: 10, fill, stroke, declutterMode })
      : mark.tone === 'bad'
        ? new RegularShape({ points: 4, radius: 14, angle: Math.PI / 4, fill, stroke, declutterMode })
        : new RegularShape({ points: 3, radius: 15, fill, stroke, declutterMode });
  return new Style({
    image,
    text: new Text({
      declutterMode,
      text: String(mark.number),
      font: '600 12px sans-serif',
      offsetY: mark.tone === 'warn' ? 3 : 0,
      fill: new Fill({ color: inkOn(color) }),
    }),
    zIndex: 10,
  });
}

export function vertexStyle(palette: Palette): Style {
  return new Style({
    image: new Circle({ radius: 5, fill: new Fill({ color: palette.paper }), stroke: new Stroke({ color: palette.blue, width: 2 }) }),
  });
}

export function sketchStyle(palette: Palette): Style {
  return new Style({
    fill: new Fill({ color: faded(palette.blue, 0.12) }),
    stroke: new Stroke({ color: palette.blue, width: 2, lineDash: [6, 4] }),
    image: new Circle({ radius: 4, fill: new Fill({ color: palette.blue }) }),
  });
}

function patternOf(look: LandLook): CanvasPattern | null {
  if (look.pattern === 'none') return null;
  const key = `${look.pattern} ${look.color}`;
  const known = made.get(key);
  if (known !== undefined) return known;
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [tile, tile];
  const pen = canvas.getContext('2d');
  if (!pen) return null;
  pen.strokeStyle = faded(look.color, 0.75);
  pen.lineWidth = look.pattern === 'dots' ? 2 : 1;
  pen.lineCap = 'round';
  for (const [x1, y1, x2, y2] of strokesOf(look.pattern, tile)) {
    pen.beginPath();
    pen.moveTo(x1, y1);
    pen.lineTo(x2, y2);
    pen.stroke();
  }
  const pattern = pen.createPattern(canvas, 'repeat');
  made.set(key, pattern);
  return pattern;
}
