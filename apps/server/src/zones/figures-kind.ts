// Figures of parks as a kind of import (F110): written as new rows beside those they correct.
import type { Bilingual } from '@zhenghe/engine/kernel';
import { type ImportRow, writeTemplate } from '@zhenghe/exchange/imports';
import { figureLayout } from '@zhenghe/exchange/zones';
import { barredFrom, mayImport, scopeOf } from '../accounts/index.ts';
import { type ImportAsked, type ImportKind, laterWork, type Undoing, type Writing, type Written } from '../imports/index.ts';
import type { Context } from '../platform/api.ts';
import type { Database } from '../platform/database.ts';
import { type PlannedFigures, planFigures } from './figure-rows.ts';
import { closeFigures, figuresChangedAfter, figuresState, insertFigures, restoreFigures, storedFigures } from './figures.ts';
import { momentIn, told } from './import-kind.ts';
import { parksOn } from './queries.ts';
import { readRows } from './read-rows.ts';
import { momentOf, storedZones } from './stored.ts';

type Rows = readonly ImportRow[];

export const figureImport: ImportKind<Rows> = {
  kind: 'figures',
  title: { zh: '园区数据', en: 'Figures of parks' },
  about: {
    zh: '园区的管理人员、分产业产值、保护地面积，每条写明截至日期和来源。',
    en: 'Staff, output by industry and protected land of parks, each with its day and source.',
  },
  accepts: ['xlsx', 'csv', 'json'],
  targeted: false,
  handsOut: false,
  filled: { zh: '下载列有本地园区的表', en: 'A form with the parks of the place' },
  layout: figureLayout,
  inlineRows: 3000,
  refused: ({ caller }, { dataset }) => Promise.resolve(mayImport(caller, 'figures') ? barredFrom(caller, dataset) : notYours),
  titleOf: () => Promise.resolve(null),
  template,
  read: readRows(figureLayout),
  dryRun: async (db, context, asked, rows) => ({
    rows: (await planned(db, context, asked, rows)).rows,
    state: await figuresState(db, idsOf(rows)),
  }),
  changedSince: async (db, rows, _asked, at) => {
    const changed = await figuresChangedAfter(
      db,
      rows.flatMap(({ subject }) => subject ?? []),
      at,
    );
    return changed.map(({ name, at: when }) => ({
      zh: `「${name}」的数据于 ${when} 被更正`,
      en: `Figures of "${name}" were corrected at ${when}`,
    }));
  },
  commit: write,
  undo,
};

const notYours: Bilingual = { zh: '园区数据由省、市、县报送。', en: 'The province, cities and counties report figures of parks.' };

async function template(
  context: Context,
  { dataset, on, filled }: { readonly dataset: ImportAsked['dataset']; readonly on: string; readonly filled: boolean },
) {
  const parks = filled ? await parksOn(context.db, { dataset, day: on, within: scopeOf(context.caller).reach }) : [];
  const rows = parks.map(({ id, name }) => ({ id, name, asOf: on }));
  const training = dataset === 'training';
  const bytes = await writeTemplate(figureLayout, {
    title: { zh: '园区数据表', en: 'Figures of parks' },
    training,
    rows: { parks: rows, outputs: rows },
  });
  const name = `${training ? '训练数据-' : ''}园区数据${filled ? '-本地园区' : '-模板'}.xlsx`;
  return new File([new Uint8Array(bytes)], name, { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' });
}

async function planned(db: Database, { caller }: Context, asked: ImportAsked, rows: Rows): Promise<PlannedFigures> {
  const ids = idsOf(rows);
  const parks = await storedZones(db, asked.dataset, ids);
  return planFigures(rows, {
    ...{ dataset: asked.dataset, on: asked.on },
    parks: new Map(
      [...parks].map(([id, { record }]) => [id, { id, jurisdiction: record.jurisdiction, names: record.names.map(({ value }) => value) }]),
    ),
    stored: await storedFigures(db, asked.dataset, ids),
    mayReport: (place) => mayImport(caller, 'figures', place),
  });
}

function idsOf(rows: Rows): readonly string[] {
  return [...new Set(rows.flatMap(({ values }) => values.id ?? []))].sort();
}

async function write(tx: Database, context: Context, { asked, data, rows, batch, tell }: Writing<Rows>): Promise<Written> {
  const { figures } = await planned(tx, context, asked, data);
  await closeFigures(tx, figures);
  await insertFigures(tx, figures, `import ${batch.id}`);
  await tell(rows.length);
  return { memo: { at: await momentOf(tx) } };
}

/** Puts back what the register said before the batch; refused where figures of the same parks came later. */
async function undo(tx: Database, { caller }: Context, { memo, subjects, reason }: Undoing): Promise<void> {
  const at = momentIn(memo);
  const later = await figuresChangedAfter(tx, subjects, at);
  if (later.length > 0) throw laterWork(told(later));
  await restoreFigures(tx, subjects, at, `undo of ${at} by ${caller.card?.id ?? ''}: ${reason}`.slice(0, 300));
}
