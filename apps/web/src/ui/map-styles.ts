// Turns marks into OpenLayers styles.
import { Circle, Fill, RegularShape, Stroke, Style, Text } from 'ol/style';
import type { AreaMark, PointMark, PointShape } from './map-marks.ts';
import { inkOn, type Palette } from './theme.ts';

export function areaStyle(mark: AreaMark | undefined, palette: Palette): Style[] {
  const base = new Style({
    fill: new Fill({ color: mark?.fill ?? palette.paper }),
    stroke: new Stroke({
      color: mark?.hatched ? palette.bad : palette.inkSoft,
      width: mark?.hatched ? 2 : 0.6,
      ...(mark?.hatched ? { lineDash: [5, 3] } : {}),
    }),
  });
  if (!mark?.label) return [base];
  const text = new Text({
    text: mark.label,
    font: '12px sans-serif',
    fill: new Fill({ color: inkOn(mark.fill) }),
    overflow: false,
  });
  return [base, new Style({ text })];
}

export function pointStyle(mark: PointMark, palette: Palette): Style[] {
  const fill = new Fill({ color: mark.color });
  const stroke = new Stroke({ color: palette.paper, width: 1 });
  const styles = [new Style({ image: imageOf(mark.shape, mark.size, fill, stroke, mark.color) })];
  if (mark.edge) {
    styles.unshift(new Style({ image: new Circle({ radius: mark.size + 4, stroke: new Stroke({ color: mark.edge, width: 2 }) }) }));
  }
  if (mark.label) styles.push(labelStyle(mark, mark.label, palette));
  return styles;
}

/** Points that look the same share one style: a thousand of them are drawn from a few pictures. */
export function pointStyles(palette: Palette): (mark: PointMark) => Style[] {
  const known = new Map<string, Style[]>();
  return (mark) => {
    const key = [mark.shape, mark.color, mark.size, mark.edge ?? '', mark.label ?? ''].join('|');
    const style = known.get(key) ?? pointStyle(mark, palette);
    known.set(key, style);
    return style;
  };
}

export function linkStyle(color: string): Style {
  return new Style({ stroke: new Stroke({ color, width: 1.2 }) });
}

function labelStyle({ size, color }: PointMark, text: string, palette: Palette): Style {
  return new Style({
    text: new Text({
      ...{ text, font: '600 12px sans-serif', offsetY: -size - 9 },
      fill: new Fill({ color }),
      stroke: new Stroke({ color: palette.paper, width: 3 }),
    }),
  });
}

function imageOf(shape: PointShape, size: number, fill: Fill, stroke: Stroke, color: string) {
  if (shape === 'circle') return new Circle({ radius: size, fill, stroke });
  if (shape === 'ring') return new Circle({ radius: size, stroke: new Stroke({ color, width: 2 }) });
  if (shape === 'cross')
    return new RegularShape({ points: 4, radius: size * 1.3, radius2: 0, angle: Math.PI / 4, stroke: new Stroke({ color, width: 2.4 }) });
  const corners = shape === 'triangle' ? 3 : 4;
  const angle = shape === 'square' ? Math.PI / 4 : 0;
  return new RegularShape({ points: corners, radius: size * 1.25, angle, fill, stroke });
}
