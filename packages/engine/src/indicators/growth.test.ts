import { describe, expect, it } from 'vitest';
import { type Cell, Decimal } from '../kernel/index.ts';
import { breaksBetween } from './calibre.ts';
import { growth } from './growth.ts';
import type { Calibre } from './indicator.ts';
import { libraryOf } from './library.ts';
import { anIndicator, firstCalibre } from './testing.ts';

const above5: Calibre = { ...firstCalibre, id: 'above-5m', title: { zh: '500万元以上', en: 'above 5 million' } };
const above20: Calibre = {
  ...firstCalibre,
  id: 'above-20m',
  from: '2011',
  title: { zh: '2000万元以上', en: 'above 20 million' },
  comparable: false,
};
const worded: Calibre = { ...above20, id: 'worded', from: '2013', comparable: true };
const library = libraryOf([
  anIndicator('output', { zh: '产值', frequency: 'year', calibres: [above5, above20, worded] }),
  anIndicator('land', { zh: '用地', unit: '亩', frequency: 'year' }),
  anIndicator('output_per_mu', { zh: '亩均产值', unit: '万元/亩', formula: '产值 / 用地' }),
  anIndicator('share', { zh: '占比', unit: '%' }),
]);

/** Figures keyed 'code period calibre'. */
function grown(code: string, period: string, held: Readonly<Record<string, string>>, against: 'previous' | 'year' = 'year') {
  const figure = (of: string, at: string, calibre: string): Cell<Decimal> | null => {
    const value = held[`${of} ${at} ${calibre}`];
    return value === undefined ? null : new Decimal(value);
  };
  const answer = growth({ code, library, period, against, figure });
  if (answer.kind === 'missing') return answer.missing;
  return answer.kind === 'refused' ? `refused: ${answer.why.zh}` : `${answer.kind} ${answer.change.toFixed()} ${answer.unit}`;
}

describe('growth', () => {
  it('is in %, exact', () => {
    expect(grown('land', '2021', { 'land 2021 first': '115', 'land 2020 first': '100' })).toBe('growth 15 %');
    expect(grown('land', '2021-05', { 'land 2021-05 first': '1.1', 'land 2021-04 first': '1' }, 'previous')).toBe('growth 10 %');
  });

  it('is in percentage points where the figure is a percentage', () => {
    expect(grown('share', '2021', { 'share 2021 first': '48', 'share 2020 first': '45.5' })).toBe('growth 2.5 百分点');
  });

  it('is missing without a figure, and not applicable from zero or less', () => {
    expect(grown('land', '2021', { 'land 2021 first': '115' })).toBe('not-given');
    expect(grown('land', '2021', { 'land 2021 first': '115', 'land 2020 first': '0' })).toBe('not-applicable');
    expect(grown('land', '2021', { 'land 2021 first': '115', 'land 2020 first': '-3' })).toBe('not-applicable');
    expect(grown('nothing', '2021', {})).toBe('not-given');
  });
});

describe('growth across a break of calibre', () => {
  const bare = { 'output 2011 above-20m': '90', 'output 2010 above-5m': '100' };

  it('is refused without an overlap, both calibres named', () => {
    const answer = grown('output', '2011', bare);
    expect(answer).toContain('refused');
    expect(answer).toContain('2011年起口径由“500万元以上”改为“2000万元以上”');
  });

  it('is bridged by the base year filed again: then it is the new calibre against itself', () => {
    expect(grown('output', '2011', { ...bare, 'output 2010 above-20m': '75' })).toBe('bridged 20 %');
  });

  it('is bridged by the later year filed by the old words: then it is the old calibre against itself', () => {
    expect(grown('output', '2011', { ...bare, 'output 2011 above-5m': '120' })).toBe('bridged 20 %');
  });

  it('is bridged by the nearest year that has both', () => {
    const far = { 'output 2012 above-20m': '90', 'output 2011 above-20m': '80', 'output 2011 above-5m': '160' };
    expect(grown('output', '2012', { ...far, 'output 2010 above-5m': '100' }, 'previous')).toBe('growth 12.5 %');
  });

  it('is refused when the overlap is zero on one side', () => {
    expect(grown('output', '2011', { ...bare, 'output 2010 above-20m': '0' })).toContain('refused');
  });

  it('is plain within one calibre, and across words that stay comparable', () => {
    expect(grown('output', '2010', { 'output 2010 above-5m': '110', 'output 2009 above-5m': '100' })).toBe('growth 10 %');
    expect(grown('output', '2013', { 'output 2013 worded': '110', 'output 2012 above-20m': '100' })).toBe('growth 10 %');
  });

  it('of a ratio carries the items that broke, and refuses with them', () => {
    const land = { 'land 2011 first': '10', 'land 2010 first': '10' };
    expect(grown('output_per_mu', '2011', { ...bare, ...land })).toContain('refused');
    expect(grown('output_per_mu', '2011', { ...bare, ...land, 'output 2010 above-20m': '75' })).toBe('bridged 20 %');
  });

  it('is missing rather than refused where there is no figure now', () => {
    expect(grown('output', '2011', { 'output 2010 above-5m': '100' })).toBe('not-given');
  });
});

describe('breaks', () => {
  it('lie between the two periods, the later included', () => {
    const output = { calibres: [above5, above20, worded] };
    expect(breaksBetween(output, '2010', '2011').map(({ period }) => period)).toEqual(['2011']);
    expect(breaksBetween(output, '2011', '2020')).toEqual([]);
    expect(breaksBetween(output, '2010-12', '2011-01')).toHaveLength(1);
    expect(breaksBetween(output, '2009', '2010')).toEqual([]);
  });
});
