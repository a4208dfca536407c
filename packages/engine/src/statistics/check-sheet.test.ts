// Checks of a sheet: what each finds, and that each is silent where there is too little to say anything.
import { describe, expect, it, test } from 'vitest';
import { libraryOf } from '../indicators/index.ts';
import { checkSheet, computeCells, sheetDiff } from './index.ts';
import { aCheck, aContext, aForm, anIndicator, cell, pastOf } from './testing.ts';

const library = libraryOf([
  anIndicator('tax', { name: { zh: '税收收入', en: 'Tax revenue' } }),
  anIndicator('power', { name: { zh: '用电量', en: 'Electricity' }, unit: '万千瓦时' }),
  anIndicator('land', { name: { zh: '用地', en: 'Land' }, unit: '亩', accrual: 'stock', least: '0' }),
  anIndicator('firms', { unit: '家', decimals: 0, accrual: 'stock', least: '0', most: '100000' }),
  anIndicator('large', { unit: '家', decimals: 0, accrual: 'stock' }),
  anIndicator('rate', { unit: '%', most: '100' }),
  anIndicator('year_tax', { accrual: 'to-date' }),
  anIndicator('tax_per_mu', { unit: '万元/亩', formula: 'tax / land' }),
  anIndicator('broken_series', {
    calibres: [
      { id: 'old', from: null, title: { zh: '旧', en: 'old' }, note: null, clause: null, comparable: true },
      { id: 'new', from: '2021-04', title: { zh: '新', en: 'new' }, note: null, clause: null, comparable: false },
    ],
  }),
]);

const slip = aCheck({ kind: 'unit-slip', rows: [], factors: ['10000', '0.0001', '100', '0.01', '1000', '0.001', '0.0667', '15'] });
const jump = aCheck({ kind: 'jump', rows: [], yearOnYear: '50', modifiedZ: '3.5', least: 3 });
const peers = aCheck({ kind: 'peers', rows: [], modifiedZ: '3.5', least: 5 });
const calm = Array.from({ length: 40 }, (_, at) => `${1000 + ((at * 37) % 90)}`);
const history = (key: string, values: readonly string[] = calm) => aContext({ history: new Map([[key, pastOf('2021-05', values)]]) });
const ids = (findings: ReturnType<typeof checkSheet>) => findings.map(({ id }) => id);

describe('a required row', () => {
  const form = aForm(['tax', 'land'], [], true);

  it('that is blank stops, and blank is not zero', () => {
    const findings = checkSheet(form, library, [cell('tax', '0')], aContext());
    expect(findings).toMatchObject([{ id: 'required:land', severity: 'block', stops: true, cells: ['land'] }]);
    expect(findings[0]?.message.zh).toContain('空白不等于 0');
  });

  it('is answered by a reason, not by words beside it', () => {
    expect(checkSheet(form, library, [cell('tax', '1'), cell('land', { missing: 'secret' })], aContext())).toEqual([]);
    expect(ids(checkSheet(form, library, [cell('tax', '1'), cell('land', null, '以后补')], aContext()))).toEqual(['required:land']);
  });
});

describe('arithmetic', () => {
  const form = aForm(
    ['firms', 'large'],
    [aCheck({ kind: 'arithmetic', left: 'large', relation: '<=', right: 'firms', tolerance: '0' }, 'block')],
  );

  it('is held between rows, with both sides shown', () => {
    const [finding] = checkSheet(form, library, [cell('firms', '10'), cell('large', '12')], aContext());
    expect(finding).toMatchObject({ id: 'arithmetic', cells: ['large', 'firms'], measured: '12 家', expected: '≤ 10 家', stops: true });
    expect(finding?.message.zh).toContain('相差 2 家');
  });

  it('says nothing while one side is empty or missing for a reason', () => {
    expect(checkSheet(form, library, [cell('large', '12')], aContext())).toEqual([]);
    expect(checkSheet(form, library, [cell('large', '12'), cell('firms', { missing: 'not-collected' })], aContext())).toEqual([]);
  });

  it('knows units and allows the tolerance', () => {
    const check = aCheck({ kind: 'arithmetic', left: 'tax', relation: '=', right: 'land * `2 元/亩`', tolerance: '0.001' });
    const units = aForm(['tax', 'land'], [check]);
    expect(checkSheet(units, library, [cell('land', '5000'), cell('tax', '1.001')], aContext())).toEqual([]);
    expect(ids(checkSheet(units, library, [cell('land', '5000'), cell('tax', '1.0011')], aContext()))).toEqual(['arithmetic']);
  });
});

