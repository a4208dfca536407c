// The answer table as a workbook: one row a comment, and the rounds on a second sheet. Every cell is text or a number, none is a
// formula, whatever somebody wrote.
import type ExcelJs from 'exceljs';
import { withoutClock } from '../kernel/index.ts';
import { answerWords, commentWords, roundSentences, roundWords, stanceWords } from './answer-words.ts';
import { type PaperContent, type PaperMark, printedCode } from './content.ts';
import { plainText } from './figures.ts';

const columns: readonly { readonly title: string; readonly width: number }[] = [
  { title: '方式 Kind', width: 16 },
  { title: '轮次 Round', width: 8 },
  { title: '版本 Version', width: 8 },
  { title: '序号 No.', width: 8 },
  { title: '单位 Unit', width: 26 },
  { title: '态度 Stance', width: 10 },
  { title: '针对 About', width: 24 },
  { title: '意见 Comment', width: 50 },
  { title: '收到日期 Received', width: 14 },
  { title: '次数 Times', width: 8 },
  { title: '采纳情况 Outcome', width: 12 },
  { title: '答复和理由 Answer', width: 50 },
  { title: '改在 Version', width: 10 },
];

/** Printed lying, all columns on a page, with the heads again on each. */
const onePageWide = { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 } as const;

export async function answerSheet(content: PaperContent, mark: PaperMark): Promise<Uint8Array> {
  const { detail, rounds = [], on } = content;
  const { default: excel } = await import('exceljs');
  const workbook = new excel.Workbook();
  // A fixed day: the same table gives the same properties, and nothing of this machine is told.
  workbook.created = new Date(`${on}T00:00:00Z`);
  workbook.modified = workbook.created;
  const training = detail.dataset === 'training';
  const sheet = workbook.addWorksheet(training ? '训练数据 采纳情况' : '采纳情况 Answers', { views: [{ state: 'frozen', ySplit: 3 }] });
  const title = `《${plainText(detail.plan.title)}》征求意见采纳情况表，第 ${detail.version} 版，${on}`;
  sheet.addRow([training ? `训练数据 Training data（虚构）— ${title}` : title]).font = { bold: true };
  sheet.addRow([`核验码 ${printedCode(mark.code)}　核验地址 ${mark.address}　版本校验值（SHA-256） ${content.planSha256}`]);
  headed(sheet, columns);
  for (const round of rounds) {
    for (const comment of round.comments) {
      const { unit, stance, about } = comment;
      const answer = answerWords(comment);
      const texts = [unit ?? '', stance ? stanceWords[stance] : '', about ?? '整体', commentWords(comment)].map(plainText);
      const own = [roundWords[round.kind], round.number, round.version, comment.number];
      sheet.addRow([...own, ...texts, comment.on, comment.times, answer.outcome, plainText(answer.reason), answer.version]);
    }
  }
  sheet.autoFilter = { from: { row: 3, column: 1 }, to: { row: 3, column: columns.length } };
  sheet.pageSetup = { ...onePageWide, printTitlesRow: '3:3' };
  roundsSheet(workbook.addWorksheet('各轮 Rounds', { views: [{ state: 'frozen', ySplit: 1 }] }), rounds);
  return withoutClock(new Uint8Array(await workbook.xlsx.writeBuffer()));
}

function roundsSheet(sheet: ExcelJs.Worksheet, rounds: NonNullable<PaperContent['rounds']>): void {
  sheet.pageSetup = { ...onePageWide, printTitlesRow: '1:1' };
  const titles = ['方式 Kind', '轮次 Round', '版本 Version', '开始 Opens', '截止 Closes', '公布 Published', '情况 Notes'];
  headed(
    sheet,
    titles.map((title, index) => ({ title, width: index === titles.length - 1 ? 90 : 14 })),
  );
  for (const round of rounds) {
    const { kind, number, version, opensOn, closesOn, publishedOn } = round;
    sheet.addRow([roundWords[kind], number, version, opensOn, closesOn, publishedOn ?? '', plainText(roundSentences(round).join(''))]);
  }
}

function headed(sheet: ExcelJs.Worksheet, heads: readonly { readonly title: string; readonly width: number }[]): void {
  const head = sheet.addRow(heads.map(({ title }) => title));
  head.font = { bold: true };
  for (const [index, { width }] of heads.entries()) {
    sheet.getColumn(index + 1).width = width;
    sheet.getColumn(index + 1).alignment = { vertical: 'top', wrapText: width >= 24 };
  }
  head.alignment = { vertical: 'top', wrapText: true };
}
