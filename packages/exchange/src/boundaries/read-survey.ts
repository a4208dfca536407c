// The land survey's 界址点 text: [属性描述] with the system, [地块坐标] with a line for each block and its vertices, X (north) first.
import type { RawPosition } from '@zhenghe/engine/boundaries';
import type { Bilingual } from '@zhenghe/engine/kernel';
import { type Unreadable, unreadable } from '../kernel/index.ts';
import { trainingMark } from './fields.ts';
import { figureOf, isCoordinate, isUnusual, notACoordinate } from './figure.ts';
import type { Gathering } from './gathering.ts';
import { addUp, type GrowingFeature, type ReadRaw, type Source, setAttribute } from './source.ts';
import { statementOfHead } from './survey-head.ts';
import { encodingOf, linesOf, notText } from './text.ts';
import { zonesOf } from './zones-of-figures.ts';

/** What a block's line gives after its number of points, in its order. */
export const blockFields = ['面积', '地块编号', '地块名称', '图形属性', '图幅号', '用途', '备注'] as const;

interface State {
  readonly gathering: Gathering;
  readonly features: GrowingFeature[];
  readonly head: Map<string, { value: string; line: number }>;
  readonly codes: Map<string, number>;
  readonly leftOut: Map<string, number>;
  section: string;
  block: Block | null;
}

interface Block {
  readonly feature: GrowingFeature;
  readonly line: number;
  readonly stated: string;
  readonly rings: Set<string>;
  ring: { readonly key: string; readonly positions: RawPosition[] } | null;
  points: number;
}

export async function readSurvey({ bytes, pace, gathering }: Source): Promise<ReadRaw | Unreadable> {
  const encoding = encodingOf(bytes);
  if (!encoding) return unreadable(notText);
  const state: State = {
    ...{ gathering, features: [], head: new Map(), codes: new Map(), leftOut: new Map() },
    ...{ section: '', block: null },
  };
  for await (const { first, lines } of linesOf(bytes, encoding, pace)) {
    for (const [index, text] of lines.entries()) readLine(text, first + index, state);
    if (gathering.full()) break;
  }
  endBlock(state);
  const { features, leftOut } = state;
  const statement = statementOfHead(state.head, [...zonesOf(features).keys()], gathering);
  return { ok: true, format: 'survey-txt', encoding: encoding.name, statement, features, leftOut };
}

function readLine(text: string, line: number, state: State): void {
  const trimmed = text.trim();
  if (trimmed === '') return;
  const section = /^[[［【](.+)[\]］】]$/.exec(trimmed)?.[1];
  if (section !== undefined) {
    endBlock(state);
    state.section = section.trim();
  } else if (state.section === '属性描述') readHead(trimmed, line, state);
  else readBody(trimmed, line, state);
}

function readHead(text: string, line: number, { head, gathering }: State): void {
  const at = text.search(/[=＝]/);
  if (at < 0) {
    gathering.problem({ row: line, value: text }, headLine);
    return;
  }
  head.set(text.slice(0, at).trim(), { value: text.slice(at + 1).trim(), line });
  if (text.includes(trainingMark)) gathering.training();
}

/** A block's line ends with @ and begins with its number of points; a vertex has a name, a ring and two figures. */
function readBody(text: string, line: number, state: State): void {
  const cells = text.split(/[,，]/);
  if (/[@＠]\s*,?$/.test(text)) beginBlock(cells, line, state);
  else if (cells.length === 4 || (cells.length === 5 && cells[4]?.trim() === '')) readVertex(cells, line, state);
  else state.gathering.problem({ row: line, value: text }, otherLine);
}

