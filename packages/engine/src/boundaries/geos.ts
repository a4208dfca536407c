// The overlay by GEOS compiled to WebAssembly. The app loads it (`initGeosJs()` of geos-wasm) and hands it in; every pointer is freed here.
import { type Border, borderOf } from './border.ts';
import { commonLand } from './common-land.ts';
import { densified } from './ellipsoid.ts';
import { coordinatesOf, type Geos, geometryOf, type Hold, type Pointer, shapeOf, using } from './geos-geometry.ts';
import { boxesTouch, boxOf } from './inside.ts';
import type { Common, Overlay } from './overlay.ts';
import { indexOf } from './search.ts';
import type { Shape } from './shape.ts';

export function overlayBy(geos: Geos): Overlay {
  const apply = (operation: (...geometries: Pointer[]) => Pointer, ...shapes: readonly Shape[]): Shape =>
    using(geos, (hold) => {
      const result = hold(operation(...shapes.map((shape) => hold(geometryOf(geos, densified(shape))))));
      return shapeOf(geos, result);
    });
  return {
    isValid: (shape) => validity(geos, shape),
    intersection: (a, b) => commonLand(borderOf(a), borderOf(b)) ?? apply(geos.GEOSIntersection, a, b),
    difference: (a, b) => (boxesTouch(boxOf(a), boxOf(b)) ? apply(geos.GEOSDifference, a, b) : a),
    union: (shapes) => (shapes.length === 0 ? [] : unionOf(geos, shapes)),
    intersections: (left, right) => pairs(geos, left, right),
    intersectionsAmong: (shapes) => pairs(geos, shapes, null),
  };
}

function unionOf(geos: Geos, shapes: readonly Shape[]): Shape {
  return using(geos, (hold) => {
    // A multipolygon may not overlap itself, and nobody asks: the union is what makes it valid.
    const all = densified(shapes.flat());
    const union = geos.GEOSUnaryUnion(hold(geometryOf(geos, all)));
    return shapeOf(geos, hold(union === 0 ? geos.GEOSUnaryUnion(hold(geometryOf(geos, madeValid(geos, all)))) : union));
  });
}

/** Coarse outlines of counties cross themselves here and there: land is still land. */
function madeValid(geos: Geos, shape: Shape): Shape {
  return shape.flatMap((polygon) => using(geos, (hold) => shapeOf(geos, hold(geos.GEOSMakeValid(hold(geometryOf(geos, [polygon])))))));
}

/** With `others` null the shapes are held against each other, each pair once. */
function pairs(geos: Geos, shapes: readonly Shape[], others: readonly Shape[] | null): readonly Common[] {
  const right = others ?? shapes;
  const search = indexOf(right.map(boxOf));
  const borders = new Map<number, Border>();
  const borderAt = (index: number): Border => {
    const border = borders.get(index) ?? borderOf(right[index] ?? []);
    borders.set(index, border);
    return border;
  };
  return withPrepared(geos, right, (sharedWith) =>
    shapes.flatMap((shape, index) => {
      const near = search(boxOf(shape)).filter((other) => others !== null || other > index);
      if (near.length === 0) return [];
      const own = others === null ? borderAt(index) : borderOf(shape);
      return using(geos, (hold) => {
        const shared = sharedWith(shape, hold);
        return near
          .toSorted((a, b) => a - b)
          .map((other) => ({ left: index, right: other, shape: commonLand(own, borderAt(other)) ?? shared(other) }))
          .filter((common) => common.shape.length > 0);
      });
    }),
  );
}

interface Other {
  readonly geometry: Pointer;
  readonly prepared: Pointer;
}

/** What a shape shares with one of the others, by its index; the shape itself is made once, when GEOS is first asked. */
type SharedWith = (shape: Shape, hold: Hold) => (other: number) => Shape;

/** For pairs whose borders touch: each of the others is made and prepared once, when it is first asked. */
function withPrepared<T>(geos: Geos, others: readonly Shape[], work: (sharedWith: SharedWith) => T): T {
  const known = new Map<number, Other>();
  try {
    return using(geos, (hold) => {
      const otherAt = (index: number): Other => {
        const before = known.get(index);
        if (before) return before;
        const geometry = hold(geometryOf(geos, densified(others[index] ?? [])));
        const other = { geometry, prepared: geos.GEOSPrepare(geometry) };
        known.set(index, other);
        return other;
      };
      return work((shape, holdOwn) => {
        let own: Pointer | null = null;
        return (index) => {
          own ??= holdOwn(geometryOf(geos, densified(shape)));
          return sharedBy(geos, { shape, geometry: own }, otherAt(index));
        };
      });
    });
  } finally {
    for (const { prepared } of known.values()) geos.GEOSPreparedGeom_destroy(prepared);
  }
}

/** A shape that lies inside another altogether needs no overlay: it is the answer. */
function sharedBy(geos: Geos, own: { readonly shape: Shape; readonly geometry: Pointer }, other: Other): Shape {
  if (geos.GEOSPreparedIntersects(other.prepared, own.geometry) !== 1) return [];
  if (geos.GEOSPreparedContainsProperly(other.prepared, own.geometry) === 1) return own.shape;
  return using(geos, (hold) => shapeOf(geos, hold(geos.GEOSIntersection(own.geometry, other.geometry))));
}

function validity(geos: Geos, shape: Shape): ReturnType<Overlay['isValid']> {
  const out = geos.Module._malloc(8);
  try {
    return using(geos, (hold) => {
      const geometry = hold(geometryOf(geos, shape));
      const cell = out / 4;
      if (geos.GEOSisValidDetail(geometry, 0, out, out + 4) === 1) return { valid: true };
      const [reason = 0, place = 0] = geos.Module.HEAPU32.subarray(cell, cell + 2);
      const words = geos.Module.UTF8ToString(reason);
      geos.GEOSFree(reason);
      const at = coordinatesOf(geos, hold(place))[0] ?? [Number.NaN, Number.NaN];
      return { valid: false, reason: words, at };
    });
  } finally {
    geos.Module._free(out);
  }
}
