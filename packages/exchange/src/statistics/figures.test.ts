// Figures of many units from a file: the same ones come in whatever its shape, and whatever cannot be read is named with its cell.
import { libraryOf } from '@zhenghe/engine/indicators';
import { anIndicator } from '@zhenghe/engine/statistics/testing';
import excel from 'exceljs';
import { describe, expect, it, test } from 'vitest';
import { type FiguresKnown, type FiguresTable, figuresWorkbook, readFigures } from './index.ts';

const library = libraryOf([
  anIndicator('tax', { name: { zh: '税收收入', en: 'Tax revenue' }, aliases: ['税收'] }),
  anIndicator('land', { name: { zh: '用地', en: 'Land' }, unit: '亩' }),
  anIndicator('rate', { name: { zh: '比重', en: 'Share' }, unit: '%' }),
  anIndicator('firms', {
    ...{ name: { zh: '规上企业数', en: 'Firms' }, unit: '家', decimals: 0, frequency: 'year' },
    calibres: [
      { id: 'above-5m', from: null, title: { zh: '500 万元以上', en: 'above 5m' }, note: null, clause: null, comparable: true },
      { id: 'above-20m', from: '2011', title: { zh: '2000 万元以上', en: 'above 20m' }, note: null, clause: null, comparable: false },
    ],
  }),
  anIndicator('tax_per_mu', { name: { zh: '亩均税收', en: 'Tax per mu' }, unit: '万元/亩', formula: 'tax / land' }),
  anIndicator('gone', { retired: true }),
]);
const known: FiguresKnown = {
  library,
  unit: (text, period) => {
    if (text === 'z9') return { zh: `「旧园区」已于 2020-06-30 撤销，没有 ${period} 的数。`, en: 'It no longer exists.' };
    return text === 'z1' || text === 'z2'
      ? { id: text, name: `${text} 园区` }
      : { zh: `名录中没有「${text}」。`, en: 'Not in the register.' };
  },
};

async function read(bytes: Uint8Array, name = 'a.csv') {
  const answer = await readFigures(bytes, name, { known });
  if (!answer.ok) throw new Error(answer.reason.zh);
  return answer;
}

const csv = (...lines: readonly string[]) => Buffer.from(['单位编号,指标,报告期,数值,缺失原因,口径,来源', ...lines].join('\r\n'));
const short = ({ figures }: Awaited<ReturnType<typeof read>>) =>
  figures.map(({ unit, indicator, period, calibre, value }) => [unit.id, indicator, period, calibre, value]);

