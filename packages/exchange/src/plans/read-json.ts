// Reads a plan from JSON. null, or a reason, stands for a missing figure; areas are text, so that none is rounded.
import type { Bilingual } from '@zhenghe/engine/kernel';
import { notGiven } from '@zhenghe/engine/kernel';
import {
  type CellNote,
  type CellProblem,
  limits,
  pathText,
  type Reading,
  readArea,
  readJson,
  shown,
  unreadable,
  valueAt,
} from '../kernel/index.ts';
import { looseLists } from './assemble.ts';
import { readShare } from './cell-values.ts';
import { listKeys } from './layout.ts';
import { badCells, type ReadPlan } from './read-workbook.ts';
import { parsePlan } from './schema-problems.ts';
import { structureProblems } from './structure.ts';

/** Fields that may be null for "not given", by list ('' is the plan itself), and how their text is read. */
const missable: readonly (readonly [string, string, ((text: string) => Reading<string>) | null])[] = [
  ['parks', 'approvedArea', readArea],
  ['blocks', 'areaBefore', readArea],
  ['blocks', 'areaAfter', readArea],
  ['sums', 'value', readArea],
  ['townships', 'protectedShare', readShare],
  ['parts', 'keepsBody', null],
  ['milestones', 'due', null],
  ['organisation', 'bodiesBefore', null],
  ['organisation', 'bodiesAfter', null],
  ['organisation', 'staffBefore', null],
  ['organisation', 'staffAfter', null],
  ['', 'industrialStrongCounty', null],
];

export function readPlanJson(bytes: Uint8Array): ReadPlan {
  const decoded = readJson(bytes);
  if (!decoded.ok) return decoded;
  const candidate = decoded.value;
  if (typeof candidate !== 'object' || candidate === null || Array.isArray(candidate)) return unreadable(notAPlan);
  if (Reflect.get(candidate, 'format') !== 'zhenghe-plan/1') return unreadable(otherFormat(shown(Reflect.get(candidate, 'format'))));
  const tooMany = listKeys.find((key) => looseLists(candidate)[key].length > limits.rows);
  if (tooMany) return unreadable(tooManyRows(tooMany));
  const notes: CellNote[] = [];
  const problems: CellProblem[] = [];
  for (const [list, field, reader] of missable) {
    for (const row of rowsOf(candidate, list)) readField(row, field, reader, { notes, problems });
  }
  const said = new Set(problems.map((problem) => problem.column));
  const add = (path: readonly PropertyKey[], value: string | null, reason: Bilingual) => {
    const column = pathText(path);
    if (!said.has(column)) problems.push({ sheet: null, row: null, column, value, reason });
  };
  for (const { at, value, reason } of structureProblems(looseLists(candidate))) add([at.list, at.index, at.field], value, reason);
  const parsed = parsePlan(candidate);
  if (!parsed.ok) for (const { path, value, reason } of parsed.problems) add(path, value, reason);
  return parsed.ok && problems.length === 0 ? { ok: true, plan: parsed.plan, notes, places: {} } : badCells(problems);
}

interface Row {
  readonly at: readonly PropertyKey[];
  readonly object: object;
}

function rowsOf(candidate: object, list: string): Row[] {
  if (list === '') return [{ at: [], object: candidate }];
  const value = valueAt(candidate, [list]);
  if (!Array.isArray(value)) return isObject(value) ? [{ at: [list], object: value }] : [];
  return value.flatMap((row: unknown, index) => (isObject(row) ? [{ at: [list, index], object: row }] : []));
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** Puts the read value in place of what was written; a value that cannot be read is reported and set to missing. */
function readField(
  row: Row,
  field: string,
  reader: ((text: string) => Reading<string>) | null,
  gathered: { readonly notes: CellNote[]; readonly problems: CellProblem[] },
): void {
  const written: unknown = Reflect.get(row.object, field);
  if (written === null) Reflect.set(row.object, field, notGiven);
  if (!reader || (typeof written !== 'string' && typeof written !== 'number')) return;
  const column = pathText([...row.at, field]);
  const result = typeof written === 'number' ? { notes: [], problem: asText(written) } : reader(written);
  if (result.problem) gathered.problems.push({ sheet: null, row: null, column, value: String(written), reason: result.problem });
  Reflect.set(row.object, field, 'value' in result ? result.value : notGiven);
  for (const note of result.notes) gathered.notes.push({ sheet: 'JSON', row: 0, column, value: String(written), note });
}

function asText(written: number): Bilingual {
  return {
    zh: `数值请写成文本，如 "${written}"，以免丢失精度。`,
    en: `Write the figure as text, "${written}", so that none of it is lost.`,
  };
}

const notAPlan: Bilingual = { zh: 'JSON 里不是一份方案（应为一个对象）。', en: 'The JSON holds no plan (one object is expected).' };

function otherFormat(found: string | null): Bilingual {
  return {
    zh: `"format" 应为 "zhenghe-plan/1"，文件中是 ${found === null ? '空' : `"${found}"`}。`,
    en: `"format" should be "zhenghe-plan/1"; the file has ${found === null ? 'none' : `"${found}"`}.`,
  };
}

function tooManyRows(list: string): Bilingual {
  return {
    zh: `列表 ${list} 超过 ${limits.rows} 条的上限，没有读取。`,
    en: `The list ${list} has more than ${limits.rows} records, which is the limit. It was not read.`,
  };
}
