import { libraryOf } from '@zhenghe/engine/indicators';
import { Decimal } from '@zhenghe/engine/kernel';
import { loadPacks } from '@zhenghe/rulebook';
import { expect, test } from 'vitest';
import { dataText, readCsv } from '../territory/index.ts';
import { qualityOf } from './quality.ts';
import { ranksCounted, readQualityCases, readRanking, readTotals } from './real-files.ts';

const library = libraryOf(loadPacks().indicators.map(({ indicator }) => indicator));
const totals = readTotals(dataText('statistics/province-2020.csv'), library.get);
const ranking = readRanking(dataText('statistics/etdz-ranking-2021.csv'));
const totalOf = (code: string) => new Decimal(totals.find(({ indicator }) => indicator === code)?.value ?? Number.NaN);

test('the totals of 2020 come to the units of the library without a rounding', () => {
  expect(totalOf('fdi').toFixed()).toBe('941600');
  expect(totalOf('tax_revenue').toFixed()).toBe('51033300');
  expect(totals.find(({ indicator }) => indicator === 'gross_output')?.printed).toBe('55334.56 亿元');
  expect(totals.every(({ unit, period, source }) => unit === '330000' && period === '2020' && source.startsWith('https://'))).toBe(true);
});

test('the national parts are the shares that were printed: 69.79 %, 56.58 %, and 60.86 % of tax', () => {
  const share = (part: string, whole: string) => totalOf(part).div(totalOf(whole)).times(100).toFixed(2);
  expect(share('fdi_national', 'fdi')).toBe('69.79');
  expect(share('trade_national', 'trade_total')).toBe('56.58');
  expect(share('tax_national', 'tax_revenue')).toBe('60.86');
});

test('the unit trap is kept with both readings, of which one is possible', () => {
  const [trap, ...more] = readQualityCases(dataText('statistics/data-quality.json'));
  expect(more).toEqual([]);
  expect(trap?.readings.map(({ possible }) => possible)).toEqual([true, false]);
  expect(totals.filter(({ qualityCase }) => qualityCase === trap?.id).map(({ indicator }) => indicator)).toEqual(trap?.indicators);
});

test('a figure of the trap tells its readings, another figure of the same year none', () => {
  const told = qualityOf({ unit: '330000', indicator: 'trade_total', period: '2020' });
  expect(told.flatMap(({ readings }) => readings.map(({ printed }) => printed))).toEqual(['2722.59 亿美元', '2722.59 美元']);
  expect(qualityOf({ unit: '330000', indicator: 'fdi', period: '2020' })).toEqual([]);
});

test('the ranking names four zones of the province, each by its name in the register', () => {
  const own = ranking.filter(({ province: place }) => place === '浙江');
  const names = new Map(readCsv(dataText('zones/zones.csv')).map((row) => [row.id, row.name]));
  expect(own.map(({ rank }) => rank)).toEqual([9, 19, 24, 25]);
  expect(own.map(({ id }) => names.get(id ?? ''))).toEqual(own.map(({ zone }) => zone));
  expect(ranksCounted(ranking).map(({ indicator, value, period }) => [indicator, value, period])).toEqual([
    ['etdz_top10', '1', '2020'],
    ['etdz_top20', '2', '2020'],
    ['etdz_top30', '4', '2020'],
  ]);
});

test('a total in a unit that is not of its kind is refused', () => {
  const header = 'unit,indicator,period,printed,printed_unit,note,case,source,confidence';
  expect(() => readTotals(`${header}\n330000,fdi,2020,94.16,亿元,,,x,high\n`, library.get)).toThrow('94.16 亿元');
});
