// The land a draft should lie in, as the server has it: official township limits where a layer holds them, else the outline that ships
// for orientation.
import type { County, Shape } from '@zhenghe/engine/boundaries';

interface TownshipLayer {
  readonly kind: string;
  readonly jurisdiction: string;
  readonly shapes: readonly { readonly shape: Shape }[];
}

export function countyFrom(layers: readonly TownshipLayer[], outlines: unknown, jurisdiction: string): County | null {
  const limits = layers.filter((layer) => layer.kind === 'township' && layer.jurisdiction === jurisdiction);
  if (limits.length > 0)
    return { name: jurisdiction, shape: limits.flatMap(({ shapes }) => shapes.flatMap(({ shape }) => shape)), official: true };
  const prefix = jurisdiction.replace(/(00){1,2}$/, '');
  const shape = outlineShapes(outlines, prefix).flat();
  return shape.length === 0 ? null : { name: jurisdiction, shape, official: false };
}

/** Outlines of the counties whose codes begin so. Our own file: what does not look like an outline is left out. */
export function outlineShapes(outlines: unknown, prefix: string): readonly Shape[] {
  const features = field(outlines, 'features');
  if (!Array.isArray(features)) return [];
  return features.flatMap((feature: unknown) => {
    const code = field(field(feature, 'properties'), 'code');
    const geometry = field(feature, 'geometry');
    const coordinates = field(geometry, 'coordinates');
    if (typeof code !== 'string' || !code.startsWith(prefix) || !Array.isArray(coordinates)) return [];
    // GeoJSON of our own making: a polygon is one piece of a multipolygon.
    return [(field(geometry, 'type') === 'Polygon' ? [coordinates] : coordinates) as Shape];
  });
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
