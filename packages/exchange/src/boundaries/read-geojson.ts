// GeoJSON (RFC 7946, and the older one with a crs member): polygons as they stand, each problem with its path.
import type { RawPosition, RawRing } from '@zhenghe/engine/boundaries';
import { type Unreadable, unreadable } from '../kernel/index.ts';
import { isCoordinate, notACoordinate } from './figure.ts';
import type { Gathering } from './gathering.ts';
import { boundaryLimits } from './limits.ts';
import { addUp, type GrowingFeature, type ReadRaw, type Source, setAttribute, sumOf } from './source.ts';
import { eastFirst, type Statement, statementOf } from './statement.ts';
import { decoded, encodingOf, notText } from './text.ts';

interface Reading {
  readonly gathering: Gathering;
  readonly leftOut: Map<string, number>;
}

export async function readGeojson({ bytes, pace, gathering }: Source): Promise<ReadRaw | Unreadable> {
  if (tooManyParts(bytes)) {
    gathering.vertices(boundaryLimits.vertices + 1);
    return unreadable(notText);
  }
  const encoding = encodingOf(bytes);
  if (!encoding) return unreadable(notText);
  await pace.rest(0.1);
  const parsed = parse(decoded(bytes, encoding), gathering);
  if (!parsed.ok) return parsed;
  await pace.rest(0.5);
  const reading: Reading = { gathering, leftOut: new Map() };
  const roots = featuresIn(parsed.value);
  if (!roots) return unreadable(notGeojson(kindOf(parsed.value)));
  const features: GrowingFeature[] = [];
  for (const [index, root] of roots.entries()) {
    const feature = readFeature(root, index + 1, reading);
    if (feature) features.push(feature);
    if (!gathering.feature()) break;
    if (pace.due()) await pace.rest(0.5 + (0.5 * index) / roots.length);
  }
  if (encoding.name !== 'UTF-8') gathering.note(null, otherEncoding(encoding.name));
  return { ok: true, format: 'geojson', encoding: encoding.name, statement: crsOf(parsed.value), features, leftOut: reading.leftOut };
}

/** Every position and every object costs memory before it is seen to be one: they are counted in the bytes. */
function tooManyParts(bytes: Uint8Array): boolean {
  let lists = 0;
  let objects = 0;
  for (const byte of bytes) {
    if (byte === 0x5b) lists += 1;
    else if (byte === 0x7b) objects += 1;
  }
  return lists > boundaryLimits.vertices * 1.5 || objects > boundaryLimits.features * 4;
}

type Parsed = { readonly ok: true; readonly value: unknown } | Unreadable;

function parse(text: string, gathering: Gathering): Parsed {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (fault) {
    const bare = lineNumbers(text, /[[,:]\s*(-?(?:NaN|Infinity|nan|inf))\b/g);
    for (const { line, value } of bare) gathering.problem({ row: line, value }, notACoordinate);
    const why = fault instanceof Error ? fault.message : '';
    return unreadable({ zh: `文件不是有效的 JSON（${why}）。`, en: `The file is not valid JSON (${why}).` });
  }
}

function lineNumbers(text: string, pattern: RegExp): { readonly line: number; readonly value: string }[] {
  const found: { line: number; value: string }[] = [];
  let line = 1;
  let at = 0;
  for (const match of text.matchAll(pattern)) {
    for (; at < match.index; at += 1) if (text.charCodeAt(at) === 10) line += 1;
    found.push({ line, value: match[1] ?? '' });
  }
  return found;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function kindOf(value: unknown): string {
  return isRecord(value) ? String(value.type ?? '') : '';
}

const geometryKinds = /^(Multi)?(Point|LineString|Polygon)$|^GeometryCollection$/;

/** Null when it is not GeoJSON. */
function featuresIn(root: unknown): readonly unknown[] | null {
  if (!isRecord(root)) return null;
  if (root.type === 'FeatureCollection') return Array.isArray(root.features) ? root.features : null;
  if (root.type === 'Feature') return [root];
  if (root.type === 'GeometryCollection') return Array.isArray(root.geometries) ? root.geometries : null;
  return geometryKinds.test(kindOf(root)) ? [root] : null;
}

function crsOf(root: unknown): Statement | null {
  if (!isRecord(root) || !isRecord(root.crs)) return null;
  const properties = isRecord(root.crs.properties) ? root.crs.properties : {};
  const words = String(properties.name ?? properties.href ?? '');
  return words === '' ? null : statementOf(words, eastFirst);
}

function readFeature(root: unknown, at: number, reading: Reading): GrowingFeature | null {
  const { gathering } = reading;
  if (!isRecord(root)) {
    gathering.problem(
      { row: at, column: `features[${at - 1}]` },
      { zh: '这里应是一个要素对象。', en: 'A feature object is expected here.' },
    );
    return null;
  }
  const bare = root.type !== 'Feature';
  const feature: GrowingFeature = { rings: [], attributes: {}, at };
  const before = sumOf(reading.leftOut);
  addGeometry(bare ? root : root.geometry, { feature, path: bare ? '' : 'geometry.', depth: 0 }, reading);
  if (feature.rings.length === 0 && sumOf(reading.leftOut) > before) return null;
  const properties = isRecord(root.properties) ? root.properties : {};
  if (root.id !== undefined && !Object.hasOwn(properties, 'id')) setAttribute(feature.attributes, gathering, ['id', plainText(root.id)]);
  for (const [key, value] of Object.entries(properties)) {
    if (!setAttribute(feature.attributes, gathering, [key, plainText(value)])) break;
  }
  return feature;
}

function plainText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value !== 'object') return String(value);
  // JSON has no word for Infinity, and nothing of use lies deep.
  return isDeep(value, 0) ? '…' : JSON.stringify(value, (_, inner) => (inner === Number.POSITIVE_INFINITY ? 'Infinity' : inner));
}

