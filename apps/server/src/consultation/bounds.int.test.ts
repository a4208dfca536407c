import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { roleCards } from '../accounts/demo.ts';
import { type Database, nobody, type Scope, scoped, wholeProvince } from '../platform/database.ts';
import type { TestDatabase } from '../platform/test-database.ts';
import { hold } from './queries.ts';
import { answerTable } from './table.ts';
import { as as asIn, on, plansAt, refusalOf, rulebook, whole } from './testing.ts';

let database: TestDatabase;
let open = '';
let inside = '';
const as = (id: string, who: Parameters<typeof asIn>[2] = {}) => asIn(database, id, who);
const clerk = () => as('county', { place: '330726' });
const working = (scope: Scope): Database => scoped(database.served, scope);
const zone: Scope = { reach: '330726', unit: '330726/zone-x' };
const asZone = () => as('zone', { place: '330726', unit: zone.unit });

beforeAll(async () => {
  database = await plansAt(['330726', '330782', '330781']);
  const asked = { noun: 'plans', id: 't-330726', version: 1, closesOn: '2021-06-22', touchesBusiness: false, on } as const;
  open = (await clerk().consultation.begin({ ...asked, kind: 'public' })).id;
  inside = (await clerk().consultation.begin({ ...asked, kind: 'internal', units: ['330700/land', '330700/environment'] })).id;
  await say('园区的路太窄');
  await as('land').consultation.comment({ round: inside, aim: whole, text: '同意', stance: 'agree', key: randomUUID(), on });
});
afterAll(async () => database?.drop());

const say = (text: string, more: object = {}, who: Parameters<typeof asIn>[2] = {}) =>
  as('public', who).consultation.comment({ round: open, aim: whole, text, key: randomUUID(), on, ...more });

const saidOf = async (id: string, text: string) =>
  (await clerk().consultation.get({ round: id, on })).said.find((comment) => comment.text === text);

describe('what a comment speaks of', () => {
  it('is named by the plan, whatever the sender calls it', async () => {
    const aimAt = (place: object) => ({ aim: { place, clause: null } });
    await say('整体可以', aimAt({ table: 'plan', label: '<b>售房热线</b>'.repeat(2000) }));
    expect((await saidOf(open, '整体可以'))?.aim.place).toEqual({ table: 'plan', label: '方案整体' });
    await say('半个字', aimAt({ table: 'plan', label: '\ud800' }));
    expect((await saidOf(open, '半个字'))?.aim.place?.label).toBe('方案整体');
    const { places } = await clerk().consultation.get({ round: open, on });
    const block = places.find(({ table, row, field }) => table === 'blocks' && row && !field);
    await say('面积', aimAt({ table: 'blocks', row: block?.row, field: 'areaBefore', label: '别的' }));
    expect((await saidOf(open, '面积'))?.aim.place).toEqual({
      ...{ table: 'blocks', row: block?.row, field: 'areaBefore', label: block?.label },
    });
  });
});

describe('before the answers are out', () => {
  it('other units at the place, and bureaus of the city that were not asked, read nothing of it', async () => {
    expect((await asZone().consultation.get({ round: open, on })).said).toEqual([]);
    expect((await asZone().consultation.list({ dataset: 'training', on })).map(({ id }) => id)).toEqual([open]);
    expect((await refusalOf(asZone().consultation.get({ round: inside, on }))).code).toBe('NOT_FOUND');
    const environment = await as('environment').consultation.get({ round: inside, on });
    expect(environment.said).toEqual([]);
    expect(environment.units.map(({ stance }) => stance)).toEqual([null, null]);
  });

  it('nor do their connections', async () => {
    const count = async (scope: Scope, table: string) => {
      const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(working(scope));
      return rows[0]?.n;
    };
    expect(await count(zone, 'consultation_words')).toBe(0);
    expect(await count(zone, 'consultation_rounds')).toBe(1);
    expect(await count({ reach: '3307', unit: '330700/environment' }, 'consultation_words')).toBe(0);
    expect(await count({ reach: '3307', unit: '330700/land' }, 'consultation_words')).toBe(1);
    expect(await count({ reach: '3307', unit: '330700' }, 'consultation_rounds')).toBe(2);
  });
});

