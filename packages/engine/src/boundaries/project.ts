// Figures of a file ↔ longitude and latitude on CGCS2000. WGS 84 is taken as equal (centimetres); GCJ-02 and BD-09 are shifted back by
// their published approximation, which is not survey grade.
import gcoord from 'gcoord';
import proj4 from 'proj4';
import type { Crs } from './crs.ts';
import type { RawPosition } from './read.ts';
import type { Position } from './shape.ts';

/** A figure of the file to a position; what cannot be one comes out as not finite. */
export function unproject(crs: Crs): (raw: RawPosition) => Position {
  if (crs.kind === 'geographic') {
    const shift = shiftBack(crs.datum);
    return crs.order === 'lon-lat' ? shift : ([lat, lon]) => shift([lon, lat]);
  }
  const plane = proj4(definition(crs));
  const back = (east: number, north: number): Position => {
    const [lon, lat] = plane.inverse([east, north]);
    return [lon, lat];
  };
  return crs.order === 'north-east' ? ([north, east]) => back(east, north) : ([east, north]) => back(east, north);
}

/** The other way round, for exports; only what is survey grade is written. */
export function project(crs: Crs): (position: Position) => RawPosition {
  if (crs.kind === 'geographic') return crs.order === 'lon-lat' ? (position) => position : ([lon, lat]) => [lat, lon];
  const plane = proj4(definition(crs));
  return (position) => {
    const [east, north] = plane.forward([position[0], position[1]]);
    return crs.order === 'north-east' ? [north, east] : [east, north];
  };
}

/** GCJ-02 and BD-09 were made for display, with an error of metres. */
export function isSurveyGrade(crs: Crs): boolean {
  return crs.datum === 'cgcs2000' || crs.datum === 'wgs84';
}

/** Number of the zone as it stands before an easting: 40 for 120° in 3-degree zones, 21 for 123° in 6-degree ones. */
export function zoneNumber(crs: Extract<Crs, { kind: 'gauss-kruger' }>): number {
  return crs.width === 3 ? Math.round(crs.meridian / 3) : Math.round((crs.meridian + 3) / 6);
}

function definition(crs: Extract<Crs, { kind: 'gauss-kruger' }>): string {
  const easting = 500_000 + (crs.numbered ? zoneNumber(crs) * 1_000_000 : 0);
  return `+proj=etmerc +lat_0=0 +lon_0=${crs.meridian} +k=1 +x_0=${easting} +y_0=0 +ellps=GRS80 +units=m +no_defs`;
}

function shiftBack(datum: Crs['datum']): (raw: RawPosition) => Position {
  if (datum === 'cgcs2000' || datum === 'wgs84') return ([lon, lat]) => [lon, lat];
  const from = datum === 'gcj02' ? gcoord.GCJ02 : gcoord.BD09;
  return ([lon, lat]) => {
    const [x = Number.NaN, y = Number.NaN] = gcoord.transform([lon, lat], from, gcoord.WGS84);
    return [x, y];
  };
}
