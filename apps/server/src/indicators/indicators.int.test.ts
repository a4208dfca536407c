// The library through real PostgreSQL: search, one indicator with all that hangs on it, formulas refused with their place, merging, and
// bundles out and in.
import type { Indicator } from '@zhenghe/contract/indicators';
import { loadPacks, type Rulebook } from '@zhenghe/rulebook';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../platform/database.ts';
import { createTestDatabase, type TestDatabase } from '../platform/test-database.ts';
import { clientOf, refusalOf } from '../testing.ts';
import { anIndicator, callers, library, on, withLibrary } from './testing.ts';

const packs = loadPacks();
const rulebook = withLibrary(packs);
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

const dataset = 'training';
const as = (who: keyof typeof callers, book: Rulebook = rulebook) => clientOf(callers[who], { db, rulebook: book, today: on });
const check = (body: Indicator) => as('province').definitions.check({ dataset, from: on, definition: { kind: 'indicator', body } });

async function define(body: Indicator): Promise<void> {
  const { id } = await as('statistics').definitions.propose({
    dataset,
    from: on,
    definition: { kind: 'indicator', body },
    reason: '新设',
    on,
  });
  await as('province').definitions.decide({ id, decision: 'put-in-force', reason: null, on });
}

describe('the library', () => {
  const found = async (asked: { search?: string; group?: 'land'; kind?: 'filed' | 'derived'; retired?: boolean }) =>
    (await as('public').indicators.library({ dataset, on, ...asked })).map(({ code }) => code);

  it('is found by Chinese, English, a further name, a code, pinyin and initials, whatever the width', async () => {
    for (const search of ['地均', 'tax per', 'TAX_PER', 'dijun', 'djss', '地 均'])
      expect(await found({ search }), search).toEqual(['tax_per_land']);
    expect(await found({ search: '用地' })).toEqual(['land_used']);
    expect(await found({ search: '税收 地均' })).toEqual(['tax_per_land']);
    expect(await found({ search: '没有这样的指标' })).toEqual([]);
  });

  it('is narrowed by group and by how it comes about, and hides what is retired', async () => {
    expect(await found({ group: 'land' })).toEqual(['land_used']);
    expect(await found({ kind: 'derived' })).toEqual(['tax_per_land']);
    await define(anIndicator('old_count', '旧指标', { retired: true }));
    expect(await found({ search: '旧指标' })).toEqual([]);
    expect(await found({ search: '旧指标', retired: true })).toEqual(['old_count']);
  });

  it('shows one with its formula down to what is filed, its parts by their place, and who uses it', async () => {
    await define(anIndicator('tax_share', '税收倍数', { formula: '地均税收 * 已用工业用地 / tax_revenue', unit: '1', gathering: 'ratio' }));
    const share = await as('public').indicators.get({ dataset, on, code: 'tax_share' });
    expect(share.written).toBe('税收收入 / 已用工业用地 * 已用工业用地 / 税收收入');
    expect(share.parts.map(({ code, from, to }) => [code, from, to])).toEqual([
      ['tax_per_land', 0, 4],
      ['land_used', 7, 13],
      ['tax_revenue', 16, 27],
    ]);
    const land = await as('public').indicators.get({ dataset, on, code: 'land_used' });
    expect(land.uses.map(({ code }) => code)).toEqual(['tax_per_land', 'tax_share']);
    expect(land.indicator).toMatchObject({ uses: 2, version: 0 });
    expect((await refusalOf(as('public').indicators.get({ dataset, on, code: 'no_such' }))).code).toBe('NOT_FOUND');
  });

  it('of the shipped packs holds together: every formula can be computed', async () => {
    const rows = await as('public', packs).indicators.library({ dataset: 'real', on });
    const client = as('county', packs);
    for (const { code, formula, unit } of rows.filter((row) => row.formula !== null)) {
      const answer = await client.indicators.formula({ dataset: 'real', on, code, formula: formula ?? '', unit });
      expect(answer.problems, code).toEqual([]);
    }
  });
});

