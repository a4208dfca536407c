// Figures as a kind of import (F110): a unit's own open filings filled from a file, or, brought by the province, figures of history under
// one publication with their source. All of a file or nothing; undone as long as nothing was built on it.
import type { Dataset } from '@zhenghe/contract/kernel';
import { type Bilingual, type Cell, type DecimalText, isMissing } from '@zhenghe/engine/kernel';
import { filedReasons, sheetRows } from '@zhenghe/engine/statistics';
import { writeTemplate } from '@zhenghe/exchange/imports';
import { type FigureRead, figuresLayout, readFigures } from '@zhenghe/exchange/statistics';
import { hashOf } from '@zhenghe/rulebook';
import { barredFrom, mayImport, unitOfCard } from '../accounts/index.ts';
import type { DryRun, FileRead, ImportAsked, ImportKind, Writing, Written } from '../imports/index.ts';
import { libraryOn } from '../indicators/index.ts';
import type { Caller, Context } from '../platform/api.ts';
import type { Database } from '../platform/database.ts';
import { askedOf } from './checking.ts';
import { listCellsOf, listChangedAfter, listCurrentOf, listFilingsOf, listOwnFilings, type UnitPeriod } from './import-queries.ts';
import { type CellToFill, type FilingAt, type PlannedImport, planImport } from './import-rows.ts';
import { undoImported } from './import-undo.ts';
import { importUnits } from './import-units.ts';
import { insertPublished } from './publish.ts';
import { cellOf, type FilingHead } from './record.ts';
import * as refuse from './refusals.ts';
import { type Change, saveWithin } from './save.ts';
import { openKeys, readOnlyFor, standsOn } from './standing.ts';

type Figures = readonly FigureRead[];

export const statisticsImport: ImportKind<Figures> = {
  kind: 'statistics',
  title: { zh: '统计数据', en: 'Figures of statistics' },
  about: {
    zh: '填入本单位正在填报的报表；省级可补录历史数据，须写明来源。每行一个数，或“单位 × 指标”的表。',
    en: 'Into your own open returns; the province also brings figures of history with their source. One figure a line, or a table.',
  },
  accepts: ['xlsx', 'csv', 'json'],
  targeted: false,
  handsOut: false,
  filled: { zh: '下载列有本单位待填指标的表', en: 'A form with what your unit is asked' },
  layout: figuresLayout,
  inlineRows: 3000,
  refused: ({ caller }, { dataset }) => Promise.resolve(mayBring(caller) ? barredFrom(caller, dataset) : notYours),
  titleOf: () => Promise.resolve(null),
  template,
  read,
  dryRun,
  changedSince: async (db, rows, { dataset }, at) => {
    const units = [...new Set(rows.flatMap(({ subject }) => subject ?? []))];
    const changed = await listChangedAfter(db, dataset, { units, at });
    return changed.map(({ name, at: when }) => ({
      zh: `「${name}」的数据于 ${when} 有变动`,
      en: `Figures of "${name}" changed at ${when}`,
    }));
  },
  commit,
  undo: undoImported,
};

const notYours: Bilingual = {
  zh: '统计数据由填报单位（开发区、统计部门）导入，历史数据由省级补录。',
  en: 'Figures are brought in by the units that file them; those of history by the province.',
};

/** Departments of statistics, zones with an office of their own, and the province. */
function mayBring(caller: Caller): boolean {
  const unit = unitOfCard(caller.card);
  if (!mayImport(caller, 'statistics') || unit === null) return false;
  return caller.card?.role !== 'department' || unit.endsWith('/statistics');
}

export function bringsHistory({ card }: Caller): boolean {
  const unit = unitOfCard(card);
  return unit === '330000' || unit === '330000/statistics';
}

async function read(
  context: Context,
  asked: ImportAsked,
  file: Parameters<ImportKind<Figures>['read']>[2],
  remembered: Parameters<ImportKind<Figures>['read']>[3],
): Promise<FileRead<Figures>> {
  const { db, rulebook } = context;
  const { library } = await libraryOn(db, rulebook, { dataset: asked.dataset, on: asked.on });
  const { unit } = await importUnits(db, asked.dataset);
  const found = await readFigures(file.bytes, file.name, { known: { library, unit }, ways: { mapping: asked.mapping, remembered } });
  if (!found.ok) return { data: null, unreadable: found.reason, problems: found.problems, notes: [], sheets: [] };
  const { figures, problems, notes, sheets } = found;
  const bad = problems.length > 0;
  return { data: bad ? null : figures, unreadable: bad ? badCells(problems.length) : null, problems, notes, sheets };
}