function beginBlock(cells: readonly string[], line: number, state: State): void {
  endBlock(state);
  if (!state.gathering.feature()) return;
  const [stated = '', ...rest] = cells.map((cell) => cell.trim());
  const feature: GrowingFeature = { rings: [], attributes: {}, at: state.features.length + 1 };
  for (const [index, field] of blockFields.entries()) {
    const value = rest[index] ?? '';
    if (value === '@') break;
    if (value.includes(trainingMark)) state.gathering.training();
    setAttribute(feature.attributes, state.gathering, [field, value]);
  }
  const code = feature.attributes.地块编号;
  const earlier = code === undefined ? undefined : state.codes.get(code);
  if (code !== undefined && earlier !== undefined)
    state.gathering.problem({ row: line, column: '地块编号', value: code }, repeated(code, earlier));
  else if (code !== undefined) state.codes.set(code, line);
  state.block = { feature, line, stated, rings: new Set(), ring: null, points: 0 };
}

function endBlock(state: State): void {
  const { block, gathering } = state;
  if (!block) return;
  endRing(block);
  state.block = null;
  const kind = block.feature.attributes.图形属性 ?? '面';
  if (kind !== '面') {
    addUp(state.leftOut, kind);
    return;
  }
  // The repeated first point of each ring is counted by some programs and not by others.
  const counted = Number(block.stated);
  const least = block.points - block.feature.rings.length;
  if (block.stated !== '' && !(counted >= least && counted <= block.points)) {
    gathering.problem({ row: block.line, column: '点数', value: block.stated }, countLies(block.stated, block.points));
  }
  state.features.push(block.feature);
}

function endRing(block: Block): void {
  if (block.ring) block.feature.rings.push({ positions: block.ring.positions, hole: null, at: block.line });
  block.ring = null;
}

function readVertex(cells: readonly string[], line: number, state: State): void {
  const { block, gathering } = state;
  const [, ring = '', x = '', y = ''] = cells;
  if (!block) {
    gathering.problem({ row: line, value: cells.join(',') }, noBlock);
    return;
  }
  const position: RawPosition = [figureOf(x), figureOf(y)];
  for (const [value, figure, column] of [
    [x, position[0], 'X'],
    [y, position[1], 'Y'],
  ] as const) {
    if (!isCoordinate(figure)) gathering.problem({ row: line, column, value }, notACoordinate);
    else if (isUnusual(value)) gathering.often('unusual', line, unusual);
  }
  if (!gathering.vertices(1)) return;
  const key = ring.trim();
  if (block.ring?.key !== key) {
    endRing(block);
    if (block.rings.has(key)) gathering.problem({ row: line, column: '圈号', value: key }, ringAgain(key));
    block.rings.add(key);
    block.ring = { key, positions: [] };
  }
  block.ring?.positions.push(position);
  block.points += 1;
}

const headLine: Bilingual = { zh: '[属性描述] 中的一行应写作「名称=值」。', en: 'A line of [属性描述] should read "name=value".' };
const otherLine: Bilingual = {
  zh: '既不是地块行（点数,面积,地块编号,地块名称,图形属性,图幅号,用途,备注,@），也不是界址点行（J1,1,X,Y）。',
  en: 'This is neither the line of a block (points, area, code, name, shape, sheet, use, remark, @) nor a vertex (J1,1,X,Y).',
};
const noBlock: Bilingual = { zh: '界址点之前没有地块行。', en: 'No line of a block stands before this vertex.' };

function repeated(code: string, line: number): Bilingual {
  return { zh: `地块编号「${code}」与第 ${line} 行重复。`, en: `Block code "${code}" stands in line ${line} already.` };
}

function ringAgain(ring: string): Bilingual {
  return { zh: `${ring} 号圈中断后又出现，界址点次序有误。`, en: `Ring ${ring} stops and begins again: its vertices are out of order.` };
}

function countLies(stated: string, points: number): Bilingual {
  return {
    zh: `地块行写明 ${stated} 个点，实有 ${points} 行界址点：有缺行或多行。`,
    en: `The block's line states ${stated} points but ${points} vertices follow: some are missing or too many.`,
  };
}

function unusual(count: number): Bilingual {
  return {
    zh: `${count} 个坐标用了全角数字或度分秒，已换算读入。`,
    en: `${count} figures are full-width or in degrees, minutes and seconds; they were read as decimal figures.`,
  };
}
