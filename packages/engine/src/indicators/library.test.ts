import { describe, expect, it } from 'vitest';
import { libraryOf, withIndicator } from './library.ts';
import { anIndicator, someIndicators } from './testing.ts';
import { codesIn, formulaParts, writtenOut } from './written.ts';

describe('the library', () => {
  const library = libraryOf([
    anIndicator('tax', { zh: '税收 收入', aliases: ['Ｔａｘ总额'] }),
    anIndicator('old_tax', { zh: '旧税收', mergedInto: 'older_tax', retired: true }),
    anIndicator('older_tax', { zh: '更旧税收', mergedInto: 'tax', retired: true }),
    anIndicator('round_a', { zh: '圈甲', mergedInto: 'round_b' }),
    anIndicator('round_b', { zh: '圈乙', mergedInto: 'round_a' }),
    anIndicator('gone', { zh: '用电', retired: true }),
    anIndicator('power', { zh: '用电' }),
  ]);

  it('finds by code and by any name, whatever the width, spaces and case', () => {
    expect(['tax', '税收收入', 'tax 总额', 'TAX总额'].map((text) => library.named(text)?.code)).toEqual(Array(4).fill('tax'));
  });

  it('follows what was merged, also twice, and ends in a circle', () => {
    expect([library.get('old_tax')?.code, library.named('旧税收')?.code]).toEqual(['tax', 'tax']);
    expect([library.get('round_a'), library.named('圈乙'), library.get('nothing')]).toEqual([undefined, undefined, undefined]);
  });

  it('prefers a current indicator to a retired one of the same name', () => {
    expect(library.named('用电')?.code).toBe('power');
    expect(library.get('gone')?.code).toBe('gone');
  });

  it('takes a proposal in place of what has its code', () => {
    expect(withIndicator(library, anIndicator('tax', { zh: '新税收' })).named('新税收')?.code).toBe('tax');
    expect(withIndicator(library, anIndicator('tax', { zh: '新税收' })).named('税收收入')).toBeUndefined();
  });
});

describe('a formula for reading', () => {
  const library = libraryOf([
    ...someIndicators(),
    anIndicator('both', { zh: '合计', unit: '万元/亩', formula: 'tax_per_mu * 2 + value_per_mu' }),
  ]);

  it('tells which indicator stands where', () => {
    expect(formulaParts('税收 / (land + 无)', library)).toEqual([
      { from: 0, to: 2, code: 'tax', name: { zh: '税收', en: 'tax' }, unit: '万元' },
      { from: 6, to: 10, code: 'land', name: { zh: '用地', en: 'land' }, unit: '亩' },
    ]);
    expect(codesIn('税收 + tax > `R&D经费` ? abs(-tax) : 1', library)).toEqual(['tax', 'rd_spending']);
    expect(formulaParts('税收 /', library)).toEqual([]);
  });

  it('is written out down to filed indicators, with the brackets it needs', () => {
    expect(writtenOut('both', library)).toBe('税收 / 用地 * 2 + 增加值 / 面积');
    expect(writtenOut('rd_intensity', library)).toBe('`R&D经费` / 增加值');
    expect([writtenOut('tax', library), writtenOut('nothing', library)]).toEqual([null, null]);
  });

  it('is not written out where it would fill pages', () => {
    const doubling = Array.from({ length: 11 }, (_, level) =>
      anIndicator(`level_${level}`, { formula: `level_${level + 1} + level_${level + 1}` }),
    );
    const library = libraryOf([...doubling, anIndicator('level_11')]);
    expect([writtenOut('level_0', library), writtenOut('level_10', library)]).toEqual([null, 'level_11 + level_11']);
  });
});
