import { describe, expect, it } from 'vitest';
import { Decimal, isMissing } from '../kernel/index.ts';
import { compile, compileExpression, compileRule, derivedText, formulaProblems } from './compile.ts';
import { libraryOf } from './library.ts';
import { anIndicator, figures, someIndicators } from './testing.ts';

const library = libraryOf(someIndicators());
const given = figures({ tax: '1200', land: '50', value_added: '3', area: '2', rd_spending: '150', trade_share: '46' });

/** The value as text, the missing reason, or the problems with the marked part of the text. */
function answer(text: string, among = library): string {
  const compiled = compileExpression(text, among);
  if (!compiled.ok)
    return compiled.problems.map(({ from, to, message }) => `[${text.slice(from ?? 0, to ?? 0)}] ${message.zh}`).join(' | ');
  const value = compiled.evaluate(given);
  return isMissing(value) ? value.missing : `${derivedText(value)} ${compiled.unit}`;
}

function value(code: string, of = given): string {
  const compiled = compile(code, library);
  if (!compiled.ok) return compiled.problems.map(({ message }) => message.zh).join(' | ');
  const found = compiled.evaluate(of);
  return isMissing(found) ? found.missing : derivedText(found);
}

const holds = (rule: string, of = given) => {
  const compiled = compileRule(rule, library);
  return compiled.ok ? compiled.evaluate(of) : compiled.problems.map(({ message }) => message.zh).join(' | ');
};

describe('an indicator', () => {
  it('divides 万元 by 亩 into 万元/亩', () => {
    expect(value('tax_per_mu')).toBe('24');
    expect(compile('tax_per_mu', library)).toMatchObject({ ok: true, filed: ['land', 'tax'], unit: '万元/亩' });
  });

  it('comes in its declared unit: 亿元/km² as 万元/亩, a ratio as %', () => {
    expect(value('value_per_mu')).toBe('10');
    expect(value('rd_intensity')).toBe('0.5');
  });

  it('is missing when a figure is, and says why; never zero', () => {
    expect(value('tax_per_mu', figures({ tax: '5' }))).toBe('not-given');
    expect(value('tax_per_mu', figures({ tax: { missing: 'secret' }, land: '5' }))).toBe('secret');
    expect(value('tax', figures({ tax: { missing: 'not-reported' } }))).toBe('not-reported');
    expect(value('tax_per_mu', figures({ tax: '0', land: '5' }))).toBe('0');
  });

  it('is not applicable over a zero', () => {
    expect(value('tax_per_mu', figures({ tax: '5', land: '0' }))).toBe('not-applicable');
  });

  it('is exact: 0.1 + 0.2 is 0.3', () => {
    expect(answer('税收 * 0 + 0.1 + 0.2')).toBe('0.3 万元');
  });

  it('is rounded half-up to twelve decimals only as text', () => {
    expect(derivedText(new Decimal(2).div(3))).toBe('0.666666666667');
    expect(derivedText(new Decimal('-0.0000000000001'))).toBe('0');
  });

  it('is not applicable where no figure could hold it', () => {
    const squares = Array.from({ length: 10 }, (_, level) =>
      anIndicator(`s${level + 10}`, { unit: '倍', formula: `s${level + 11} * s${level + 11}` }),
    );
    const tower = libraryOf([...squares, anIndicator('s20', { unit: '倍' })]);
    const top = compile('s10', tower);
    expect(top.ok && top.evaluate(figures({ s20: '99' }))).toEqual({ missing: 'not-applicable' });
    expect(top.ok && top.evaluate(figures({ s20: '1' }))).toEqual(new Decimal(1));
  });

  it('is unknown by a code nobody has', () => {
    expect(value('nothing')).toBe('指标库中没有“nothing”');
  });
});

