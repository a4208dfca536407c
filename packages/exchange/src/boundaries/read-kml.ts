// KML: polygons of placemarks with their data. The parser expands no entities; a DOCTYPE is refused before anything in it is read.
import type { RawPosition } from '@zhenghe/engine/boundaries';
import type { Bilingual } from '@zhenghe/engine/kernel';
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { type Unreadable, unreadable } from '../kernel/index.ts';
import { figureOf, isCoordinate, notACoordinate } from './figure.ts';
import type { Gathering } from './gathering.ts';
import { boundaryLimits } from './limits.ts';
import { addUp, type GrowingFeature, type ReadRaw, type Source, setAttribute, sumOf } from './source.ts';
import { stated } from './statement.ts';
import { decoded, type Encoding, encodingOf, gbk, notText, slicesOf, utf8 } from './text.ts';

/** By its standard a KML is in WGS 84, longitude first. */
const wgs84 = stated('KML: WGS 84', { kind: 'geographic', datum: 'wgs84', order: 'lon-lat' });

export async function readKml({ bytes, pace, gathering }: Source): Promise<ReadRaw | Unreadable> {
  const encoding = encodingOf(bytes);
  if (!encoding) return unreadable(notText);
  const kml = kmlReader(gathering);
  for await (const slice of slicesOf(bytes, declaredEncoding(bytes) ?? encoding, pace)) {
    kml.write(slice);
    if (kml.refusal() || gathering.full()) break;
  }
  if (!gathering.full()) kml.close();
  const refusal = kml.refusal();
  if (refusal) return unreadable(refusal);
  const { features, leftOut } = kml;
  return { ok: true, format: 'kml', encoding: encoding.name, statement: wgs84, features, leftOut };
}

/** GBK that happens to be valid UTF-8 is rare, yet the file's own word goes first. */
function declaredEncoding(bytes: Uint8Array): Encoding | null {
  const said = /^\uFEFF?\s*<\?xml[^>]*encoding=["']([\w-]+)["']/.exec(decoded(bytes.subarray(0, 200), utf8))?.[1]?.toLowerCase();
  return said && /^(gbk|gb2312|gb18030)$/.test(said) && !isAscii(bytes) ? gbk : null;
}

function isAscii(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte < 0x80);
}

interface KmlReader {
  readonly write: (text: string) => void;
  readonly close: () => void;
  readonly refusal: () => Bilingual | null;
  readonly features: readonly GrowingFeature[];
  readonly leftOut: ReadonlyMap<string, number>;
}

interface State {
  readonly path: string[];
  readonly features: GrowingFeature[];
  readonly leftOut: Map<string, number>;
  placemark: GrowingFeature | null;
  placemarks: number;
  /** Points and lines that stood before the placemark began. */
  leftBefore: number;
  text: string;
  field: string;
  hole: boolean;
  refusal: Bilingual | null;
}

function kmlReader(gathering: Gathering): KmlReader {
  const parser = new SaxesParser();
  const state: State = {
    ...{ path: [], features: [], leftOut: new Map(), placemark: null, placemarks: 0 },
    ...{ leftBefore: 0, text: '', field: '', hole: false, refusal: null },
  };
  const stop = (reason: Bilingual) => {
    state.refusal ??= reason;
  };
  parser.on('doctype', () => stop(doctype(parser.line)));
  parser.on('error', (fault) => stop(notXml(fault.message, parser.line)));
  parser.on('opentag', (tag: SaxesTagPlain) => {
    if (state.path.length >= boundaryLimits.xmlDepth) stop(tooDeep(parser.line));
    if (!state.refusal) open(state, localName(tag.name), { attributes: tag.attributes, gathering });
  });
  const text = (words: string) => {
    if (wantedText.has(state.path.at(-1) ?? '')) state.text += words;
  };
  parser.on('text', text);
  parser.on('cdata', text);
  parser.on('closetag', () => {
    if (!state.refusal) close(state, gathering, parser.line);
  });
  return {
    write: (slice) => {
      if (!state.refusal) parser.write(slice);
    },
    close: () => {
      if (!state.refusal) parser.close();
    },
    refusal: () => state.refusal,
    features: state.features,
    leftOut: state.leftOut,
  };
}

