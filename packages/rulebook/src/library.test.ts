// The library as it ships, and what the loader refuses in one.

import { compile, libraryOf, parseFormula } from '@zhenghe/engine/indicators';
import { Decimal, isMissing } from '@zhenghe/engine/kernel';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { loadPacks, readPacks } from './load.ts';
import { aFolder, aPack } from './testing.ts';

const rulebook = loadPacks();
const library = libraryOf(rulebook.indicators.map(({ indicator }) => indicator));
const words = { zh: '甲', en: 'a' };

function anIndicator(changes: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> {
  return {
    code: 'output',
    name: words,
    meaning: words,
    group: 'scale',
    unit: '万元',
    source: words,
    owner: words,
    clause: 'S2-(九)',
    ...changes,
  };
}

function aForm(rows: readonly unknown[], checks: readonly unknown[] = []): string {
  const head = {
    code: 'monthly',
    title: words,
    about: words,
    audience: 'zones',
    frequency: 'month',
    from: '2016-01-01',
    dueDays: 8,
    levelDays: 3,
  };
  return stringify({ note: words, forms: [{ ...head, groups: [{ id: 'a', title: words, rows }], checks }] });
}

function placesOf(dir: string): readonly (readonly [string, string, string | null])[] {
  const read = readPacks(dir);
  return read.ok ? [] : read.problems.map(({ file, path, value }) => [file, path, value]);
}

const withOutput = (changes = {}) => aPack('a', { indicators: [anIndicator(changes)] });

describe('the shipped library', () => {
  it('holds the six of S2-(十六), each down to filed figures', () => {
    const six = ['tax_per_mu', 'value_per_mu', 'labour_productivity', 'rd_intensity', 'value_per_energy', 'value_per_emission'];
    for (const code of six) {
      const clause = { pack: 'zj-2020-guidance', clause: 'S2-(十六)' };
      expect(library.get(code)).toMatchObject({ clause, gathering: 'ratio' });
      expect(compile(code, library)).toMatchObject({ ok: true });
    }
  });

  it('computes 黄岩’s first term as its notice would: 24.097 万元/亩 of 240.97 万元 on 10 亩', () => {
    const compiled = compile('tax_per_mu', library);
    if (!compiled.ok) throw new Error('tax_per_mu does not hold');
    const filed = new Map([
      ['tax_revenue', new Decimal('240.97')],
      ['land_area', new Decimal(10)],
    ]);
    const value = compiled.evaluate((code) => filed.get(code) ?? null);
    expect(isMissing(value) ? value : value.toFixed()).toBe('24.097');
  });

  it('names an owner, a source and a unit for each, and a clause or that it is the product’s own', () => {
    expect(rulebook.indicators.length).toBeGreaterThanOrEqual(60);
    for (const { indicator, pack } of rulebook.indicators) {
      expect([indicator.code, pack === null || indicator.clause !== null]).toEqual([indicator.code, true]);
      expect(indicator.owner.zh.length * indicator.source.zh.length).toBeGreaterThan(0);
    }
  });

  it('answers every name to one indicator only', () => {
    const names = rulebook.indicators.flatMap(({ indicator }) => [indicator.name.zh, ...indicator.aliases]);
    expect(names.filter((name) => library.answering(name).length !== 1)).toEqual([]);
  });

  it('breaks 规上 figures in 2011, where the threshold rose from 500 to 2000 万元', () => {
    const broken = (code: string) => library.get(code)?.calibres.map(({ id, from, comparable }) => [id, from, comparable]);
    for (const code of ['gross_output', 'value_added', 'firms_above_scale']) {
      expect(broken(code)).toEqual([
        ['above-5m', null, true],
        ['above-20m', '2011', false],
      ]);
    }
  });

  it('labels every form as the product’s own, and asks for nothing without a definition', () => {
    const unasked = rulebook.indicators
      .filter(({ indicator }) => indicator.meaning.zh.startsWith('定义未取得'))
      .map(({ indicator }) => indicator.code);
    const asked = rulebook.forms.flatMap(({ form }) => form.groups.flatMap(({ rows }) => rows.map(({ indicator }) => indicator)));
    expect(unasked.length).toBeGreaterThan(0);
    expect(asked.filter((code) => unasked.includes(code))).toEqual([]);
    for (const { form } of rulebook.forms)
      expect([form.code, form.dueFrom, form.note === null]).toEqual([form.code, 'product-default', false]);
  });

  it('measures a target or says why not', () => {
    const targets = rulebook.packs.flatMap((pack) => pack.targets);
    expect(targets.filter(({ indicator, why }) => (indicator === undefined) === (why === undefined))).toEqual([]);
    expect(targets.filter(({ indicator }) => indicator !== undefined).length).toBeGreaterThan(15);
  });

  it('writes rules of tags that are formulas', () => {
    expect(rulebook.tags.length).toBeGreaterThanOrEqual(2);
    for (const { tag } of rulebook.tags) expect(parseFormula(tag.rule).ok).toBe(true);
  });
});

describe('a wrong library is refused with its place', () => {
  it('refuses an indicator without a clause, of an unknown clause, or with a code that another pack has', () => {
    expect(placesOf(aFolder([withOutput({ clause: undefined })]))).toContainEqual(['a/indicators.yaml', '[0].clause', null]);
    expect(placesOf(aFolder([withOutput({ clause: 'Z9-甲' })]))).toEqual([['a/indicators.yaml', '[0].clause', 'a Z9-甲']]);
    const twice = placesOf(aFolder([withOutput(), aPack('b', { indicators: [anIndicator({ name: { zh: '乙', en: 'b' } })] })]));
    expect(twice).toEqual([
      ['a/indicators.yaml', '[0].code', 'output'],
      ['b/indicators.yaml', '[0].code', 'output'],
    ]);
  });

  it('refuses 万元 + 亩, an unknown item, a circle and a unit that is none', () => {
    const land = anIndicator({ code: 'land', name: { zh: '地', en: 'land' }, unit: '亩' });
    const sum = anIndicator({ code: 'x1', name: { zh: '和', en: 'sum' }, formula: 'output + land' });
    expect(placesOf(aFolder([aPack('a', { indicators: [anIndicator(), land, sum] })])).map(([, path]) => path)).toEqual(['[2].formula']);
    expect(placesOf(aFolder([withOutput({ formula: 'nobody * 2' })])).map(([, path]) => path)).toEqual(['[0].formula']);
    expect(placesOf(aFolder([withOutput({ formula: 'output / 2' })])).map(([, path]) => path)).toEqual(['[0].formula']);
    expect(placesOf(aFolder([withOutput({ unit: '斗' })])).map(([, path]) => path)).toEqual(['[0].unit']);
  });

  it('refuses calibres out of time', () => {
    const calibres = [
      { id: 'new', from: '2011', title: words },
      { id: 'old', title: words },
    ];
    expect(placesOf(aFolder([withOutput({ calibres })])).map(([, path]) => path)).toEqual(['[0].calibres[0].from', '[0].calibres[1].from']);
  });

  it('refuses a form that asks for nobody’s indicator, for one twice, for an unknown calibre, or checks what it does not ask', () => {
    const of = (rows: readonly unknown[], checks: readonly unknown[] = []) =>
      placesOf(aFolder([withOutput()], { 'statistics-defaults.yaml': aForm(rows, checks) }));
    expect(of(['output'])).toEqual([]);
    expect(of(['nothing'])).toEqual([['statistics-defaults.yaml', 'forms[0].groups[0].rows[0]', 'nothing']]);
    expect(of(['output', 'output'])).toEqual([['statistics-defaults.yaml', 'forms[0].groups[0].rows[1]', 'output']]);
    expect(of([{ indicator: 'output', calibre: 'other' }])).toEqual([
      ['statistics-defaults.yaml', 'forms[0].groups[0].rows[0].calibre', 'other'],
    ]);
    const slip = { id: 'x', title: words, severity: 'block', kind: 'unit-slip', rows: ['land'], factors: ['10000'] };
    expect(of(['output'], [slip])).toEqual([['statistics-defaults.yaml', 'forms[0].checks[0]', 'land']]);
  });

  it('refuses a target that names an indicator without a scope', () => {
    const target = {
      ...{ id: 't', title: words, clause: 'S2-(九)', unit: '万元', group: words, base: { value: null, year: null } },
      ...{ goal: { value: '1', sense: 'at-least', year: '2025' }, indicator: 'output' },
    };
    expect(placesOf(aFolder([aPack('a', { indicators: [anIndicator()], targets: [target] })]))).toEqual([
      ['a/targets.yaml', '[0].indicator', 'output'],
    ]);
  });

  it('keeps the hash of a pack that has no library', () => {
    const plain = loadPacks(aFolder([aPack('a')])).pack('a')?.hash;
    expect(loadPacks(aFolder([aPack('a', { indicators: [], forms: [], tags: [] })])).pack('a')?.hash).toBe(plain);
    expect(loadPacks(aFolder([withOutput()])).pack('a')?.hash).not.toBe(plain);
  });
});