describe('a slip of the unit', () => {
  const form = aForm(['tax'], [slip, jump]);

  it('of 10,000 is found, named, and the right figure offered; its jump is not said again', () => {
    const findings = checkSheet(form, library, [cell('tax', '10400000')], history('tax'));
    expect(findings).toMatchObject([{ id: 'unit-slip:tax', measured: '10400000 万元', expected: '1040 万元', stops: true }]);
    expect(findings[0]?.message.zh).toContain('「元」');
    expect(findings[0]?.mend?.zh).toContain('1040 万元');
  });

  it('between mu and hectares is found by its factor', () => {
    const land = checkSheet(aForm(['land'], [slip]), library, [cell('land', '69.4')], history('land'));
    expect(land[0]?.message.zh).toContain('「公顷」');
    expect(land[0]?.expected).toContain('亩');
  });

  test.each([
    ['of two earlier figures only', ['1000', '1010'], '10000000'],
    ['of a series that moves by a thousand itself', ['1', '1000', '3', '900', '2', '2000', '5', '800'], '100000'],
    ['of a good year', calm, '2100'],
    ['of a zero', calm, '0'],
  ])('is not claimed %s', (_, values, value) => {
    expect(ids(checkSheet(aForm(['tax'], [slip]), library, [cell('tax', value)], history('tax', values)))).toEqual([]);
  });

  it('is not seen in January, where a figure since the year began starts anew', () => {
    const values = Array.from({ length: 24 }, (_, at) => `${100 * ((at % 12) + 1)}`);
    const context = { ...aContext({ period: '2021-01' }), history: new Map([['year_tax', pastOf('2021-01', values)]]) };
    expect(checkSheet(aForm(['year_tax'], [slip]), library, [cell('year_tax', '104')], context)).toEqual([]);
    expect(ids(checkSheet(aForm(['year_tax'], [slip]), library, [cell('year_tax', '1040000')], context))).toEqual(['unit-slip:year_tax']);
  });
});

describe('a jump', () => {
  const form = aForm(['tax'], [jump]);

  it('beyond its season and the change of a year asks for words, which answer it', () => {
    const [finding] = checkSheet(form, library, [cell('tax', '2100')], history('tax'));
    expect(finding).toMatchObject({ id: 'jump:tax', severity: 'explain', stops: true });
    expect(finding?.message.zh).toContain('上年同期');
    const [told] = checkSheet(form, library, [cell('tax', '2100', '一次性土地增值税')], history('tax'));
    expect(told).toMatchObject({ id: 'jump:tax', stops: false });
  });

  test.each([
    ['without history', [], '2100'],
    ['with five earlier figures', ['1', '2', '3', '4', '5'], '2100'],
    ['within the change of a year', calm, '1400'],
    ['in a series that was always zero', Array.from({ length: 40 }, () => '0'), '500'],
  ])('is not claimed %s', (_, values, value) => {
    expect(checkSheet(form, library, [cell('tax', value)], history('tax', values))).toEqual([]);
  });

  it('of a series that never moved is found though its MAD is 0', () => {
    const constant = Array.from({ length: 40 }, () => '500');
    expect(ids(checkSheet(form, library, [cell('tax', '1000')], history('tax', constant)))).toEqual(['jump:tax']);
    expect(checkSheet(form, library, [cell('tax', '510')], history('tax', constant))).toEqual([]);
  });

  it('is not measured across a merger: the unit was another one', () => {
    const merged = { ...history('tax'), since: '2021-01-01' };
    expect(checkSheet(form, library, [cell('tax', '2100')], merged)).toEqual([]);
    expect(ids(checkSheet(form, library, [cell('tax', '2100')], { ...merged, since: '2017-01-01' }))).toEqual(['jump:tax']);
  });

  it('is not measured across a break of calibre', () => {
    expect(checkSheet(aForm(['broken_series'], [jump, slip]), library, [cell('broken_series', '9000')], history('broken_series'))).toEqual(
      [],
    );
  });
});