const badCells = (count: number): Bilingual => ({
  zh: `有 ${count} 处读不了，没有导入任何数据。改好后请重新导入。`,
  en: `${count} ${count === 1 ? 'place' : 'places'} could not be read; nothing was imported. Mend them and import again.`,
});

interface Planned extends PlannedImport {
  readonly state: string;
}

/** Whatever the rows rest on goes into the state: revisions only rise, publications too, and steps of a case are only added. */
async function planned(
  db: Database,
  context: Context,
  { asked, figures }: { readonly asked: ImportAsked; readonly figures: Figures },
): Promise<Planned> {
  const { caller, rulebook } = context;
  const { dataset, on } = asked;
  const pairs = pairsOf(figures);
  const heads = await listFilingsOf(db, dataset, pairs);
  const cells = await listCellsOf(
    db,
    heads.map(({ id }) => id),
  );
  const filings: FilingAt[] = [];
  const steps: string[] = [];
  for (const head of heads) {
    const own = cells.filter(({ filing }) => filing === head.id);
    const { at, actions } = await filingAt(db, context, { head, own });
    filings.push(at);
    steps.push(
      `${head.id} ${actions} ${own
        .map(({ key, revision }) => `${key}${revision}`)
        .sort()
        .join(' ')}`,
    );
  }
  const current = await listCurrentOf(db, dataset, pairs);
  const byKey = new Map(current.map((one) => [figureKey(one.unit, one), one]));
  const { library } = await libraryOn(db, rulebook, { dataset, on });
  const { placeOf } = await importUnits(db, dataset);
  const plan = planImport(figures, {
    ...{ on, filings, placeOf, indicator: library.get, history: bringsHistory(caller) },
    mayReport: (place) => mayImport(caller, 'statistics', place),
    current: (asked) => standing(byKey.get(figureKey(asked.unit, { ...asked, calibre: asked.calibre ?? '' }))),
  });
  const wanted = new Set(
    figures.map(({ unit, indicator, period, calibre }) => figureKey(unit.id, { indicator, period, calibre: calibre ?? '' })),
  );
  const numbers = [...byKey].filter(([key]) => wanted.has(key)).map(([key, { publication }]) => `${key} ${publication}`);
  return { ...plan, state: hashOf([steps.sort(), numbers.sort()]) };
}

function pairsOf(figures: Figures): readonly UnitPeriod[] {
  return [...new Map(figures.map(({ unit, period }) => [`${unit.id} ${period}`, { unit: unit.id, period }])).values()];
}

function figureKey(
  unit: string,
  { indicator, period, calibre }: { readonly indicator: string; readonly period: string; readonly calibre: string },
): string {
  return [unit, indicator, period, calibre].join(' ');
}

/** What was taken back stands as not given, and is no figure. */
function standing(figure: Parameters<typeof cellOf>[0] | undefined): Cell<DecimalText> | null {
  const value = figure ? cellOf(figure) : null;
  return value !== null && isMissing(value) && value.missing === 'not-given' ? null : value;
}

async function filingAt(
  db: Database,
  { caller, rulebook }: Context,
  { head, own }: { readonly head: FilingHead; readonly own: Awaited<ReturnType<typeof listCellsOf>> },
): Promise<{ readonly at: FilingAt; readonly actions: number }> {
  const { form, rows } = await askedOf(db, rulebook, head);
  const stands = await standsOn(db, head.id);
  const held = new Map(own.map((cell) => [cell.key, cell]));
  const cells = rows
    .filter(({ computed }) => !computed)
    .map(({ key }) => {
      const cell = held.get(key);
      return [key, { value: cell ? cellOf(cell) : null, revision: cell?.revision ?? 0 }] as const;
    });
  const readOnly = readOnlyFor(caller, head, stands);
  const { id, unit, period, jurisdiction } = head;
  const at = {
    ...{ id, unit, period, jurisdiction, readOnly, title: form.title },
    cells: new Map(cells),
    open: openKeys(stands.standing, rows),
  };
  return { at, actions: stands.actions.length };
}

