import { compile, libraryOf } from '@zhenghe/engine/indicators';
import { Decimal, isMissing, periodEnd, sumOf } from '@zhenghe/engine/kernel';
import { checkSheet } from '@zhenghe/engine/statistics';
import { loadPacks } from '@zhenghe/rulebook';
import { expect, test } from 'vitest';
import { readJurisdictions } from '../territory/index.ts';
import { trainingDay } from './days.ts';
import { trainingProvince } from './province.ts';
import { trainingPublications } from './statistics.ts';
import { trainingFilings } from './statistics-filings.ts';
import { reportingUnits } from './statistics-units.ts';
import { figuresOfUnits } from './statistics-values.ts';

const rulebook = loadPacks();
const library = libraryOf(rulebook.indicators.map(({ indicator }) => indicator));
const { stories } = trainingProvince(readJurisdictions());
const units = reportingUnits(stories);
const figures = figuresOfUnits(units);
const publications = trainingPublications(stories, figures);
const formOf = (code: string) => rulebook.forms.find(({ form }) => form.code === code)?.form;
const filedRows = (code: string) =>
  (formOf(code)?.groups ?? [])
    .flatMap(({ rows }) => rows.map(({ indicator }) => indicator))
    .filter((one) => library.get(one)?.formula === null);

/** Current values by unit, indicator and period: a later publication replaces an earlier one. */
const current = new Map<string, string | null>();
for (const { figures: all } of publications) {
  for (const { unit, indicator, period, calibre, value } of all) if (calibre === null) current.set(`${unit} ${indicator} ${period}`, value);
}
const valueOf2020 = (unit: string, indicator: string) => current.get(`${unit} ${indicator} 2020`) ?? null;

test('the 148 kept zones report, and 60 parks that were merged by the training day', () => {
  expect([units.filter(({ until }) => until === null).length, units.filter(({ until }) => until !== null).length]).toEqual([148, 60]);
  expect(units.every(({ until }) => until === null || until <= trainingDay)).toBe(true);
});

test('the same version gives the same figures, and every source is marked as training', () => {
  expect(JSON.stringify(trainingPublications(stories, figuresOfUnits(units))) === JSON.stringify(publications)).toBe(true);
  expect(publications.filter(({ source }) => !source.zh.startsWith('训练数据') || !source.en.startsWith('Training data'))).toEqual([]);
});

test('each figure is of a filed indicator, on or before its day, and within 200,000', () => {
  const all = publications.flatMap(({ on, figures: some }) => some.map((figure) => ({ on, ...figure })));
  expect(all.length).toBeLessThan(200_000);
  expect([...new Set(all.map(({ indicator }) => indicator))].filter((code) => library.get(code)?.formula !== null)).toEqual([]);
  expect(all.filter(({ on, period }) => periodEnd(period) >= on || on > trainingDay)).toEqual([]);
});

test('forms and figures ask for the same: every filed row of a zone has a series', () => {
  const months = figures[0]?.of('month', 0);
  const quarters = figures[0]?.of('quarter', 0);
  const years = figures[0]?.of('year', 0);
  expect([...(months?.keys() ?? [])].sort()).toEqual([...filedRows('zone-monthly')].sort());
  expect([...(quarters?.keys() ?? [])].sort()).toEqual([...filedRows('zone-quarterly')].sort());
  expect([...(years?.keys() ?? [])].sort()).toEqual([...filedRows('zone-yearly')].sort());
});

test('totals go on through mergers: what a merged park made is in the zone that took it', () => {
  const total = (index: number) => figures.reduce((sum, { of }) => sum + (of('month', index)?.get('employees_end') ?? 0), 0);
  const alive = (index: number) => figures.filter(({ of }) => of('month', index) !== null).length;
  expect([alive(0), alive(64)]).toEqual([208, 148]);
  // Nobody is lost: within a month staff moves by no more than chance does.
  for (let index = 58; index < 63; index += 1) expect(Math.abs(total(index + 1) / total(index) - 1)).toBeLessThan(0.03);
});

test('a park that was merged during a year files that year for itself, and nobody files it twice', () => {
  const filing = figures.filter(({ of }) => of('year', 4) !== null);
  expect(filing).toHaveLength(208);
  const land = filing.reduce((sum, { of }) => sum + (of('year', 4)?.get('land_area') ?? 0), 0);
  const before = filing.reduce((sum, { of }) => sum + (of('year', 3)?.get('land_area') ?? 0), 0);
  expect(land / before).toBeCloseTo(1.012, 3);
});

test('a year is the sum of its months for every unit that did not merge', () => {
  for (const { unit, of } of figures.filter(({ unit: one }) => one.parts.length === 1 && one.until === null)) {
    const months = Array.from({ length: 12 }, (_, month) => of('month', 48 + month)?.get('tax_revenue') ?? 0);
    expect([unit.id, of('year', 4)?.get('tax_revenue')]).toEqual([unit.id, months.reduce((sum, value) => sum + value, 0)]);
  }
});

