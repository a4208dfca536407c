// What is measured once for a plan's boundaries, before any rule speaks: areas, overlaps with layers, growth, shares of townships.
import { type Cell, Decimal, type DecimalText, isMissing } from '../kernel/index.ts';
import { areaOf, withoutThreads } from './ellipsoid.ts';
import { boxesTouch, boxOf } from './inside.ts';
import { type LayerKind, type LayerVersion, protectedKinds } from './layer.ts';
import type { Overlay } from './overlay.ts';
import { shareText } from './pieces.ts';
import { middleOf } from './relations.ts';
import type { BlockArea, Growth, LayerMet, TownshipShare } from './report.ts';
import type { Feature, Shape } from './shape.ts';

/** A block as the annex declares it; what boundaries know of a plan. */
export interface DeclaredBlock {
  readonly code: string;
  readonly name: string;
  readonly part: string;
  readonly zone: string;
  /** km². */
  readonly declared: Cell<DecimalText>;
}

/** m² in a km². */
const squareKilometre = 1_000_000;
/** m²; less is the noise of drawing and never listed. */
const noise = 0.01;

export function blockAreas(features: readonly Feature[], blocks: readonly DeclaredBlock[], digit: DecimalText): readonly BlockArea[] {
  const byCode = new Map(features.map((feature) => [feature.code, feature]));
  return blocks.flatMap((block) => {
    const feature = byCode.get(block.code);
    if (!feature) return [];
    const area = new Decimal(areaOf(feature.shape).toFixed(2));
    return [
      { ...block, measured: area.toFixed(2), difference: isMissing(block.declared) ? null : differenceOf(area, block.declared, digit) },
    ];
  });
}

/** Measured less declared in km², both at the printed digit: what a reader comparing two printed figures sees. */
export function differenceOf(squareMetres: Decimal, declared: DecimalText, digit: DecimalText): DecimalText {
  const places = new Decimal(digit).decimalPlaces();
  const measured = squareMetres.dividedBy(squareKilometre).toDecimalPlaces(places, Decimal.ROUND_HALF_UP);
  return measured.minus(declared).toFixed(places);
}

/** Every piece of every layer that a block touches, by area. */
export function layerOverlaps(features: readonly Feature[], layers: readonly LayerVersion[], overlay: Overlay): readonly LayerMet[] {
  const shapes = features.map(({ shape }) => shape);
  const totals = features.map(({ shape }) => new Decimal(areaOf(shape)));
  return layers.flatMap((layer) =>
    overlay
      .intersections(
        shapes,
        layer.features.map(({ shape }) => shape),
      )
      .flatMap(({ left, right, shape: common }) => {
        const [feature, piece, whole] = [features[left], layer.features[right], totals[left]];
        const shape = withoutThreads(common);
        const area = areaOf(shape);
        if (!feature || !piece || !whole || area < noise) return [];
        return [
          {
            feature: feature.code,
            layer: layer.id,
            kind: layer.kind,
            piece: piece.name || piece.code,
            area: area.toFixed(2),
            share: shareText(new Decimal(area), whole),
            shape,
            place: { feature: feature.code, point: middleOf(shape), shape },
          },
        ];
      })
      .toSorted((a, b) => Number(b.area) - Number(a.area) || a.feature.localeCompare(b.feature)),
  );
}

/** What of each block lies outside every piece of the layers of that kind, by block. */
export function beyondLayer(
  features: readonly Feature[],
  layers: readonly LayerVersion[],
  kind: LayerKind,
  overlay: Overlay,
): ReadonlyMap<string, Shape> {
  const pieces = layers.filter((layer) => layer.kind === kind).flatMap((layer) => layer.features.map(({ shape }) => shape));
  return new Map(
    features.map(({ code, shape }) => {
      const near = pieces.filter((piece) => boxesTouch(boxOf(piece), boxOf(shape)));
      return [code, withoutThreads(near.reduce((left, piece) => overlay.difference(left, piece), shape))];
    }),
  );
}

/** A feature that the reference does not know is gained whole; one that is gone is lost whole. */
export function growthOf(
  features: readonly Feature[],
  reference: readonly Feature[],
  against: Growth['against'],
  overlay: Overlay,
): readonly Growth[] {
  const before = new Map(reference.map((feature) => [feature.code, feature.shape]));
  const now = new Map(features.map((feature) => [feature.code, feature.shape]));
  const codes = [...new Set([...now.keys(), ...before.keys()])].sort();
  return codes.map((feature) => {
    const [shape, old]: [Shape, Shape] = [now.get(feature) ?? [], before.get(feature) ?? []];
    const gainedShape = old.length === 0 ? shape : withoutThreads(overlay.difference(shape, old));
    const lostShape = shape.length === 0 ? old : withoutThreads(overlay.difference(old, shape));
    const gained = areaOf(gainedShape);
    return {
      feature,
      against,
      kept: Math.max(0, areaOf(shape) - gained).toFixed(2),
      gained: gained.toFixed(2),
      lost: areaOf(lostShape).toFixed(2),
      gainedShape,
      lostShape,
    };
  });
}

/** How much of each township is protected; land that two layers protect counts once. */
export function townshipShares(layers: readonly LayerVersion[], overlay: Overlay): readonly TownshipShare[] {
  const townships = layers.filter(({ kind }) => kind === 'township').flatMap(({ features }) => features);
  const guarded = layers.filter(({ kind }) => isProtected(kind)).flatMap(({ features }) => features.map(({ shape }) => shape));
  const pieces = overlay.intersections(
    townships.map(({ shape }) => shape),
    guarded,
  );
  return townships.map((township, index) => {
    const inside = pieces.filter(({ left }) => left === index).map(({ shape }) => shape);
    const area = new Decimal(areaOf(township.shape));
    const protectedArea = new Decimal(inside.length === 0 ? 0 : areaOf(overlay.union(inside)));
    return {
      township: township.code,
      name: township.name,
      area: area.toFixed(2),
      protectedArea: protectedArea.toFixed(2),
      share: shareText(protectedArea, area),
    };
  });
}

function isProtected(kind: LayerKind): boolean {
  return protectedKinds.some((known) => known === kind);
}
