import { createHash } from 'node:crypto';
import { ORPCError } from '@orpc/server';
import type { Plan } from '@zhenghe/engine/plans';
import { writePaper } from '@zhenghe/exchange/documents';
import { loadPacks } from '@zhenghe/rulebook';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appendPlanActions, insertPlans, loader, loadRealPlans } from '../plans/index.ts';
import { scoped, wholeProvince } from '../platform/database.ts';
import { type Jobs, startJobs } from '../platform/jobs/index.ts';
import { createTestDatabase, type TestDatabase } from '../platform/test-database.ts';
import { dataText, readJurisdictions, saveJurisdictions } from '../territory/index.ts';
import { clientAs, until } from '../testing.ts';
import { workOnDocuments } from './index.ts';
import { mapPicture } from './picture.ts';
import { findOrder } from './queries.ts';

const on = '2021-06-10';
const address = 'http://127.0.0.1:7300';
const rulebook = loadPacks();
const annex: Plan = JSON.parse(dataText('plans/pujiang-2021.json'));
const evil = '=cmd|\' /C calc\'!A0 <script>alert("x")</script>';

let database: TestDatabase;
let jobs: Jobs;

beforeAll(async () => {
  database = await createTestDatabase();
  await database.db.transaction().execute(async (tx) => {
    await saveJurisdictions(tx, readJurisdictions());
    await loadRealPlans(tx, rulebook);
    const plans = ['draft', 'approved', 'waiting'].map((id) => ({
      id,
      plan: { ...annex, code: id, title: `${id} ${evil}`, training: true, answers: [] },
      dataset: 'training' as const,
      on: '2020-11-02',
      by: loader,
      kind: 'saved' as const,
    }));
    await insertPlans(tx, rulebook, plans);
    const step = { planId: 'approved', dataset: 'training' as const, version: 1, by: loader };
    await appendPlanActions(tx, [
      { ...step, kind: 'submitted', on: '2020-12-20' },
      { ...step, kind: 'accepted', on: '2021-01-15' },
      { ...step, kind: 'approved', on: '2021-02-01', paper: '训练〔2021〕9号', text: '请按批准的方案执行。' },
    ]);
  });
  await startWork();
});

async function startWork(): Promise<void> {
  jobs = await startJobs(database.servingUrl, () => undefined);
  await workOnDocuments(jobs, { db: scoped(database.served, wholeProvince), address });
}

afterAll(async () => {
  await jobs?.stop();
  await database?.drop();
});

const as = (card: string) => clientAs(card, { db: database.served, rulebook, today: on });

async function kept(plan: string, id: string) {
  const row = await until(
    async () => (await as('county').documents.list({ plan, on })).rows.find((one) => one.id === id),
    (one) => one !== undefined && ['kept', 'failed', 'cancelled'].includes(one.state),
  );
  if (!row) throw new Error('the paper is not there');
  return row;
}

async function codeOf(promise: Promise<unknown>): Promise<string> {
  const refused = await promise.then(
    () => null,
    (fault: unknown) => fault,
  );
  return refused instanceof ORPCError ? refused.code : 'nothing refused';
}

