import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Database, nobody, type Scope, scoped, wholeProvince } from '../platform/database.ts';
import type { TestDatabase } from '../platform/test-database.ts';
import { purgeWhenDue } from './purge.ts';
import { as as asIn, on, plansAt, rulebook, whole } from './testing.ts';

let database: TestDatabase;
let open = '';
let inside = '';
const county = (place: string) => asIn(database, 'county', { place });
const working = (scope: Scope): Database => scoped(database.served, scope);
const drafter: Scope = { reach: '330726', unit: '330726' };
const city: Scope = { reach: '3307', unit: '330700' };
const land: Scope = { reach: '3307', unit: '330700/land' };

beforeAll(async () => {
  database = await plansAt(['330726', '330802']);
  const asked = { noun: 'plans', id: 't-330726', version: 1, closesOn: '2021-06-22', touchesBusiness: false, on } as const;
  open = (await county('330726').consultation.begin({ ...asked, kind: 'public' })).id;
  inside = (await county('330726').consultation.begin({ ...asked, kind: 'internal', units: ['330700/land'] })).id;
  const said = { round: open, aim: whole, text: '请保留', name: '张三', reach: '13800000000', key: randomUUID(), on };
  await asIn(database, 'public').consultation.comment(said);
  await asIn(database, 'land').consultation.comment({ round: inside, aim: whole, text: '同意', stance: 'agree', key: randomUUID(), on });
});
afterAll(async () => database?.drop());