describe('units in a formula', () => {
  it('refuse 万元 + 亩 at the sign between', () => {
    expect(answer('税收 + 用地')).toBe('[+] 计量单位不同，不能相加减或比较：万元 与 亩');
    expect(answer('2 * (税收 － 增加值 / 面积)')).toContain('[－] 计量单位不同');
  });

  it('refuse an odd one out in a list at its own place', () => {
    expect(answer('sum(税收, 增加值, 用地)')).toBe('[用地] 计量单位不同，不能相加减或比较：万元 与 亩');
  });

  it('add 亿元 to 万元 in the unit of the first', () => {
    expect(answer('税收 + 增加值')).toBe('31200 万元');
    expect(answer('增加值 + 税收')).toBe('3.12 亿元');
    expect(answer('mean(税收, 增加值)')).toBe('15600 万元');
  });

  it('give a bare number the unit of what it is added to', () => {
    expect(answer('税收 + 100')).toBe('1300 万元');
    expect(answer('100 - 外贸占比')).toBe('54 %');
    expect(answer('max(税收 / 用地, 30)')).toBe('30 万元/亩');
    expect(answer('税收 + `1 亿元`')).toBe('11200 万元');
  });

  it('refuse a bare number up to 1 beside a percentage: 0.45 or 45 %?', () => {
    expect(answer('1 - 外贸占比')).toContain('[1] 该项以 % 计，1 意思不清');
    expect(holds('外贸占比 >= 0.45')).toContain('若指 45% 请写 45');
    expect(holds('外贸占比 >= `0.45 %`')).toBe(true);
    expect(holds('外贸占比 >= 45')).toBe(true);
    expect(holds('外贸占比 > 0')).toBe(true);
  });

  it('refuse the 100 that % brings already', () => {
    const share = anIndicator('share', { unit: '%', formula: '(税收 - `R&D经费`) / 税收 * 100' });
    const [problem] = formulaProblems(share, library);
    expect(share.formula?.slice(problem?.from ?? 0, problem?.to ?? 0)).toBe('100');
    expect(formulaProblems({ ...share, formula: '(税收 - `R&D经费`) / 税收' }, library)).toEqual([]);
    expect(answer('外贸占比 * 税收 / 100')).toContain('[100] 单位 % 已含换算');
    const part = compileExpression('外贸占比 * 税收', library, { unit: '万元' });
    expect(part.ok && part.evaluate(given)).toEqual(new Decimal(552));
  });

  it('refuse a formula that comes to another unit than declared', () => {
    const wrong = anIndicator('wrong', { unit: '万元/亩', formula: '用地 / 税收' });
    expect(formulaProblems(wrong, library)).toEqual([
      {
        field: 'formula',
        from: 0,
        to: 7,
        message: { zh: '公式算出的单位是 亩/万元，不是 万元/亩', en: 'The formula comes to 亩/万元, which is not 万元/亩' },
      },
    ]);
  });

  it('refuse a unit nobody knows, in the field of the unit', () => {
    expect(formulaProblems(anIndicator('odd', { unit: '万圆' }), library)).toMatchObject([{ field: 'unit', from: 0, to: 2 }]);
  });

  it('refuse a unit raised beyond meaning', () => {
    expect(answer(Array.from({ length: 6 }, () => '税收').join(' * '))).toContain('次方过高');
  });
});

describe('names in a formula', () => {
  it('are codes, Chinese names, English names or further names', () => {
    const among = libraryOf([anIndicator('tax', { zh: '税收', aliases: ['税收收入', 'Tax-Total'] })]);
    expect(['tax', '税收', '税收收入', '`tax-total`'].map((name) => answer(name, among))).toEqual(Array(4).fill('1200 万元'));
  });

  it('are refused with their place when unknown or doubtful', () => {
    expect(answer('税收 / 土地')).toBe('[土地] 指标库中没有“土地”');
    const among = libraryOf([anIndicator('one', { zh: '产值' }), anIndicator('two', { zh: '产值' })]);
    expect(answer('产值 * 2', among)).toBe('[产值] “产值”可指多个指标：one、two，请写代码');
  });

  it('follow a merged indicator, in the unit of what it is now', () => {
    const among = libraryOf([
      anIndicator('old_tax', { zh: '入库税收', mergedInto: 'tax', retired: true }),
      anIndicator('tax', { unit: '亿元' }),
    ]);
    expect(answer('入库税收', among)).toBe('1200 亿元');
  });
});