describe('rows of actions', () => {
  const add = (scope: Scope, row: { kind: string; round?: string; unit?: string | null; seq: number }) =>
    sql`insert into consultation_actions (round_id, seq, dataset, kind, acted_on, unit, acted_by, comment_id)
      values (${row.round ?? inside}, ${row.seq}, 'training', ${row.kind}, ${on}::date, ${row.unit ?? null}, '{}', ${randomUUID()})`.execute(
      working(scope),
    );

  it('of a unit are added in its own name alone', async () => {
    const environment: Scope = { reach: '3307', unit: '330700/environment' };
    for (const unit of ['330700/land', null])
      await expect(add(environment, { kind: 'comment', unit, seq: 80 })).rejects.toThrow(/row-level security/);
    await expect(add(nobody, { kind: 'comment', round: open, unit: '330700/land', seq: 80 })).rejects.toThrow(/row-level security/);
  });

  it('of a purge are added by the product alone', async () => {
    const soon = { noun: 'plans', id: 't-330782', kind: 'public', version: 1, closesOn: '2021-06-22', touchesBusiness: false, on } as const;
    const other = as('county', { place: '330782' }).consultation;
    const { id: round } = await other.begin(soon);
    await other.end({ round, reason: '改稿', on });
    await other.publish({ round, on });
    for (const scope of [nobody, zone, { reach: '330782', unit: '330782' }, { reach: '33', unit: '330000' }])
      await expect(add(scope, { kind: 'purge', round, seq: 80 })).rejects.toThrow(/row-level security/);
    await add(wholeProvince, { kind: 'purge', round, seq: 80 });
  });

  it('take no words and no contact after they were written', async () => {
    // The same words again are an action without words of its own.
    await say('园区的路太窄');
    const { rows } = await sql<{ seq: number }>`select max(seq) as seq from consultation_actions where round_id = ${open}`.execute(
      working(nobody),
    );
    const seq = rows[0]?.seq ?? 0;
    for (const insert of [
      sql`insert into consultation_words (round_id, seq, dataset, words) values (${open}, ${seq}, 'training', '别人的话')`,
      sql`insert into consultation_contacts (round_id, seq, dataset, name) values (${open}, ${seq}, 'training', '别人')`,
    ])
      await expect(insert.execute(working(nobody))).rejects.toThrow(/row-level security/);
  });
});

describe('who is over the limit', () => {
  it('is refused without waiting for the round, and its receipts are still answered', async () => {
    const address = 'one loud address';
    const key = randomUUID();
    const first = await say('第一条', { key }, { address });
    for (let n = 0; n < 9; n += 1) await say(`又一条 ${n}`, {}, { address });
    // Somebody else holds the round: whoever would wait for it would take a connection from all others.
    await database.db.transaction().execute(async (tx) => {
      await hold(tx, open);
      expect((await refusalOf(say('太多了', {}, { address }))).zh).toContain('分钟');
    });
    expect(await say('第一条', { key }, { address })).toEqual(first);
  });
});

describe('what is withheld', () => {
  it('is withheld for any day that is asked for, on screen and on paper', async () => {
    const other = as('county', { place: '330781' }).consultation;
    const asked = { noun: 'plans', id: 't-330781', version: 1, touchesBusiness: false } as const;
    const { id: round } = await other.begin({ ...asked, kind: 'public', closesOn: '2021-06-22', on });
    await as('public').consultation.comment({ round, aim: whole, text: '某某住在某处', key: randomUUID(), on });
    await other.end({ round, reason: '改稿', on });
    const comment = (await other.get({ round, on })).said[0]?.id ?? '';
    await other.answer({ round, comment, outcome: 'not', reason: '与方案无关', on });
    await other.publish({ round, on });
    await other.withhold({ round, comment, reason: '个人信息', on: '2021-06-12' });
    const shown = (await as('public').consultation.get({ round, on })).said;
    expect(shown).toMatchObject([{ text: '', withheld: { zh: '个人信息' } }]);
    const caller = { profile: 'demo', card: roleCards.find(({ id }) => id === 'county') ?? null } as const;
    const db = working({ reach: '330781', unit: '330781' });
    const [table] = await answerTable(
      { db, caller, rulebook, today: on, requestId: 'test' },
      { noun: 'plans', id: asked.id, version: 1, on },
    );
    expect(table?.comments).toMatchObject([{ text: '', withheld: '个人信息' }]);
  });
});

describe('a round with many comments', () => {
  // With its cube the patience of the test would not do by far.
  it('is read in a time that grows with their number, not with its cube', { timeout: 120_000 }, async () => {
    await sql`insert into consultation_actions (round_id, seq, dataset, kind, acted_on, acted_by, comment_id)
      select ${open}::uuid, 1000 + n, 'training', 'comment', ${on}::date, '{"card":"public","unit":{"zh":"社会公众","en":"The public"},"jurisdiction":"330000"}',
      gen_random_uuid() from generate_series(1, 6000) n`.execute(database.db);
    await sql`insert into consultation_words (round_id, seq, dataset, words)
      select ${open}::uuid, 1000 + n, 'training', '意见 ' || n from generate_series(1, 6000) n`.execute(database.db);
    const { said } = await clerk().consultation.get({ round: open, on });
    expect(said.length).toBeGreaterThan(6000);
  });
});
