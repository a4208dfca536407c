// Definitions through real PostgreSQL, as the role that answers requests: two people, versions in order, days, and who sees what.
import type { Indicator } from '@zhenghe/contract/indicators';
import { loadPacks } from '@zhenghe/rulebook';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { anIndicator, callers, library, on, withLibrary } from '../indicators/testing.ts';
import { type Database, openDatabase } from '../platform/database.ts';
import { createTestDatabase, type TestDatabase } from '../platform/test-database.ts';
import { clientOf, refusalOf } from '../testing.ts';

const rulebook = withLibrary(loadPacks());
let test: TestDatabase;
let db: Database;

beforeAll(async () => {
  test = await createTestDatabase();
  db = openDatabase(test.servingUrl);
});
afterAll(async () => {
  await db?.destroy();
  await test?.drop();
});
beforeEach(async () => {
  await sql`delete from definition_proposals`.execute(test.db);
});

const as = (who: keyof typeof callers) => clientOf(callers[who], { db, rulebook, today: on });
const [tax] = library;
if (!tax) throw new Error('the library is empty');
const changed: Indicator = { ...tax, meaning: { zh: '入库税收', en: 'tax paid in' } };

function propose(who: keyof typeof callers, body: Indicator = changed, from = on) {
  const definition = { kind: 'indicator', body } as const;
  return as(who).definitions.propose({ dataset: 'training', from, definition, reason: '统一口径', on });
}
const decide = (who: keyof typeof callers, id: string, decision: 'put-in-force' | 'refuse' = 'put-in-force') =>
  as(who).definitions.decide({ id, decision, reason: decision === 'refuse' ? '重复' : null, on });
const meaningOn = async (day: string) =>
  (await as('public').indicators.get({ code: tax.code, dataset: 'training', on: day })).indicator.meaning.zh;

describe('two people', () => {
  it('one proposes and another puts in force; what holds changes on its day and not before', async () => {
    const proposed = await propose('statistics', changed, '2021-07-01');
    expect(proposed).toMatchObject({ state: 'proposed', version: null, mayDecide: false, mayWithdraw: true });
    expect(proposed.changes).toEqual([
      { field: 'meaning.zh', before: '"某项"', after: '"入库税收"' },
      { field: 'meaning.en', before: '"something"', after: '"tax paid in"' },
    ]);
    expect(await meaningOn('2021-07-02')).toBe('某项');
    const inForce = await decide('province', proposed.id);
    expect(inForce).toMatchObject({ state: 'in-force', version: 1, from: '2021-07-01' });
    expect(await meaningOn('2021-06-30')).toBe('某项');
    expect(await meaningOn('2021-07-01')).toBe('入库税收');
    const real = await as('province').indicators.get({ code: tax.code, dataset: 'real', on: '2021-07-02' });
    expect(real.indicator).toMatchObject({ meaning: { zh: '某项' }, version: 0 });
  });

  it('who proposed does not decide, nor does a second person with the same card', async () => {
    const { id } = await propose('statistics');
    expect((await refusalOf(decide('statistics', id))).code).toBe('NOT_ALLOWED');
    expect((await as('province').definitions.get({ id })).version.mayDecide).toBe(true);
    await decide('province', id);
    const again = await refusalOf(decide('bureau', id));
    expect(again.code).toBe('CONFLICT');
  });

  it('is for units of the province alone', async () => {
    expect((await refusalOf(propose('city'))).code).toBe('NOT_ALLOWED');
    expect((await refusalOf(propose('cityBureau'))).code).toBe('NOT_ALLOWED');
    const { id } = await propose('statistics');
    expect((await refusalOf(decide('cityBureau', id))).code).toBe('NOT_ALLOWED');
    expect((await refusalOf(as('bureau').definitions.withdraw({ id, on }))).code).toBe('NOT_ALLOWED');
    expect((await as('statistics').definitions.withdraw({ id, on })).state).toBe('withdrawn');
  });

  it('a refusal needs its reason, and changes nothing', async () => {
    const { id } = await propose('statistics');
    const bare = as('province').definitions.decide({ id, decision: 'refuse', reason: null, on });
    expect((await refusalOf(bare)).code).toBe('CONFLICT');
    expect(await decide('province', id, 'refuse')).toMatchObject({ state: 'refused', version: null, decided: { reason: '重复' } });
    expect(await meaningOn(on)).toBe('某项');
  });

  it('is written into the log with it', async () => {
    const { id } = await propose('statistics');
    await decide('province', id);
    const { rows } = await sql<{ action: string; actor: string }>`
      select action, actor from audit_entries where object = 'definitions/indicator/tax_revenue' order by id desc limit 2`.execute(test.db);
    expect(rows).toEqual([
      { action: 'definitions/put-in-force', actor: 'province' },
      { action: 'definitions/propose', actor: 'province-statistics' },
    ]);
  });
});

