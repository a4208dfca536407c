import { describe, expect, it } from 'vitest';
import { inMeasure, shownUnit } from './measures.ts';

const wan = { unit: '万元', decimals: 2 };

describe('figures in the unit the reader chose', () => {
  it('shifts money exactly, with as many digits as it was filed with', () => {
    expect(inMeasure('12345.67', wan, { money: 'yuan', land: 'own' })).toEqual({ text: '123456700', exact: true });
    expect(inMeasure('12345.67', wan, { money: 'yi', land: 'own' })).toEqual({ text: '1.234567', exact: true });
    expect(inMeasure('0.1', { unit: '亿美元', decimals: 1 }, { money: 'wan', land: 'own' })).toEqual({ text: '1000', exact: true });
  });
  it('keeps what was filed when nothing is chosen, rounded half up to its digits', () => {
    expect(inMeasure('1.005', wan, { money: 'own', land: 'own' }).text).toBe('1.01');
  });
  it('turns land by 15 and 1500, and says where that has no end', () => {
    expect(inMeasure('3000', { unit: '亩', decimals: 0 }, { money: 'own', land: 'km2' })).toEqual({ text: '2.0000', exact: true });
    expect(inMeasure('100', { unit: '亩', decimals: 0 }, { money: 'own', land: 'km2' })).toEqual({ text: '0.0667', exact: false });
    expect(inMeasure('11.6', { unit: 'km²', decimals: 2 }, { money: 'own', land: 'mu' })).toEqual({ text: '17400', exact: true });
  });
  it('leaves units of comparison and shares alone', () => {
    for (const unit of ['万元/亩', '%', '人', '吨标准煤']) expect(shownUnit(unit, { money: 'yi', land: 'km2' })).toBe(unit);
    expect(shownUnit('万元', { money: 'yi', land: 'own' })).toBe('亿元');
    expect(shownUnit('亩', { money: 'own', land: 'ha' })).toBe('公顷');
  });
});
