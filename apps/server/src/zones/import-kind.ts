// The register as a kind of import (F110): corrections and additions from a file, written as new rows beside the old ones.
import { randomBytes } from 'node:crypto';
import type { PlannedRow } from '@zhenghe/engine/imports';
import type { Bilingual } from '@zhenghe/engine/kernel';
import { type ImportRow, writeTemplate } from '@zhenghe/exchange/imports';
import { correctionLayout } from '@zhenghe/exchange/zones';
import { barredFrom, mayImport, scopeOf } from '../accounts/index.ts';
import { type ImportAsked, type ImportKind, laterWork, type Undoing, type Writing, type Written } from '../imports/index.ts';
import type { Context } from '../platform/api.ts';
import type { Database } from '../platform/database.ts';
import { listJurisdictions } from '../territory/index.ts';
import { type Corrections, corrections } from './corrections.ts';
import { readRows } from './read-rows.ts';
import { changedFrom, insertZones, replaceZones, restoreZones } from './save.ts';
import { changedAfter, momentOf, namesHeld, registerState, storedZones, withoutFirstDay } from './stored.ts';

type Rows = readonly ImportRow[];

export const zoneImport: ImportKind<Rows> = {
  kind: 'zones',
  title: { zh: '名录更正', en: 'Register of zones' },
  about: {
    zh: '更正或新增开发区：设立日、名称、级别、各口径面积，每条写明依据。',
    en: 'Corrects or adds zones: founding day, names, grades, areas by calibre, each with its document.',
  },
  accepts: ['xlsx', 'csv', 'json'],
  targeted: false,
  handsOut: false,
  filled: { zh: '下载缺设立日的开发区', en: 'Zones without a founding day' },
  layout: correctionLayout,
  inlineRows: 3000,
  refused: ({ caller }, { dataset }) => Promise.resolve(mayImport(caller, 'zones') ? barredFrom(caller, dataset) : notYours),
  titleOf: () => Promise.resolve(null),
  template,
  read: readRows(correctionLayout),
  dryRun: async (db, context, asked, rows) => ({
    rows: (await planned(db, context, asked, rows)).rows,
    state: await registerState(db, asked.dataset, idsOf(rows)),
  }),
  changedSince: async (db, rows, _asked, at) => {
    const changed = await changedAfter(db, subjectsOf(rows), at);
    return changed.map(({ name, at: when }) => ({ zh: `「${name}」于 ${when} 被更正`, en: `"${name}" was corrected at ${when}` }));
  },
  commit: write,
  undo,
};

const notYours: Bilingual = { zh: '名录由省和设区市维护。', en: 'The province and the cities keep the register.' };

async function template(context: Context, { dataset, filled }: { readonly dataset: ImportAsked['dataset']; readonly filled: boolean }) {
  const open = filled ? await withoutFirstDay(context.db, dataset, scopeOf(context.caller).reach) : [];
  const training = dataset === 'training';
  const title = { zh: '开发区名录更正表', en: 'Corrections of the register of zones' };
  const bytes = await writeTemplate(correctionLayout, { title, training, rows: { bodies: open } });
  const name = `${training ? '训练数据-' : ''}名录更正${filled ? '-缺设立日' : '-模板'}.xlsx`;
  return new File([new Uint8Array(bytes)], name, { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' });
}

async function planned(db: Database, { caller }: Context, asked: ImportAsked, rows: Rows): Promise<Corrections> {
  const places = await listJurisdictions(db);
  const known = new Map(
    places.filter(({ level }) => level !== 'province').flatMap((one) => [[one.code, one] as const, [one.name, one] as const]),
  );
  return corrections(rows, {
    ...{ dataset: asked.dataset, on: asked.on },
    stored: await storedZones(db, asked.dataset, idsOf(rows)),
    held: await namesHeld(
      db,
      asked.dataset,
      rows.flatMap(({ values }) => values.name ?? []),
    ),
    place: (text) => known.get(text),
    mayCorrect: (place) => mayImport(caller, 'zones', place),
  });
}

function idsOf(rows: Rows): readonly string[] {
  return [...new Set(rows.flatMap(({ values }) => values.id ?? []))].sort();
}

function subjectsOf(rows: readonly PlannedRow[]): readonly string[] {
  return [...new Set(rows.flatMap(({ subject }) => subject ?? []))];
}

/** Bodies a statement; after each, somebody may have cancelled. */
const portion = 500;

async function write(tx: Database, context: Context, { asked, data, rows, batch, tell }: Writing<Rows>): Promise<Written> {
  const { changed, added } = await planned(tx, context, asked, data);
  const by = `import ${batch.id}`;
  const at = await momentOf(tx);
  for (let start = 0; start < changed.length; start += portion) {
    await replaceZones(tx, changed.slice(start, start + portion), by);
    await tell(Math.round((rows.length * Math.min(start + portion, changed.length)) / (changed.length + added.length)));
  }
  const made = added.map(({ at: place, record }) => ({ place, record: { ...record, id: newId(record.jurisdiction) } }));
  await insertZones(
    tx,
    made.map(({ record }) => record),
    by,
  );
  await tell(rows.length);
  const ids = new Map(made.map(({ place, record }) => [place, record.id]));
  return { memo: { at }, subjects: rows.map((row, index) => ids.get(index) ?? row.subject) };
}

function newId(place: string): string {
  return `z-${place}-${randomBytes(4).toString('hex')}`;
}

/** Puts back what the register said before the batch; refused where the register says something else by now. */
async function undo(tx: Database, { caller }: Context, { memo, subjects, reason }: Undoing): Promise<void> {
  const at = momentIn(memo);
  const changed = await changedFrom(tx, subjects, at);
  if (changed.length > 0) throw laterWork(told(await changedAfter(tx, changed, at)));
  await restoreZones(tx, subjects, at, `undo of ${at} by ${caller.card?.id ?? ''}: ${reason}`.slice(0, 300));
}

export function momentIn(memo: unknown): string {
  const at: unknown = typeof memo === 'object' && memo !== null ? Reflect.get(memo, 'at') : null;
  if (typeof at !== 'string') throw new Error('a batch of zones without its moment');
  return at;
}

export function told(later: readonly { readonly name: string; readonly at: string }[]): Bilingual {
  const first = later.slice(0, 3);
  const names = first.map(({ name, at }) => `「${name}」（${at}）`).join('、');
  const namesEn = first.map(({ name, at }) => `"${name}" (${at})`).join(', ');
  return {
    zh: `这些开发区后来又被更正：${names}${later.length > 3 ? `等 ${later.length} 个` : ''}。请先撤销后来的批次。`,
    en: `These were corrected again: ${namesEn}${later.length > 3 ? ` and ${later.length - 3} more` : ''}. Undo the later batch first.`,
  };
}
