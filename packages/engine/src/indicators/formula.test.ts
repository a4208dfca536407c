import { describe, expect, it } from 'vitest';
import { longestFormula, parseFormula } from './formula.ts';
import { printFormula } from './formula-print.ts';

const printed = (text: string) => {
  const parsed = parseFormula(text);
  return parsed.ok ? printFormula(parsed.node) : parsed.problems.map(({ from, to, message }) => `${from}..${to} ${message.zh}`).join(' | ');
};
/** The marked part of the text, for the first problem. */
const marked = (text: string) => {
  const parsed = parseFormula(text);
  const [problem] = parsed.ok ? [] : parsed.problems;
  return problem ? text.slice(problem.from ?? 0, problem.to ?? text.length) : null;
};

// A name with something to run in it.
const template = ['`', '{a}`'].join('$');

describe('a formula', () => {
  it('takes Chinese names, numbers, signs, comparison, choice and five functions', () => {
    expect(printed('税收/(用地+ 2)')).toBe('税收 / (用地 + 2)');
    expect(printed('a>=3&&!(b<2)||c==1')).toBe('a >= 3 && !(b < 2) || c == 1');
    expect(printed('a>0?min(a,b):-sum(a , b,abs(c))')).toBe('a > 0 ? min(a, b) : -sum(a, b, abs(c))');
    expect(printed('`R&D经费` / “规上 增加值”')).toBe('`R&D经费` / `规上 增加值`');
    expect(printed('x >= `30 万元/亩`')).toBe('x >= `30 万元/亩`');
    expect(parseFormula('`100强企业数`')).toMatchObject({ node: { kind: 'name', name: '100强企业数' } });
  });

  it('takes what a Chinese keyboard types, and marks places in the text as typed', () => {
    expect(printed('（税收＋１２．５）×２÷用地')).toBe('(税收 + 12.5) * 2 / 用地');
    expect(printed('a≥3')).toBe('a >= 3');
    expect(marked('（税收≥1）＋ 3；')).toBe('；');
    expect(marked('a≥3 && b.c')).toBe('b.c');
  });

  it('keeps digits as written', () => {
    const parsed = parseFormula('0.1000000000001 + 900719925474099.3');
    expect(parsed.ok).toBe(false);
    expect(printed('0.100000000001 + 900719925474099.3')).toBe('0.100000000001 + 900719925474099.3');
  });

  it('refuses everything else with its place', () => {
    const hostile: readonly (readonly [string, string])[] = [
      ['a.b', 'a.b'],
      ['a + process.exit()', 'process.exit'],
      ['a[0]', 'a[0]'],
      ['eval(a)', 'eval'],
      ['a ** 2', '**'],
      ['a % b', '%'],
      ['a + "b"', '"b"'],
      [template, template],
      ['a = 3', 'a = 3'],
      ['a, b', 'a, b'],
      ['new A', 'new A'],
      ['() => a', '() => a'],
      ['a?.b', 'a?.b'],
      ['a ?? b', 'a ?? b'],
      ['this', 'this'],
      ['/x/', '/x/'],
      ['1e3 * a', '1e3'],
      ['010 + a', '010'],
      ['10n', '10n'],
      ['true', 'true'],
      ['a b', 'b'],
      ['a // b', '// b'],
      ['abs(a, b)', 'abs(a, b)'],
      ['min(...a)', '...a'],
      ['a +', '+'],
      ['(a', 'a'],
      ['a @ b', '@'],
    ];
    for (const [text, place] of hostile) expect(marked(text), text).toBe(place);
  });

  it('tells every problem at once', () => {
    expect(printed('a.b + c % d').split(' | ')).toHaveLength(2);
  });

  it('neither hangs nor overflows on hostile text', () => {
    const hostile = ['('.repeat(1900), '!'.repeat(1900), '-'.repeat(1900), 'a?b:'.repeat(480), '+'.repeat(1900), '[{('.repeat(600)];
    for (const text of hostile) expect(parseFormula(text).ok).toBe(false);
    expect(parseFormula(`${'-+'.repeat(900)}a`).ok).toBe(false);
    expect(parseFormula(Array.from({ length: 60 }, () => 'a').join('+')).ok).toBe(true);
    expect(parseFormula(Array.from({ length: 900 }, () => 'a').join('+')).ok).toBe(false);
    expect(parseFormula(Array.from({ length: 300 }, () => 'a').join('&&')).ok).toBe(false);
    // Brackets within long sums within brackets: no single measure is large, the tree is deep.
    expect(parseFormula(Array.from({ length: 20 }).reduce<string>((inner) => `(${inner}+b+b+b+b+b)`, 'a')).ok).toBe(false);
    expect(parseFormula('a'.repeat(longestFormula + 1)).ok).toBe(false);
  });

  it('is refused when there is none', () => {
    expect([printed(''), printed('  ')]).toEqual(['null..null 公式为空', 'null..null 公式为空']);
  });
});
