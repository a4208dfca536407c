import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decimal } from '../kernel/index.ts';
import { inUnit, parseUnit, unitFactor, unitName } from './measure.ts';
import { atoms, prefixes } from './unit-atoms.ts';

const name = (text: string) => {
  const parsed = parseUnit(text);
  return parsed.ok ? unitName(parsed.measure) : parsed.message.zh;
};
const factor = (from: string, to: string) => unitFactor(from, to)?.toFixed() ?? null;

describe('units', () => {
  it('know that a square kilometre is 100 公顷 and 1500 亩, exactly', () => {
    expect([factor('km²', '公顷'), factor('平方公里', '亩'), factor('公顷', '亩'), factor('万亩', '亩')]).toEqual([
      '100',
      '1500',
      '15',
      '10000',
    ]);
    expect(inUnit(new Decimal(3), '亩', 'm²')?.toFixed()).toBe('2000');
    expect(inUnit(new Decimal('0.1'), 'km²', '亩')?.toFixed()).toBe('150');
  });

  it('convert money, energy and quotients', () => {
    expect([factor('亿元', '万元'), factor('万元', '元'), factor('亿美元', '万美元')]).toEqual(['10000', '10000', '10000']);
    expect([factor('亿千瓦时', '万千瓦时'), factor('万千瓦时', 'kWh'), factor('万吨标准煤', 'tce')]).toEqual(['10000', '10000', '10000']);
    expect(inUnit(new Decimal(15), '亿元/km²', '万元/亩')?.toFixed()).toBe('100');
    expect([factor('%', '‰'), factor('倍', '%'), factor('1', '百分点'), factor('年', '月')]).toEqual(['10', '100', '100', '12']);
  });

  it('keep apart what only a rule or a rate could convert', () => {
    const pairs = ['元 美元', '万元 亩', '人 家', '吨标准煤 吨', '吨标准煤 千瓦时', '吨CO₂ 吨', '天 月', '万元/亩 万元', '% 万元'];
    expect(pairs.map((pair) => unitFactor(...(pair.split(' ') as [string, string])))).toEqual(pairs.map(() => null));
  });

  it('count 家, 个, 项 and 台 as one: the word goes with the noun', () => {
    expect([factor('家', '个'), factor('万台', '件'), factor('件/万人', '项/人')]).toEqual(['1', '10000', '0.0001']);
  });

  it('read full-width signs and every way to write a square metre', () => {
    expect(['㎡', 'm2', '平方米'].map((unit) => factor(unit, 'm²'))).toEqual(['1', '1', '1']);
    expect([name('万元／亩'), name(' 万元 / 亩 '), name('万元÷亩')]).toEqual(['万元/亩', '万元/亩', '万元/亩']);
    expect([name('吨CO2/万元'), name('立方米')]).toEqual(['吨CO₂/万元', '立方米']);
  });

  it('bind · tighter than /, as offices write 万元/亩·年', () => {
    expect(factor('万元/亩·年', '万元/(亩·年)')).toBe('1');
    expect(name('万元/亩/年')).toBe('万元/亩·年');
  });

  it('refuse what is no unit', () => {
    for (const text of ['', 'foo', '元/', '/亩', '万%', '万', '元//亩', '(元', '元)', '亿万元', '·', '亩·亩·亩·亩·亩', '元'.repeat(61)]) {
      expect(parseUnit(text).ok, text).toBe(false);
    }
  });
});

const plain = [...atoms].filter(([, { dimension }]) => dimension !== null).map(([word]) => word);
const words = fc.oneof(
  fc.constantFrom(...atoms.keys()),
  fc.tuple(fc.constantFrom(...prefixes.keys()), fc.constantFrom(...plain)).map((pair) => pair.join('')),
);
const units = fc
  .tuple(fc.array(words, { minLength: 1, maxLength: 2 }), fc.array(words, { maxLength: 2 }))
  .map(([above, below]) => [above.join('·'), below.join('·')].filter((part) => part !== '').join('/'))
  .filter((text) => parseUnit(text).ok);

describe('any unit', () => {
  it('is read again from its own name as the same', () => {
    fc.assert(
      fc.property(units, (unit) => unitFactor(unit, name(unit))?.equals(1)),
      { numRuns: 200 },
    );
  });

  it('converts there and back to the same value, within the last of 40 digits', () => {
    fc.assert(
      fc.property(units, fc.constantFrom(...prefixes.keys()), fc.integer({ min: -1e9, max: 1e9 }), (unit, prefix, whole) => {
        const other = `${prefix}${unit}`;
        const value = new Decimal(whole).div(100);
        const there = inUnit(value, unit, other);
        const back = there && inUnit(there, other, unit);
        if (back) expect(back.toSignificantDigits(36).toFixed()).toBe(value.toFixed());
      }),
      { numRuns: 200 },
    );
  });

  it('never throws on any text', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80, unit: 'binary' }), (text) => typeof parseUnit(text).ok === 'boolean'),
      { numRuns: 300 },
    );
  });
});
