// Vertices as CSV (UTF-8 with its mark, so that Excel reads it) and as a workbook.
import { csvBytes, harmless, withoutClock } from '../kernel/index.ts';
import { trainingMark } from './fields.ts';
import type { Outgoing } from './outgoing.ts';
import { type VertexRow, vertexRows } from './vertex-rows.ts';

export function writeCsv(out: Outgoing): Uint8Array {
  const { banner, system, headings, rows } = vertexRows(out);
  return csvBytes([[banner], system, headings, ...rows.map(textsOf)]);
}

function textsOf({ code, name, ring, point, figures, others }: VertexRow): readonly string[] {
  return [code, name, String(ring), String(point), ...figures, ...others];
}

export async function writeXlsx(out: Outgoing): Promise<Uint8Array> {
  const { banner, system, headings, rows } = vertexRows(out);
  const { default: excel } = await import('exceljs');
  const workbook = new excel.Workbook();
  // A fixed day: the same features give the same bytes.
  workbook.created = new Date('1980-01-01T00:00:00Z');
  workbook.modified = workbook.created;
  const title = out.training ? `${trainingMark} 界址点` : '界址点 Vertices';
  const sheet = workbook.addWorksheet(title, { views: [{ state: 'frozen', ySplit: 3 }] });
  sheet.addRow([banner]).font = { bold: true };
  sheet.addRow(system);
  sheet.addRow(headings).font = { bold: true };
  const format = out.system.kind === 'geographic' ? '0.000000000' : '0.0000';
  for (const column of [5, 6]) {
    sheet.getColumn(column).numFmt = format;
    sheet.getColumn(column).width = 18;
  }
  for (const { code, name, ring, point, figures, others } of rows)
    sheet.addRow([harmless(code), harmless(name), ring, point, ...figures.map(Number), ...others.map(harmless)]);
  return withoutClock(new Uint8Array(await workbook.xlsx.writeBuffer()));
}