describe('a formula', () => {
  const typed = (formula: string, unit: string | null = null) =>
    as('county').indicators.formula({ dataset, on, code: null, formula, unit });

  it('tells its parts and its unit as it is typed', async () => {
    const { problems, parts, unit } = await typed('税收 / 用地');
    expect([problems, unit]).toEqual([[], '万元/亩']);
    expect(parts.map(({ code }) => code)).toEqual(['tax_revenue', 'land_used']);
  });

  it('with 万元 + 亩, an unknown item or text that is none is refused at its characters', async () => {
    expect((await typed('税收 + 用地')).problems).toMatchObject([{ field: 'formula', from: 3, to: 4 }]);
    expect((await typed('税收 / 新用地')).problems).toMatchObject([{ from: 5, to: 8 }]);
    expect((await typed('税收 / (')).problems).toHaveLength(1);
    expect((await typed('税收 / 用地', '家')).problems).toHaveLength(1);
    expect((await typed('process.exit(1)')).problems.length).toBeGreaterThan(0);
  });

  it('of a draft is refused the same way, and a circle is told as a path', async () => {
    const bad = anIndicator('bad_sum', '错和', { formula: '税收收入 + 已用工业用地', gathering: 'ratio' });
    expect(await check(bad)).toMatchObject([{ field: 'formula', from: 5, to: 6 }]);
    const [tax] = library;
    if (!tax) throw new Error('the library is empty');
    const circle = await check({ ...tax, formula: '地均税收 * 已用工业用地', gathering: 'ratio' });
    expect(circle.map(({ message }) => message.zh).join()).toContain('税收收入 → 地均税收 → 税收收入');
  });
});

describe('a draft', () => {
  it('is told every problem at once', async () => {
    const problems = await check(
      anIndicator('sum', '税收', {
        ...{ unit: '斤', least: '5', most: '4', clause: { pack: 'zj-2020-guidance', clause: 'S2-(九十九)' }, gathering: 'weighted' },
        calibres: [
          { id: 'a', from: '2011', title: { zh: '甲', en: 'a' }, note: null, clause: null, comparable: true },
          { id: 'a', from: '2010', title: { zh: '乙', en: 'b' }, note: null, clause: null, comparable: false },
        ],
      }),
    );
    expect(problems.map(({ field }) => field).sort()).toEqual(
      ['calibres.0.from', 'calibres.1.from', 'calibres.1.id', 'clause', 'code', 'most', 'name.zh', 'unit', 'weight'].sort(),
    );
  });

  it('that would break a formula elsewhere is refused, naming it', async () => {
    const [, land] = library;
    if (!land) throw new Error('no land');
    const [problem] = await check({ ...land, unit: '人' });
    expect(problem?.message.zh).toContain('地均税收');
  });
});

