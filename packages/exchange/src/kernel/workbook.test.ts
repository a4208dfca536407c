import excel from 'exceljs';
import { describe, expect, test } from 'vitest';
import { pack, unpack } from './archive.ts';
import { limits } from './limits.ts';
import { columnLetter, openWorkbook } from './workbook.ts';

async function smallWorkbook(): Promise<Uint8Array> {
  const workbook = new excel.Workbook();
  workbook.addWorksheet('Sheet1').getCell('A1').value = 'x';
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

/** A workbook with parts added or replaced. */
async function withParts(parts: Readonly<Record<string, Buffer>>): Promise<Uint8Array> {
  const unpacked = await unpack(await smallWorkbook());
  if (!unpacked.ok) throw new Error(unpacked.reason.en);
  return pack(new Map([...unpacked.parts, ...Object.entries(parts)]), true);
}

async function reasonOf(bytes: Uint8Array): Promise<string> {
  const opened = await openWorkbook(bytes);
  return opened.ok ? 'opened' : opened.reason.zh;
}

const ole = Buffer.from('d0cf11e0a1b11ae1', 'hex');

describe('a workbook from a stranger', () => {
  test('a sound one opens', async () => {
    expect(await reasonOf(await smallWorkbook())).toBe('opened');
  });

  test('an empty file, a text file and a truncated workbook are refused', async () => {
    expect(await reasonOf(new Uint8Array())).toContain('空的');
    expect(await reasonOf(Buffer.from('园区,面积\n浦江,11.60'))).toContain('不是 Excel 工作簿');
    const whole = await smallWorkbook();
    expect(await reasonOf(whole.subarray(0, whole.length / 2))).toContain('损坏');
  });

  test('bytes changed inside a part are found', async () => {
    const bytes = Buffer.from(await smallWorkbook());
    bytes.fill(0xff, 200, 400);
    expect(await reasonOf(bytes)).toContain('损坏');
  });

  test('a password-locked workbook is told from an old .xls', async () => {
    const directory = (name: string) => Buffer.concat([ole, Buffer.alloc(600), Buffer.from(name, 'utf16le')]);
    expect(await reasonOf(directory('EncryptedPackage'))).toContain('密码');
    expect(await reasonOf(directory('Workbook'))).toContain('97–2003');
    expect(await reasonOf(Buffer.concat([ole, Buffer.alloc(600)]))).toContain('密码');
  });

  test('macros are refused', async () => {
    expect(await reasonOf(await withParts({ 'xl/vbaProject.bin': Buffer.from('x') }))).toContain('宏');
    expect(await reasonOf(await withParts({ 'xl/macrosheets/sheet1.xml': Buffer.from('<x/>') }))).toContain('宏');
  });

  test('a zip bomb is refused by what it declares', async () => {
    const bomb = await withParts({ 'xl/worksheets/sheet9.xml': Buffer.alloc(limits.unpackedBytes + 1) });
    expect(bomb.length).toBeLessThan(200_000);
    expect(await reasonOf(bomb)).toContain('压缩炸弹');
  });

  test('a zip bomb that declares a small size is refused by what comes out', async () => {
    const size = limits.unpackedBytes + 1;
    const bomb = Buffer.from(await withParts({ 'xl/worksheets/sheet9.xml': Buffer.alloc(size) }));
    const declared = Buffer.alloc(4);
    declared.writeUInt32LE(size);
    for (let at = bomb.indexOf(declared); at >= 0; at = bomb.indexOf(declared, at + 1)) bomb.writeUInt32LE(1000, at);
    expect(await reasonOf(bomb)).not.toBe('opened');
  });

  test('too many parts, too many cells, huge merged ranges are refused with the limit', async () => {
    const many = Object.fromEntries(Array.from({ length: limits.entries + 1 }, (_, index) => [`xl/x${index}.xml`, Buffer.from('<x/>')]));
    expect(await reasonOf(await withParts(many))).toContain(`${limits.entries}`);
    const cells = Buffer.from(`<worksheet><sheetData><row r="1">${'<c r="A1"/>'.repeat(limits.cells + 1)}</row></sheetData></worksheet>`);
    expect(await reasonOf(await withParts({ 'xl/worksheets/sheet1.xml': cells }))).toMatch(/单元格|炸弹/);
    const merged = Buffer.from('<worksheet><sheetData/><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells></worksheet>');
    expect(await reasonOf(await withParts({ 'xl/worksheets/sheet1.xml': merged }))).toContain('合并单元格');
  });

  test('a drop-down over a whole column does not slow the reading', async () => {
    const sheet =
      '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>' +
      '<dataValidations count="1"><dataValidation type="list" sqref="A1:XFD1048576"><formula1>"a,b"</formula1></dataValidation></dataValidations></worksheet>';
    expect(await reasonOf(await withParts({ 'xl/worksheets/sheet1.xml': Buffer.from(sheet) }))).toBe('opened');
  });

  test('the same parts give the same bytes', async () => {
    const parts = new Map([['a.xml', Buffer.from('<a/>')]]);
    expect(pack(parts, true)).toEqual(pack(parts, true));
  });

  test('columns have letters', () => {
    expect([1, 26, 27, 52, 53, 702, 703].map(columnLetter)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
  });
});