async function counted(scope: Scope, table: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from ${sql.table(table)}`.execute(working(scope));
  return rows[0]?.count ?? -1;
}

describe('rows, whatever a procedure forgets to ask', () => {
  it('of contacts are read by the answering unit alone', async () => {
    const read = (scope: Scope) => counted(scope, 'consultation_contacts');
    expect(await Promise.all([drafter, city, land, nobody, wholeProvince, { reach: '330802', unit: '330802' }].map(read))).toEqual([
      1, 0, 0, 0, 0, 0,
    ]);
  });

  it('of words are read by who said them, who answers, and those above, before they are published', async () => {
    const read = (scope: Scope) => counted(scope, 'consultation_words');
    expect(await Promise.all([drafter, city, nobody, { reach: '330802', unit: '330802' }].map(read))).toEqual([2, 2, 0, 0]);
    // A bureau of another city that was asked: its own opinion, not the others'.
    expect(await read({ reach: '3308', unit: '330700/land' })).toBe(1);
  });

  it('of rounds of units are not there for the public', async () => {
    const read = (scope: Scope) => counted(scope, 'consultation_rounds');
    expect(await Promise.all([nobody, { reach: '330802', unit: '330802' }, land].map(read))).toEqual([1, 1, 2]);
  });

  const insert = (scope: Scope, row: { round?: string; kind?: string; day?: string; seq?: number }) =>
    sql`insert into consultation_actions (round_id, seq, dataset, kind, acted_on, acted_by)
      values (${row.round ?? open}, ${row.seq ?? 90}, 'training', ${row.kind ?? 'comment'}, ${row.day ?? on}::date, '{}')`.execute(
      working(scope),
    );

  it('of actions are added by the public as comments in an open public round, and not otherwise', async () => {
    for (const row of [{ kind: 'answer' }, { kind: 'publish' }, { kind: 'purge' }, { day: '2021-06-23' }, { round: inside }])
      await expect(insert(nobody, row)).rejects.toThrow(/row-level security/);
    await expect(insert(city, { kind: 'answer' })).rejects.toThrow(/row-level security/);
    await expect(insert({ reach: '330802', unit: '330802' }, { kind: 'end' })).rejects.toThrow(/row-level security/);
  });

  it('of rounds are added by the unit of the place alone', async () => {
    const add = (scope: Scope) =>
      sql`insert into consultation_rounds (id, noun, subject, dataset, jurisdiction, kind, number, version, sha256, title, opens_on,
        closes_on, touches_business, rule, begun_by)
        values (${randomUUID()}, 'plans', 'x', 'training', '330726', 'public', 1, 1, ${'a'.repeat(64)}, 'x', ${on}::date, ${on}::date,
        false, '{}', '{}')`.execute(working(scope));
    for (const scope of [nobody, city, land, { reach: '330802', unit: '330802' }])
      await expect(add(scope)).rejects.toThrow(/row-level security/);
  });

  it('are changed and deleted by nobody', async () => {
    const all = async () =>
      (await Promise.all(['rounds', 'actions', 'words', 'contacts'].map((name) => ownerCount(`consultation_${name}`)))).join();
    const before = await all();
    for (const name of ['rounds', 'actions', 'words', 'contacts']) {
      const table = sql.table(`consultation_${name}`);
      await sql`delete from ${table}`.execute(working(drafter));
      await sql`update ${table} set dataset = 'real'`.execute(working(drafter));
    }
    expect(await all()).toBe(before);
    await expect(sql`update consultation_contacts set name = 'x'`.execute(database.db)).rejects.toThrow('not changed');
    await sql`select consultation_forget(${open})`.execute(working(nobody));
    expect(await all()).toBe(before);
  });

  async function ownerCount(table: string): Promise<number> {
    const { rows } = await sql<{ count: number }>`select count(*)::int as count from ${sql.table(table)}`.execute(database.db);
    return rows[0]?.count ?? -1;
  }
});

describe('contacts', () => {
  it('are deleted thirty days after publication, once, and that is on record', async () => {
    const clerk = county('330726');
    await clerk.consultation.end({ round: open, reason: '改稿', on });
    const { said } = await clerk.consultation.get({ round: open, on });
    await clerk.consultation.answer({ round: open, comment: said[0]?.id ?? '', outcome: 'adopted', reason: '好', on });
    await clerk.consultation.publish({ round: open, on });
    const purge = (day: string) => purgeWhenDue(working(wholeProvince), rulebook, () => day);
    expect(await purge('2021-07-10')).toBe(0);
    expect((await clerk.consultation.get({ round: open, on })).said[0]?.contact?.name).toBe('张三');
    expect(await purge('2021-07-11')).toBe(1);
    expect(await purge('2021-07-12')).toBe(0);
    const gone = await clerk.consultation.get({ round: open, on: '2021-07-11' });
    expect(gone.said[0]).toMatchObject({ text: '请保留', contact: null, contactPurgedOn: '2021-07-11' });
    const { rows } = await sql<{ unit: string; actor: string; left: number }>`
      select unit, actor, (select count(*)::int from consultation_contacts) as left from audit_entries
      where action = 'consultation/purge'`.execute(database.db);
    expect(rows).toEqual([{ unit: '系统按规则', actor: 'product', left: 0 }]);
  });

  it('of a round that is never published are deleted thirty days after it was over', async () => {
    const clerk = county('330802');
    const asked = { noun: 'plans', id: 't-330802', version: 1, closesOn: '2021-06-22', touchesBusiness: false, on } as const;
    const { id: round } = await clerk.consultation.begin({ ...asked, kind: 'public' });
    const said = { round, aim: whole, text: '无人答复', name: '李四', reach: '13900000000', key: randomUUID(), on };
    await asIn(database, 'public').consultation.comment(said);
    const purge = (day: string) => purgeWhenDue(working(wholeProvince), rulebook, (dataset) => (dataset === 'training' ? day : on));
    const left = async () => {
      const { rows } = await sql<{ n: number }>`
        select count(*)::int as n from consultation_contacts where round_id = ${round}`.execute(database.db);
      return rows[0]?.n;
    };
    // Ended before its day: counted from there.
    await clerk.consultation.end({ round, reason: '不再进行', on });
    expect([await purge('2021-07-10'), await left()]).toEqual([0, 1]);
    expect([await purge('2021-07-11'), await left(), await purge('2021-07-12')]).toEqual([1, 0, 0]);
    const gone = await clerk.consultation.get({ round, on: '2021-07-11' });
    expect(gone.said[0]).toMatchObject({ text: '无人答复', contact: null, contactPurgedOn: '2021-07-11' });
  });
});
