// Units and people of a first set-up as a kind of import: for the security administrator alone; passwords are handed out once.
import type { PlannedRow } from '@zhenghe/engine/imports';
import type { Bilingual } from '@zhenghe/engine/kernel';
import { setupLayout, unitKindWords } from '@zhenghe/exchange/accounts';
import { type ImportRow, readTables, writeTemplate } from '@zhenghe/exchange/imports';
import { z } from 'zod';
import { mayImport, mustHaveProved, planSetup, setupChanges, setupStanding, setupState, undoSetup, writeSetup } from '../accounts/index.ts';
import type { Context } from '../platform/api.ts';
import type { Database } from '../platform/database.ts';
import type { FileRead, ImportAsked, ImportKind, Undoing, Writing, Written } from './kind.ts';
import { laterWork } from './refusals.ts';

type Rows = readonly ImportRow[];

/** Each password is hashed slowly on purpose: a file of more people would keep its request waiting for minutes. */
const mostPeople = 500;

export const unitImport: ImportKind<Rows> = {
  kind: 'units',
  title: { zh: '单位和人员', en: 'Units and people' },
  about: {
    zh: '首次建立单位、账号和任职申请。初始口令只显示一次；任职由另一人逐项决定。',
    en: 'Sets up units, accounts and proposed offices. First passwords are shown once; a second person decides on each office.',
  },
  accepts: ['xlsx', 'csv', 'json'],
  targeted: false,
  handsOut: true,
  filled: { zh: '下载现有单位', en: 'Units on record' },
  layout: setupLayout,
  inlineRows: null,
  refused: ({ caller }, { dataset }) =>
    Promise.resolve(!mayImport(caller, 'units') || !caller.signedIn ? notYours : dataset === 'real' ? null : onlyReal),
  titleOf: () => Promise.resolve(null),
  template,
  read,
  dryRun: async (db, context, _asked, rows) => ({
    rows: (await planSetup(db, context, rows)).rows.map(withoutNewId),
    state: await setupState(db),
  }),
  changedSince: async (db, _rows, _asked, at) => (await setupChanges(db, at)).map(told),
  commit: write,
  undo,
};

const notYours: Bilingual = { zh: '单位和人员由安全管理员办理。', en: "Units and people are the security administrator's." };
const onlyReal: Bilingual = { zh: '单位和人员不分训练数据。', en: 'There are no training units and people.' };

/** Ids of what is not there yet are made anew with each run; the batch is told them when it is written. */
function withoutNewId(row: PlannedRow): PlannedRow {
  return row.effect === 'add' ? { ...row, subject: null } : row;
}

async function template({ db }: Context, { filled }: { readonly filled: boolean }): Promise<File> {
  const { units } = filled ? await setupStanding(db) : { units: [] };
  const names = new Map(units.map(({ id, name }) => [id, name]));
  const rows = units.flatMap(({ kind, name, parent, function: duty }) =>
    Object.hasOwn(unitKindWords, kind) && parent !== null
      ? [{ name, kind: wordOf(kind), parent: names.get(parent) ?? parent, function: duty ?? '', from: '2000-01-01' }]
      : [],
  );
  const title = { zh: '单位和人员', en: 'Units and people' };
  const bytes = await writeTemplate(setupLayout, { title, training: false, rows: { units: rows } });
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  return new File([new Uint8Array(bytes)], `单位和人员${filled ? '-现有' : '-模板'}.xlsx`, { type });
}

function wordOf(kind: string): string {
  return Object.entries(unitKindWords).find(([code]) => code === kind)?.[1] ?? kind;
}

async function read(
  _context: Context,
  asked: ImportAsked,
  file: { readonly bytes: Uint8Array; readonly name: string },
  remembered: Parameters<ImportKind<Rows>['read']>[3],
): Promise<FileRead<Rows>> {
  const answer = await readTables(file.bytes, file.name, setupLayout, { mapping: asked.mapping, remembered });
  if (!answer.ok) return { data: null, unreadable: answer.reason, problems: answer.problems, notes: [], sheets: [] };
  const { rows, problems, notes, sheets } = answer;
  const people = rows.filter(({ sheet }) => sheet === 'people').length;
  const unreadable = problems.length > 0 ? badCells(problems.length) : people > mostPeople ? tooMany(people) : null;
  return { data: unreadable ? null : rows, unreadable, problems, notes, sheets };
}

function badCells(count: number): Bilingual {
  return {
    zh: `有 ${count} 处读不了，没有导入任何数据。改好后请重新导入。`,
    en: `${count} ${count === 1 ? 'place' : 'places'} could not be read; nothing was imported. Mend them and import again.`,
  };
}

function tooMany(count: number): Bilingual {
  return {
    zh: `文件有 ${count} 行人员，一次最多 ${mostPeople} 行。请分成几个文件。`,
    en: `The file has ${count} rows of people; at most ${mostPeople} at once. Split the file.`,
  };
}

async function write(tx: Database, context: Context, { data, rows }: Writing<Rows>): Promise<Written> {
  const plan = await planSetup(tx, context, data);
  const { written, passwords } = await writeSetup(tx, context, plan);
  const subjects = rows.map((row, index) => plan.subjects[index] ?? row.subject);
  if (passwords.length === 0) return { memo: { ...written }, subjects };
  const title = { zh: '初始口令', en: 'First passwords' };
  return { memo: { ...written }, subjects, handOut: { title, people: passwords.map((one) => ({ ...one })) } };
}

const Memo = z.object({ units: z.array(z.string()), people: z.array(z.string()), offices: z.array(z.string()) });

async function undo(tx: Database, context: Context, { memo }: Undoing): Promise<void> {
  mustHaveProved(context);
  const built = await undoSetup(tx, context, Memo.parse(memo));
  if (built) throw laterWork(joined(built.slice(0, 5).map(builtWord)));
}

function builtWord({ kind, name }: { readonly kind: string; readonly name: string }): Bilingual {
  const words: Readonly<Record<string, Bilingual>> = {
    office: { zh: `${name}的任职已有决定`, en: `an office of ${name} was decided` },
    person: { zh: `${name}已登录或另有任职`, en: `${name} has signed in or has other offices` },
    unit: { zh: `单位「${name}」已有他用`, en: `the unit "${name}" is in use` },
  };
  return words[kind] ?? { zh: name, en: name };
}

function joined(parts: readonly Bilingual[]): Bilingual {
  return { zh: `${parts.map(({ zh }) => zh).join('；')}。`, en: `${parts.map(({ en }) => en).join('; ')}.` };
}

function told({ kind, name }: { readonly kind: string; readonly name: string }): Bilingual {
  const words: Readonly<Record<string, Bilingual>> = {
    office: { zh: `${name}的任职有变动`, en: `an office of ${name} changed` },
    person: { zh: `账号「${name}」有变动`, en: `the account of ${name} changed` },
    unit: { zh: `新增单位「${name}」`, en: `the unit "${name}" was added` },
  };
  return words[kind] ?? { zh: name, en: name };
}
