// A table of vertices, one a row, from CSV or a workbook: its headings by their synonyms, its rows into rings and blocks.
import type { RawFeature, RawPosition, RawRing } from '@zhenghe/engine/boundaries';
import type { Bilingual } from '@zhenghe/engine/kernel';
import { columnLetter } from '../kernel/index.ts';
import { fieldWords, plainHeading, trainingMark } from './fields.ts';
import { figureOf, isCoordinate, isUnusual, notACoordinate } from './figure.ts';
import type { Gathering } from './gathering.ts';
import { closed, type GrowingFeature, setAttribute } from './source.ts';
import { type Orders, type Statement, statementOf } from './statement.ts';
import { zoneBefore } from './zones-of-figures.ts';

export interface VertexTable {
  readonly row: (number: number, cells: readonly string[]) => void;
  /** Whether the headings have gone by, so that what follows are figures. */
  readonly headed: () => boolean;
  readonly finish: () => { readonly features: readonly RawFeature[]; readonly statement: Statement | null };
}

type Axis = 'north' | 'east' | 'lon' | 'lat' | 'x' | 'y';
type Role = Axis | 'code' | 'name' | 'ring' | 'point' | 'ignored';

const axisWords: Readonly<Record<Axis, readonly string[]>> = {
  north: ['北坐标', '纵坐标', '纵坐标x', 'x北', 'x北坐标', '北', 'northing', 'north', 'n'],
  east: ['东坐标', '横坐标', '横坐标y', 'y东', 'y东坐标', '东', 'easting', 'east', 'e'],
  lon: ['经度', '东经', '大地经度', 'longitude', 'lon', 'lng', 'long', 'l'],
  lat: ['纬度', '北纬', '大地纬度', 'latitude', 'lat', 'b'],
  x: ['x', 'x坐标', '坐标x'],
  y: ['y', 'y坐标', '坐标y'],
};
const ringWords = ['环号', '圈号', '地块圈号', '环', '圈', 'ring', 'ringno', 'ringnumber'];
const pointWords = ['点号', '界址点号', '顶点号', '序号', '点', 'point', 'pointno', 'pointnumber', 'vertex', 'no'];
/** Banners and notes may stand above the headings, but not a page of them. */
const headingWithin = 30;

interface Columns {
  readonly roles: readonly Role[];
  readonly titles: readonly string[];
  readonly first: number;
  readonly second: number;
  readonly code: number;
  readonly ring: number;
}

interface Block {
  readonly feature: GrowingFeature;
  readonly code: string;
  readonly seen: Set<string>;
  ring: { readonly key: string; readonly positions: RawPosition[]; readonly at: number } | null;
}

interface State {
  readonly gathering: Gathering;
  readonly where: { readonly part?: string };
  readonly from: number;
  readonly features: GrowingFeature[];
  readonly codes: Map<string, number>;
  columns: Columns | null;
  block: Block | null;
  /** Rows above the headings. */
  above: number;
  /** What they say of the coordinates. */
  words: string | null;
}

/** `part`: the sheet; absent for a text. `from`: how many features stand before this table's. */
export function vertexTable(
  gathering: Gathering,
  { part, from = 0 }: { readonly part?: string; readonly from?: number } = {},
): VertexTable {
  const where = part === undefined ? {} : { part };
  const state: State = {
    ...{ gathering, where, from, features: [], codes: new Map() },
    ...{ columns: null, block: null, above: 0, words: null },
  };
  return {
    row: (number, cells) => {
      if (cells.every((cell) => cell.trim() === '')) return;
      if (state.columns) readVertex(state, state.columns, { row: number, cells });
      else readAbove(state, cells);
    },
    headed: () => state.columns !== null,
    finish: () => {
      endRing(state);
      const { words, columns, features } = state;
      return { features, statement: words !== null && columns ? statementOf(words, ordersOf(columns, features)) : null };
    },
  };
}

function readAbove(state: State, cells: readonly string[]): void {
  state.above += 1;
  if (state.above > headingWithin) return;
  if (cells.some((cell) => cell.includes(trainingMark))) state.gathering.training();
  state.columns = columnsOf(cells);
  if (!state.columns) state.words ??= saidIn(cells);
}

interface Row {
  readonly row: number;
  readonly cells: readonly string[];
}