describe('circles', () => {
  const circle = libraryOf([
    anIndicator('one', { zh: '甲', formula: '乙 * 2' }),
    anIndicator('two', { zh: '乙', formula: '丙 + 1' }),
    anIndicator('three', { zh: '丙', formula: '甲 / 2' }),
  ]);

  it('are told as a path, at the name that leads into them', () => {
    expect(answer('甲 + 1', circle)).toBe('[甲] 公式循环引用：甲 → 乙 → 丙 → 甲');
    expect(compile('two', circle)).toMatchObject({ problems: [{ from: 0, to: 1, message: { zh: '公式循环引用：乙 → 丙 → 甲 → 乙' } }] });
  });

  it('are found while a formula is only proposed', () => {
    const changed = anIndicator('tax', { zh: '税收', formula: '亩均税收 * 用地' });
    expect(formulaProblems(changed, library)).toMatchObject([{ from: 0, to: 4, message: { zh: '公式循环引用：税收 → 亩均税收 → 税收' } }]);
    expect(formulaProblems(anIndicator('self', { zh: '自己', formula: '自己 + 1' }), library)).toHaveLength(1);
  });

  it('tell an indicator that is broken for another reason', () => {
    const among = libraryOf([...someIndicators(), anIndicator('broken', { zh: '坏的', formula: '税收 + 用地' })]);
    expect(answer('坏的 * 2', among)).toContain('[坏的] “坏的”本身不能计算：计量单位不同');
    expect(answer('坏的 + 坏的', among).split(' | ')).toHaveLength(2);
  });

  it('stop at twelve levels, however long each formula: nothing overflows', () => {
    const long = Array.from({ length: 60 }, (_, level) => {
      const formula = [`level_${level + 1}`, ...Array.from({ length: 58 }, () => 'tax')].join(' + ');
      return anIndicator(`level_${level}`, { formula });
    });
    const among = libraryOf([...long, anIndicator('level_60'), anIndicator('tax')]);
    expect(compile('level_0', among)).toMatchObject({ ok: false });
    const top = compile('level_48', among);
    expect(top.ok && top.evaluate(figures({ level_60: '1', tax: '1' }))).toEqual(new Decimal(1 + 12 * 58));
  });
});

describe('a rule', () => {
  it('is a condition over indicators', () => {
    expect(holds('亩均税收 >= 20 && 外贸占比 >= 45')).toBe(true);
    expect(holds('!(亩均税收 >= 20) || 外贸占比 < 45')).toBe(false);
    expect(holds('税收')).toBe('规则要是一个条件，如 a >= 30');
    expect(holds('1 > 2')).toBe('规则中没有指标');
    expect(holds('(税收 > 1) + 2 > 3')).toContain('此处要的是数，不是条件');
    expect(holds('税收 && 用地 > 1')).toContain('此处要的是条件');
  });

  it('is unknown without a figure, unless the other side settles it', () => {
    const partly = figures({ tax: '1200' });
    expect(holds('用地 > 1', partly)).toEqual({ missing: 'not-given' });
    expect(holds('用地 > 1 && 税收 < 1000', partly)).toBe(false);
    expect(holds('用地 > 1 || 税收 > 1000', partly)).toBe(true);
    expect(holds('用地 > 1 && 税收 > 1000', partly)).toEqual({ missing: 'not-given' });
  });

  it('is no formula of an indicator', () => {
    expect(answer('税收 > 1')).toContain('不是条件');
    expect(answer('用地 > 1 ? 税收 : 增加值')).toBe('1200 万元');
    expect(answer('用地 > 1 ? 税收 : 用地')).toContain('[用地] 计量单位不同');
  });
});
