// The overlay by GEOS compiled to WebAssembly. The app loads it (`initGeosJs()` of geos-wasm) and hands it in; every pointer is freed here.
import { densified } from './ellipsoid.ts';
import { boxesTouch, boxOf } from './inside.ts';
import type { Overlay } from './overlay.ts';
import { turned } from './ring.ts';
import { indexOf } from './search.ts';
import type { Polygon, Position, Ring, Shape } from './shape.ts';

type Pointer = number;

/** The part of geos-wasm that is used. A pointer of 0 is its way of saying that it failed. */
export interface Geos {
  GEOSGeom_createLinearRing(sequence: Pointer): Pointer;
  GEOSGeom_createPolygon(shell: Pointer, holes: Pointer, count: number): Pointer;
  GEOSGeom_createCollection(type: number, geometries: Pointer, count: number): Pointer;
  GEOSCoordSeq_copyFromBuffer(buffer: Pointer, size: number, hasZ: number, hasM: number): Pointer;
  GEOSCoordSeq_copyToBuffer(sequence: Pointer, buffer: Pointer, hasZ: number, hasM: number): number;
  GEOSGeom_getCoordSeq(geometry: Pointer): Pointer;
  GEOSGetNumCoordinates(geometry: Pointer): number;
  GEOSGeomTypeId(geometry: Pointer): number;
  GEOSGetNumGeometries(geometry: Pointer): number;
  GEOSGetGeometryN(geometry: Pointer, index: number): Pointer;
  GEOSGetExteriorRing(geometry: Pointer): Pointer;
  GEOSGetNumInteriorRings(geometry: Pointer): number;
  GEOSGetInteriorRingN(geometry: Pointer, index: number): Pointer;
  GEOSisValidDetail(geometry: Pointer, flags: number, reason: Pointer, place: Pointer): number;
  GEOSIntersection(a: Pointer, b: Pointer): Pointer;
  GEOSDifference(a: Pointer, b: Pointer): Pointer;
  GEOSUnaryUnion(geometry: Pointer): Pointer;
  GEOSPrepare(geometry: Pointer): Pointer;
  GEOSPreparedIntersects(prepared: Pointer, geometry: Pointer): number;
  GEOSPreparedContainsProperly(prepared: Pointer, geometry: Pointer): number;
  GEOSPreparedGeom_destroy(prepared: Pointer): unknown;
  GEOSGeom_destroy(geometry: Pointer): unknown;
  GEOSFree(buffer: Pointer): unknown;
  readonly Module: {
    readonly HEAPF64: Float64Array;
    readonly HEAPU32: Uint32Array;
    _malloc(size: number): Pointer;
    _free(pointer: Pointer): unknown;
    UTF8ToString(pointer: Pointer): string;
  };
}

const types = { point: 0, polygon: 3, multiPolygon: 6 };

/** A geometry that GEOS refused: the shapes were not valid, and `isValid` was not asked first. */
export class OverlayFault extends Error {
  override readonly name = 'OverlayFault';
}

export function overlayBy(geos: Geos): Overlay {
  const apply = (operation: (...geometries: Pointer[]) => Pointer, ...shapes: readonly Shape[]): Shape =>
    using(geos, (hold) => {
      const result = hold(operation(...shapes.map((shape) => hold(geometryOf(geos, densified(shape))))));
      return shapeOf(geos, result);
    });
  return {
    isValid: (shape) => validity(geos, shape),
    intersection: (a, b) => (boxesTouch(boxOf(a), boxOf(b)) ? apply(geos.GEOSIntersection, a, b) : []),
    difference: (a, b) => (boxesTouch(boxOf(a), boxOf(b)) ? apply(geos.GEOSDifference, a, b) : a),
    union: (shapes) => (shapes.length === 0 ? [] : unionOf(geos, shapes)),
    intersections: (left, right) => pairs(geos, left, right),
  };
}

type Hold = (geometry: Pointer) => Pointer;

/** Whatever is held is destroyed at the end, also when something fails half-way. */
function using<T>(geos: Geos, work: (hold: Hold) => T): T {
  const held: Pointer[] = [];
  try {
    return work((geometry) => {
      if (geometry === 0) throw new OverlayFault('GEOS refused a geometry');
      held.push(geometry);
      return geometry;
    });
  } finally {
    for (const geometry of held) geos.GEOSGeom_destroy(geometry);
  }
}

function unionOf(geos: Geos, shapes: readonly Shape[]): Shape {
  return using(geos, (hold) => {
    // A multipolygon may not overlap itself, and nobody asks: the union is what makes it valid.
    const all = hold(geometryOf(geos, densified(shapes.flat())));
    return shapeOf(geos, hold(geos.GEOSUnaryUnion(all)));
  });
}

