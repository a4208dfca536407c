// What every writer of a format shares: figures to the printed digit in the asked system, the fields of a feature, the training mark.
import { type Crs, type Feature, type Position, project, type Ring } from '@zhenghe/engine/boundaries';
import { datasetField, fieldWords, trainingMark } from './fields.ts';
import { epsgOf, meridianOf } from './statement.ts';

/** What is survey grade: shifted coordinates are read, never written. */
export type WritableCrs =
  | Extract<Crs, { kind: 'gauss-kruger' }>
  | (Extract<Crs, { kind: 'geographic' }> & { readonly datum: 'cgcs2000' | 'wgs84' });

export interface Outgoing {
  readonly features: readonly Feature[];
  readonly system: WritableCrs;
  /** Invented land: said inside the file, in its name, its header or layer, and on every feature. */
  readonly training: boolean;
  readonly title: string;
  /** The day the file is dated, for the formats that carry one; a file without it has none, as a writer has no clock. */
  readonly on?: string;
}

export type Figures = readonly [string, string];

/** What the contract offers for export. */
export type ExportSystem = 'cgcs2000' | 'gauss-kruger-3' | 'gauss-kruger-3-numbered' | 'gauss-kruger-6';

/** The zone in which the middle of the land lies; north first, as surveys have it. */
export function systemFor(asked: ExportSystem, features: readonly Feature[]): WritableCrs {
  if (asked === 'cgcs2000') return { kind: 'geographic', datum: 'cgcs2000', order: 'lon-lat' };
  const width = asked === 'gauss-kruger-6' ? 6 : 3;
  const longitude = middleLongitude(features);
  const zone = width === 3 ? Math.round(longitude / 3) : Math.floor(longitude / 6) + 1;
  const numbered = asked === 'gauss-kruger-3-numbered';
  return { kind: 'gauss-kruger', datum: 'cgcs2000', width, meridian: meridianOf(width, zone), numbered, order: 'north-east' };
}

function middleLongitude(features: readonly Feature[]): number {
  let [west, east] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { shape } of features) {
    for (const [lon] of shape.flat(2)) {
      west = Math.min(west, lon);
      east = Math.max(east, lon);
    }
  }
  return west <= east ? (west + east) / 2 : 120;
}

/** 0.1 mm of a plane, a ten-thousandth of that fineness in degrees: 1e-9°. */
export function figuresOf(system: WritableCrs): (position: Position) => Figures {
  const to = project(system);
  const digits = system.kind === 'geographic' ? 9 : 4;
  return (position) => {
    const [first, second] = to(position);
    return [first.toFixed(digits), second.toFixed(digits)];
  };
}

/** The system with the axes as programs have them: east first. */
export function eastFirstOf(system: WritableCrs): WritableCrs {
  return system.kind === 'geographic' ? { ...system, order: 'lon-lat' } : { ...system, order: 'east-north' };
}

/** The system with the axes as the land survey has them: north first. */
export function northFirstOf(system: WritableCrs): WritableCrs {
  return system.kind === 'geographic' ? { ...system, order: 'lat-lon' } : { ...system, order: 'north-east' };
}

/** Said in a file, and read again: "EPSG:4528 CGCS2000 3度带 中央子午线120 带号40". */
export function systemWords(system: WritableCrs): string {
  const epsg = epsgOf(system);
  const number = epsg === null ? '' : `EPSG:${epsg} `;
  if (system.kind === 'geographic') return `${number}${system.datum === 'wgs84' ? 'WGS 84' : 'CGCS2000'}`;
  const zone = system.width === 3 ? Math.round(system.meridian / 3) : Math.round((system.meridian + 3) / 6);
  const named = system.numbered ? ` 带号${zone}` : '';
  return `${number}CGCS2000 ${system.width}度带 中央子午线${system.meridian}${named}`;
}

export const codeField = fieldWords.code[0] ?? '';
export const nameField = fieldWords.name[0] ?? '';

/** Code, name, the data set when it is training, then what else is known of a feature; empty values are not written. */
export function fieldsOf({ code, name, attributes }: Feature, training: boolean): readonly (readonly [string, string])[] {
  const own = new Set([codeField, nameField, datasetField]);
  const others = Object.entries(attributes).filter(([key, value]) => !own.has(key) && value !== '');
  const mark: readonly (readonly [string, string])[] = training ? [[datasetField, trainingMark]] : [];
  return [[codeField, code], [nameField, name], ...mark, ...others];
}

/** Titles of a table's further columns, in the order in which the features bring them. */
export function otherTitles(features: readonly Feature[], training: boolean): readonly string[] {
  const titles = new Set(features.flatMap((feature) => fieldsOf(feature, training).map(([key]) => key)));
  return [...titles].filter((title) => title !== codeField && title !== nameField);
}

export function titleOf({ title, training }: Outgoing): string {
  return training ? `${trainingMark} ${title}` : title;
}

/** Outer rings clockwise, holes counterclockwise: the way of Shapefile and of surveys. Ours run the other way. */
export function clockwise(ring: Ring): Ring {
  return ring.toReversed();
}