describe('a paper', () => {
  it('is made in the queue, with its audit entry, and its code opens the frozen version', async () => {
    const asked = await as('county').documents.make({ plan: 'draft', kind: 'plan', on });
    expect(asked).toMatchObject({ state: 'waiting', steps: 0, file: null, version: 1 });
    const { rows: audit } = await sql`select action, dataset from audit_entries where object = ${`documents/${asked.id}`}`.execute(
      database.db,
    );
    expect(audit).toEqual([{ action: 'documents/make', dataset: 'training' }]);
    const { file } = await kept('draft', asked.id);
    const bytes = new Uint8Array(await (await as('county').documents.file({ id: asked.id })).arrayBuffer());
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(file?.sha256);
    expect(file?.name).toMatch(/^训练数据-draft =cmd[^<>|"]*-方案-第1版-.{4}\.docx$/);
    const detail = await as('county').plans.get({ id: 'draft', on });
    const typed = (file?.code ?? '').toLowerCase().replace(/(.{4})/g, '$1-');
    expect(await as('public').documents.verify({ code: typed })).toMatchObject({
      ...{ title: detail.plan.title, version: 1, latest: 1, state: 'draft', on, dataset: 'training', place: '浦江县' },
      ...{
        before: detail.check.totals.before,
        after: detail.check.totals.after,
        packs: detail.check.packs,
        file: { sha256: file?.sha256 },
      },
    });
  });

  it('stays what it was when the plan goes on', async () => {
    const asked = await as('county').documents.make({ plan: 'draft', kind: 'findings', on });
    const { file } = await kept('draft', asked.id);
    const { plan } = await as('county').plans.get({ id: 'draft', on });
    await as('county').plans.save({ id: 'draft', basedOn: 1, plan: { ...plan, title: 'another title' }, on });
    expect(await as('public').documents.verify({ code: file?.code ?? '' })).toMatchObject({ version: 1, latest: 2, title: plan.title });
  });

  it('can be made again to the byte from what was frozen', async () => {
    const asked = await as('county').documents.make({ plan: 'approved', kind: 'reply', on });
    const { file } = await kept('approved', asked.id);
    const order = await findOrder(database.db, asked.id);
    if (!order) throw new Error('no order');
    expect(order.content.approved).toMatchObject({ on: '2021-02-01', version: 1, number: '训练〔2021〕9号', note: '请按批准的方案执行。' });
    const again = await writePaper(
      order.content,
      { code: order.code, address: `${address}/verify/${order.code}` },
      mapPicture('330726', null),
    );
    expect(createHash('sha256').update(again).digest('hex')).toBe(file?.sha256);
  });

  it('asked for twice at once is one paper', async () => {
    const [first, second] = await Promise.all([1, 2].map(() => as('county').documents.make({ plan: 'waiting', kind: 'request', on })));
    expect(second?.id).toBe(first?.id);
    await kept('waiting', first?.id ?? '');
  });

  it('that was cancelled keeps no file', async () => {
    // Nobody takes it up before it is cancelled.
    await jobs.stop();
    const ask = () => as('county').documents.make({ plan: 'waiting', kind: 'plan', on });
    const asked = await ask();
    expect((await as('county').documents.cancel({ id: asked.id })).state).toBe('cancelled');
    await startWork();
    // One that was asked for later is made: the queue has been past it.
    expect(await kept('waiting', (await ask()).id)).toMatchObject({ state: 'kept' });
    expect(await kept('waiting', asked.id)).toMatchObject({ state: 'cancelled', file: null });
    expect(await codeOf(as('county').documents.file({ id: asked.id }))).toBe('NOT_FOUND');
    expect(await codeOf(as('county').documents.cancel({ id: asked.id }))).toBe('CONFLICT');
  });

  it('that cannot be made is tried twice, then says so', async () => {
    await sql`alter table document_files add constraint broken check (size < 0) not valid`.execute(database.db);
    const asked = await as('county').documents.make({ plan: 'waiting', kind: 'findings', on });
    const row = await kept('waiting', asked.id);
    await sql`alter table document_files drop constraint broken`.execute(database.db);
    expect(row).toMatchObject({ state: 'failed', file: null });
    expect(row.note?.zh).toContain('两次');
    const { rows } = await sql<{ kind: string }>`select kind from document_steps where document_id = ${asked.id} order by seq`.execute(
      database.db,
    );
    expect(rows.filter(({ kind }) => kind === 'stumbled' || kind === 'failed').map(({ kind }) => kind)).toEqual(['stumbled', 'failed']);
  });
});

describe('refused is', () => {
  it('a 批复 of a plan that is not approved, or of another version', async () => {
    const { kinds } = await as('county').documents.list({ plan: 'waiting', on });
    expect(kinds.find(({ kind }) => kind === 'reply')?.refused?.zh).toContain('还没有批复');
    expect(await codeOf(as('county').documents.make({ plan: 'waiting', kind: 'reply', on }))).toBe('CONFLICT');
  });

  it('everyone who is neither the place nor above it', async () => {
    for (const card of ['public', 'zone'])
      expect(await codeOf(as(card).documents.make({ plan: 'waiting', kind: 'plan', on }))).toBe('NOT_ALLOWED');
    const { rows } = await as('zone').documents.list({ plan: 'waiting', on });
    expect(rows).toEqual([]);
    expect((await as('city').documents.list({ plan: 'approved', on })).rows.length).toBeGreaterThan(0);
  });

  it('a change to what was written', async () => {
    await expect(sql`update documents set code = code`.execute(database.db)).rejects.toThrow('append-only');
    await expect(
      sql`delete from document_files where dataset = 'real'; update document_files set name = ''`.execute(database.db),
    ).rejects.toThrow();
  });

  it('a wrong code, plainly, and too many of them', async () => {
    const codes = Array.from({ length: 20 }, () => codeOf(as('public').documents.verify({ code: '2222-2222-2222' })));
    expect(new Set(await Promise.all(codes))).toEqual(new Set(['NOT_FOUND']));
    expect(await codeOf(as('public').documents.verify({ code: '2222-2222-2222' }))).toBe('NOT_ALLOWED');
  });
});
