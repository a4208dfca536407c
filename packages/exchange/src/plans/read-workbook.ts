// Reads a filled-in workbook into a plan. Every problem in every sheet is gathered; one is enough to import nothing.
import type { Plan } from '@zhenghe/engine/plans';
import { type CellNote, type CellProblem, columnLetter, openWorkbook, type Spot, type Unreadable, unreadable } from '../kernel/index.ts';
import { assemble, looseLists } from './assemble.ts';
import { findSheets } from './find-sheets.ts';
import { listKeys } from './layout.ts';
import { type PlanTables, readTables } from './read-tables.ts';
import { parsePlan } from './schema-problems.ts';
import { structureProblems } from './structure.ts';

export interface ReadOptions {
  /** Code of a place by its name (浦江县), for workbooks that name the place. */
  readonly placeCode?: (name: string) => string | undefined;
}

/** Where the rows of a plan stand in its file: by list (`plan` for the plan's own lines), the sheet and the row of each. */
export type PlanPlaces = Readonly<Record<string, { readonly sheet: string; readonly rows: readonly number[] }>>;

export type ReadPlan =
  | { readonly ok: true; readonly plan: Plan; readonly notes: readonly CellNote[]; readonly places: PlanPlaces }
  | Unreadable;

export async function readPlanWorkbook(bytes: Uint8Array, options: ReadOptions = {}): Promise<ReadPlan> {
  const opened = await openWorkbook(bytes);
  if (!opened.ok) return opened;
  const found = findSheets(opened.sheets);
  if (!found.ok) return found;
  const tables = readTables(found.plan, found.lists, options);
  const candidate = assemble(tables);
  const problems = [...tables.problems];
  const said = new Set([...problems, ...tables.covered].map(spotKey));
  const add = (problem: CellProblem) => {
    // A cell already reported is absent from the candidate; saying that it is absent too would only confuse.
    if (!said.has(spotKey(problem))) problems.push(problem);
  };
  for (const { at, value, reason } of structureProblems(looseLists(candidate))) {
    add({ ...spotOf(tables, [at.list, at.index, at.field]), value, reason });
  }
  const parsed = parsePlan(candidate);
  if (!parsed.ok) for (const { path, value, reason } of parsed.problems) add({ ...spotOf(tables, path), value, reason });
  if (!parsed.ok || problems.length > 0) return badCells(problems);
  return { ok: true, plan: parsed.plan, notes: withTrainingNote(tables), places: placesOf(tables) };
}

export function badCells(problems: readonly CellProblem[]): Unreadable {
  return unreadable(
    {
      zh: `有 ${problems.length} 处读不了，没有导入任何数据。改好后请重新导入。`,
      en: `${problems.length} ${problems.length === 1 ? 'place' : 'places'} could not be read; nothing was imported. Mend them and import again.`,
    },
    problems,
  );
}

function spotKey(spot: Spot): string {
  return `${spot.sheet}!${spot.column}${spot.row}`;
}

/** Where a field of the candidate stands in the workbook. */
function spotOf(tables: PlanTables, path: readonly PropertyKey[]): Spot {
  const [first, index, field] = path;
  const key = listKeys.find((candidate) => candidate === first);
  if (!key) {
    const line = first === 'organisation' ? `organisation.${String(index)}` : String(first);
    return { sheet: tables.plan.sheet, row: tables.plan.rows.get(line) ?? null, column: 'B' };
  }
  const table = tables.lists.get(key);
  const column = table?.columns.get(String(field));
  const row = typeof index === 'number' ? table?.rows[index]?.number : undefined;
  return { sheet: table?.sheet ?? null, row: row ?? null, column: column === undefined ? null : columnLetter(column) };
}

function placesOf(tables: PlanTables): PlanPlaces {
  const lists = [...tables.lists].map(([key, { sheet, rows }]) => [key, { sheet, rows: rows.map(({ number }) => number) }] as const);
  return { plan: { sheet: tables.plan.sheet, rows: [] }, ...Object.fromEntries(lists) };
}

function withTrainingNote(tables: PlanTables): readonly CellNote[] {
  if (tables.trainingBanner === null || tables.plan.values.training === true) return tables.notes;
  const note = {
    zh: '表首标有「训练数据」，整份方案按训练数据读入。',
    en: 'The sheet is marked as training data; the whole plan is read as training data.',
  };
  return [...tables.notes, { sheet: tables.trainingBanner, row: 1, column: 'A', value: '训练数据', note }];
}