function pairs(geos: Geos, left: readonly Shape[], right: readonly Shape[]): ReturnType<Overlay['intersections']> {
  const found: { left: number; right: number; shape: Shape }[] = [];
  const search = indexOf(right.map(boxOf));
  const prepared: Pointer[] = [];
  try {
    using(geos, (hold) => {
      const known = new Map<number, Other>();
      const otherAt = (index: number): Other => {
        const geometry = known.get(index)?.geometry ?? hold(geometryOf(geos, densified(right[index] ?? [])));
        const other = known.get(index) ?? { geometry, prepared: geos.GEOSPrepare(geometry) };
        if (!known.has(index)) prepared.push(other.prepared);
        known.set(index, other);
        return other;
      };
      left.forEach((shape, index) => {
        const near = search(boxOf(shape)).toSorted((a, b) => a - b);
        for (const one of overlapsOf(geos, shape, near, otherAt)) found.push({ left: index, ...one });
      });
    });
  } finally {
    for (const one of prepared) geos.GEOSPreparedGeom_destroy(one);
  }
  return found;
}

interface Other {
  readonly geometry: Pointer;
  readonly prepared: Pointer;
}

/** A shape that lies inside another altogether needs no overlay: it is the answer. */
function overlapsOf(
  geos: Geos,
  shape: Shape,
  near: readonly number[],
  otherAt: (index: number) => Other,
): readonly { right: number; shape: Shape }[] {
  if (near.length === 0) return [];
  return using(geos, (hold) => {
    const own = hold(geometryOf(geos, densified(shape)));
    return near.flatMap((right) => {
      const other = otherAt(right);
      if (geos.GEOSPreparedIntersects(other.prepared, own) !== 1) return [];
      if (geos.GEOSPreparedContainsProperly(other.prepared, own) === 1) return [{ right, shape }];
      const common = using(geos, (keep) => shapeOf(geos, keep(geos.GEOSIntersection(own, other.geometry))));
      return common.length > 0 ? [{ right, shape: common }] : [];
    });
  });
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

/** Always a multipolygon; the caller destroys it. */
function geometryOf(geos: Geos, shape: Shape): Pointer {
  return collected(
    geos,
    shape.map((polygon) => polygonOf(geos, polygon)),
    (list, count) => geos.GEOSGeom_createCollection(types.multiPolygon, list, count),
  );
}

function polygonOf(geos: Geos, [outer = [], ...holes]: Polygon): Pointer {
  const shell = ringOf(geos, outer);
  return collected(
    geos,
    holes.map((hole) => ringOf(geos, hole)),
    (list, count) => geos.GEOSGeom_createPolygon(shell, list, count),
  );
}

/** The parts then belong to the whole that `make` answers. */
function collected(geos: Geos, parts: readonly Pointer[], make: (list: Pointer, count: number) => Pointer): Pointer {
  const list = geos.Module._malloc(Math.max(4, parts.length * 4));
  try {
    geos.Module.HEAPU32.set(parts, list / 4);
    const whole = make(list, parts.length);
    if (whole === 0) throw new OverlayFault('GEOS refused a ring: a ring has at least four positions and closes');
    return whole;
  } finally {
    geos.Module._free(list);
  }
}

function ringOf(geos: Geos, ring: Ring): Pointer {
  const buffer = geos.Module._malloc(ring.length * 16);
  try {
    // The heap may have grown, and moved, with the allocation: it is read anew each time.
    const heap = geos.Module.HEAPF64;
    let cell = buffer / 8;
    for (const position of ring) {
      heap[cell] = position[0];
      heap[cell + 1] = position[1];
      cell += 2;
    }
    const made = geos.GEOSGeom_createLinearRing(geos.GEOSCoordSeq_copyFromBuffer(buffer, ring.length, 0, 0));
    if (made === 0) throw new OverlayFault('GEOS refused a ring: a ring has at least four positions and closes');
    return made;
  } finally {
    geos.Module._free(buffer);
  }
}

/** The areas of a result, outer rings counterclockwise; lines and points where shapes only touch are left out. */
function shapeOf(geos: Geos, geometry: Pointer): Shape {
  const type = geos.GEOSGeomTypeId(geometry);
  if (type === types.polygon) {
    const polygon = readPolygon(geos, geometry);
    return polygon.length > 0 ? [polygon] : [];
  }
  if (type < 4) return [];
  const parts = Array.from({ length: geos.GEOSGetNumGeometries(geometry) }, (_, index) => geos.GEOSGetGeometryN(geometry, index));
  return parts.flatMap((part) => shapeOf(geos, part));
}

function readPolygon(geos: Geos, polygon: Pointer): Polygon {
  const outer = turned(coordinatesOf(geos, geos.GEOSGetExteriorRing(polygon)), true);
  if (outer.length < 4) return [];
  const holes = Array.from({ length: geos.GEOSGetNumInteriorRings(polygon) }, (_, index) =>
    turned(coordinatesOf(geos, geos.GEOSGetInteriorRingN(polygon, index)), false),
  );
  return [outer, ...holes];
}

function coordinatesOf(geos: Geos, geometry: Pointer): Ring {
  const count = geos.GEOSGetNumCoordinates(geometry);
  const buffer = geos.Module._malloc(Math.max(16, count * 16));
  try {
    geos.GEOSCoordSeq_copyToBuffer(geos.GEOSGeom_getCoordSeq(geometry), buffer, 0, 0);
    const heap = geos.Module.HEAPF64;
    const positions: Position[] = [];
    for (let cell = buffer / 8; positions.length < count; cell += 2) positions.push([heap[cell] ?? 0, heap[cell + 1] ?? 0]);
    return positions;
  } finally {
    geos.Module._free(buffer);
  }
}
