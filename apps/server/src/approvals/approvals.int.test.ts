import { ORPCError } from '@orpc/server';
import type { CaseView } from '@zhenghe/contract/approvals';
import type { CheckResult } from '@zhenghe/contract/plans';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { roleCards } from '../accounts/demo.ts';
import { annex, on, plansAt, rulebook } from '../consultation/testing.ts';
import { loadRealPlans } from '../plans/index.ts';
import type { TestDatabase } from '../platform/test-database.ts';
import { clientOf } from '../testing.ts';
import { listCases, writeTasks } from './queries.ts';

const places = ['330726', '330782', '330781', '330783', '330784', '330102', '330700'];
let database: TestDatabase;

beforeAll(async () => {
  database = await plansAt(places);
  await database.db.transaction().execute((tx) => loadRealPlans(tx, rulebook));
});

afterAll(async () => database?.drop());

/** A card of the demo, or the same role at another place. */
function as(id: string, place?: string) {
  const found = roleCards.find((one) => one.id === (id === 'economy' || id === 'culture' ? 'land' : id)) ?? null;
  const unitId = found?.role === 'department' && place ? { unitId: `${place}/${id}` } : {};
  const card = found && { ...found, ...(place === undefined ? {} : { jurisdiction: place }), ...unitId };
  const caller = { profile: 'demo', card } as const;
  return clientOf(caller, { db: database.served, rulebook, today: on });
}

async function refusalOf(promise: Promise<unknown>): Promise<{ code: string; zh: string; findings: CheckResult['findings'] }> {
  try {
    await promise;
  } catch (fault) {
    if (fault instanceof ORPCError) return { code: fault.code, zh: fault.data.reason.zh, findings: fault.data.findings ?? [] };
    throw fault;
  }
  throw new Error('nothing was refused');
}

const view = (id: string, card = 'province', day = on) => as(card).approvals.get({ noun: 'plans', id, on: day });

type Said = Partial<Parameters<ReturnType<typeof as>['approvals']['act']>[0]>;

/** Acts on what is seen now. */
async function act(who: ReturnType<typeof as>, id: string, kind: CaseView['actions'][number]['kind'], said: Said = {}): Promise<CaseView> {
  const { version, seen } = await view(id);
  return who.approvals.act({ noun: 'plans', id, kind, version, seen, on, ...said });
}

const block = annex.blocks[0];
const cell = { table: 'blocks', row: block?.code ?? '', field: 'areaAfter', label: block?.name ?? '' };
const staff = { table: 'organisation', field: 'staffAfter', label: '整合后编制人数' };
const reasons = [
  { place: cell, text: '与批准范围不符' },
  { place: staff, text: '缺编制部门意见' },
];
const kinds = ({ allowed }: CaseView) => allowed.map(({ kind }) => kind);

