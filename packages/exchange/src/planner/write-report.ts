// A report as docx, or as a workbook with every park. The same report gives the same bytes.
import type ExcelJs from 'exceljs';
import { type Paper, plainText, writeDocx } from '../documents/index.ts';
import { withoutClock } from '../kernel/index.ts';
import type { ScenarioReport } from './content.ts';
import { reportPaper } from './report-paper.ts';
import { parkRows } from './rows.ts';

export function scenarioDocx(report: ScenarioReport): Promise<Uint8Array> {
  const corner =
    report.language === 'zh' ? `问题校验值 ${report.instanceHash.slice(0, 16)}` : `Instance ${report.instanceHash.slice(0, 16)}`;
  return writeDocx(reportPaper(report), { training: report.dataset === 'training', corner });
}

/** The same passages, a sheet for each heading, and one with every park. Every cell is text or a number, none is a formula. */
export async function scenarioXlsx(report: ScenarioReport): Promise<Uint8Array> {
  const { default: excel } = await import('exceljs');
  const workbook = new excel.Workbook();
  // A fixed day: the same report gives the same properties, and nothing of this machine is told.
  workbook.created = new Date(`${report.on}T00:00:00Z`);
  workbook.modified = workbook.created;
  for (const { title, passages, table } of chaptersOf(reportPaper(report))) {
    const sheet = chapter(workbook, report, title);
    for (const text of passages) sheet.addRow([plainText(text)]);
    if (!table) continue;
    head(sheet, table.head, table.widths);
    for (const row of table.rows) sheet.addRow(row.map((text, at) => (table.figures?.includes(at) ? numberOf(text) : plainText(text))));
  }
  parksSheet(workbook, report);
  return withoutClock(new Uint8Array(await workbook.xlsx.writeBuffer()));
}

interface Chapter {
  readonly title: string;
  readonly passages: string[];
  table: Extract<Paper['blocks'][number], { as: 'table' }> | null;
}

function chaptersOf(paper: Paper): readonly Chapter[] {
  const chapters: Chapter[] = [];
  const intro: string[] = [];
  for (const block of paper.blocks) {
    const last = chapters.at(-1);
    if (block.as === 'heading') chapters.push({ title: block.text, passages: chapters.length === 0 ? intro : [], table: null });
    else if (block.as === 'table' && last) last.table = block;
    else if ('text' in block) (last?.passages ?? intro).push(block.text);
  }
  return chapters;
}

function chapter(workbook: ExcelJs.Workbook, { dataset, language, name, version, day }: ScenarioReport, title: string): ExcelJs.Worksheet {
  const training = dataset === 'training';
  const sheet = workbook.addWorksheet(training ? `训练数据 ${title}`.slice(0, 31) : title.slice(0, 31));
  const line = language === 'zh' ? `${name}，第 ${version} 版，${day}` : `${name}, version ${version}, ${day}`;
  sheet.addRow([plainText(training ? `训练数据 Training data（虚构）— ${line}` : line)]).font = { bold: true };
  return sheet;
}

function head(sheet: ExcelJs.Worksheet, titles: readonly string[], widths: readonly number[]): void {
  const row = sheet.addRow([...titles]);
  row.font = { bold: true };
  for (const [at, share] of widths.entries()) sheet.getColumn(at + 1).width = Math.max(10, share);
  sheet.views = [{ state: 'frozen', ySplit: row.number }];
}

function parksSheet(workbook: ExcelJs.Workbook, report: ScenarioReport): void {
  const { answer, language } = report;
  if (answer.status === 'infeasible') return;
  const zh = ['编码', '园区', '地区', '级别', '去向', '所在开发区', '人员', '产值合计（亿元）'];
  const en = ['Code', 'Park', 'Place', 'Level', 'Outcome', 'Zone', 'Staff', 'Output (100 M yuan)'];
  const sheet = chapter(workbook, report, language === 'zh' ? '园区' : 'Parks');
  head(sheet, language === 'zh' ? zh : en, [16, 34, 16, 12, 14, 34, 10, 18]);
  const gaps = new Set(report.missing.filter(({ done }) => done === 'left-out').map(({ park, figure }) => `${park} ${figure}`));
  for (const { park, place, name, level, word, zone } of parkRows(report, answer)) {
    const known = (figure: 'staff' | 'output', value: number) =>
      gaps.has(`${park.code} ${figure}`) ? { zh: '缺', en: 'missing' }[language] : value;
    const output = park.outputs.reduce((sum, own) => sum + own, 0);
    sheet.addRow([...[park.code, name, place, level, word, zone].map(plainText), known('staff', park.staff), known('output', output)]);
  }
}

/** Figures stay figures, so that a reader can add them up; words in their place stay words. */
function numberOf(text: string): number | string {
  const value = Number(text.replaceAll(',', ''));
  return text !== '' && Number.isFinite(value) ? value : plainText(text);
}
