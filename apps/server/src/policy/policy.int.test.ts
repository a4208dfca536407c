import { createRouterClient } from '@orpc/server';
import { loadPacks } from '@zhenghe/rulebook';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../platform/test-database.ts';
import { router } from '../router.ts';
import { storePacks } from './index.ts';

const rulebook = loadPacks();
let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});

afterAll(async () => database?.drop());

function policy() {
  const caller = { profile: 'production', card: null } as const;
  return createRouterClient(router, { context: { db: database.db, caller, rulebook, today: '2021-06-10', requestId: 'test' } }).policy;
}

describe('policy packs', () => {
  it('are kept once for each content', async () => {
    expect(await storePacks(database.db, rulebook)).toBe(rulebook.packs.length);
    expect(await storePacks(database.db, rulebook)).toBe(0);
    const [first, ...rest] = rulebook.packs;
    if (!first) throw new Error('no pack');
    const edited = { ...first, hash: '0'.repeat(64) };
    expect(await storePacks(database.db, { ...rulebook, packs: [edited, ...rest] })).toBe(1);
  });

  it('are listed with their counts, drafts and news told apart from final law', async () => {
    const packs = await policy().packs();
    expect(packs.map(({ id }) => id).sort()).toEqual([
      'hitech-2021',
      'hitech-2024',
      'huangyan-2023',
      'jinhua-2020',
      'mofcom-2021',
      'pairing-2024',
      'pujiang-2021',
      'zj-2009-evaluation',
      'zj-2018-per-mu',
      'zj-2020-33-plans',
      'zj-2020-guidance',
      'zj-2021-evaluation',
      'zj-2022-commerce',
      'zj-2022-hitech',
    ]);
    expect(new Map(packs.map(({ id, status }) => [id, status])).get('zj-2020-guidance')).toBe('draft');
    expect(
      packs
        .filter(({ status }) => status === 'news')
        .map(({ id }) => id)
        .sort(),
    ).toEqual(['pairing-2024', 'zj-2020-33-plans']);
    expect(packs.find(({ id }) => id === 'zj-2020-guidance')?.counts.clauses).toBeGreaterThanOrEqual(17);
  });
});

describe('the clause register', () => {
  it('finds clauses by Chinese, by English and by code, in either width', async () => {
    const codes = async (query: string) => (await policy().clauses({ query })).map(({ code }) => code);
    expect(await codes('S2-(十三)')).toContain('S2-(十三)');
    expect(await codes('s2-（十三）')).toContain('S2-(十三)');
    expect((await codes('主导产业')).length).toBeGreaterThan(0);
    expect((await codes('staff')).length).toBeGreaterThan(0);
    expect(await codes('没有这样的条款')).toEqual([]);
  });

  it('narrows by pack, strength and unit', async () => {
    const all = await policy().clauses({});
    const must = await policy().clauses({ pack: 'zj-2020-guidance', strength: 'must' });
    expect(must.length).toBeGreaterThan(0);
    expect(must.length).toBeLessThan(all.length);
    expect(new Set(must.map(({ pack, strength }) => `${pack} ${strength}`))).toEqual(new Set(['zj-2020-guidance must']));
    const unit = all.find(({ units }) => units.length > 0)?.units[0];
    const byUnit = await policy().clauses({ unit });
    expect(byUnit.length).toBeGreaterThan(0);
    expect(byUnit.every(({ units }) => unit !== undefined && units.includes(unit))).toBe(true);
  });

  it('opens a clause with its figures, each with where it is used and what other packs say', async () => {
    const parameters = await policy().parameters();
    const cap = parameters.find(({ usedBy }) => usedBy.some(({ kind }) => kind === 'check'));
    if (!cap) throw new Error('no parameter is used by a check');
    const clause = await policy().clause({ pack: cap.pack, code: cap.clause });
    expect(clause.parameters.map(({ id }) => id)).toContain(cap.id);
    expect(parameters.some(({ elsewhere }) => elsewhere.length > 0)).toBe(true);
    await expect(policy().clause({ pack: 'zj-2020-guidance', code: 'S2-(九十九)' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('shows the fourteen conflicts with both clauses, and each from its clauses', async () => {
    const conflicts = await policy().conflicts();
    expect(conflicts).toHaveLength(14);
    const side = conflicts[0]?.sides[0];
    if (!side) throw new Error('a conflict without sides');
    const clause = await policy().clause({ pack: side.pack, code: side.clause });
    expect(clause.conflicts.map(({ id }) => id)).toContain(conflicts[0]?.id);
  });

  it('keeps a target without a base as missing, never zero', async () => {
    const targets = await policy().targets();
    expect(targets.length).toBeGreaterThan(0);
    expect(targets.some(({ base }) => base.value === null)).toBe(true);
  });

  it('answers facts by group', async () => {
    const rounds = await policy().facts({ group: 'rounds' });
    expect(rounds.length).toBeGreaterThan(0);
    expect((await policy().facts({})).length).toBeGreaterThan(rounds.length);
  });
});

describe('rules in force', () => {
  it('are those of the place and the day, local beside provincial', async () => {
    const { packs, rules } = await policy().inForce({ on: '2021-06-10', jurisdiction: '330726' });
    expect(packs.map(({ id }) => id)).toEqual(expect.arrayContaining(['zj-2020-guidance', 'jinhua-2020', 'pujiang-2021']));
    const quotas = rules.filter(({ kind }) => kind === 'zones-within').map(({ clause }) => clause.pack);
    expect(quotas.sort()).toEqual(['jinhua-2020', 'zj-2020-guidance']);
  });

  it('are refused by name on a day before any pack', async () => {
    await expect(policy().inForce({ on: '2010-01-01', jurisdiction: '330726' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
