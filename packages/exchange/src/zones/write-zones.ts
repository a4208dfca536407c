// The register as a workbook: one sheet, one row a zone, with the marks a printed copy must carry.
import type { ZoneRow } from '@zhenghe/contract/zones';
import { isMissing } from '@zhenghe/engine/kernel';
import type ExcelJs from 'exceljs';
import { missingWords, withoutClock } from '../kernel/index.ts';
import { calibreWords, gradeWords, labelWords, typeWords } from './words.ts';

export interface ZoneExport {
  readonly rows: readonly ZoneRow[];
  readonly dataset: 'real' | 'training';
  readonly asOf: string;
}

const columns: readonly { readonly title: string; readonly width: number }[] = [
  { title: '编号 Id', width: 14 },
  { title: '名称 Name', width: 34 },
  { title: '类型 Type', width: 26 },
  { title: '级别 Grade', width: 14 },
  { title: '设区市 City', width: 12 },
  { title: '县（市、区） County', width: 16 },
  { title: '行政区划代码 Code', width: 12 },
  { title: '牌子数 Plates', width: 10 },
  { title: '面积（平方公里） Area km²', width: 16 },
  { title: '面积口径 Calibre', width: 18 },
  { title: '主导产业 Industries', width: 36 },
  { title: '不计数标签 Label', width: 18 },
  { title: '起 From', width: 12 },
  { title: '止 To', width: 12 },
  { title: '可信度 Confidence', width: 12 },
];

/** Areas are number cells, so that a reader can add them up in the sheet; a missing one says why in words. */
export async function writeZoneWorkbook({ rows, dataset, asOf }: ZoneExport): Promise<Uint8Array> {
  const training = dataset === 'training';
  const { default: excel } = await import('exceljs');
  const workbook = new excel.Workbook();
  // A fixed day: the same rows give the same properties, and nothing of this machine is told.
  workbook.created = new Date(`${asOf}T00:00:00Z`);
  workbook.modified = workbook.created;
  const sheet = workbook.addWorksheet(training ? '训练数据 名录' : '名录 Zones', { views: [{ state: 'frozen', xSplit: 2, ySplit: 2 }] });
  const title = `开发区（园区）名录 Register of zones，${asOf}，${rows.length} 个`;
  sheet.addRow([training ? `训练数据 Training data（虚构，不是真实园区）— ${title}` : title]).font = { bold: true };
  sheet.addRow(columns.map((column) => column.title)).font = { bold: true };
  for (const [index, column] of columns.entries()) sheet.getColumn(index + 1).width = column.width;
  sheet.getColumn(9).numFmt = '#,##0.00##';
  for (const row of rows) addZone(sheet, row);
  sheet.autoFilter = { from: { row: 2, column: 1 }, to: { row: 2, column: columns.length } };
  return withoutClock(new Uint8Array(await workbook.xlsx.writeBuffer()));
}

function addZone(sheet: ExcelJs.Worksheet, row: ZoneRow): void {
  sheet.addRow([
    row.id,
    row.name,
    typeWords[row.type],
    gradeWords[row.grade],
    row.city,
    row.county ?? '',
    row.jurisdiction,
    row.plates,
    isMissing(row.areaKm2) ? missingWords[row.areaKm2.missing] : Number(row.areaKm2),
    row.areaCalibre ? calibreWords[row.areaCalibre] : '',
    row.industries.join('、'),
    row.label ? labelWords[row.label] : '',
    row.fromPrecision === 'on-record' ? `${row.from}（见于记录）` : row.from,
    row.to ?? '',
    row.confidence ?? '',
  ]);
}
