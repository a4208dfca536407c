// Figures as people type them: read exactly, or refused by name with what was probably meant.
import { describe, expect, it, test } from 'vitest';
import { type NumberForm, readBlock, readNumber } from './index.ts';

const yuan: NumberForm = { unit: '万元', decimals: 2 };

function short(text: string, form: NumberForm = yuan): unknown {
  const read = readNumber(text, form);
  if (read.kind === 'blank') return 'blank';
  return read.kind === 'value' ? read.value : [read.problem, read.proposal];
}

describe('a figure', () => {
  test.each([
    ['1234.5', '1234.5'],
    ['１２３４．５', '1234.5'],
    ['1,234,567.80', '1234567.80'],
    ['１，２３４', '1234'],
    [' \u00a012\u3000', '12'],
    ['17. 24', '17.24'],
    ['−5', '-5'],
    ['- 5', '-5'],
    ['+5', '5'],
    ['(1,200)', '-1200'],
    ['（3）', '-3'],
    ["'0012", '12'],
    ['.5', '0.5'],
    ['5.', '5'],
    ['-0', '0'],
    ['0', '0'],
    ['12万元', '12'],
    ['¥12', '12'],
    ['1.500000', '1.50'],
    ['999999999999999', '999999999999999'],
  ])('%j is read as %s', (text, value) => {
    expect(short(text)).toBe(value);
  });

  it('that was read otherwise than typed says so', () => {
    const read = readNumber('（１，２００）', yuan);
    expect(read.kind === 'value' && read.notes.map(({ zh }) => zh).join()).toMatch(/全角.*负数.*千分位/);
  });

  test.each([
    ['1.2.3', ['two-points', null]],
    ['12 34', ['two-numbers', null]],
    ['1,23', ['separators', null]],
    ['1e15', ['exponent', null]],
    ['1.2E+05', ['exponent', '120000']],
    ['1e9999', ['exponent', null]],
    ['1000000000000000', ['too-large', null]],
    ['12.345', ['decimals', '12.35']],
    ['3.2亿', ['scaled', '32000.00']],
    ['3.2亿元', ['unit', '32000.00']],
    ['5000元', ['unit', '0.50']],
    ['2万', ['scaled', '2.00']],
    ['45%', ['percent', null]],
    ['12公顷', ['unit', null]],
    ['=SUM(A1:A3)', ['formula', null]],
    ['#REF!', ['error', null]],
    ['#######', ['error', null]],
    ['约100', ['text', null]],
    ['10-20', ['text', null]],
    ['2021-05-01', ['text', null]],
    ['无', ['ambiguous', null]],
    ['…', ['ambiguous', null]],
    ['税收', ['text', null]],
  ])('%j is refused: %j', (text, expected) => {
    const got = short(text);
    const [problem, proposal] = Array.isArray(got) ? got : [got, null];
    expect([problem, proposal === null ? null : Number(proposal)]).toEqual([
      expected[0],
      expected[1] === null ? null : Number(expected[1]),
    ]);
  });

  it('with a refusal says what is wrong and what it would come to', () => {
    const read = readNumber('3.2亿', yuan);
    expect(read).toMatchObject({ kind: 'problem', proposal: '32000' });
    expect(read.kind === 'problem' && read.message.zh).toBe('「3.2亿」带有数量级，没有读取。换算后是 32000 万元，请确认。');
  });

  it('of an area in another unit is converted only as a proposal', () => {
    expect(short('2公顷', { unit: '亩', decimals: 1 })).toEqual(['unit', '30']);
    expect(short('1.5万', { unit: '人', decimals: 0 })).toEqual(['scaled', '15000']);
  });
});

describe('per cent and shares', () => {
  it('are told apart: 45% is 45 in a row of %, 0.45 in a row without unit that allows it', () => {
    expect(short('45%', { unit: '%', decimals: 1 })).toBe('45');
    expect(short('45％', { unit: '%', decimals: 1 })).toBe('45');
    expect(short('45%', { unit: '系数', percentAllowed: true })).toBe('0.45');
    expect(short('45%', { unit: '系数' })).toEqual(['percent', '0.45']);
  });

  it('0.45 in a row of % is read as it stands, with the question', () => {
    const read = readNumber('0.45', { unit: '%', decimals: 2 });
    expect(read).toMatchObject({ kind: 'value', value: '0.45' });
    expect(read.kind === 'value' && read.notes[0]?.zh).toContain('比值');
  });
});

describe('no figure', () => {
  test.each([
    ['', 'blank'],
    [' \u3000\t', 'blank'],
    ['不适用', { missing: 'not-applicable' }],
    ['—', { missing: 'not-applicable' }],
    ['/', { missing: 'not-applicable' }],
    ['未统计', { missing: 'not-collected' }],
    ['保密', { missing: 'secret' }],
    ['（涉密）', { missing: 'secret' }],
    ['缺报', { missing: 'not-reported' }],
    ['未报送', { missing: 'not-reported' }],
  ])('%j is %j, never zero', (text, expected) => {
    expect(short(text)).toEqual(expected);
  });
});

describe('a pasted block', () => {
  const row = (key: string, name: string, over = {}) => ({ key, names: [name], unit: '万元', decimals: 2, closed: null, ...over });
  const closed = { zh: '由公式计算', en: 'Computed' };
  const rows = [row('tax', '税收收入'), row('sum', '合计', { closed }), row('land', '用地', { unit: '亩' })];
  const fates = (tsv: string, start = { row: 0 }) =>
    readBlock(tsv, { rows, start }).cells.map(({ line, column, key, fate }) => `${line}.${column} ${key} ${fate}`);

  it('goes onto the cells from where it is pasted, each with its fate', () => {
    expect(fates('1\r\n2\r\n1.2.3\r\n')).toEqual(['1.1 tax value', '2.1 sum closed', '3.1 land problem']);
    expect(fates('\t因为停产\n9', { row: 0 })).toEqual(['1.1 tax blank', '1.2 tax explanation', '2.1 sum closed']);
  });

  it('with too many lines or columns says so and writes what fits', () => {
    const read = readBlock('1\t话\t多\n2', { rows, start: { row: 2 } });
    expect(read.cells.map(({ fate }) => fate)).toEqual(['value', 'explanation', 'outside', 'outside']);
    expect(read.notes.map(({ zh }) => zh)).toEqual(['粘贴了 2 行，从这里起只有 1 行，1 行没有写入。', '右边多出 1 列，没有写入。']);
  });

  it('that names its rows goes by the names, whatever their order; units beside them are no figures', () => {
    const read = readBlock('用地（亩）\t亩\t12\n不存在\t个\t3\n税收收入\t万元\t5', { rows, start: { row: 1 } });
    expect(read.by).toBe('name');
    expect(read.cells.map(({ key, fate, column }) => `${key} ${fate} ${column}`)).toEqual([
      'land value 3',
      'null outside 1',
      'tax value 3',
    ]);
  });

  it('keeps a cell with line ends and quotation marks whole', () => {
    expect(readBlock('1\t"因""停产""\n两月"\n', { rows, start: { row: 0 } }).cells).toMatchObject([
      { value: '1' },
      { explanation: '因"停产"\n两月' },
    ]);
  });
});
