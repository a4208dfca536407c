// How the features of one set stand to each other and to their county: overlaps, narrow gaps, land outside.
import { areaOf, withoutThreads } from './ellipsoid.ts';
import type { ShapeFinding } from './finding.ts';
import { outlineOf, widthBetween } from './gaps.ts';
import type { Overlay } from './overlay.ts';
import { sliver } from './ring.ts';
import type { Feature, Position, Shape } from './shape.ts';
import { shapeWords } from './shape-words.ts';

/** An official outline binds; one for orientation only points out, beyond what it may be wrong by. */
export interface County {
  readonly name: string;
  readonly shape: Shape;
  readonly official: boolean;
}

/** m; outlines for orientation are drawn to about half a kilometre. */
const coarse = 500;
/** m; blocks nearer than this were meant to touch. A setting of the product: no text gives one. */
export const meantToTouch = 2;
/** m; below it two points are one. */
const touching = 0.01;

interface Asked {
  readonly county: County | null;
  readonly overlay: Overlay;
  /** Codes of features that can be overlaid. */
  readonly sound: ReadonlySet<string>;
}

export function betweenFeatures(features: readonly Feature[], { county, overlay, sound }: Asked): readonly ShapeFinding[] {
  const whole = features.filter(({ code }) => sound.has(code));
  return [...overlapsAmong(whole, overlay), ...gapsAmong(features), ...(county ? outside(whole, county, overlay) : [])];
}

function overlapsAmong(features: readonly Feature[], overlay: Overlay): readonly ShapeFinding[] {
  return overlay.intersectionsAmong(features.map(({ shape }) => shape)).flatMap(({ left, right, shape: common }) => {
    const [a, b] = [features[left], features[right]];
    const shape = withoutThreads(common);
    const area = areaOf(shape);
    if (!a || !b || area < 0.01) return [];
    const measured = { value: area.toFixed(2), unit: 'm2' } as const;
    return [
      {
        kind: 'block-overlap',
        standing: area < sliver ? 'warning' : 'mend',
        place: { feature: a.code, point: middleOf(shape), shape },
        other: b.code,
        measured,
        message: shapeWords['block-overlap'](a.name, `${measured.value} m²`, b.name),
      },
    ];
  });
}

function gapsAmong(features: readonly Feature[]): readonly ShapeFinding[] {
  const outlines = features.map(({ shape }) => outlineOf(shape));
  return features.flatMap((a, left) =>
    features.slice(left + 1).flatMap((b, offset) => {
      const [one, other] = [outlines[left], outlines[left + 1 + offset]];
      const width = one && other ? widthBetween(one, other, meantToTouch) : null;
      if (!width || width.metres <= touching) return [];
      const measured = { value: width.metres.toFixed(3), unit: 'm' } as const;
      return [
        {
          kind: 'gap' as const,
          standing: 'warning' as const,
          place: { feature: a.code, point: width.from },
          other: b.code,
          measured,
          message: shapeWords.gap(a.name, `${measured.value} m`, b.name),
        },
      ];
    }),
  );
}

function outside(features: readonly Feature[], county: County, overlay: Overlay): readonly ShapeFinding[] {
  // Townships or counties that make up the place share their limits, which a multipolygon may not.
  const land = overlay.union([county.shape]);
  return features.flatMap((feature) => {
    const beyond = withoutThreads(overlay.difference(feature.shape, land));
    const area = areaOf(beyond);
    if (area < sliver || (!county.official && !reachesFar(beyond, land))) return [];
    const measured = { value: area.toFixed(2), unit: 'm2' } as const;
    return [
      {
        kind: 'outside-county' as const,
        standing: county.official ? ('mend' as const) : ('warning' as const),
        place: { feature: feature.code, point: middleOf(beyond), shape: beyond },
        measured,
        message: shapeWords['outside-county'](feature.name, `${measured.value} m²`),
      },
    ];
  });
}

/** Further than a coarse outline can be wrong by. */
function reachesFar(beyond: Shape, county: Shape): boolean {
  const border = outlineOf(county);
  return beyond.some((polygon) =>
    (polygon[0] ?? []).some((position) => widthBetween(outlineOf([[[position, position]]]), border, coarse) === null),
  );
}

/** A position to look at: the middle of the largest piece's box. */
export function middleOf(shape: Shape): Position {
  const largest = shape.toSorted((a, b) => areaOf([b]) - areaOf([a]))[0]?.[0] ?? [];
  const lons = largest.map(([lon]) => lon);
  const lats = largest.map(([, lat]) => lat);
  return [(Math.min(...lons) + Math.max(...lons)) / 2, (Math.min(...lats) + Math.max(...lats)) / 2];
}
