import { describe, expect, it } from 'vitest';
import { light } from '../ui/theme.ts';
import { excessOf, quotaAreas, quotaFill, quotaLegend, quotaPoints, quotaState, quotaText } from './quota.ts';
import { words } from './words.ts';

const row = (now: number, max: number | null, code = '330726') => ({ code, name: '浦江县', now, base: 8, max, extra: 0, clause: null });
const jinhua = (now: number) => ({ ...row(now, 1), extra: 1 });

const look = { palette: light, w: words.zh, complete: true };

describe('zones against the quota of a place', () => {
  it('counts what stands above it', () => {
    expect(excessOf(row(8, 1))).toBe(7);
    expect(excessOf(row(1, 1))).toBe(0);
    expect(excessOf(row(0, 2))).toBe(0);
  });
  it('does not take a missing quota for one that is kept', () => {
    expect(excessOf(row(3, null))).toBeNull();
    expect(quotaFill(row(3, null), light)).not.toBe(quotaFill(row(1, 1), light));
  });
  it('calls a place within its quota only when the register is complete; an excess is certain either way', () => {
    expect(quotaState(row(1, 1), true)).toBe('within');
    expect(quotaState(row(1, 1), false)).toBe('incomplete');
    expect(quotaState(row(2, 1), false)).toBe('over');
    expect(quotaFill(row(1, 1), light, false)).toBe(quotaFill(row(1, null), light));
  });
  it('leaves open what only an unknown fact decides: one more for an industrially strong county', () => {
    expect([0, 1, 2, 3].map((now) => quotaState(jinhua(now), true))).toEqual(['within', 'within', 'depends', 'over']);
    expect(excessOf(jinhua(8))).toBe(6);
    expect(quotaText(jinhua(8))).toBe('1 (+1)');
    expect(quotaAreas([jinhua(8)], look)['330726']?.title).toContain('至少超出 6 个');
  });
  it('grows darker with the excess', () => {
    const fills = [row(1, 1), row(2, 1), row(4, 1), row(7, 1)].map((one) => quotaFill(one, light));
    expect(fills).toEqual([light.steps[0], light.steps[2], light.steps[3], light.steps[4]]);
  });
  it('says the same without colour: a label, an edge, a sentence', () => {
    const mark = quotaAreas([row(8, 1)], look)['330726'];
    expect(mark).toMatchObject({ label: '8/1', hatched: true });
    expect(mark?.title).toContain('超出 7 个');
  });
  it('draws a county without an outline as a point, and only that', () => {
    const place = {
      name: '',
      nameEn: '',
      level: 'county' as const,
      parent: '330100',
      mountain26: false,
      island: false,
      point: [120, 30] as [number, number],
    };
    const places = [
      { ...place, code: '330113', outlined: false },
      { ...place, code: '330726', outlined: true },
    ];
    expect(quotaPoints([row(3, 1, '330113'), row(3, 1)], places, look).map((mark) => mark.id)).toEqual(['330113']);
  });
  it('explains every shade it uses', () => {
    const explained = quotaLegend(look).map((entry) => entry.color);
    for (const one of [row(1, 1), row(2, 1), row(4, 1), row(7, 1), row(1, null), jinhua(2)])
      expect(explained).toContain(quotaFill(one, light));
  });
});