function isDeep(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return depth > deepest || Object.values(value).some((inner) => isDeep(inner, depth + 1));
}

interface Place {
  readonly feature: GrowingFeature;
  readonly path: string;
  readonly depth: number;
}

const deepest = 8;

function addGeometry(geometry: unknown, place: Place, reading: Reading): void {
  // Without a shape it is kept: normalising then says that it is empty.
  if (geometry === null || geometry === undefined) return;
  const { feature, path } = place;
  const fail = (column: string, value: string) =>
    reading.gathering.problem({ row: feature.at, column, value }, { zh: '不是 GeoJSON 图形。', en: 'This is no GeoJSON geometry.' });
  if (!isRecord(geometry) || !geometryKinds.test(kindOf(geometry)) || place.depth > deepest) {
    fail(path, kindOf(geometry));
  } else if (geometry.type === 'GeometryCollection') {
    const members = Array.isArray(geometry.geometries) ? geometry.geometries : [];
    for (const member of members) addGeometry(member, { ...place, depth: place.depth + 1 }, reading);
  } else if (geometry.type === 'Polygon') {
    addPolygon(geometry.coordinates, { ...place, path: `${path}coordinates` }, reading);
  } else if (geometry.type === 'MultiPolygon') {
    if (!Array.isArray(geometry.coordinates)) fail(`${path}coordinates`, '');
    else
      geometry.coordinates.forEach((polygon, index) => {
        addPolygon(polygon, { ...place, path: `${path}coordinates[${index}]` }, reading);
      });
  } else {
    addUp(reading.leftOut, kindOf(geometry));
  }
}

function addPolygon(polygon: unknown, { feature, path }: Place, { gathering }: Reading): void {
  if (!Array.isArray(polygon)) {
    gathering.problem({ row: feature.at, column: path }, { zh: '应是环的列表。', en: 'A list of rings is expected.' });
    return;
  }
  for (const [index, ring] of polygon.entries()) {
    const column = `${path}[${index}]`;
    if (!Array.isArray(ring)) {
      gathering.problem({ row: feature.at, column }, { zh: '应是坐标的列表。', en: 'A list of positions is expected.' });
      continue;
    }
    if (!gathering.vertices(ring.length)) return;
    const positions = positionsOf(ring, (vertex, value) => {
      gathering.problem({ row: feature.at, column: `${column}[${vertex}]`, value }, notACoordinate);
    });
    const read: RawRing = { positions, hole: index > 0, at: feature.at };
    feature.rings.push(read);
  }
}

function positionsOf(ring: readonly unknown[], bad: (vertex: number, value: string) => void): readonly RawPosition[] {
  const positions: RawPosition[] = [];
  for (const [vertex, position] of ring.entries()) {
    if (isPair(position)) positions.push(position);
    else if (Array.isArray(position) && isPair(position.slice(0, 2))) positions.push([position[0], position[1]]);
    else bad(vertex, plainText(position));
  }
  return positions;
}

/** The parsed list itself is kept where it is a bare pair, as a copy of millions would cost as much again. */
function isPair(value: unknown): value is RawPosition {
  if (!Array.isArray(value) || value.length !== 2) return false;
  const [x, y] = value;
  return typeof x === 'number' && typeof y === 'number' && isCoordinate(x) && isCoordinate(y);
}

function notGeojson(kind: string) {
  return {
    zh: `这个 JSON 不是 GeoJSON（type 是「${kind}」，应为 FeatureCollection、Feature 或图形）。`,
    en: `This JSON is not GeoJSON (its type is "${kind}"; FeatureCollection, Feature or a geometry is expected).`,
  };
}

function otherEncoding(name: string) {
  return { zh: `GeoJSON 应为 UTF-8，本文件按 ${name} 读入。`, en: `GeoJSON should be UTF-8; this file was read as ${name}.` };
}
