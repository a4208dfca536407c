// A view of the explorer as xlsx, CSV and JSON, each with its metadata and, on every sheet, the mark of training data.
import type { PivotAnswer } from '@zhenghe/contract/explorer';
import { periodName } from '@zhenghe/engine/kernel';
import type ExcelJs from 'exceljs';
import { csvBytes, harmless, withoutClock } from '../kernel/index.ts';
import {
  columnsOf,
  factsOf,
  figureAt,
  type Language,
  metaHeadings,
  metaLines,
  missingWord,
  noteText,
  type PivotExport,
  trainingLine,
} from './pivot.ts';

/** Units down, indicators and periods across; a second sheet of notes where a cell has any, and the metadata. */
export async function pivotXlsx(view: PivotExport): Promise<Uint8Array> {
  const { default: excel } = await import('exceljs');
  const workbook = new excel.Workbook();
  // A fixed day: the same view gives the same bytes.
  workbook.created = new Date('1980-01-01T00:00:00Z');
  workbook.modified = workbook.created;
  workbook.creator = 'Zhenghe 整合';
  writeFigures(workbook, view);
  writeNotes(workbook, view);
  writeMeta(workbook, view);
  return withoutClock(new Uint8Array(await workbook.xlsx.writeBuffer()));
}

const sheetNames: Readonly<Record<'figures' | 'notes' | 'meta', Readonly<Record<Language, string>>>> = {
  figures: { zh: '数据', en: 'Figures' },
  notes: { zh: '缺失与说明', en: 'Gaps and notes' },
  meta: { zh: '元数据', en: 'Metadata' },
};

/** Every sheet begins with what it is, and whether it is invented. */
function sheetOf(workbook: ExcelJs.Workbook, { title, language, dataset }: PivotExport, name: keyof typeof sheetNames): ExcelJs.Worksheet {
  const sheet = workbook.addWorksheet(sheetNames[name][language]);
  const banner = sheet.addRow([dataset === 'training' ? `${trainingLine[language]} ${title[language]}` : title[language]]);
  banner.font = { bold: true, color: { argb: dataset === 'training' ? 'FFC00000' : 'FF1F3864' } };
  return sheet;
}

const rowHead: Readonly<Record<Language, readonly [string, string]>> = { zh: ['代码', '名称'], en: ['Key', 'Name'] };

function writeFigures(workbook: ExcelJs.Workbook, view: PivotExport): void {
  const { answer, language } = view;
  const sheet = sheetOf(workbook, view, 'figures');
  const columns = columnsOf(answer);
  sheet.addRow([null, null, ...columns.map(({ indicator }) => `${indicator.name[language]}（${indicator.unit}）`)]).font = { bold: true };
  sheet.addRow([...rowHead[language], ...columns.map(({ period }) => period)]).font = { bold: true };
  sheet.views = [{ state: 'frozen', xSplit: 2, ySplit: 3 }];
  sheet.getColumn(1).width = 16;
  sheet.getColumn(2).width = 30;
  for (const [at, { key, kind, name }] of answer.rows.entries()) {
    const row = sheet.addRow([harmless(key), harmless(name)]);
    if (kind === 'subtotal' || kind === 'total') row.font = { bold: true };
    for (const index of columns.keys()) putFigure(row.getCell(index + 3), figureAt(answer, at, index), language);
  }
}

/** Excel keeps fifteen digits: a figure with more leaves as text, so that nothing of it is lost. */
function putFigure(cell: ExcelJs.Cell, { value, missing }: ReturnType<typeof figureAt>, language: Language): void {
  cell.alignment = { horizontal: 'right' };
  if (value === null) cell.value = missingWord(missing, language) || '—';
  else if (value.replace(/[-.]/g, '').replace(/^0+/, '').length > 15) cell.value = value;
  else cell.value = Number(value);
  const places = Math.min(value?.split('.')[1]?.length ?? 0, 6);
  cell.numFmt = places === 0 ? '#,##0' : `#,##0.${'0'.repeat(places)}`;
}