describe('from the county to the province', () => {
  const id = 't-330726';

  it('begins as a draft of the county, and tells where its days come from', async () => {
    const draft = await view(id, 'county');
    expect(draft).toMatchObject({ state: 'draft', seen: 0, version: 1, unlocked: null, due: '2020-12-31', inForce: null });
    expect(draft.workflow).toMatchObject({ pack: 'zj-2020-guidance', clause: 'S2-(十四)', deadlines: 'product-default' });
    expect(kinds(draft)).toEqual(['submit']);
    expect(kinds(await view(id, 'city'))).toEqual(['remind']);
    expect((await view(id, 'land')).allowed).toEqual([]);
  });

  it('is asked of two departments in parallel once it is submitted, and nothing in it can be changed', async () => {
    const submitted = await act(as('county'), id, 'submit');
    expect(submitted.state).toBe('review');
    expect(submitted.tasks.map(({ kind, unit, due }) => [kind, unit.name.zh, due])).toEqual([
      ['review', '金华市', '2021-07-09'],
      ['opine', '金华市自然资源和规划局', '2021-06-22'],
      ['opine', '金华市生态环境局', '2021-06-22'],
    ]);
    expect(submitted.unlocked).toEqual([]);
    expect(kinds(await view(id, 'city'))).not.toContain('accept');
    expect(kinds(await view(id, 'land'))).toContain('opine');
  });

  it('takes an opinion, and a return on two cells of which one exists no longer is refused', async () => {
    await act(as('land'), id, 'opine', { stance: 'agree', text: '与规划相符' });
    expect(await refusalOf(act(as('environment'), id, 'opine', { stance: 'disagree' }))).toMatchObject({ code: 'CONFLICT' });
    const gone = [{ place: { ...cell, row: 'none', label: '不存在的区块' }, text: 'x' }];
    expect((await refusalOf(act(as('city'), id, 'return', { reasons: gone }))).zh).toContain('不存在的区块');
    expect((await refusalOf(act(as('city'), id, 'return'))).zh).toContain('退回的位置');
  });

  it('comes back with reasons by cell: only these, their sums and the answers open', async () => {
    const back = await act(as('city'), id, 'return', { text: '两处请核改', reasons });
    expect(back).toMatchObject({ state: 'returned', returned: { version: 1, by: { name: { zh: '金华市' } }, reasons } });
    expect(back.unlocked?.map(({ table }) => table)).toEqual(expect.arrayContaining(['blocks', 'organisation', 'sums', 'answers']));
    const { plan, mayEdit } = await as('county').plans.get({ id, on });
    expect(mayEdit).toBe(true);
    const other = { ...plan, title: '另一个题目', organisation: { ...plan.organisation, staffBefore: 1 } };
    const refused = await refusalOf(as('county').plans.save({ id, basedOn: 1, plan: other, on }));
    expect(refused.code).toBe('BLOCKED');
    expect(refused.findings.map(({ where }) => [where.table, where.field])).toEqual([
      ['plan', 'title'],
      ['organisation', 'staffBefore'],
    ]);
  });

  it('is mended there, handed in again, and asks only the department that had not agreed', async () => {
    const { plan } = await as('county').plans.get({ id, on });
    const mended = { ...plan, organisation: { ...plan.organisation, staffAfter: 20, staffBefore: plan.organisation.staffBefore } };
    await as('county').plans.save({ id, basedOn: 1, plan: mended, on });
    const { findings } = (await as('county').plans.get({ id, on })).check;
    expect(findings.filter(({ blocking }) => blocking)).toEqual([]);
    const again = await as('county').plans.submit({ id, version: 2, on });
    expect(again.state).toBe('submitted');
    expect((await view(id)).tasks.map(({ unit }) => unit.id)).toEqual(['330700', '330700/environment']);
    await act(as('environment'), id, 'opine', { stance: 'no-opinion' });
  });

  it('is accepted by the city, approved by the province, and frozen', async () => {
    const foreign = await refusalOf(act(as('city', '330800'), id, 'accept'));
    expect(foreign.code).toBe('NOT_FOUND');
    await act(as('city'), id, 'accept', { text: '同意上报' });
    expect((await refusalOf(act(as('county'), id, 'withdraw'))).code).toBe('CONFLICT');
    expect((await refusalOf(act(as('province'), id, 'approve'))).zh).toContain('文号');
    const approved = await act(as('province'), id, 'approve', { paper: '训练〔2021〕9号' });
    expect(approved).toMatchObject({ state: 'approved', inForce: { version: 2, on, paper: '训练〔2021〕9号' }, unlocked: [], tasks: [] });
    const detail = await as('county').plans.get({ id, on });
    expect(detail).toMatchObject({ state: 'approved', mayEdit: false, maySubmit: false });
    const save = { id, basedOn: 2, plan: { ...detail.plan, title: '改' }, on };
    expect((await refusalOf(as('county').plans.save(save))).zh).toContain('批复');
    const { rows } = await sql`select version, paper from plans_in_force where plan_id = ${id}`.execute(database.db);
    expect(rows).toEqual([{ version: 2, paper: '训练〔2021〕9号' }]);
  });

  it('changes by a new version that starts a new round; the approved one stays in force', async () => {
    const revised = await act(as('county'), id, 'revise', { text: '区块调整' });
    expect(revised).toMatchObject({ state: 'draft', round: 2, unlocked: null, inForce: { version: 2 } });
    const { plan } = await as('county').plans.get({ id, on });
    const saved = await as('county').plans.save({ id, basedOn: 2, plan: { ...plan, title: '新一版' }, on });
    expect(saved).toMatchObject({ version: 3, state: 'draft' });
    expect((await as('county').plans.submit({ id, version: 3, on })).state).toBe('submitted');
    expect((await view(id)).tasks).toHaveLength(3);
  });

  it('left an audit entry for each act, with the hash of what was acted on', async () => {
    const { rows } = await sql<{ action: string }>`
      select action from audit_entries where object = ${`plans/${id}`} order by id`.execute(database.db);
    expect(rows.map(({ action }) => action)).toEqual([
      'plans/submit',
      'plans/opine',
      'plans/return',
      'plans/save',
      'plans/submit',
      'plans/opine',
      'plans/accept',
      'plans/approve',
      'plans/revise',
      'plans/save',
      'plans/submit',
    ]);
    const { rows: hashes } = await sql<{ same: boolean }>`
      select bool_and(a.sha256 = v.sha256) as same from approval_actions a
      join plan_versions v on v.plan_id = a.subject and v.version = a.version where a.subject = ${id}`.execute(database.db);
    expect(hashes[0]?.same).toBe(true);
  });

  it('can be looked at as it was on a day before', async () => {
    const before = await view(id, 'county', '2021-05-07');
    expect(before).toMatchObject({ state: 'draft', round: 1, allowed: [], actions: [] });
    expect((await refusalOf(view(id, 'county', '2021-05-01'))).code).toBe('NOT_FOUND');
  });
});