function readVertex(state: State, columns: Columns, { row, cells }: Row): void {
  const { gathering, where } = state;
  const position = positionIn(cells, columns, (index, value) => {
    // A sheet has letters for its columns, a text only headings.
    const column = where.part === undefined ? (columns.titles[index] ?? '') : columnLetter(index + 1);
    gathering.problem({ ...where, row, column, value }, notACoordinate);
  });
  if (position && [columns.first, columns.second].some((index) => isUnusual(cells[index] ?? ''))) gathering.often('unusual', row, unusual);
  const code = textIn(cells[columns.code]) || (state.block?.code ?? '');
  if (state.block?.code !== code) beginBlock(state, code, row);
  const { block } = state;
  if (!block || !position || !gathering.vertices(1)) return;
  const key = columns.ring < 0 ? '' : (cells[columns.ring] ?? '').trim() || (block.ring?.key ?? '1');
  if (block.ring && (block.ring.key !== key || (columns.ring < 0 && isWhole(block.ring.positions)))) endRing(state);
  ringOf(state, block, { key, row, numbered: columns.ring >= 0 }).push(position);
  addAttributes(block.feature, cells, columns, gathering);
}

/** An apostrophe keeps a spreadsheet from running what follows; it is no part of the text. */
function textIn(cell: string | undefined): string {
  return (cell ?? '').trim().replace(/^'(?='*[=+@-])/, '');
}

function beginBlock(state: State, code: string, row: number): void {
  const { gathering, where, codes, features, from } = state;
  endRing(state);
  const earlier = codes.get(code);
  if (earlier !== undefined) gathering.problem({ ...where, row, value: code }, repeated(code, earlier));
  const feature: GrowingFeature = { rings: [], attributes: {}, at: from + features.length + 1 };
  codes.set(code, row);
  gathering.feature();
  features.push(feature);
  state.block = { feature, code, seen: new Set(), ring: null };
}

/** Positions of the ring that is being read, begun where it must. */
function ringOf(
  { gathering, where }: State,
  block: Block,
  { key, row, numbered }: { readonly key: string; readonly row: number; readonly numbered: boolean },
): RawPosition[] {
  if (block.ring) return block.ring.positions;
  if (numbered && block.seen.has(key)) gathering.problem({ ...where, row, value: `${block.code} ${key}` }, ringAgain(block.code, key));
  block.seen.add(key);
  const positions: RawPosition[] = [];
  block.ring = { key, positions, at: row };
  return positions;
}

function endRing({ block, gathering }: State): void {
  if (!block?.ring) return;
  const open: RawRing = { positions: block.ring.positions, hole: null, at: block.ring.at };
  const whole = closed(open);
  if (whole !== open) gathering.often('closed', open.at, closedByRule);
  block.feature.rings.push(whole);
  block.ring = null;
}

/** Without ring numbers a ring ends where it comes back to its start. */
function isWhole(positions: readonly RawPosition[]): boolean {
  const [first] = positions;
  const last = positions.at(-1);
  return positions.length > 3 && first !== undefined && last !== undefined && first[0] === last[0] && first[1] === last[1];
}

function positionIn(cells: readonly string[], columns: Columns, bad: (index: number, value: string) => void): RawPosition | null {
  const position: RawPosition = [figureOf(cells[columns.first] ?? ''), figureOf(cells[columns.second] ?? '')];
  if (isCoordinate(position[0]) && isCoordinate(position[1])) return position;
  for (const index of [columns.first, columns.second]) {
    const value = cells[index] ?? '';
    if (!isCoordinate(figureOf(value))) bad(index, value);
  }
  return null;
}

/** The first value a block's rows give for a column is the block's. */
function addAttributes(feature: GrowingFeature, cells: readonly string[], { roles, titles }: Columns, gathering: Gathering): void {
  for (const [index, role] of roles.entries()) {
    if (role !== 'code' && role !== 'name' && role !== 'ignored') continue;
    const title = titles[index] ?? '';
    const value = textIn(cells[index]);
    if (value === '' || Object.hasOwn(feature.attributes, title)) continue;
    if (value === trainingMark) gathering.training();
    setAttribute(feature.attributes, gathering, [title, value]);
  }
}

