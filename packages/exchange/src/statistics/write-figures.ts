// Figures of many units as a workbook of one table, units by indicators for one period; it reads back as it was written.
import { type Cell, type DecimalText, type Period, periodName } from '@zhenghe/engine/kernel';
import { withoutClock } from '../kernel/index.ts';
import { trainingBanner } from './head.ts';
import { put } from './write-template.ts';

export interface FiguresTable {
  readonly title: string;
  readonly training: boolean;
  readonly period: Period;
  readonly source: string | null;
  readonly units: readonly { readonly id: string; readonly name: string }[];
  readonly indicators: readonly { readonly code: string; readonly name: string; readonly unit: string; readonly decimals: number }[];
  readonly valueOf: (unit: string, indicator: string) => Cell<DecimalText> | null;
}

export async function figuresWorkbook(table: FiguresTable): Promise<Uint8Array> {
  const { default: excel } = await import('exceljs');
  const workbook = new excel.Workbook();
  workbook.created = new Date(0);
  workbook.modified = new Date(0);
  workbook.creator = 'Zhenghe 整合';
  const { title, training, period, source, units, indicators } = table;
  const sheet = workbook.addWorksheet('数据 Figures', { views: [{ state: 'frozen', xSplit: 2, ySplit: 5 }] });
  sheet.addRow([`${training ? trainingBanner : ''}${title}`]).font = { bold: true };
  sheet.addRow(['报告期 Period', period, periodName(period).zh]);
  sheet.addRow(['来源 Source', source]);
  sheet.addRow(['编号 Id', '名称 Name', ...indicators.map(({ code }) => code)]).font = { bold: true };
  sheet.addRow([null, null, ...indicators.map(({ name, unit }) => `${name}（${unit}）`)]);
  sheet.getColumn(1).width = 16;
  sheet.getColumn(2).width = 30;
  for (const { id, name } of units) {
    const row = sheet.addRow([id, name]);
    for (const [index, { code, decimals }] of indicators.entries()) {
      const value = table.valueOf(id, code);
      if (value !== null) put(row.getCell(index + 3), value, { decimals, language: 'zh' });
    }
  }
  return withoutClock(new Uint8Array(await workbook.xlsx.writeBuffer()));
}