async function workbook(fill: (sheet: excel.Worksheet, book: excel.Workbook) => void): Promise<Uint8Array> {
  const book = new excel.Workbook();
  fill(book.addWorksheet('数据'), book);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

describe('one figure a line', () => {
  it('is read by codes, names and further names, with the reasons for missing ones', async () => {
    const answer = await read(
      csv('z1,税收,2021年5月,"1,200.5",,,年报', 'z2,tax,2021-05,,保密,,', 'z2,规上企业数,2010,12,,,', 'z1,firms,2012,12,,above-5m,'),
    );
    expect(answer.problems).toEqual([]);
    expect(short(answer)).toEqual([
      ['z1', 'tax', '2021-05', null, '1200.5'],
      ['z2', 'tax', '2021-05', null, { missing: 'secret' }],
      ['z2', 'firms', '2010', null, '12'],
      ['z1', 'firms', '2012', 'above-5m', '12'],
    ]);
    expect(answer.figures[0]).toMatchObject({ row: 2, column: 'D', source: '年报' });
    expect(answer.notes.map(({ note }) => note.zh)).toEqual(['读作 2021-05。', '去掉千分位逗号，读作 1200.5。']);
  });

  it('is the same as JSON', async () => {
    const json = Buffer.from(JSON.stringify([{ unit: 'z1', indicator: 'tax', period: '2021-05', value: '3.5', source: '年报' }]));
    expect(short(await read(json, 'a.json'))).toEqual([['z1', 'tax', '2021-05', null, '3.5']]);
  });

  test.each([
    ['text in numbers', 'z1,tax,2021-05,很多,,,', 'D2 「很多」不是数字'],
    ['1.2.3', 'z1,tax,2021-05,1.2.3,,,', 'D2 「1.2.3」有两个小数点'],
    ['1e15', 'z1,tax,2021-05,1e15,,,', 'D2 「1e15」是科学计数法'],
    ['a per cent where none is asked', 'z1,tax,2021-05,50%,,,', 'D2 填的是百分数 50 %'],
    ['a formula', 'z1,tax,2021-05,=1+1,,,', 'D2 这是公式'],
    ['a wrong period', 'z1,tax,2021-13,1,,,', 'C2 「2021-13」不是报告期'],
    ['a period finer than the indicator', 'z1,firms,2021-05,1,,,', 'D2 「规上企业数」按年统计'],
    ['a zone that no longer exists', 'z9,tax,2021-05,1,,,', 'A2 「旧园区」已于 2020-06-30 撤销'],
    ['a unit nobody knows', 'z7,tax,2021-05,1,,,', 'A2 名录中没有「z7」'],
    ['an indicator nobody knows', 'z1,幸福,2021-05,1,,,', 'B2 指标库中没有「幸福」'],
    ['a computed indicator', 'z1,亩均税收,2021-05,1,,,', 'B2 「亩均税收」由公式计算'],
    ['a retired indicator', 'z1,gone,2021-05,1,,,', 'B2 「gone」已停用'],
    ['a calibre nobody knows', 'z1,firms,2021,1,,above-1,', 'F2 「规上企业数」没有口径「above-1」'],
    ['a figure and a reason', 'z1,tax,2021-05,1,保密,,', 'D2 既有数值又有缺失原因'],
    ['a reason that is none', 'z1,tax,2021-05,,以后,,', 'D2 「以后」不是缺失原因'],
    ['no unit', ',tax,2021-05,1,,,', 'A2 必填'],
  ])('%s is named', async (_, line, reason) => {
    const { problems, figures } = await read(csv(line, 'z2,land,2021-05,1,,,'));
    expect(problems.map((one) => `${one.column}${one.row} ${one.reason.zh}`).join()).toContain(reason);
    expect(figures).toHaveLength(1);
  });

  it('twice is refused, naming the first', async () => {
    const { problems } = await read(csv('z1,tax,2021-05,1,,,', 'z1,税收收入,2021年5月,1,,,'));
    expect(problems.map(({ reason }) => reason.zh)).toEqual([expect.stringContaining('与 a D2 重复')]);
  });

  it('full-width digits and a share in a row of % are read, with a note', async () => {
    const answer = await read(csv('z1,rate,2021-05,０．４５,,,'));
    expect(short(answer)).toEqual([['z1', 'rate', '2021-05', null, '0.45']]);
    expect(answer.notes.map(({ note }) => note.zh).join()).toMatch(/全角.*比值/);
  });

  it('from a file of something else says what is expected', async () => {
    expect((await read(Buffer.from('a,b\n1,2'))).problems[0]?.reason.zh).toContain('没有读到任何数');
  });
});

describe('a table of units by indicators', () => {
  const table: FiguresTable = {
    ...{ title: '月度数据', training: true, period: '2021-05', source: '年报' },
    units: [
      { id: 'z1', name: '甲' },
      { id: 'z2', name: '乙' },
    ],
    indicators: [
      { code: 'tax', name: '税收收入', unit: '万元', decimals: 2 },
      { code: 'land', name: '用地', unit: '亩', decimals: 2 },
    ],
    valueOf: (unit: string, code: string) =>
      unit === 'z1' ? (code === 'tax' ? '123456789012345.12' : '11.60') : code === 'tax' ? { missing: 'not-collected' as const } : null,
  };

  it('reads back as it was written: exact, blank is no figure, a reason stays one', async () => {
    const answer = await read(await figuresWorkbook(table), 't.xlsx');
    expect(answer.problems).toEqual([]);
    expect(short(answer)).toEqual([
      ['z1', 'tax', '2021-05', null, '123456789012345.12'],
      ['z1', 'land', '2021-05', null, '11.60'],
      ['z2', 'tax', '2021-05', null, { missing: 'not-collected' }],
    ]);
    expect(answer.figures[0]).toMatchObject({ row: 6, column: 'C', source: '年报' });
  });

  it('may carry its own headings with units; another unit than the library is refused', async () => {
    const fill = (unit: string) =>
      workbook((sheet) =>
        sheet.addRows([
          ['编号', '名称', '报告期', `税收收入（${unit}）`, '用地'],
          ['z1', '甲', '2021-05', 12, 3],
        ]),
      );
    expect(short(await read(await fill('万元'), 'a.xlsx'))).toHaveLength(2);
    expect((await read(await fill('元'), 'a.xlsx')).problems.map(({ reason }) => reason.zh).join()).toContain(
      '以「万元」计，文件里是「元」',
    );
  });

  it('without a period, with formulas, hidden sheets or unknown columns is refused with every place', async () => {
    const bytes = await workbook((sheet, book) => {
      sheet.addRows([
        ['报告期', '2021-05'],
        ['编号', 'tax', '不知道'],
        ['z1', { formula: '1+1', result: 2 }, 4],
        ['z9', 1, 4],
        [null, 7],
      ]);
      book.addWorksheet('暗', { state: 'hidden' }).addRow([1]);
    });
    const { problems } = await read(bytes, 'a.xlsx');
    expect(problems.map(({ sheet, row, column }) => `${sheet} ${column}${row}`)).toEqual([
      '数据 C2',
      '数据 B3',
      '数据 A4',
      '数据 A5',
      '暗 nullnull',
    ]);
    const none = await read(
      await workbook((sheet) =>
        sheet.addRows([
          ['编号', 'tax'],
          ['z1', 5],
        ]),
      ),
      'a.xlsx',
    );
    expect(none.problems[0]?.reason.zh).toContain('没有写明报告期');
  });
});
