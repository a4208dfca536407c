// The pairs of a DXF as the entities a boundary may be drawn with: polylines, hatches, and the texts that name them.
import type { RawPosition } from '@zhenghe/engine/boundaries';
import { type BulgedVertex, flattened } from './arc.ts';
import { figureOf, isCoordinate, notACoordinate } from './figure.ts';
import type { Gathering } from './gathering.ts';
import { addUp } from './source.ts';

export interface DrawnLine {
  readonly layer: string;
  readonly positions: readonly RawPosition[];
  readonly closed: boolean;
  /** Line of the file it begins at. */
  readonly at: number;
}

export interface DrawnText {
  readonly layer: string;
  readonly text: string;
  readonly point: RawPosition;
}

export interface DrawnHatch {
  readonly layer: string;
  readonly rings: readonly (readonly RawPosition[])[];
  readonly at: number;
}

export interface Drawing {
  readonly lines: readonly DrawnLine[];
  readonly texts: readonly DrawnText[];
  readonly hatches: readonly DrawnHatch[];
  /** 999: what a program or person wrote about the file. */
  readonly comments: readonly string[];
  readonly leftOut: ReadonlyMap<string, number>;
  readonly arcs: number;
}

interface Entity {
  readonly kind: string;
  readonly at: number;
  layer: string;
  flags: number;
  text: string;
  readonly vertices: Growing[];
  /** Of a hatch: how many of the vertices belong to each ring. */
  readonly rings: number[];
  polylinePath: boolean;
  open: number;
}

interface Growing {
  x: number;
  y: number;
  bulge: number;
  readonly at: number;
}

export interface DrawingReader {
  readonly pair: (code: number, value: string, line: number) => void;
  readonly finish: () => Drawing;
}

interface State {
  readonly gathering: Gathering;
  readonly lines: DrawnLine[];
  readonly texts: DrawnText[];
  readonly hatches: DrawnHatch[];
  readonly comments: string[];
  readonly leftOut: Map<string, number>;
  section: string;
  arcs: number;
  entity: Entity | null;
  /** A POLYLINE keeps its vertices in entities of their own, up to SEQEND. */
  polyline: Entity | null;
}

export function drawingReader(gathering: Gathering): DrawingReader {
  const state: State = {
    ...{ gathering, lines: [], texts: [], hatches: [], comments: [], leftOut: new Map() },
    ...{ section: '', arcs: 0, entity: null, polyline: null },
  };
  return {
    pair: (code, value, line) => {
      if (code === 999) state.comments.push(value);
      else if (code === 0) begin(state, value, line);
      else if (state.entity) addPair(state.entity, { code, value, line }, gathering);
      else if (code === 2 && state.section === '') state.section = value;
    },
    finish: () => {
      endEntity(state);
      return state;
    },
  };
}

function begin(state: State, kind: string, line: number): void {
  endEntity(state);
  if (kind === 'SECTION' || kind === 'ENDSEC') state.section = '';
  else if (state.section === 'ENTITIES') state.entity = newEntity(kind, line);
  else if (state.section === 'BLOCKS' && /POLYLINE$/.test(kind)) addUp(state.leftOut, `BLOCK ${kind}`);
}

function endEntity(state: State): void {
  const { entity: done, polyline } = state;
  state.entity = null;
  if (!done) return;
  if (done.kind === 'VERTEX') {
    const controlPoint = (done.flags & 16) !== 0;
    if (polyline && !controlPoint) polyline.vertices.push(...done.vertices.slice(0, 1));
  } else if (done.kind === 'POLYLINE') state.polyline = done;
  else if (done.kind === 'SEQEND') {
    if (polyline) addLine(state, polyline);
    state.polyline = null;
  } else if (done.kind === 'LWPOLYLINE') addLine(state, done);
  else if (done.kind === 'HATCH') addHatch(state, done);
  else if (done.kind === 'TEXT' || done.kind === 'MTEXT') addText(state, done);
  else addUp(state.leftOut, done.kind);
}