describe('passing work on', () => {
  it('to another department by hand-over, to a further one by adding it, to a stand-in by delegation', async () => {
    const id = 't-330782';
    await act(as('county', '330782'), id, 'submit');
    await act(as('land'), id, 'hand-over', { to: '330700/reform', text: '职能已划转' });
    await act(as('city'), id, 'add-signer', { to: '330700/finance', due: '2021-06-30' });
    await act(as('city'), id, 'delegate', { to: '330700/economy', due: '2021-06-11' });
    const now = await view(id);
    expect(now.tasks.map(({ unit, due }) => [unit.id, due])).toEqual([
      ['330700', '2021-07-09'],
      ['330700/reform', '2021-06-22'],
      ['330700/environment', '2021-06-22'],
      ['330700/finance', '2021-06-30'],
    ]);
    expect(now.tasks[0]?.delegates.map(({ id: unit }) => unit)).toEqual(['330700/economy']);
    expect((await refusalOf(act(as('land'), id, 'return', { reasons }))).code).toBe('CONFLICT');
    const back = await act(as('economy', '330700'), id, 'return', { unit: '330700', reasons });
    expect(back.state).toBe('returned');
    expect(back.actions.at(-1)).toMatchObject({ unit: { id: '330700/economy' }, insteadOf: { id: '330700' } });
  });

  it('reminds once a day', async () => {
    const id = 't-330781';
    await act(as('county', '330781'), id, 'submit');
    await act(as('county', '330781'), id, 'remind', { to: '330700' });
    expect((await refusalOf(act(as('county', '330781'), id, 'remind', { to: '330700' }))).code).toBe('CONFLICT');
  });
});

describe('who may act', () => {
  const id = 't-330783';
  const other = '330102';

  it('is refused on a foreign place for every role, and outside its turn at its own', async () => {
    const attempts = [
      ['county', other, 'submit', {}, 'NOT_FOUND'],
      ['county', '330726', 'submit', {}, 'NOT_FOUND'],
      ['city', '330800', 'remind', { to: '330783' }, 'NOT_FOUND'],
      ['land', '330800', 'opine', { stance: 'agree' }, 'NOT_FOUND'],
      ['culture', '330700', 'opine', { stance: 'agree' }, 'NOT_ALLOWED'],
      ['zone', '330783', 'submit', {}, 'NOT_ALLOWED'],
      ['public', '330783', 'submit', {}, 'NOT_ALLOWED'],
    ] as const;
    for (const [card, place, kind, said, code] of attempts) {
      expect((await refusalOf(act(as(card, place), id, kind, said))).code, `${card} ${place}`).toBe(code);
    }
    for (const [card, kind] of [
      ['city', 'accept'],
      ['province', 'approve'],
      ['land', 'opine'],
    ] as const) {
      const said = { text: 'x', paper: 'x', stance: 'agree' as const };
      expect((await refusalOf(act(as(card), id, kind, said))).code, card).toBe('CONFLICT');
    }
    expect((await refusalOf(act(as('land'), id, 'submit', { unit: '330783' }))).code).toBe('CONFLICT');
    expect((await view(id)).seen).toBe(0);
  });

  it('never touches real records with a demo card, and an unknown noun has no cases', async () => {
    const real = { noun: 'plans', id: 'real-pujiang-2021', kind: 'submit', version: 1, seen: 0, on } as const;
    expect((await refusalOf(as('county').approvals.act(real))).zh).toContain('真实资料');
    expect((await view('real-pujiang-2021', 'county')).allowed).toEqual([]);
    for (const noun of ['zones', '__proto__', 'constructor']) {
      expect((await refusalOf(as('county').approvals.get({ noun, id, on }))).code).toBe('NOT_FOUND');
    }
  });

  it('shows what was said to those who have a part, only the steps to a department that was not asked, and nothing to others', async () => {
    const inside = await view('t-330726', 'city');
    const outside = await as('culture', '330700').approvals.get({ noun: 'plans', id: 't-330726', on });
    expect((await refusalOf(as('county', other).approvals.get({ noun: 'plans', id: 't-330726', on }))).code).toBe('NOT_FOUND');
    const said = (one: CaseView) => one.actions.some(({ text, reasons: by }) => text !== null || by.length > 0);
    expect([said(inside), said(outside)]).toEqual([true, false]);
    expect(outside.steps.map(({ standing }) => standing)).toEqual(inside.steps.map(({ standing }) => standing));
    expect(outside.actions.every(({ card, stance }) => card === '' && stance === null)).toBe(true);
  });
});

