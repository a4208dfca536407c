// Shapes of land: polygons in CGCS2000 longitude and latitude (EPSG:4490), degrees, the only coordinates that are ever kept.
// An outer ring runs counterclockwise, a hole clockwise; the last position repeats the first.

/** Longitude, latitude. */
export type Position = readonly [number, number];
export type Ring = readonly Position[];
/** The outer ring, then its holes. */
export type Polygon = readonly Ring[];
export type Shape = readonly Polygon[];

/** One block, zone, township or protected piece with what its file said of it. */
export interface Feature {
  /** Code of the block, zone or township it is; unique in its set. */
  readonly code: string;
  readonly name: string;
  readonly shape: Shape;
  /** Other fields of the file, by our names where they were mapped. */
  readonly attributes: Readonly<Record<string, string>>;
}

/** Features that belong together: the blocks of one plan, one version of one layer. Identified by the hash of its content. */
export interface FeatureSet {
  readonly format: 'zhenghe-boundaries/1';
  readonly features: readonly Feature[];
}

/** A place on the map that a reader is taken to: a point, a line or an area, and in which ring of which feature it lies. */
export interface MapPlace {
  readonly feature: string;
  readonly polygon?: number;
  readonly ring?: number;
  readonly vertex?: number;
  readonly point: Position;
  readonly shape?: Shape;
}
