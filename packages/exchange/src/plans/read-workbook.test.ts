import excel from 'exceljs';
import { describe, expect, test } from 'vitest';
import { type CellProblem, toArrayBuffer } from '../kernel/index.ts';
import { editedBlocks, editedWorkbook, pujiang } from '../testing.ts';
import { readPlanFile, writePlanWorkbook } from './index.ts';

async function problemsOf(bytes: Uint8Array): Promise<readonly CellProblem[]> {
  const read = await readPlanFile(bytes, 'plan.xlsx');
  return read.ok ? [] : read.problems;
}

async function readOk(bytes: Uint8Array) {
  const read = await readPlanFile(bytes, 'plan.xlsx');
  if (!read.ok) throw new Error(JSON.stringify(read, null, 1));
  return read;
}

describe('a plan from a workbook', () => {
  test('Pujiang’s plan comes back from its workbook as it was', async () => {
    const plan = await pujiang();
    const read = await readOk(await writePlanWorkbook(plan));
    expect(read.plan).toEqual(plan);
    expect(read.notes).toEqual([]);
    expect(read.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  test('the empty form is refused only for what is needed', async () => {
    const problems = await problemsOf(await writePlanWorkbook(null));
    expect(problems.map((problem) => [problem.sheet, problem.row, problem.column])).toEqual([
      ['方案 Plan', 4, 'B'],
      ['方案 Plan', 5, 'B'],
    ]);
  });

  test('a workbook of something else is told which sheets are expected and which were found', async () => {
    const workbook = new excel.Workbook();
    workbook.addWorksheet('工资表').getCell('A1').value = '姓名';
    const read = await readPlanFile(new Uint8Array(await workbook.xlsx.writeBuffer()), 'a.xlsx');
    expect(read.ok).toBe(false);
    if (read.ok) return;
    expect(read.reason.zh).toContain('区块 Blocks');
    expect(read.reason.zh).toContain('工资表');
    expect(read.problems.length).toBe(5);
  });

  test.each([
    ['a formula', { formula: 'SUM(E4:E5)', result: 3 }, '公式'],
    ['glued figures', '6. 575. 73', '连在了一起'],
    ['a negative area', -3, '负数'],
    ['an impossible area', 999999, '不可能'],
    ['words', '待定', '不是数字'],
    ['an error', { error: '#REF!' as const }, '#REF!'],
    ['a date', new Date('2021-06-30'), '日期'],
  ])('%s in an area is refused at its cell', async (_what, value, reason) => {
    const problems = await problemsOf(await editedBlocks('E3', value));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ sheet: '区块 Blocks', row: 3, column: 'E' });
    expect(problems[0]?.reason.zh).toContain(reason);
    expect(problems[0]?.value).not.toBeNull();
  });

  test.each([
    ['full-width digits', '１１．６０', '11.60'],
    ['an inner space', '17. 24', '17.24'],
    ['公顷', '1160公顷', '11.60'],
    ['亩', '17400 亩', '11.60'],
  ])('%s are read with a note at the cell', async (_what, value, km2) => {
    const { plan, notes } = await readOk(await editedBlocks('E3', value));
    expect(plan.blocks[0]?.areaBefore).toBe(km2);
    expect(notes).toMatchObject([{ sheet: '区块 Blocks', row: 3, column: 'E', value }]);
  });

  test('a header in 公顷 converts its column, with a note on each cell', async () => {
    const { plan, notes } = await readOk(await editedBlocks('E2', '整合前面积（公顷）'));
    expect(plan.blocks[0]?.areaBefore).toBe('0.116');
    expect(notes).toHaveLength(plan.blocks.length);
  });

  test('an empty cell and a dash are missing, never zero; a reason is kept', async () => {
    expect((await readOk(await editedBlocks('E3', null))).plan.blocks[0]?.areaBefore).toEqual({ missing: 'not-given' });
    const dash = await readOk(await editedBlocks('E3', '—'));
    expect(dash.plan.blocks[0]?.areaBefore).toEqual({ missing: 'not-given' });
    expect(dash.notes).toHaveLength(1);
    expect((await readOk(await editedBlocks('E3', '涉密'))).plan.blocks[0]?.areaBefore).toEqual({ missing: 'secret' });
  });

  test('merged cells among the data are refused once for each range', async () => {
    const bytes = await editedWorkbook((workbook) => workbook.getWorksheet('区块 Blocks')?.mergeCells('E3:E5'));
    const problems = await problemsOf(bytes);
    expect(problems).toMatchObject([{ sheet: '区块 Blocks', row: 3, column: 'E', value: 'E3' }]);
    expect(problems[0]?.reason.zh).toContain('合并单元格');
  });

  test('a date that lost its date format is read from the days Excel counts, with a note', async () => {
    const bytes = await editedWorkbook((workbook) => {
      const cell = workbook.getWorksheet('时间 Milestones')?.getCell('B3');
      if (cell) [cell.value, cell.style] = [44377, {}];
    });
    const read = await readOk(bytes);
    expect(read.plan.milestones[0]?.due).toBe('2021-06-30');
    expect(read.notes.map((note) => note.note.zh).join()).toContain('日期序号');
  });

  test('a renamed area column is a problem, not eight unknown areas', async () => {
    const problems = await problemsOf(await editedBlocks('F2', '面积'));
    expect(problems).toMatchObject([{ sheet: '区块 Blocks', row: 2, reason: { zh: '缺少「整合后面积（km²）」一列。' } }]);
  });

  test('an unknown name is told which names would do', async () => {
    const problems = await problemsOf(await editedBlocks('D4', '黄宅区'));
    expect(problems[0]?.reason.zh).toContain('黄宅片区');
  });

  test('an unknown name and a repeated name are refused at their cells', async () => {
    expect(await problemsOf(await editedBlocks('C4', '不存在的园区'))).toMatchObject([
      { sheet: '区块 Blocks', row: 4, column: 'C', value: '不存在的园区' },
    ]);
    const twice = await editedWorkbook((workbook) => {
      const sheet = workbook.getWorksheet('园区 Parks');
      if (sheet) sheet.getCell('B4').value = sheet.getCell('B3').value;
    });
    const problems = await problemsOf(twice);
    expect(problems[0]).toMatchObject({ sheet: '园区 Parks', row: 4, column: 'B' });
    expect(problems[0]?.reason.zh).toContain('重复');
  });

  test('two zones with a core of one name were refused, although the product itself had written them', async () => {
    const plan = await pujiang();
    const [zone, part] = [plan.zones[0], plan.parts[0]];
    if (!zone || !part) throw new Error('no zone');
    const second = { ...zone, code: 'z-2', name: '第二区' };
    const two = { ...plan, zones: [zone, second], parts: [...plan.parts, { ...part, code: 'core-2', zone: second.code }] };
    expect((await readOk(await writePlanWorkbook(two))).plan).toEqual(two);
    const json = await readPlanFile(Buffer.from(JSON.stringify(two)), 'plan.json');
    expect(json.ok && json.plan).toEqual(two);
  });

  test('a name that several zones use is not taken for the first of them', async () => {
    const plan = await pujiang();
    const [zone, part] = [plan.zones[0], plan.parts[0]];
    if (!zone || !part) throw new Error('no zone');
    const parts = [...plan.parts, { ...part, code: 'core-2', zone: 'z-2' }];
    const workbook = new excel.Workbook();
    await workbook.xlsx.load(
      toArrayBuffer(await writePlanWorkbook({ ...plan, zones: [zone, { ...zone, code: 'z-2', name: '第二区' }], parts })),
    );
    const cell = workbook.getWorksheet('区块 Blocks')?.getCell('D3');
    if (cell) cell.value = part.name;
    const problems = await problemsOf(new Uint8Array(await workbook.xlsx.writeBuffer()));
    expect(problems).toMatchObject([{ sheet: '区块 Blocks', row: 3, column: 'D', value: part.name }]);
    expect(problems[0]?.reason.zh).toContain('编码');
  });

  test('every problem is gathered, in all sheets', async () => {
    const bytes = await editedWorkbook((workbook) => {
      const set = (sheet: string, address: string, value: excel.CellValue) => {
        const cell = workbook.getWorksheet(sheet)?.getCell(address);
        if (cell) cell.value = value;
      };
      set('区块 Blocks', 'E3', '6. 575. 73');
      set('区块 Blocks', 'F4', -1);
      set('区块 Blocks', 'D5', '没有的片区');
      set('园区 Parks', 'C3', '世界级');
      set('方案 Plan', 'B5', '火星');
      set('时间 Milestones', 'B3', '六月底');
    });
    const places = (await problemsOf(bytes)).map(({ sheet, row, column }) => `${sheet} ${column}${row}`);
    expect(places.sort()).toEqual(
      ['方案 Plan B5', '园区 Parks C3', '区块 Blocks E3', '区块 Blocks F4', '区块 Blocks D5', '时间 Milestones B3'].sort(),
    );
  });

  test('a total among the blocks is refused, not counted twice', async () => {
    const bytes = await editedWorkbook((workbook) => workbook.getWorksheet('区块 Blocks')?.addRow(['', '合计', '', '', 33.86, 42.2]));
    expect((await problemsOf(bytes))[0]?.reason.zh).toContain('合计');
  });

  test('a missing column is named', async () => {
    const bytes = await editedBlocks('D2', '备注');
    expect((await problemsOf(bytes)).some((problem) => problem.reason.zh.includes('整合后部分'))).toBe(true);
  });

  test('a form filled in without codes gets codes by row', async () => {
    const bytes = await editedWorkbook((workbook) => {
      for (const name of ['园区 Parks', '开发区 Zones', '部分 Parts', '区块 Blocks', '合计 Sums']) {
        const sheet = workbook.getWorksheet(name);
        sheet?.eachRow((row, number) => {
          if (number > 2) row.getCell(1).value = null;
        });
      }
    });
    const { plan } = await readOk(bytes);
    expect(plan.blocks.map((block) => [block.code, block.park])).toEqual(plan.blocks.map((_, index) => [`b${index + 1}`, `p${index + 1}`]));
    expect(plan.zones.map((zone) => zone.code)).toEqual(['z1']);
  });

  test('the training mark stands in every sheet and cannot be lost by one cell', async () => {
    const plan = { ...(await pujiang()), training: true };
    const workbook = new excel.Workbook();
    const bytes = await writePlanWorkbook(plan);
    await workbook.xlsx.load(new Uint8Array(bytes).buffer);
    expect(workbook.worksheets).toHaveLength(10);
    for (const sheet of workbook.worksheets) expect(String(sheet.getCell('A1').value)).toContain('训练数据');
    const sheet = workbook.getWorksheet('方案 Plan');
    if (sheet) sheet.getCell('B8').value = '否';
    const read = await readOk(new Uint8Array(await workbook.xlsx.writeBuffer()));
    expect(read.plan.training).toBe(true);
    expect(read.notes).toHaveLength(1);
  });

  test('a place may be named where the caller knows the places', async () => {
    const bytes = await editedWorkbook((workbook) => {
      const cell = workbook.getWorksheet('方案 Plan')?.getCell('B5');
      if (cell) cell.value = '浦江县';
    });
    const read = await readPlanFile(bytes, 'plan.xlsx', { placeCode: (name) => (name === '浦江县' ? '330726' : undefined) });
    expect(read.ok && read.plan.jurisdiction).toBe('330726');
  });

  test('10,000 blocks are read', async () => {
    const plan = await pujiang();
    const block = plan.blocks[0];
    if (!block) throw new Error('no block');
    const blocks = Array.from({ length: 10_000 }, (_, index) => ({ ...block, code: `b${index}`, name: `区块${index}` }));
    const read = await readOk(await writePlanWorkbook({ ...plan, blocks }));
    expect(read.plan.blocks).toEqual(blocks);
  });

  test('more rows than the limit are refused with the limit', async () => {
    const bytes = await editedWorkbook((workbook) => {
      const sheet = workbook.getWorksheet('合计 Sums');
      for (let row = 0; row < 20_051; row++) sheet?.addRow(['s', 'x']);
    });
    const read = await readPlanFile(bytes, 'plan.xlsx');
    expect(read.ok).toBe(false);
    if (!read.ok) expect(read.reason.zh).toContain('20050');
  });
});