describe('peers', () => {
  const form = aForm(['tax'], [peers]);
  const of = (values: readonly string[]) => aContext({ peers: new Map([['tax', values]]) });

  it('are compared in proportion: a zone a hundred times as large stands out', () => {
    const many = Array.from({ length: 30 }, (_, at) => `${50 + at * 3}`);
    expect(ids(checkSheet(form, library, [cell('tax', '9000')], of(many)))).toEqual(['peers:tax']);
    expect(checkSheet(form, library, [cell('tax', '140')], of(many))).toEqual([]);
  });

  it('too few say nothing, and equal ones do not divide by zero', () => {
    expect(checkSheet(form, library, [cell('tax', '9000')], of(['1', '2', '3']))).toEqual([]);
    expect(checkSheet(form, library, [cell('tax', '9000')], of(['1', '1', '1', '1', '1', '1']))).toEqual([]);
  });
});

describe('tax, electricity and land', () => {
  const form = aForm(
    ['tax', 'power', 'land'],
    [aCheck({ kind: 'triangle', tax: 'tax', electricity: 'power', land: 'land', spread: '60' })],
  );
  const year = (value: string) => [{ period: '2020-05', value }];
  const context = aContext({
    history: new Map([
      ['tax', year('100')],
      ['power', year('200')],
      ['land', year('300')],
    ]),
  });

  it('that move apart are shown together, on the tax', () => {
    const [finding] = checkSheet(form, library, [cell('tax', '170'), cell('power', '180'), cell('land', '300')], context);
    expect(finding).toMatchObject({ kind: 'triangle', cells: ['tax', 'power', 'land'], measured: '88.9 %', expected: '≤ 60 %' });
  });

  it('that move together, or have no year before, say nothing', () => {
    expect(checkSheet(form, library, [cell('tax', '170'), cell('power', '300'), cell('land', '360')], context)).toEqual([]);
    expect(checkSheet(form, library, [cell('tax', '170'), cell('power', '20')], aContext())).toEqual([]);
  });
});

describe('what an indicator may be', () => {
  const form = aForm(['firms', 'rate', 'land'], [aCheck({ kind: 'within', rows: [] }, 'block')]);

  it('is held against its least, most and decimals, each a finding', () => {
    const findings = checkSheet(form, library, [cell('firms', '-1.5'), cell('rate', '120'), cell('land', '10.25')], aContext());
    expect(findings.map(({ id, expected }) => [id, expected])).toEqual([
      ['within:firms', '≥ 0 家'],
      ['within:firms:decimals', '-2 家'],
      ['within:rate', '≤ 100 %'],
    ]);
  });
});

describe('computed rows', () => {
  const form = aForm(
    ['tax', 'land', 'tax_per_mu'],
    [aCheck({ kind: 'jump', rows: ['tax_per_mu'], yearOnYear: '50', modifiedZ: '3.5', least: 3 })],
  );

  it('follow their formula; nothing entered stays nothing, a reason passes on', () => {
    const value = (cells: Parameters<typeof computeCells>[2]) => computeCells(form, library, cells)[0]?.value;
    expect(value([cell('tax', '10'), cell('land', '4')])).toBe('2.5');
    expect(value([cell('tax', '10')])).toBeNull();
    expect(value([cell('tax', '10'), cell('land', { missing: 'secret' })])).toMatchObject({ missing: expect.any(String) });
    expect(value([cell('tax', '10'), cell('land', '0')])).toMatchObject({ missing: 'not-applicable' });
  });

  it('are checked too; what they rest on may be explained', () => {
    const findings = (words: string | null) =>
      checkSheet(form, library, [cell('tax', '40000'), cell('land', '10', words)], history('tax_per_mu'));
    expect(findings(null)).toMatchObject([{ cells: ['tax_per_mu', 'tax', 'land'], stops: true }]);
    expect(findings('地块收回')).toMatchObject([{ stops: false }]);
  });
});

describe('the difference of two states', () => {
  it('is by value and words: 1.50 is 1.5', () => {
    const before = [cell('a', '1.50'), cell('b', '2'), cell('c', { missing: 'secret' }), cell('d', '4')];
    const after = [cell('a', '1.5'), cell('b', '3'), cell('c', { missing: 'secret' }, '因为'), cell('e', '0')];
    expect(sheetDiff(before, after)).toEqual([
      { key: 'b', before: '2', after: '3', explanation: null },
      { key: 'c', before: { missing: 'secret' }, after: { missing: 'secret' }, explanation: '因为' },
      { key: 'e', before: null, after: '0', explanation: null },
      { key: 'd', before: '4', after: null, explanation: null },
    ]);
  });
});
