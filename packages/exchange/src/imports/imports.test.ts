// Files of rows: whatever a person's office program makes of them, the same rows come out, or every cell that cannot be read.
import excel from 'exceljs';
import { describe, expect, it, test } from 'vitest';
import { limits, openWorkbook } from '../kernel/index.ts';
import { correctionLayout } from '../zones/index.ts';
import { type KnownColumns, readTables, type TablesRead, writeTemplate } from './index.ts';

const text = (lines: readonly string[]) => Buffer.from(lines.join('\r\n'), 'utf8');
const areas = [
  '编号,口径,面积（公顷）,起始,依据',
  'zj-001,核准面积,1160,2015年6月,浙政函1号',
  'zj-002,规划面积,"1,234.50",2016,"甲,""乙"""',
];

async function read(bytes: Uint8Array, name = 'areas.csv', known: KnownColumns = {}): Promise<TablesRead> {
  const answer = await readTables(bytes, name, correctionLayout, known);
  if (!answer.ok) throw new Error(answer.reason.zh);
  return answer;
}

async function workbook(rows: readonly (readonly excel.CellValue[])[], sheet = '面积 Areas'): Promise<Uint8Array> {
  const book = new excel.Workbook();
  book.addWorksheet(sheet).addRows(rows.map((row) => [...row]));
  return new Uint8Array(await book.xlsx.writeBuffer());
}

describe('a CSV', () => {
  it('is known by its headings; units, quotes and rough days are read with a note', async () => {
    const { rows, notes, problems, sheets } = await read(text(areas));
    expect(problems).toEqual([]);
    expect(sheets[0]).toMatchObject({ sheet: 'areas', sheetName: 'areas' });
    expect(rows.map(({ row, values }) => [row, values])).toEqual([
      [2, { id: 'zj-001', calibre: 'approved', area: '11.60', since: '2015-06', document: '浙政函1号' }],
      [3, { id: 'zj-002', calibre: 'planned', area: '12.345', since: '2016', document: '甲,"乙"' }],
    ]);
    expect(notes.some(({ note }) => note.zh.includes('换算'))).toBe(true);
  });

  it('may be GBK, or UTF-8 with a mark, or parted by tabs', async () => {
    // 编号 is B1 E0 BA C5 in GBK.
    const gbk = Buffer.concat([Buffer.from([0xb1, 0xe0, 0xba, 0xc5]), Buffer.from(',name,since,document\r\nz1,A,2015,B')]);
    const answer = await read(gbk, 'names.csv');
    expect(answer.rows[0]?.values).toMatchObject({ id: 'z1', name: 'A' });
    expect(answer.notes[0]?.note.zh).toContain('GBK');
    expect((await read(Buffer.from(`\uFEFF${areas.join('\n')}`))).rows).toHaveLength(2);
    expect((await read(text(['编号\t名称\t起始\t依据', 'z1\t甲\t2015\t乙']), 'x.csv')).rows[0]?.sheet).toBe('names');
  });

  test.each([
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1]), '既不是 UTF-8'],
    ['bytes of no encoding', Buffer.from([0xff, 0xff, 0xff, 0x41]), '既不是 UTF-8'],
    ['an open quotation mark', Buffer.from('编号,名称\n"z1,甲'), '引号'],
  ])('%s is refused', async (_, bytes, reason) => {
    const answer = await readTables(bytes, 'x.csv', correctionLayout);
    expect(answer.ok ? '' : answer.reason.zh).toContain(reason);
  });

  it('of more rows than the limit is refused with the limit', async () => {
    const answer = await readTables(text(Array.from({ length: limits.rows + 1 }, () => 'a,b')), 'x.csv', correctionLayout);
    expect(answer.ok ? '' : answer.reason.zh).toContain(`${limits.rows}`);
  });
});

describe('every cell that cannot be read', () => {
  it('is told at once with sheet, row, column and value', async () => {
    const bytes = await workbook([
      ['编号 *\nId', '口径', '面积（km²）', '起始', '依据'],
      ['z1', '不知道', -1, '2015-13', null],
      ['z2', '核准面积', { formula: '1+1', result: 2 }, 42_000, '甲'],
      ['z3', '核准面积', '未统计', 2015, '甲'],
    ]);
    const { problems, rows } = await read(bytes, 'a.xlsx');
    expect(problems.map(({ row, column, value }) => `${column}${row} ${value}`)).toEqual([
      'B2 不知道',
      'C2 -1',
      'D2 2015-13',
      'E2 null',
      'C3 =1+1',
      'D3 42000',
    ]);
    expect(rows.map(({ values, missing }) => [values.id, missing])).toEqual([['z3', { area: 'not-collected' }]]);
  });

  it('is told also when a column is not there', async () => {
    const { problems } = await read(text(['编号,口径,面积,起始', 'z1,核准面积,1,2015']));
    expect(problems[0]?.reason.zh).toContain('找不到「依据」');
  });
});

describe('headings of a sender’s own', () => {
  const own = text(['序,称呼,从何时,文', 'z1,甲,2015,乙']);
  const columns = { id: '序', name: '称呼', since: '从何时', document: '文' };

  it('are mapped by a person, and may be remembered', async () => {
    expect((await readTables(own, 'own.csv', correctionLayout)).ok).toBe(true);
    expect((await read(own, 'own.csv')).problems[0]?.reason.zh).toContain('没有读到');
    const mapped = await read(own, 'own.csv', { mapping: { own: { sheet: 'names', columns } } });
    expect(mapped.rows[0]).toMatchObject({ sheet: 'names', values: { id: 'z1', name: '甲' } });
    expect((await read(own, 'own.csv', { remembered: { names: columns } })).rows).toEqual(mapped.rows);
  });
});

describe('JSON', () => {
  it('is lists by name of sheet; keys every object has are only headings', async () => {
    const names = [{ id: 'z1', name: '甲', since: '2015', document: '乙', __proto__: 'x', constructor: 'y' }];
    const { rows } = await read(Buffer.from(JSON.stringify({ names })), 'x.json');
    expect(rows[0]).toMatchObject({ sheet: 'names', row: 2, values: { id: 'z1' } });
    const bad = await readTables(Buffer.from('{"a":1}'), 'x.json', correctionLayout);
    expect(bad.ok).toBe(false);
  });
});

describe('the template', () => {
  it('reads back as it was filled, gives the same bytes, and holds nothing that runs', async () => {
    const row = { id: 'z1', name: '=1+1', since: '2015-06', document: '@SUM(1)' };
    const asked = { title: { zh: '名录', en: 'Register' }, training: true, rows: { names: [row] } };
    const bytes = await writeTemplate(correctionLayout, asked);
    expect(Buffer.from(await writeTemplate(correctionLayout, asked)).equals(Buffer.from(bytes))).toBe(true);
    const { rows, problems } = await read(bytes, 't.xlsx');
    expect(problems).toEqual([]);
    expect(rows).toEqual([{ sheet: 'names', sheetName: '名称沿革 Names', row: 3, values: row, missing: {} }]);
    const opened = await openWorkbook(bytes);
    expect(opened.ok && opened.sheets[0]?.rows[0]?.cells.get(1)?.text).toContain('训练数据');
  });

  it('of twenty thousand rows is read whole', async () => {
    const lines = Array.from({ length: 20_000 }, (_, at) => `z${at},核准面积,${at}.25,2015,文`);
    expect((await read(text(['编号,口径,面积,起始,依据', ...lines]))).rows).toHaveLength(20_000);
  });
});
