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

/** One style for all marks that look alike: a thousand points share a few drawn images. */
export function pointStyles(palette: Palette): (mark: PointMark) => Style {
  const made = new Map<string, Style>();
  return (mark) => {
    const key = `${mark.shape} ${mark.size} ${mark.color}`;
    const style = made.get(key) ?? pointStyle(mark, palette);
    made.set(key, style);
    return style;
  };
}

function pointStyle(mark: PointMark, palette: Palette): Style {
  const fill = new Fill({ color: mark.color });
  const stroke = new Stroke({ color: palette.paper, width: 1 });
  return new Style({ image: imageOf(mark.shape, mark.size, fill, stroke, mark.color) });
}

function imageOf(shape: PointShape, size: number, fill: Fill, stroke: Stroke, color: string) {
  if (shape === 'circle') return new Circle({ radius: size, fill, stroke });
  if (shape === 'ring') return new Circle({ radius: size, stroke: new Stroke({ color, width: 2 }) });
  const corners = shape === 'triangle' ? 3 : 4;
  const angle = shape === 'square' ? Math.PI / 4 : 0;
  return new RegularShape({ points: corners, radius: size * 1.25, angle, fill, stroke });
}