describe('two at once', () => {
  it('one of twenty accepts wins, the others are told', async () => {
    const id = 't-330784';
    await act(as('county', '330784'), id, 'submit');
    await act(as('land'), id, 'opine', { stance: 'agree' });
    await act(as('environment'), id, 'opine', { stance: 'agree' });
    const { version, seen } = await view(id, 'city');
    const accept = () => as('city').approvals.act({ noun: 'plans', id, kind: 'accept', version, seen, on });
    const results = await Promise.allSettled(Array.from({ length: 20 }, accept));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const codes = results.map((result) => (result.status === 'rejected' && result.reason instanceof ORPCError ? result.reason.code : null));
    expect(codes.filter((code) => code === 'CONFLICT')).toHaveLength(19);
    expect((await view(id)).state).toBe('decide');
    const { rows } = await sql<{ n: number }>`
      select count(*)::int as n from audit_entries where object = ${`plans/${id}`} and action = 'plans/accept'`.execute(database.db);
    expect(rows[0]?.n).toBe(1);
  });

  it('a save and a submission of the same draft do not both count on what they saw', async () => {
    const id = 't-330102';
    const clerk = as('county', '330102');
    const { plan } = await clerk.plans.get({ id, on });
    const results = await Promise.allSettled([
      clerk.plans.save({ id, basedOn: 1, plan: { ...plan, title: '抢先保存' }, on }),
      clerk.approvals.act({ noun: 'plans', id, kind: 'submit', version: 1, seen: 0, on }),
    ]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});

describe('my work today', () => {
  const work = (card: string, place?: string) => as(card, place).approvals.work({ dataset: 'training', on });
  const ids = (list: { items: readonly { id: string; task: string }[] }) => list.items.map(({ id, task }) => `${task} ${id}`);

  it('is each unit its own, once', async () => {
    expect(ids((await work('county', '330782')).returned)).toEqual(['mend t-330782']);
    expect(ids((await work('county', '330783')).late)).toEqual(['draft t-330783']);
    expect(ids((await work('province')).waitingOnMe)).toEqual(['decide t-330784']);
    const city = await work('city');
    expect(ids(city.waitingOnOthers)).toEqual(expect.arrayContaining(['decide t-330784', 'mend t-330782', 'opine t-330781']));
    const department = await work('land');
    expect(ids(department.waitingOnMe)).toEqual(['opine t-330726', 'opine t-330781']);
    const item = department.waitingOnMe.items[0];
    expect(item).toMatchObject({ link: '/plans/t-330726', place: '330726', due: '2021-06-22', daysLeft: 7, state: 'review' });
  });

  it('shows leaders where cases of their area lie, and nobody else', async () => {
    const province = await work('province');
    expect(province.stuck.total).toBeGreaterThan(4);
    expect(province.stuck.items.every(({ unit }) => unit.id !== '330000')).toBe(true);
    expect((await work('county')).stuck).toEqual({ total: 0, items: [] });
    const city = await work('city');
    expect(city.stuck.items.every(({ id }) => id.startsWith('t-3307'))).toBe(true);
    expect((await work('zone')).late.total).toBe(0);
  });

  it('goes back in time', async () => {
    const then = await as('county').approvals.work({ dataset: 'training', on: '2021-05-20' });
    expect(ids(then.late)).toEqual(['draft t-330726']);
  });

  it('reads tasks that are nothing but the fold of the actions', async () => {
    const read = async () =>
      (await sql`select * from approval_tasks order by subject, kind, unit, valid_from, since`.execute(database.db)).rows;
    const before = await read();
    await database.db.transaction().execute(async (tx) => {
      await writeTasks(tx, await listCases(tx, { noun: 'plans', dataset: 'training', asOf: '9999-12-31' }));
    });
    expect(await read()).toEqual(before);
  });
});

describe('what is written stays', () => {
  it('refuses to change or to delete an action', async () => {
    const { db } = database;
    await expect(sql`update approval_actions set words = 'x'`.execute(db)).rejects.toThrow('append-only');
    await expect(sql`update approval_cases set opened_on = '2020-01-01'`.execute(db)).rejects.toThrow('append-only');
    await expect(sql`delete from approval_cases where dataset = 'real'`.execute(db)).rejects.toThrow('append-only');
  });
});