/** Null when the row names no pair of coordinates. */
function columnsOf(cells: readonly string[]): Columns | null {
  const plain = cells.map(plainHeading);
  const roles: Role[] = plain.map((heading, index) => roleOf(heading, cells[index] ?? ''));
  const pair = (
    [
      ['lon', 'lat'],
      ['north', 'east'],
      ['x', 'y'],
      ['x', 'east'],
      ['north', 'y'],
    ] as const
  ).find(([a, b]) => roles.includes(a) && roles.includes(b));
  if (!pair) return null;
  const [first = 0, second = 0] = pair.map((axis) => roles.indexOf(axis)).sort((a, b) => a - b);
  const code = fieldWords.code.map((word) => plain.indexOf(word)).find((index) => index >= 0 && roles[index] !== 'point') ?? -1;
  const name = fieldWords.name.map((word) => plain.indexOf(word)).find((index) => index >= 0) ?? -1;
  const only = roles.map((role, index): Role => {
    if (index === first || index === second || role === 'ring' || role === 'point') return role;
    return index === code ? 'code' : index === name ? 'name' : 'ignored';
  });
  return {
    roles: only,
    titles: cells.map((cell) => cell.trim()),
    first,
    second,
    code: code >= 0 ? code : name,
    ring: roles.indexOf('ring'),
  };
}

function roleOf(plain: string, heading: string): Role {
  if (ringWords.includes(plain)) return 'ring';
  if (pointWords.includes(plain)) return 'point';
  for (const axis of ['lon', 'lat', 'north', 'east'] as const) if (axisWords[axis].includes(plain)) return axis;
  // X alone is north to a surveyor and east to a program: brackets may tell which.
  if (axisWords.x.includes(plain)) return /北|north/i.test(heading) ? 'north' : /东|east/i.test(heading) ? 'east' : 'x';
  if (axisWords.y.includes(plain)) return /东|east/i.test(heading) ? 'east' : /北|north/i.test(heading) ? 'north' : 'y';
  return 'ignored';
}

/** 坐标系 in one cell and its name in the next, or both in one. */
function saidIn(cells: readonly string[]): string | null {
  const at = cells.findIndex((cell) => /坐标系|CRS|coordinate system/i.test(cell));
  if (at < 0) return null;
  const inside = (cells[at] ?? '').replace(/^.*?(坐标系统?|CRS|coordinate system)\s*[:：=]?\s*/i, '').trim();
  return inside || (cells[at + 1] ?? '').trim() || null;
}

function ordersOf({ roles, first }: Columns, features: readonly RawFeature[]): Orders {
  const left = roles[first];
  const byFigures = northFirst(features[0]?.rings[0]?.positions[0]);
  const north = left === 'north' || (left !== 'east' && byFigures);
  const lat = left === 'lat' || (left !== 'lon' && byFigures);
  return { geographic: lat ? 'lat-lon' : 'lon-lat', plane: north ? 'north-east' : 'east-north' };
}

/** An easting carries its zone or is below a million; in China a northing lies between the two, a latitude below a longitude. */
function northFirst(position: RawPosition | undefined): boolean {
  const [a, b] = position ?? [0, 0];
  const plane = Math.max(Math.abs(a), Math.abs(b)) > 360;
  return plane ? zoneBefore(b) !== null || (zoneBefore(a) === null && b < a) : a < b;
}

function repeated(code: string, row: number): Bilingual {
  return {
    zh: `地块编号「${code}」重复：第 ${row} 行起已有一块。同一地块的界址点须连续排列，不同地块的编号须不同。`,
    en: `Block code "${code}" stands twice: one begins at row ${row}. The vertices of a block must follow each other, and codes must differ.`,
  };
}

function ringAgain(code: string, ring: string): Bilingual {
  return {
    zh: `地块「${code}」的 ${ring} 号环出现两次：环号或地块编号重复。`,
    en: `Ring ${ring} of block "${code}" stands twice: a ring number or block code is repeated.`,
  };
}

function closedByRule(count: number): Bilingual {
  return {
    zh: `${count} 个环的末点没有重复首点，按界址点表的惯例闭合。`,
    en: `${count} rings do not repeat their first vertex at the end; they were closed, as is usual in tables of vertices.`,
  };
}

function unusual(count: number): Bilingual {
  return {
    zh: `${count} 行坐标用了全角数字或度分秒，已换算读入。`,
    en: `${count} rows write figures full-width or in degrees, minutes and seconds; they were read as decimal figures.`,
  };
}

export function noHeadings(): Bilingual {
  return {
    zh: `前 ${headingWithin} 行里找不到坐标列的表头。需要「地块编号、环号、点号、X、Y」或「经度、纬度」等列名。`,
    en: `None of the first ${headingWithin} rows names the columns of coordinates. Headings such as 地块编号, 环号, 点号, X, Y (or block, ring, point, lon, lat) are needed.`,
  };
}
