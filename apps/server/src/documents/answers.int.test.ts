import { randomUUID } from 'node:crypto';
import { openWorkbook } from '@zhenghe/exchange/kernel';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { as as asIn, on, plansAt, refusalOf, whole } from '../consultation/testing.ts';
import { scoped, wholeProvince } from '../platform/database.ts';
import { type Jobs, startJobs } from '../platform/jobs/index.ts';
import type { TestDatabase } from '../platform/test-database.ts';
import { until } from '../testing.ts';
import { workOnDocuments } from './worker.ts';

let database: TestDatabase;
let jobs: Jobs;
const plan = 't-330726';
const evil = '=HYPERLINK("http://x","y")';
const as = (id: string) => asIn(database, id);

beforeAll(async () => {
  database = await plansAt(['330726']);
  jobs = await startJobs(database.servingUrl, () => undefined);
  await workOnDocuments(jobs, { db: scoped(database.served, wholeProvince), address: 'http://127.0.0.1:7300' });
});
afterAll(async () => {
  await jobs?.stop();
  await database?.drop();
});

async function made(kind: 'answers' | 'answers-sheet') {
  const { id } = await as('county').documents.make({ plan, kind, on });
  const row = await until(
    async () => (await as('county').documents.list({ plan, on })).rows.find((one) => one.id === id),
    (one) => Boolean(one?.file),
  );
  if (!row?.file) throw new Error('the paper was not made');
  return { file: row.file, bytes: new Uint8Array(await (await as('county').documents.file({ id })).arrayBuffer()) };
}

describe('the answer table as a paper', () => {
  it('is made once there was a round and every comment has its answer, and not before', async () => {
    expect((await refusalOf(as('county').documents.make({ plan, kind: 'answers', on }))).zh).toContain('没有征求过意见');
    const begun = { noun: 'plans', id: plan, kind: 'public', version: 1, closesOn: '2021-06-22', touchesBusiness: false, on } as const;
    const { id: round } = await as('county').consultation.begin(begun);
    const said = { round, aim: whole, text: evil, name: '张三', reach: '13800000000', key: randomUUID(), on };
    await as('public').consultation.comment(said);
    await as('public').consultation.comment({ ...said, text: '含他人住址某路 1 号', key: randomUUID() });
    await as('county').consultation.end({ round, reason: '改稿', on });
    for (const kind of ['answers', 'answers-sheet'] as const)
      expect((await refusalOf(as('county').documents.make({ plan, kind, on }))).code).toBe('CONFLICT');
    const { said: comments } = await as('county').consultation.get({ round, on });
    for (const { id: comment } of comments)
      await as('county').consultation.answer({ round, comment, outcome: 'not', reason: `${evil} 理由`, on });
    await as('county').consultation.withhold({ round, comment: comments[1]?.id ?? '', reason: '含他人住址', on });
    const { kinds } = await as('county').documents.list({ plan, on });
    expect(kinds.filter(({ kind }) => kind.startsWith('answers')).map(({ refused }) => refused)).toEqual([null, null]);
  });

  it('as docx and as a workbook, with a code that opens the version, and never how to reach anybody', async () => {
    const paper = await made('answers');
    expect(paper.file.name).toMatch(/征求意见采纳情况表-第1版-.{4}\.docx$/);
    const sheet = await made('answers-sheet');
    expect(sheet.file.name).toMatch(/\.xlsx$/);
    expect(await as('public').documents.verify({ code: sheet.file.code })).toMatchObject({ kind: 'answers-sheet', version: 1 });
    const opened = await openWorkbook(sheet.bytes);
    if (!opened.ok) throw new Error('does not open');
    const texts = opened.sheets.flatMap(({ rows }) => rows.flatMap(({ cells }) => [...cells.values()])).map((cell) => JSON.stringify(cell));
    expect(texts.some((text) => text.includes(JSON.stringify(evil).slice(1, -1)))).toBe(true);
    expect(texts.join()).toContain('内容不公开：含他人住址');
    const { rows } = await sql<{ all: string }>`select string_agg(content::text, '') as all from documents`.execute(database.db);
    expect(`${rows[0]?.all} ${texts.join()}`).not.toMatch(/张三|13800000000|某路/);
  });
});
