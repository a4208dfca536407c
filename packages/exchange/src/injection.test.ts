// Names that a spreadsheet might run: they leave as plain text in every workbook of ours.
import { notGiven } from '@zhenghe/engine/kernel';
import { zoneTypes } from '@zhenghe/engine/zones';
import { expect, it } from 'vitest';
import { openWorkbook, unpack } from './kernel/index.ts';
import { writePlanWorkbook } from './plans/index.ts';
import { pujiang } from './testing.ts';
import { writeZoneWorkbook } from './zones/index.ts';

const evil = ["=cmd|' /C calc'!A0", '@SUM(1+1)', '+1+1', '-2+3', '<script>alert(1)</script>'];

async function check(bytes: Uint8Array): Promise<void> {
  const unpacked = await unpack(bytes);
  if (!unpacked.ok) throw new Error('not a workbook');
  const sheets = [...unpacked.parts].filter(([name]) => /worksheets\/sheet\d+\.xml$/.test(name));
  // A formula is a cell with <f>; validation lists have formula1 outside of cells.
  for (const [, xml] of sheets) expect(xml.toString('utf8')).not.toMatch(/<f[ >]/);
  const opened = await openWorkbook(bytes);
  if (!opened.ok) throw new Error('does not open');
  const texts = JSON.stringify(opened.sheets.flatMap(({ rows }) => rows.flatMap(({ cells }) => [...cells.values()])));
  for (const text of evil) expect(texts).toContain(JSON.stringify(text).slice(1, -1));
}

it('a plan with such names', async () => {
  const plan = await pujiang();
  const blocks = plan.blocks.map((block, at) => ({ ...block, name: evil[at] ?? block.name }));
  await check(await writePlanWorkbook({ ...plan, blocks }));
});

it('a register with such names', async () => {
  const row = {
    ...{ type: zoneTypes[0], grade: 'local' as const, city: '金华市', county: '浦江县', jurisdiction: '330726', plates: 1, industries: [] },
    ...{ areaKm2: notGiven, areaCalibre: null, label: null, from: '2021-01-01', to: null, confidence: null },
    fromPrecision: 'day' as const,
  };
  const rows = evil.map((name, at) => ({ ...row, id: `z${at}`, name }));
  await check(await writeZoneWorkbook({ rows: rows, dataset: 'training', asOf: '2021-06-10' }));
});