const wantedText = new Set(['name', 'description', 'value', 'SimpleData', 'coordinates']);

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function open(
  state: State,
  name: string,
  { attributes, gathering }: { readonly attributes: SaxesTagPlain['attributes']; readonly gathering: Gathering },
): void {
  if (state.path.length === 0 && name !== 'kml') state.refusal = notKml(name);
  state.path.push(name);
  state.text = '';
  if (name === 'Placemark') {
    state.placemarks += 1;
    gathering.feature();
    state.leftBefore = sumOf(state.leftOut);
    state.placemark = { rings: [], attributes: {}, at: state.placemarks };
  } else if (name === 'innerBoundaryIs' || name === 'outerBoundaryIs') {
    state.hole = name === 'innerBoundaryIs';
  } else if (name === 'Data' || name === 'SimpleData') {
    state.field = String(attributes.name ?? '');
  } else if (/^(Point|LineString|Track|Model|NetworkLink|GroundOverlay)$/.test(name)) {
    addUp(state.leftOut, name);
  }
}

function close(state: State, gathering: Gathering, line: number): void {
  const name = state.path.pop();
  const parent = state.path.at(-1);
  const { placemark, text } = state;
  state.text = '';
  if (!placemark) return;
  const set = (key: string) => setAttribute(placemark.attributes, gathering, [key, text]);
  if (name === 'Placemark') finish(state, placemark);
  else if (name === 'coordinates' && parent === 'LinearRing') addRing(placemark, { text, hole: state.hole, line }, gathering);
  else if ((name === 'name' || name === 'description') && parent === 'Placemark') set(name);
  else if (name === 'value' || name === 'SimpleData') set(state.field);
}

/** A placemark of points or lines is left out; one without any shape is kept, and found empty later. */
function finish(state: State, placemark: GrowingFeature): void {
  state.placemark = null;
  if (placemark.rings.length > 0 || sumOf(state.leftOut) === state.leftBefore) state.features.push(placemark);
}

function addRing(
  feature: GrowingFeature,
  { text, hole, line }: { readonly text: string; readonly hole: boolean; readonly line: number },
  gathering: Gathering,
): void {
  const positions: RawPosition[] = [];
  let index = -1;
  for (const [tuple] of text.matchAll(/\S+/g)) {
    index += 1;
    if (!gathering.vertices(1)) return;
    const [lon = '', lat = ''] = tuple.split(',');
    const position: RawPosition = [figureOf(lon), figureOf(lat)];
    if (isCoordinate(position[0]) && isCoordinate(position[1])) positions.push(position);
    else gathering.problem({ row: line, column: `Placemark ${feature.at} coordinates[${index}]`, value: tuple }, notACoordinate);
  }
  feature.rings.push({ positions, hole, at: feature.at });
}

function doctype(line: number): Bilingual {
  return {
    zh: `第 ${line} 行有 DOCTYPE 声明。它可以引用外部文件或无限展开，疑似攻击，已拒绝读取；KML 不需要它，请删去。`,
    en: `Line ${line} holds a DOCTYPE. It can fetch other files or expand without end and looks like an attack; the file was not read. KML needs none: take it out.`,
  };
}

function notXml(why: string, line: number): Bilingual {
  return { zh: `KML 第 ${line} 行不是有效的 XML（${why}）。`, en: `The KML is not valid XML at line ${line} (${why}).` };
}

function tooDeep(line: number): Bilingual {
  return {
    zh: `KML 第 ${line} 行嵌套超过 ${boundaryLimits.xmlDepth} 层，没有读取。`,
    en: `The KML is nested more than ${boundaryLimits.xmlDepth} levels deep at line ${line}. It was not read.`,
  };
}

function notKml(root: string): Bilingual {
  return {
    zh: `这个 XML 文件不是 KML（根元素是 <${root}>）。可读的格式见上传说明。`,
    en: `This XML file is no KML (its root is <${root}>).`,
  };
}
