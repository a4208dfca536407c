// A filing as a workbook, out and in: what comes back unchanged changes nothing, and whatever is wrong is named with its cell.
import excel from 'exceljs';
import { describe, expect, it, test } from 'vitest';
import { openWorkbook, toArrayBuffer, unpack } from '../kernel/index.ts';
import type { FilingSheet } from './head.ts';
import { readSheetTemplate, sheetTemplate } from './index.ts';
import { aCell, aFiling } from './testing.ts';

const zh = { language: 'zh' } as const;

async function edited(edit: (sheet: excel.Worksheet, book: excel.Workbook) => void, filing: FilingSheet = aFiling()): Promise<Uint8Array> {
  const book = new excel.Workbook();
  await book.xlsx.load(toArrayBuffer(await sheetTemplate(filing, zh)));
  const [sheet] = book.worksheets;
  if (sheet) edit(sheet, book);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** Row of a code; the value stands in E, the words in F. */
function rowOf(sheet: excel.Worksheet, code: string): number {
  let found = 0;
  sheet.eachRow((row, number) => {
    if (row.getCell(8).value === code) found = number;
  });
  return found;
}

const put = (code: string, value: excel.CellValue, style?: Partial<excel.Style>) => (sheet: excel.Worksheet) => {
  const cell = sheet.getCell(rowOf(sheet, code), 5);
  cell.value = value;
  if (style) cell.style = style;
};

async function read(bytes: Uint8Array, filing: FilingSheet = aFiling()) {
  const answer = await readSheetTemplate(bytes, 'x.xlsx', filing);
  if (!answer.ok) throw new Error(answer.reason.zh);
  return answer;
}

const reasons = async (edit: Parameters<typeof edited>[0], filing?: FilingSheet) =>
  (await read(await edited(edit), filing)).problems.map(({ row, column, reason }) => `${column ?? ''}${row ?? ''} ${reason.zh}`);

describe('the template', () => {
  it('comes back as it was: nothing to save, nothing wrong', async () => {
    for (const language of ['zh', 'en'] as const) {
      const bytes = await sheetTemplate(aFiling(), { language });
      expect(await read(bytes)).toEqual({ ok: true, cells: [], problems: [] });
      expect(Buffer.from(await sheetTemplate(aFiling(), { language })).equals(Buffer.from(bytes))).toBe(true);
    }
  });

  it('carries the mark of training data, the head, last period and the year before', async () => {
    const opened = await openWorkbook(await sheetTemplate(aFiling(), zh));
    const rows = opened.ok ? opened.sheets[0]?.rows.map(({ cells }) => [...cells.values()].map(({ text }) => text)) : [];
    expect(rows?.[0]?.[0]).toContain('训练数据');
    expect(rows?.slice(1, 6).map(([title, code]) => `${title} ${code}`)).toEqual([
      '填报单位 z1',
      '报表 zone-monthly',
      '报表版本 3',
      '报告期 2021-05',
      '数据集 training',
    ]);
    expect(rows?.find(([name]) => name?.startsWith('税收收入'))).toEqual([
      '税收收入 *',
      '万元',
      '保密',
      '1200.00',
      '1234.50',
      '按月填',
      'tax',
    ]);
  });

  it('holds nothing that a spreadsheet would run', async () => {
    const evil = "=cmd|' /C calc'!A0";
    const filing = aFiling({
      unit: { id: 'z1', name: evil, jurisdiction: '330726' },
      cells: [aCell({ key: 'tax', explanation: '@SUM(1)' })],
    });
    const unpacked = await unpack(await sheetTemplate(filing, zh));
    const xml = unpacked.ok
      ? [...unpacked.parts].filter(([name]) => name.includes('worksheets/')).map(([, part]) => part.toString('utf8'))
      : [];
    expect(xml.join()).not.toMatch(/<f[ >]/);
    expect((await read(await sheetTemplate(filing, zh), filing)).problems).toEqual([]);
  });

  it('gives the figures and words that were filled in, with the revision that was seen', async () => {
    const bytes = await edited((sheet) => {
      put('tax', 1300.25)(sheet);
      put('rate', 0.125, { numFmt: '0.0%' })(sheet);
      put('firms', '不适用')(sheet);
      sheet.getCell(rowOf(sheet, 'tax'), 6).value = '一次性入库';
      put('tax_per_mu', 99)(sheet);
    });
    expect((await read(bytes)).cells).toEqual([
      { key: 'tax', seen: 4, label: '税收收入', before: '1234.50', value: '1300.25', explanation: '一次性入库' },
      { key: 'rate', seen: 0, label: '比重', before: null, value: '12.5' },
      { key: 'firms', seen: 0, label: '企业数', before: null, value: { missing: 'not-applicable' } },
    ]);
  });

  it('with an empty cell leaves what stands there', async () => {
    expect(await read(await edited(put('tax', null)))).toEqual({ ok: true, cells: [], problems: [] });
  });
});

describe('a sheet that is about something else is refused and named', () => {
  test.each([
    ['another period', { period: '2021-06' }, 'B5 这是另一张表：报告期是 2021年5月（2021-05），这里要的是 2021年6月（2021-06）'],
    ['another unit', { unit: { id: 'z2', name: '义乌', jurisdiction: '330782' } }, 'B2 这是另一张表：填报单位是 浦江经济开发区（z1）'],
    ['the form of another year', { formVersion: 4 }, '4 这是另一张表：报表版本是 第 3 版（3），这里要的是 第 4 版（4）'],
    ['real figures into training', { dataset: 'real' as const }, 'B6 这是另一张表：数据集是 训练数据'],
  ])('%s', async (_, over, reason) => {
    expect((await reasons(() => undefined, aFiling(over)))[0]).toContain(reason);
  });

  it('no template at all', async () => {
    const book = new excel.Workbook();
    book.addWorksheet('a').addRow(['随便', 1]);
    const { problems } = await read(new Uint8Array(await book.xlsx.writeBuffer()));
    expect(problems.map(({ reason }) => reason.zh)).toEqual([expect.stringContaining('不是本系统下载的报表模板')]);
  });
});

describe('bad input', () => {
  test.each<[string, Parameters<typeof edited>[0], string]>([
    ['text in numbers', put('tax', '大约一千'), 'E11 「大约一千」不是数字'],
    ['1.2.3', put('tax', '1.2.3'), 'E11 「1.2.3」有两个小数点'],
    ['1e15', put('tax', 1e15), 'E11 「1000000000000000.00」超过整数 15 位'],
    ['a text 1e15', put('tax', '1e15'), 'E11 「1e15」是科学计数法'],
    ['per cent where none is asked', put('tax', 0.5, { numFmt: '0%' }), 'E11 填的是百分数 50 %'],
    ['a formula', put('tax', { formula: 'SUM(D1:D2)', result: 5 }), 'E11 单元格是公式'],
    ['an error', put('tax', { error: '#REF!' }), 'E11 单元格是错误值 #REF!'],
    ['a date', put('tax', new Date('2021-05-01T00:00:00Z'), { numFmt: 'yyyy-mm-dd' }), 'E11 Excel 把它变成了日期'],
    ['a scale word', put('tax', '3.2亿'), 'E11 「3.2亿」带有数量级，没有读取。换算后是 32000 万元'],
    ['too many decimals', put('firms', 2.5), 'E15 应为整数，填了 2.5。是否应为 3？'],
    ['a locked cell', put('land', 301), 'E12 这一格已锁定'],
    [
      'a changed unit',
      (sheet) => {
        sheet.getCell(rowOf(sheet, 'tax'), 2).value = '元';
      },
      'B11 计量单位被改动',
    ],
    [
      'a line twice',
      (sheet) => {
        sheet.getRow(20).values = ['税收收入', '万元', null, null, 5, null, null, 'tax'];
      },
      'H20 与第 11 行重复',
    ],
    [
      'a line of another form',
      (sheet) => {
        sheet.getRow(20).values = ['x', '万元', null, null, 5, null, null, 'old_one'];
      },
      'H20 这张表里没有代码「old_one」',
    ],
    [
      'a line without a code',
      (sheet) => {
        sheet.getRow(20).values = ['x', '万元', null, null, 5];
      },
      'H20 这一行填了数，但没有代码',
    ],
    [
      'merged cells',
      (sheet) => {
        sheet.mergeCells('E11:E12');
      },
      '合并单元格',
    ],
    [
      'a head that was taken away',
      (sheet) => {
        sheet.getRow(5).values = [];
      },
      '表头缺少「报告期」',
    ],
    [
      'a hidden sheet',
      (_sheet, book) => {
        book.addWorksheet('备份', { state: 'hidden' }).addRow([1]);
      },
      '隐藏的工作表「备份」里有内容',
    ],
    [
      'a very hidden sheet',
      (_sheet, book) => {
        book.addWorksheet('密', { state: 'veryHidden' }).addRow([1]);
      },
      '隐藏的工作表「密」里有内容',
    ],
  ])('%s is named', async (_, edit, reason) => {
    expect((await reasons(edit)).join('\n')).toContain(reason);
  });

  it('full-width digits are read', async () => {
    expect((await read(await edited(put('tax', '１，３００．２５')))).cells).toMatchObject([{ key: 'tax', value: '1300.25' }]);
  });

  it('of two sheets of figures: it cannot be told which holds', async () => {
    const bytes = await edited((sheet, book) => {
      const copy = book.addWorksheet('副本');
      sheet.eachRow((row, number) => {
        copy.getRow(number).values = row.values;
      });
    });
    expect((await read(bytes)).problems.map(({ reason }) => reason.zh).join()).toContain('有两张报表');
  });

  it('all of it at once, and nothing to save', async () => {
    const bytes = await edited((sheet) => {
      put('tax', '1.2.3')(sheet);
      put('rate', '一半')(sheet);
      put('firms', 7)(sheet);
    });
    const { problems, cells } = await read(bytes);
    expect(problems).toHaveLength(2);
    expect(cells).toEqual([]);
  });

  it('of a file that is no workbook says why', async () => {
    const answer = await readSheetTemplate(Buffer.from([0x89, 0x50, 0, 1]), 'x.xlsx', aFiling());
    expect(answer.ok).toBe(false);
  });
});