function addLine(state: State, done: Entity): void {
  const mesh = done.kind === 'POLYLINE' && (done.flags & (16 | 64)) !== 0;
  const closed = (done.flags & 1) === 1;
  if (mesh || done.vertices.length < (closed ? 2 : 3)) {
    addUp(state.leftOut, done.kind);
    return;
  }
  const vertices = soundVertices(done, state);
  if (state.gathering.feature())
    state.lines.push({ layer: done.layer, positions: flattened(vertices, closed), closed: closed || meets(vertices), at: done.at });
}

function addHatch(state: State, done: Entity): void {
  if (done.rings.length === 0) {
    addUp(state.leftOut, 'HATCH');
    return;
  }
  const vertices = soundVertices(done, state);
  let from = 0;
  const rings = done.rings.map((length) => {
    const ring = flattened(vertices.slice(from, from + length), true);
    from += length;
    return ring;
  });
  if (state.gathering.feature()) state.hatches.push({ layer: done.layer, rings, at: done.at });
}

function addText({ texts, gathering }: State, done: Entity): void {
  const [point] = done.vertices;
  const text = plainText(done.text);
  if (point && text !== '' && gathering.attribute(text)) texts.push({ layer: done.layer, text, point: [point.x, point.y] });
}

function newEntity(kind: string, at: number): Entity {
  return { kind, at, layer: '0', flags: 0, text: '', vertices: [], rings: [], polylinePath: false, open: 0 };
}

interface Pair {
  readonly code: number;
  readonly value: string;
  readonly line: number;
}

function addPair(entity: Entity, { code, value, line }: Pair, gathering: Gathering): void {
  const last = entity.vertices.at(-1);
  if (code === 8) entity.layer = value;
  else if (code === 70) entity.flags = Number.parseInt(value, 10) || 0;
  else if (code === 1 || code === 3) entity.text += value;
  else if (entity.kind === 'HATCH' && code >= 91 && code <= 97) addHatchPair(entity, code, Number(value));
  else if (code === 10 && takesVertex(entity)) {
    if (gathering.vertices(1)) entity.vertices.push({ x: figureOf(value), y: Number.NaN, bulge: 0, at: line });
  } else if (code === 20 && last && Number.isNaN(last.y)) last.y = figureOf(value);
  else if (code === 42 && last) last.bulge = figureOf(value);
}

/** A hatch repeats codes 10 and 20 for its elevation and seeds: only the announced number of a polyline path's vertices counts. */
function takesVertex(entity: Entity): boolean {
  if (entity.kind === 'LWPOLYLINE' || entity.kind === 'VERTEX' || /TEXT$/.test(entity.kind)) return true;
  if (entity.kind !== 'HATCH' || entity.open === 0) return false;
  entity.open -= 1;
  return true;
}

function addHatchPair(entity: Entity, code: number, value: number): void {
  if (code === 92) entity.polylinePath = (value & 2) === 2;
  if (code !== 93 || !entity.polylinePath || !(value > 2)) return;
  entity.rings.push(value);
  entity.open = value;
}

function soundVertices({ vertices, layer }: Entity, state: State): readonly BulgedVertex[] {
  state.arcs += vertices.filter(({ bulge }) => bulge !== 0).length;
  return vertices.flatMap(({ x, y, bulge, at }) => {
    if (isCoordinate(x) && isCoordinate(y) && isCoordinate(bulge)) return [{ at: [x, y], bulge }];
    state.gathering.problem({ part: layer, row: at, value: `${x}, ${y}` }, notACoordinate);
    return [];
  });
}

function meets(vertices: readonly BulgedVertex[]): boolean {
  const first = vertices[0]?.at;
  const last = vertices.at(-1)?.at;
  return first !== undefined && last !== undefined && first[0] === last[0] && first[1] === last[1];
}

/** \U+4E00 and %%nnn stand for letters; the codes of MTEXT for its look. */
function plainText(text: string): string {
  return text
    .replace(/\\U\+([0-9A-Fa-f]{4})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\\P|\^J/g, ' ')
    .replace(/\\[A-Za-z][^;\\]*;/g, '')
    .replace(/[{}]/g, '')
    .trim();
}