test('sheets under way hold what the arithmetic checks ask for', () => {
  for (const { form: code, period, filings } of trainingFilings(figures)) {
    const form = formOf(code);
    if (!form) throw new Error(`no form ${code}`);
    const arithmetic = { ...form, checks: form.checks.filter(({ kind, severity }) => kind === 'arithmetic' && severity === 'block') };
    for (const { unit, cells } of filings.filter((one) => one.actions.length > 0)) {
      const found = checkSheet(arithmetic, library, cells, { period, history: new Map(), peers: new Map() });
      expect([unit, found.filter(({ kind }) => kind === 'arithmetic').map(({ message }) => message.zh)]).toEqual([unit, []]);
    }
  }
});

test('sheets of May stand in every state, and the role cards’ own is still empty', () => {
  const may = trainingFilings(figures).find(({ period }) => period === '2021-05');
  const last = new Set(may?.filings.map(({ actions, cells }) => actions.at(-1)?.kind ?? (cells.length === 0 ? 'empty' : 'filling')));
  expect([...last].sort()).toEqual(['accept', 'approve', 'empty', 'filling', 'return', 'submit']);
  expect(may?.filings.find(({ unit }) => unit === 'xl-330726-01')?.cells).toEqual([]);
  expect(may?.filings.flatMap(({ actions }) => actions).filter(({ on }) => on > trainingDay)).toEqual([]);
});

test('ratios are what zones might have: tax per mu, value added per mu, research in revenue', () => {
  const ratio = (code: string) => {
    const compiled = compile(code, library);
    if (!compiled.ok) throw new Error(code);
    const held = units.filter(({ until }) => until === null).map(({ id }) => id);
    const value = compiled.evaluate((item) => sumOf(held.flatMap((unit) => valueOf2020(unit, item) ?? [])));
    return isMissing(value) ? Number.NaN : value.toNumber();
  };
  expect(ratio('tax_per_mu')).toBeGreaterThan(15);
  expect(ratio('tax_per_mu')).toBeLessThan(45);
  expect(ratio('value_per_mu')).toBeGreaterThan(50);
  expect(ratio('value_per_mu')).toBeLessThan(150);
  expect(ratio('rd_intensity')).toBeGreaterThan(0.7);
  expect(ratio('rd_intensity')).toBeLessThan(3);
  // Under the goal of 3.5 % that the targets name: what is reached already is no target.
  expect(ratio('rd_share_gdp')).toBeGreaterThan(2.4);
  expect(ratio('rd_share_gdp')).toBeLessThan(3.1);
});

test('every filed item of a zone is held for each of the five years, by its sheets or by the whole year', () => {
  const unit = units.find(({ until, parts }) => until === null && parts.length === 1)?.id;
  const held = (indicator: string, period: string) => current.has(`${unit} ${indicator} ${period}`);
  const sheets = { 'zone-monthly': ['01', '12'], 'zone-quarterly': ['Q1', 'Q4'] } as const;
  for (const year of [2016, 2017, 2018, 2019, 2020]) {
    const without = Object.entries(sheets).flatMap(([form, ends]) =>
      filedRows(form).filter((code) => !held(code, String(year)) && !ends.every((end) => held(code, `${year}-${end}`))),
    );
    expect([year, without, filedRows('zone-yearly').filter((code) => !held(code, String(year)))]).toEqual([year, [], []]);
  }
});

test('what came sheet by sheet is in no publication of the whole, and the rest of the province is', () => {
  const filed = trainingFilings(figures).flatMap(({ period, filings }) => filings.map(({ unit }) => `${unit} ${period}`));
  const whole = new Set([...current.keys()].map((key) => key.split(' ')).map(([unit, , period]) => `${unit} ${period}`));
  expect(filed.filter((one) => whole.has(one))).toEqual([]);
  for (const period of ['2021-04', '2021-Q1']) {
    const standing = units.filter(({ id, until }) => until === null && !filed.includes(`${id} ${period}`)).map(({ id }) => id);
    expect([period, standing.filter((id) => !whole.has(`${id} ${period}`))]).toEqual([period, []]);
  }
});

test('a slip of 10⁴ was approved and corrected later, with its reason', () => {
  const corrections = publications.filter(({ reason }) => reason !== null);
  expect(corrections.length).toBeGreaterThan(3);
  for (const { on, figures: mended } of corrections) {
    for (const { unit, indicator, period, value } of mended) {
      const wrong = publications.find(
        (one) => one.on < on && one.figures.some((f) => f.unit === unit && f.indicator === indicator && f.period === period),
      );
      const before = wrong?.figures.find((f) => f.unit === unit && f.indicator === indicator && f.period === period)?.value;
      const times = new Decimal(value ?? 0).div(before ?? 1);
      expect(times.greaterThan(9_000) || times.lessThan('0.00012')).toBe(true);
    }
  }
});

test('firms above scale break in 2011, bridged for two in three units', () => {
  const bridging = publications.flatMap(({ figures: all }) => all.filter(({ calibre }) => calibre === 'above-20m'));
  expect(new Set(bridging.map(({ period }) => period))).toEqual(new Set(['2010']));
  expect(new Set(bridging.map(({ unit }) => unit)).size).toBe(138);
});
