import { describe, expect, it } from 'vitest';
import type { AnswerCell } from './answer.ts';
import { figureOf, type Reading } from './figures.ts';
import { anIndicator } from './testing.ts';
import { words } from './words.ts';

const reading: Reading = {
  ...{
    w: words.zh,
    say: ({ zh }: { readonly zh: string }) => zh,
    unitName: (unit: string) => unit,
    periodName: (period: string) => `${period}年`,
  },
  ...{ missing: (reason: string) => `[${reason}]`, measures: { money: 'own', land: 'own' }, grows: false },
};
const told = (cell: Partial<AnswerCell>, indicator = anIndicator()) => ({
  ...{ row: '浦江县', indicator, period: '2021' },
  cell: { value: '1234.5', missing: null, of: 5, expected: 5, notes: [], ...cell } satisfies AnswerCell,
});
const broken = anIndicator({
  breaks: [{ period: '2021', from: { zh: '规上 500 万', en: '' }, to: { zh: '规上 2000 万', en: '' }, bridged: false }],
});

describe('a figure in a cell', () => {
  it('has its thousands grouped and tells the whole of itself', () => {
    expect(figureOf(told({}), reading)).toEqual({
      ...{ text: '1,234.50', missing: false, signs: '' },
      label: '浦江县 · 税收 · 2021年: 1,234.50 万元',
    });
  });
  it('says why it is missing, and is never zero', () => {
    expect(figureOf(told({ value: null, missing: 'secret', of: 0 }), reading)).toMatchObject({ text: '[secret]', missing: true });
  });
  it('shows how many went in where some are missing', () => {
    const partial = figureOf(told({ of: 3, notes: ['partial'] }), reading);
    expect(partial.signs).toBe('3/5');
    expect(partial.label).toContain('部分 3/5');
  });
  it('is refused across a break, with both calibres named', () => {
    const refused = figureOf(told({ value: null, notes: ['break'] }, broken), { ...reading, grows: true });
    expect(refused.text).toBe('断点');
    expect(refused.label).toContain('规上 500 万');
    expect(refused.label).toContain('规上 2000 万');
  });
  it('has a sign for growth and for losses', () => {
    expect(figureOf(told({ value: '3.14' }), { ...reading, grows: true }).text).toBe('+3.1');
    expect(figureOf(told({ value: '-3.14' }), { ...reading, grows: true }).text).toBe('−3.1');
    expect(figureOf(told({ value: '0' }), { ...reading, grows: true }).text).toBe('0.0');
  });
  it('says that a conversion has no end', () => {
    const land = anIndicator({ unit: '亩', decimals: 0 });
    expect(figureOf(told({ value: '100' }, land), { ...reading, measures: { money: 'own', land: 'km2' } }).text).toBe('≈0.0667');
  });
});