describe('versions', () => {
  it('count up within a code; the one before is replaced, and its text stays', async () => {
    const first = await propose('statistics');
    await decide('province', first.id);
    const second = await propose('province', { ...changed, decimals: 4 });
    expect(second.changes).toEqual([{ field: 'decimals', before: '2', after: '4' }]);
    expect(await decide('statistics', second.id)).toMatchObject({ version: 2, state: 'in-force' });
    const rows = await as('county').definitions.list({ dataset: 'training', kind: 'indicator', code: tax.code });
    expect(rows.map(({ version, state }) => [version, state])).toEqual([
      [2, 'in-force'],
      [1, 'replaced'],
    ]);
    const kept = await as('county').definitions.get({ id: first.id });
    expect(kept.definition.body).toEqual(changed);
  });

  it('of two drafts from one version, the later decision is refused and says what came between', async () => {
    const one = await propose('statistics');
    const other = await propose('bureau', { ...tax, decimals: 4 });
    await decide('province', one.id);
    const refused = await refusalOf(decide('province', other.id));
    expect(refused.code).toBe('CONFLICT');
    expect(refused.message).toContain('version 1');
    expect((await decide('province', other.id, 'refuse')).state).toBe('refused');
  });

  it('decided at the same moment, one of two comes into force', async () => {
    const drafts = [await propose('statistics'), await propose('bureau', { ...tax, decimals: 4 })];
    const outcomes = await Promise.allSettled(drafts.map(({ id }) => decide('province', id)));
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const rows = await as('province').definitions.list({ dataset: 'training' });
    expect(rows.map(({ version }) => version).sort()).toEqual([1, null]);
  });

  it('no day before the decision is rewritten', async () => {
    const past = await refusalOf(propose('statistics', changed, '2021-06-01'));
    expect(past.code).toBe('CONFLICT');
    const { id } = await propose('statistics', changed, '2021-06-12');
    const late = await as('province').definitions.decide({ id, decision: 'put-in-force', reason: null, on: '2021-06-20' });
    expect(late.from).toBe('2021-06-20');
    expect(await meaningOn('2021-06-19')).toBe('某项');
  });

  it('what says the same as before is not proposed', async () => {
    expect((await refusalOf(propose('statistics', tax))).code).toBe('CONFLICT');
  });

  it('are never changed or deleted, also by the owner of the tables', async () => {
    const { id } = await propose('statistics');
    await expect(sql`update definition_proposals set reason = 'x' where id = ${id}`.execute(test.db)).rejects.toThrow('append-only');
  });
});

describe('a draft is checked', () => {
  it('as long as it waits: what came into force meanwhile may stop it', async () => {
    const derived = anIndicator('tax_per_staff', '人均税收', { unit: '万元/人', formula: '税收收入 / 从业人员', gathering: 'ratio' });
    const waiting = await propose('statistics', derived);
    const [staff] = library.slice(3);
    if (!staff) throw new Error('no staff');
    await decide('province', (await propose('bureau', { ...staff, unit: '亩' })).id);
    const refused = await refusalOf(decide('province', waiting.id));
    expect(refused.code).toBe('UNREADABLE');
    expect(refused.data).toMatchObject({ problems: [{ column: 'formula' }] });
  });

  it('for each later day on which something else changes: two drafts of different days cannot make a circle', async () => {
    const a = anIndicator('ring_a', '环甲', { formula: '税收收入 * 2', gathering: 'ratio' });
    const b = anIndicator('ring_b', '环乙', { formula: '环甲 * 2', gathering: 'ratio' });
    await decide('province', (await propose('statistics', a)).id);
    await decide('province', (await propose('statistics', b, '2021-09-01')).id);
    const closing = { ...a, formula: 'ring_b / 2' };
    const refused = await refusalOf(propose('statistics', closing, '2021-08-01'));
    expect(refused.code).toBe('UNREADABLE');
    expect(JSON.stringify(refused.data)).toContain('环甲 → 环乙 → 环甲');
  });
});

it('drafts are for units; the public sees what is in force', async () => {
  const { id } = await propose('statistics');
  const nobody = clientOf(callers.zone, { db, rulebook, today: on });
  expect(await nobody.definitions.list({ dataset: 'training' })).toEqual([]);
  await decide('province', id);
  expect(await nobody.definitions.list({ dataset: 'training' })).toHaveLength(1);
  expect((await refusalOf(as('public').definitions.list({ dataset: 'training' }))).code).toBe('NOT_ALLOWED');
});
