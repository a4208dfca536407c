import { describe, expect, it } from 'vitest';
import { light } from '../ui/theme.ts';
import { barOption, type ChartLook, drawnRows, lineOption, mostBars, unbrokenRuns } from './chart.ts';
import { anAnswer, anIndicator, aRow } from './testing.ts';

const look: ChartLook = {
  ...{ palette: light, measures: { money: 'own', land: 'own' }, grows: false },
  rowName: ({ name }) => name,
  breakName: (period) => `break ${period}`,
  tell: String,
};
const periods = ['2018', '2019', '2020', '2021'];
const broken = (bridged: boolean) => [{ period: '2020', from: { zh: '旧', en: 'old' }, to: { zh: '新', en: 'new' }, bridged }];
const seriesOf = (option: ReturnType<typeof lineOption>) => (Array.isArray(option.series) ? option.series : []);
const rows = [aRow('a', ['1', '2', null, '4'])];

describe('lines over time', () => {
  it('stop at a break that nothing bridges: two lines of one name', () => {
    const indicator = anIndicator({ breaks: broken(false) });
    const option = lineOption({ answer: anAnswer({ periods, rows, indicators: [indicator] }), indicator, rows }, look);
    expect(seriesOf(option).map(({ name, data }) => ({ name, data }))).toEqual([
      { name: 'a', data: [{ id: 'a.tax.2018', value: 1 }, { id: 'a.tax.2019', value: 2 }, '-', '-'] },
      { name: 'a', data: ['-', '-', '-', { id: 'a.tax.2021', value: 4 }] },
    ]);
    expect(JSON.stringify(seriesOf(option)[0])).toContain('break 2020');
  });
  it('go on over a break that is bridged, and never over a missing figure as if it were zero', () => {
    expect(unbrokenRuns(periods, broken(true))).toEqual([periods]);
    const indicator = anIndicator({ breaks: broken(true) });
    const [line] = seriesOf(lineOption({ answer: anAnswer({ periods, rows, indicators: [indicator] }), indicator, rows }, look));
    expect(line?.data).toContain('-');
  });
  it('take the figures of their own indicator', () => {
    const second = anIndicator({ code: 'land', unit: '亩' });
    const both = [aRow('a', ['1', '2', '30', '40'])];
    const answer = anAnswer({ rows: both, indicators: [anIndicator(), second] });
    const [line] = seriesOf(lineOption({ answer, indicator: second, rows: both }, look));
    expect(line?.data).toEqual([
      { id: 'a.land.2020', value: 30 },
      { id: 'a.land.2021', value: 40 },
    ]);
  });
  it('are few: those asked for, or the whole and the first', () => {
    const many = Array.from({ length: 9 }, (_, index) => aRow(`r${index}`, ['1']));
    const total = aRow('all', ['9'], { kind: 'total' });
    const drawn = (gathering: string, wanted: readonly string[]) =>
      drawnRows({ rows: [...many, total], indicators: [anIndicator({ gathering })] }, wanted).map(({ key }) => key);
    expect(drawn('ratio', [])).toEqual(['all', 'r0', 'r1', 'r2', 'r3', 'r4']);
    expect(drawn('sum', [])).toEqual(['r0', 'r1', 'r2', 'r3', 'r4', 'r5']);
    expect(drawn('sum', ['r7', 'gone', 'total-all'])).toEqual(['r7', 'all']);
  });
  it('are hollow where a part of the figure is missing', () => {
    const partial = { ...aRow('a', []), cells: [['1', 1, 2, 0b1] as ReturnType<typeof aRow>['cells'][number]] };
    const answer = anAnswer({ periods: ['2020'], rows: [partial] });
    const [line] = seriesOf(lineOption({ answer, indicator: anIndicator(), rows: [partial] }, look));
    expect(JSON.stringify(line?.data)).toContain(light.paper);
  });
});

it('bars are as many as can be read, of the newest period', () => {
  const many = Array.from({ length: 40 }, (_, index) => aRow(`r${index}`, ['1', String(index)]));
  const answer = anAnswer({ rows: many });
  const [bars] = seriesOf(barOption({ answer, indicator: anIndicator(), rows: many }, look));
  expect(bars?.data).toHaveLength(mostBars);
  expect(bars?.data).toContainEqual({ id: 'r5.tax.2021', value: 5 });
});