async function dryRun(db: Database, context: Context, asked: ImportAsked, figures: Figures): Promise<DryRun> {
  const { rows, state } = await planned(db, context, { asked, figures });
  return { rows, state };
}

async function commit(tx: Database, context: Context, { asked, data, rows, batch, file, tell }: Writing<Figures>): Promise<Written> {
  const { cells, figures } = await planned(tx, context, { asked, figures: data });
  await fillCells(tx, context, { cells, key: `import-${batch.id}` });
  const publications: number[] = [];
  for (const source of [...new Set(figures.map((one) => one.source))]) {
    const own = figures.filter((one) => one.source === source);
    publications.push(
      await insertPublished(tx, {
        ...{
          dataset: asked.dataset,
          source: { zh: source, en: source },
          approvedOn: asked.on,
          approvedBy: context.caller.card?.unit ?? null,
        },
        reason: `${file.name}`.slice(0, 200),
        figures: own.map(({ figure, jurisdiction }) => ({
          ...{ unit: figure.unit.id, jurisdiction, indicator: figure.indicator, period: figure.period, calibre: figure.calibre },
          value: isMissing(figure.value) ? null : figure.value,
          missing: isMissing(figure.value) ? figure.value.missing : null,
          explanation: null,
        })),
      }),
    );
  }
  await tell(rows.length);
  return { memo: { publications, cells }, note: noteOf(cells.length, publications) };
}

function noteOf(cells: number, publications: readonly number[]): Bilingual {
  const filled = cells === 0 ? [] : [{ zh: `填入 ${cells} 格`, en: `${cells} cells filled` }];
  const published = publications.map((number) => ({ zh: `第 ${number} 次公布`, en: `publication ${number}` }));
  const told = [...filled, ...published];
  return { zh: told.map(({ zh }) => zh).join('，'), en: told.map(({ en }) => en).join(', ') };
}

/** Each filing as by its own page: checked again, counted, audited. A cell that is not saved stops the whole file. */
export async function fillCells(
  tx: Database,
  context: Context,
  { cells, key }: { readonly cells: readonly CellToFill[]; readonly key: string },
): Promise<void> {
  for (const id of [...new Set(cells.map(({ filing }) => filing))].sort()) {
    const own = cells.filter(({ filing }) => filing === id);
    const { fates } = await saveWithin(tx, context, { id, key, cells: own.map(changeOf) });
    const bad = fates.find(({ fate }) => fate !== 'saved' && fate !== 'same');
    if (bad) throw refuse.conflict(bad.reason ?? notSaved);
  }
}

function changeOf({ key, value, seen }: CellToFill): Change {
  if (!isMissing(value)) return { key, value, seen };
  const reason = filedReasons.find((one) => one === value.missing);
  return { key, value: reason === undefined ? null : { missing: reason }, seen };
}

const notSaved: Bilingual = { zh: '有一格没有写入，整份文件都没有写入。', en: 'A cell was not written, so nothing of the file is.' };

async function template(
  context: Context,
  { dataset, on, filled }: { readonly dataset: Dataset; readonly on: string; readonly filled: boolean },
): Promise<File> {
  const training = dataset === 'training';
  const rows = filled ? await askedRows(context, { dataset, on }) : [];
  const bytes = await writeTemplate(figuresLayout, {
    title: { zh: '统计数据表', en: 'Figures of statistics' },
    training,
    rows: { figures: rows },
  });
  const name = `${training ? '训练数据-' : ''}统计数据${filled ? '-待填' : '-模板'}.xlsx`;
  return new File([new Uint8Array(bytes)], name, { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' });
}

/** What the caller's own open filings ask, without what stands there: a file that comes back says what is new. */
async function askedRows(context: Context, { dataset, on }: { readonly dataset: Dataset; readonly on: string }) {
  const heads = await listOwnFilings(context.db, { dataset, office: unitOfCard(context.caller.card) ?? '', on });
  const rows: Record<string, string>[] = [];
  for (const head of heads) {
    if (readOnlyFor(context.caller, head, await standsOn(context.db, head.id)) !== null) continue;
    const { form, library } = await askedOf(context.db, context.rulebook, head);
    for (const { computed, row, indicator } of sheetRows(form, library)) {
      if (!computed) rows.push({ unit: head.unit, indicator: indicator.code, period: head.period, calibre: row.calibre ?? '' });
    }
  }
  return rows;
}
