// The coordinate systems a boundary file may be in. Which figures stand where is read from the file or confirmed by a person, never guessed silently.

/** cgcs2000 and wgs84 differ by centimetres; gcj02 and bd09 are shifted for the public and are not survey grade. */
export const datums = ['cgcs2000', 'wgs84', 'gcj02', 'bd09'] as const;
export type Datum = (typeof datums)[number];

/** Refused with the reason: the official parameters are not public. */
export const refusedDatums = ['xian80', 'beijing54'] as const;
export type RefusedDatum = (typeof refusedDatums)[number];

export type Crs =
  | { readonly kind: 'geographic'; readonly datum: Datum; readonly order: 'lon-lat' | 'lat-lon' }
  | {
      readonly kind: 'gauss-kruger';
      readonly datum: 'cgcs2000';
      /** Degrees of a zone. */
      readonly width: 3 | 6;
      /** Central meridian, degrees. */
      readonly meridian: number;
      /** The zone's number stands before the easting: 40 500 000. */
      readonly numbered: boolean;
      /** survey: X is north and comes first; computer: east first. */
      readonly order: 'north-east' | 'east-north';
    };

/** A reading that fits the numbers, best first, with where the land would then lie. */
export interface CrsGuess {
  readonly crs: Crs;
  /** read: the file says so; inferred: the numbers allow it. */
  readonly how: 'read' | 'inferred';
  /** Whether all of it then lies in the county asked for, in the province, or elsewhere; null when no outline was given. */
  readonly lies: 'county' | 'province' | 'elsewhere' | null;
  /** West, south, east, north in 4490. */
  readonly box: readonly [number, number, number, number];
}
