// What the tests of this package share: Pujiang's plan, and a workbook of it with some cells changed.
import { readFileSync } from 'node:fs';
import type { Plan } from '@zhenghe/engine/plans';
import excel from 'exceljs';
import { toArrayBuffer } from './kernel/index.ts';
import { readPlanFile, writePlanWorkbook } from './plans/index.ts';

export function pujiangBytes(): Uint8Array {
  return readFileSync(new URL('../../../data/plans/pujiang-2021.json', import.meta.url));
}

export async function pujiang(): Promise<Plan> {
  const read = await readPlanFile(pujiangBytes(), 'pujiang-2021.json');
  if (!read.ok) throw new Error(JSON.stringify(read));
  return read.plan;
}

/** Pujiang's plan as JSON with some fields changed; the change gets a plain object. */
export function editedJson(edit: (plan: ReturnType<typeof JSON.parse>) => void): Uint8Array {
  const plan = JSON.parse(Buffer.from(pujiangBytes()).toString('utf8'));
  edit(plan);
  return Buffer.from(JSON.stringify(plan));
}

export async function editedWorkbook(edit: (workbook: excel.Workbook) => void): Promise<Uint8Array> {
  const workbook = new excel.Workbook();
  await workbook.xlsx.load(toArrayBuffer(await writePlanWorkbook(await pujiang())));
  edit(workbook);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

/** Sets one cell of the blocks, 区块 Blocks; row 3 is the first block. */
export function editedBlocks(address: string, value: excel.CellValue): Promise<Uint8Array> {
  return editedWorkbook((workbook) => {
    const cell = workbook.getWorksheet('区块 Blocks')?.getCell(address);
    if (!cell) return;
    cell.value = value;
    // A new style: cells that were loaded share theirs.
    if (value instanceof Date) cell.style = { numFmt: 'yyyy-mm-dd' };
  });
}
