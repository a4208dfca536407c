// Shapes into the memory of GEOS compiled to WebAssembly, and back. Whatever is made here is freed by `using`.
import { turned } from './ring.ts';
import type { Polygon, Position, Ring, Shape } from './shape.ts';

export type Pointer = number;

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
  GEOSMakeValid(geometry: Pointer): Pointer;
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

export type Hold = (geometry: Pointer) => Pointer;

/** Whatever is held is destroyed at the end, also when something fails half-way. */
export function using<T>(geos: Geos, work: (hold: Hold) => T): T {
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

/** Always a multipolygon; the caller destroys it. */
export function geometryOf(geos: Geos, shape: Shape): Pointer {
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
export function shapeOf(geos: Geos, geometry: Pointer): Shape {
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

export function coordinatesOf(geos: Geos, geometry: Pointer): Ring {
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
