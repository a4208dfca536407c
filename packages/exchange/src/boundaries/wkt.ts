// The .prj of a Shapefile: WKT as ESRI or OGC write it, read by its parameters, not by its name.
import type { Crs } from '@zhenghe/engine/boundaries';
import {
  datumIn,
  eastFirst,
  meridianOf,
  plane,
  refusedDatum,
  refusedDatumIn,
  type Statement,
  stated,
  statementOf,
  unclear,
  unfit,
} from './statement.ts';

interface Node {
  readonly key: string;
  readonly values: readonly (string | number | Node)[];
}

const longest = 64 * 1024;
const deepest = 40;

export function statementOfWkt(wkt: string): Statement {
  const root = wkt.length > longest ? null : parse(wkt.trim());
  if (!root) return statementOf(wkt.slice(0, 200).trim(), eastFirst);
  const name = textOf(root.values[0]);
  const geographic = find(root, /^(GEOGCS|GEOGCRS|BASEGEOGCRS|GEODCRS|BASEGEODCRS)$/);
  const words = `${name} ${geographic ? textOf(geographic.values[0]) : ''} ${datumName(root)}`;
  const refused = refusedDatumIn(words);
  if (refused) return refusedDatum(name, refused);
  const datum = datumIn(words);
  if (!/^(PROJCS|PROJCRS)$/.test(root.key)) return geographicStatement(root, name, datum);
  return planeStatement(root, name, datum);
}

function geographicStatement(root: Node, name: string, datum: Crs['datum'] | null): Statement {
  if (!/^(GEOGCS|GEOGCRS|GEODCRS)$/.test(root.key)) return unclear(name);
  return datum === null ? unfit(name) : stated(name, { kind: 'geographic', datum, order: 'lon-lat' });
}

/** A transverse Mercator is Gauss–Krüger when it keeps its scale, starts at the equator and has the usual false easting. */
function planeStatement(root: Node, name: string, datum: Crs['datum'] | null): Statement {
  const method = find(root, /^(PROJECTION|METHOD)$/);
  const kind = textOf(method?.values[0]);
  if (!/gauss_?\s?kr|transverse_?\s?mercator/i.test(kind)) return unfit(name);
  const parameter = parametersOf(root);
  const meridian = parameter('central_meridian', 'longitude of natural origin');
  const easting = parameter('false_easting', 'false easting') ?? 0;
  const scale = parameter('scale_factor', 'scale factor at natural origin') ?? 1;
  const equator = (parameter('latitude_of_origin', 'latitude of natural origin') ?? 0) === 0;
  const northing = (parameter('false_northing', 'false northing') ?? 0) === 0;
  if (meridian === undefined || scale !== 1 || !equator || !northing || !inMetres(root)) return unfit(name);
  // WGS 84 on a Gauss–Krüger plane is not one of ours: the name is shown, a person confirms what the figures allow.
  if (datum !== 'cgcs2000') return datum === 'wgs84' ? unclear(name) : unfit(name);
  const width = widthOf(name, meridian, easting);
  if (easting === 500_000) return stated(name, plane(width, meridian, false, 'east-north'));
  const zone = Math.floor(easting / 1_000_000);
  const fits = easting === zone * 1_000_000 + 500_000 && meridianOf(width, zone) === meridian;
  return fits ? stated(name, plane(width, meridian, true, 'east-north')) : unfit(name);
}

/** 117° and 123° serve both widths, so the zone's number or the name decides. */
function widthOf(name: string, meridian: number, easting: number): 3 | 6 {
  const zone = Math.floor(easting / 1_000_000);
  if (zone > 0) return meridianOf(6, zone) === meridian ? 6 : 3;
  return /3[_ -]?degree/i.test(name) || (meridian - 75) % 6 !== 0 ? 3 : /6[_ -]?degree|Gauss-Kruger_CM|GK_CM/i.test(name) ? 6 : 3;
}

function datumName(root: Node): string {
  const datum = find(root, /^(DATUM|GEODETICDATUM|ENSEMBLE)$/);
  return textOf(datum?.values[0]);
}

function inMetres(root: Node): boolean {
  const unit = root.values.find((value): value is Node => typeof value === 'object' && /^(UNIT|LENGTHUNIT)$/.test(value.key));
  const factor = unit?.values[1];
  return typeof factor !== 'number' || factor === 1;
}

function parametersOf(root: Node): (...names: string[]) => number | undefined {
  const all = new Map<string, number>();
  const visit = (node: Node) => {
    const [name, value] = node.values;
    if (node.key === 'PARAMETER' && typeof name === 'string' && typeof value === 'number') all.set(name.toLowerCase(), value);
    for (const child of node.values) if (typeof child === 'object') visit(child);
  };
  visit(root);
  return (...names) => names.map((name) => all.get(name)).find((value) => value !== undefined);
}

function find(node: Node, key: RegExp): Node | undefined {
  if (key.test(node.key)) return node;
  for (const value of node.values) {
    const found = typeof value === 'object' ? find(value, key) : undefined;
    if (found) return found;
  }
  return undefined;
}

function textOf(value: string | number | Node | undefined): string {
  return typeof value === 'string' ? value : '';
}

/** Null when it is no WKT. */
function parse(text: string): Node | null {
  const tokens = text.match(/"[^"]*"|[A-Za-z_]\w*|[-+]?[\d.]+(?:[eE][-+]?\d+)?|[[\](),]/g) ?? [];
  const open: { readonly key: string; readonly values: (string | number | Node)[] }[] = [];
  for (const [at, token] of tokens.entries()) {
    if (isBracket(tokens[at + 1])) {
      if (!/^[A-Za-z_]/.test(token) || open.length > deepest) return null;
      open.push({ key: token.toUpperCase(), values: [] });
    } else if (token === ']' || token === ')') {
      const done = open.pop();
      const parent = open.at(-1);
      if (!done) return null;
      if (!parent) return done;
      parent.values.push(done);
    } else if (token !== ',' && !isBracket(token)) open.at(-1)?.values.push(literal(token));
  }
  return null;
}

function isBracket(token: string | undefined): boolean {
  return token === '[' || token === '(';
}

function literal(token: string): string | number {
  if (token.startsWith('"')) return token.slice(1, -1);
  return /^[-+.\d]/.test(token) ? Number(token) : token;
}
