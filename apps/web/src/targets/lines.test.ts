import { describe, expect, it } from 'vitest';
import { light } from '../ui/theme.ts';
import { bulletOf, changeText, chosenOf, courseOption, figureText, groupsOf, starredText, turned } from './lines.ts';
import type { TargetLine } from './shapes.ts';

function aLine(change: Partial<TargetLine> = {}): TargetLine {
  return {
    ...{
      id: 'p/a',
      clause: { pack: 'p', clause: 'S2-表' },
      document: { zh: '意见', en: 'guidance' },
      status: 'draft',
      jurisdiction: '330000',
    },
    ...{ title: { zh: '占比', en: 'share' }, group: { zh: '能级', en: 'level' }, unit: '%', starred: false, calibre: null, why: null },
    base: { value: '47.6', year: '2019', note: null },
    goal: { value: '60', sense: 'at-least', year: '2025' },
    measuredBy: null,
    actual: { value: '50', missing: null, period: '2021', of: 5, expected: 5, publication: 3 },
    series: [
      { period: '2020', value: null },
      { period: '2021', value: '50' },
    ],
    ...{ pace: null, state: 'behind' },
    ...change,
  };
}

describe('the target sheet', () => {
  it('stands in groups of a document and a year, in its own order', () => {
    const later = aLine({ id: 'p/b', goal: { value: '1', sense: 'at-most', year: '2021' } });
    expect(groupsOf([aLine(), later, aLine({ id: 'p/c' })]).map(({ key, lines }) => [key, lines.length])).toEqual([
      ['p.2025', 2],
      ['p.2021', 1],
    ]);
  });
  it('draws no bullet without a figure of now: it would read as zero', () => {
    expect(bulletOf(aLine({ actual: null }))).toBeNull();
    expect(
      bulletOf(aLine({ actual: { value: null, missing: 'not-collected', period: '2021', of: 0, expected: 5, publication: 3 } })),
    ).toBeNull();
    expect(bulletOf(aLine())).toEqual({ base: 47.6, now: 50, cap: 60 });
  });
  it('rounds no figure across its goal', () => {
    expect(figureText('1234.5678', '2000')).toBe('1,234.57');
    expect(figureText('29.9996', '30')).toBe('29.9996');
    expect(figureText('30', '30')).toBe('30');
    expect(changeText('-1.009')).toBe('−1.01');
    expect(changeText('0.001')).toBe('0');
  });
  it('marks a figure of the economic zones only', () => {
    expect(starredText('47.6', { starred: true })).toBe('47.6 *');
    expect(starredText('47.6', { starred: false })).toBe('47.6');
  });
});

describe('lines chosen to compare', () => {
  it('stand in the address and come back from it', () => {
    expect(turned(['p/a'], 'q/b', true)).toBe('p/a,q/b');
    expect(turned(['p/a'], 'p/a', false)).toBeUndefined();
    expect(chosenOf('p/a,q/b,p/a')).toEqual(['p/a', 'q/b']);
    expect(chosenOf(undefined)).toEqual([]);
  });
  it('run from the base over the years to a goal each of its own, with a gap where nothing is known', () => {
    const option = courseOption([aLine()], { palette: light, title: ({ id }) => id, unit: '%', goal: ({ goal }) => goal.value });
    const [line] = Array.isArray(option.series) ? option.series : [];
    expect(option.xAxis).toMatchObject({ data: ['2019', '2020', '2021', '2025'] });
    expect(line?.data).toEqual([47.6, '-', 50, '-']);
    expect(JSON.stringify(line)).toContain('"yAxis":60');
  });
  it('does not begin a line of all zones at a base of the economic zones', () => {
    const option = courseOption([aLine({ starred: true })], {
      palette: light,
      title: ({ id }) => id,
      unit: '%',
      goal: ({ goal }) => goal.value,
    });
    expect(JSON.stringify(option.series)).not.toContain('47.6');
  });
});