function writeNotes(workbook: ExcelJs.Workbook, view: PivotExport): void {
  const { answer, language } = view;
  const sheet = sheetOf(workbook, view, 'notes');
  sheet.addRow(
    language === 'zh'
      ? ['代码', '名称', '指标', '时期', '缺失原因', '已有', '应有', '说明']
      : ['Key', 'Name', 'Indicator', 'Period', 'Missing', 'Of', 'Expected', 'Notes'],
  ).font = {
    bold: true,
  };
  const columns = columnsOf(answer);
  for (const [at, { key, name }] of answer.rows.entries()) {
    for (const [index, { indicator, period }] of columns.entries()) {
      const { value, missing, of, expected, notes } = figureAt(answer, at, index);
      if (value !== null && notes.length === 0 && of === expected) continue;
      sheet.addRow([
        harmless(key),
        harmless(name),
        indicator.name[language],
        period,
        missingWord(missing, language),
        of,
        expected,
        noteText(notes, language),
      ]);
    }
  }
}

function writeMeta(workbook: ExcelJs.Workbook, view: PivotExport): void {
  const { language } = view;
  const sheet = sheetOf(workbook, view, 'meta');
  for (const [title, value] of factsOf(view)) sheet.addRow([title, harmless(value)]);
  sheet.addRow([]);
  sheet.addRow([...metaHeadings[language]]).font = { bold: true };
  for (const line of metaLines(view)) sheet.addRow(line.map(harmless));
  for (const column of [1, 2, 3]) sheet.getColumn(column).width = 22;
  for (const column of [4, 5, 6, 11]) sheet.getColumn(column).width = 44;
}

/** One figure a line, after the metadata as lines that begin with #. */
export function pivotCsv(view: PivotExport): Uint8Array {
  const { language } = view;
  const head = factsOf(view).map(([title, value]) => [`# ${title}: ${value}`]);
  const meta = metaLines(view).map((line) => [
    `# ${line
      .map((text, at) => (text === '' ? '' : `${metaHeadings[language][at] ?? ''}=${text}`))
      .filter(Boolean)
      .join('; ')}`,
  ]);
  const headings =
    language === 'zh'
      ? ['数据集', '代码', '名称', '类别', '地区', '指标代码', '指标', '单位', '时期', '数值', '缺失原因', '已有', '应有', '说明']
      : ['Dataset', 'Key', 'Name', 'Kind', 'Place', 'Code', 'Indicator', 'Unit', 'Period', 'Value', 'Missing', 'Of', 'Expected', 'Notes'];
  return csvBytes([...head, ...meta, headings, ...figureLines(view)]);
}

function figureLines({ answer, dataset, language }: PivotExport): readonly (readonly string[])[] {
  const columns = columnsOf(answer);
  const mark = dataset === 'training' ? '训练数据' : language === 'zh' ? '真实数据' : 'real';
  return answer.rows.flatMap(({ key, name, kind, place }, at) =>
    columns.map(({ indicator, period }, index) => {
      const { value, missing, of, expected, notes } = figureAt(answer, at, index);
      return [
        ...[mark, key, name, kind, place ?? '', indicator.code, indicator.name[language], indicator.unit, period],
        ...[value ?? '', missingWord(missing, language), String(of), String(expected), noteText(notes, language)],
      ];
    }),
  );
}

/** Values stay decimal text; missing ones carry their reason. */
export function pivotJson(view: PivotExport): Uint8Array {
  const { answer, dataset, address, on, title, asked, meta } = view;
  const byCode = new Map(meta.map((one) => [one.code, one]));
  const columns = columnsOf(answer);
  const file = {
    format: 'zhenghe-figures/1',
    training: dataset === 'training',
    ...(dataset === 'training' ? { mark: trainingLine } : {}),
    ...{ dataset, title, address, on, asked, publication: answer.publication, units: answer.units, problems: answer.problems },
    indicators: answer.indicators.map((indicator) => ({ ...indicator, ...byCode.get(indicator.code) })),
    periods: answer.periods.map((period) => ({ period, name: periodName(period) })),
    figures: answer.rows.flatMap((row, at) =>
      columns.map(({ indicator, period }, index) => figureOf(row, { indicator: indicator.code, period }, figureAt(answer, at, index))),
    ),
  };
  return Buffer.from(`${JSON.stringify(file, null, 1)}\n`);
}

function figureOf(
  { key, kind, name, place }: PivotAnswer['rows'][number],
  at: { readonly indicator: string; readonly period: string },
  { value, missing, of, expected, notes }: ReturnType<typeof figureAt>,
) {
  return { unit: key, kind, name, place, ...at, value, missing, of, expected, notes };
}