describe('merging', () => {
  const twin = anIndicator('tax_income', '税收总额');

  it('says what it would do and is then proposed; formulas follow', async () => {
    await define(twin);
    await define(
      anIndicator('tax_income_per_land', '亩均税额', { unit: '万元/亩', formula: '税收总额 / 已用工业用地', gathering: 'ratio' }),
    );
    const merging = await as('province').indicators.merging({ code: 'tax_income', into: 'tax_revenue', dataset, on });
    expect(merging).toMatchObject({ problems: [], figures: 0, uses: [{ code: 'tax_income_per_land' }] });
    await define({ ...twin, mergedInto: 'tax_revenue' });
    const kept = await as('public').indicators.get({ code: 'tax_revenue', dataset, on });
    expect(kept.absorbed).toEqual([{ code: 'tax_income', name: twin.name }]);
    expect(kept.uses.map(({ code }) => code)).toContain('tax_income_per_land');
    const follows = await as('public').indicators.get({ code: 'tax_income_per_land', dataset, on });
    expect(follows.written).toBe('税收收入 / 已用工业用地');
  });

  it('counts the figures that come along, and is refused while two of one unit and period differ', async () => {
    const levy = anIndicator('levy_income', '税费收入');
    await define(levy);
    await define(anIndicator('levy_total', '税费总额'));
    await publish(test.db, [
      ['levy_income', '2021-01', '10.50'],
      ['levy_total', '2021-01', '10.5'],
      ['levy_income', '2021-02', '11'],
      ['levy_total', '2021-02', '12'],
      ['levy_income', '2021-03', '13'],
    ]);
    const asked = { code: 'levy_income', into: 'levy_total', dataset, on } as const;
    const merging = await as('province').indicators.merging(asked);
    expect(merging).toMatchObject({ figures: 3, same: 1, differing: [{ period: '2021-02', one: '11', other: '12' }] });
    expect((await check({ ...levy, mergedInto: 'levy_total' })).map(({ field }) => field)).toEqual(['mergedInto']);
    expect(
      await as('city')
        .indicators.merging(asked)
        .catch(({ code }) => code),
    ).toBe('NOT_ALLOWED');
  });

  it('is refused between different units, into itself, and into what nobody has', async () => {
    await define({ ...twin, unit: '亿元' });
    const fields = async (into: string) => (await check({ ...twin, unit: '亿元', mergedInto: into })).map(({ field }) => field);
    expect(await fields('tax_revenue')).toEqual(['unit']);
    expect(await fields('land_used')).toEqual(expect.arrayContaining(['unit', 'accrual']));
    expect(await fields('tax_income')).toContain('mergedInto');
    expect(await fields('no_such_thing')).toEqual(['mergedInto']);
  });
});

describe('a bundle', () => {
  const out = async (book?: Rulebook) => (await as('public', book).indicators.bundle({ dataset, on })) as File;
  const read = (file: File, more: { propose?: boolean; reason?: string } = {}) =>
    as('statistics').indicators.readBundle({ dataset, on, from: on, file, ...more });
  const textOf = async (change: (whole: Record<string, unknown[]>) => void) => {
    const whole = JSON.parse(await (await out()).text());
    change(whole);
    return new File([JSON.stringify(whole)], 'bundle.json');
  };

  it('comes back as the same everywhere, also that of the shipped packs', async () => {
    await define(anIndicator('tax_share', '税收倍数', { formula: '税收 / 用地', unit: '万元/亩', gathering: 'ratio' }));
    const back = await read(await out());
    expect(back.problems).toEqual([]);
    expect(new Set(back.definitions.map(({ effect }) => effect))).toEqual(new Set(['same']));
    expect(back.definitions.map(({ code }) => code)).toContain('tax_share');
    const shipped = await as('statistics', packs).indicators.readBundle({ dataset, on, from: on, file: await out(packs) });
    expect(shipped.problems).toEqual([]);
    expect([...new Set(shipped.definitions.map(({ effect }) => effect))]).toEqual(['same']);
    const whole = JSON.parse(await (await out()).text());
    expect(whole).toMatchObject({ format: 'zhenghe-definitions/1', exported: { dataset, label: '训练数据', on } });
  });

  it('proposes what is new or changed, together, and changes nothing by itself', async () => {
    const more = [
      anIndicator('deep_b', '深乙', { formula: '深甲 * 2', gathering: 'ratio' }),
      anIndicator('deep_a', '深甲', { formula: '税收 * 2', gathering: 'ratio' }),
    ];
    const file = await textOf((whole) => whole.indicators?.push(...more));
    const dry = await read(file);
    expect(dry).toMatchObject({ problems: [], proposed: 0 });
    expect(dry.definitions.filter(({ effect }) => effect === 'add').map(({ code }) => code)).toEqual(['deep_b', 'deep_a']);
    expect((await refusalOf(read(file, { propose: true }))).code).toBe('CONFLICT');
    expect(await read(file, { propose: true, reason: '统一' })).toMatchObject({ proposed: 2 });
    const drafts = await as('province').definitions.list({ dataset });
    expect(drafts.map(({ code, state }) => [code, state])).toEqual([
      ['deep_a', 'proposed'],
      ['deep_b', 'proposed'],
    ]);
    // The one that rests on the other has to wait for it.
    const [a, b] = drafts;
    const early = as('province').definitions.decide({ id: b?.id ?? '', decision: 'put-in-force', reason: null, on });
    expect((await refusalOf(early)).code).toBe('UNREADABLE');
    for (const id of [a?.id ?? '', b?.id ?? ''])
      await as('province').definitions.decide({ id, decision: 'put-in-force', reason: null, on });
    expect((await as('public').indicators.get({ dataset, on, code: 'deep_b' })).written).toBe('税收收入 * 2 * 2');
  });

  it('that is hostile is refused with every problem, and writes nothing', async () => {
    const bodies = ['', 'not json', '[]', '{}', '{"__proto__": {}}', '"'.repeat(10), '['.repeat(100_000)];
    for (const body of bodies) {
      const { problems, definitions } = await read(new File([body], 'x.json'));
      expect(problems.length, body.slice(0, 20)).toBeGreaterThan(0);
      expect(definitions).toEqual([]);
    }
    const mangled = await textOf((whole) => {
      const [first] = library;
      whole.indicators = [
        { ...first, formula: 7, figures: [1, 2, 3] },
        { ...first, code: 'DROP TABLE', unit: '' },
        { ...first, name: { zh: 'x'.repeat(5000), en: 'x' } },
        null as never,
      ];
    });
    const { problems } = await read(mangled, { propose: true, reason: 'x' });
    expect(problems.map(({ code, problem }) => `${code} ${problem.field}`)).toEqual([
      'tax_revenue formula',
      'tax_revenue file',
      'DROP TABLE code',
      'DROP TABLE unit',
      'tax_revenue name.zh',
      'indicators.3 file',
    ]);
    const twice = await read(await textOf((whole) => whole.indicators?.push(library[0] as never)));
    expect(twice.problems).toMatchObject([{ code: 'tax_revenue', problem: { field: 'code' } }]);
    const broken = await textOf((whole) => whole.indicators?.push(anIndicator('bad_sum', '错和', { formula: '税收 + 用地' }) as never));
    expect((await read(broken)).problems).toMatchObject([{ code: 'bad_sum', problem: { field: 'formula', from: 3, to: 4 } }]);
    expect((await refusalOf(read(broken, { propose: true, reason: 'x' }))).code).toBe('CONFLICT');
    expect(await as('province').definitions.list({ dataset })).toEqual([]);
  });

  it('of the other data set, or read by those who define nothing, is refused', async () => {
    const real = await as('public').indicators.bundle({ dataset: 'real', on });
    expect((await read(real as File)).problems).toMatchObject([{ kind: 'bundle', problem: { field: 'file' } }]);
    const file = await out();
    const county = as('cityBureau').indicators.readBundle({ dataset, on, from: on, file });
    expect((await refusalOf(county)).code).toBe('NOT_ALLOWED');
  });
});

/** As an approved filing leaves them: one unit of 浦江. */
async function publish(owner: Database, figures: readonly (readonly [indicator: string, period: string, value: string])[]): Promise<void> {
  await sql`insert into statistics_head (dataset, number) values (${dataset}, 1) on conflict (dataset) do update set number = 1`.execute(
    owner,
  );
  await sql`insert into statistics_publications (dataset, number, jurisdiction, source_zh, source_en, approved_on)
    values (${dataset}, 1, '330726', '练习', 'practice', ${on})`.execute(owner);
  for (const [indicator, period, value] of figures)
    await sql`insert into statistics_figures (dataset, unit, jurisdiction, indicator, period, publication, value)
      values (${dataset}, '330726', '330726', ${indicator}, ${period}, 1, ${value})`.execute(owner);
}
