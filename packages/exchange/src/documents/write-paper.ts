// A paper as a docx, or as a workbook where that is asked for.
import QrCode from 'qrcode';
import { answerSheet } from './answer-sheet.ts';
import { type PaperContent, type PaperMark, printedCode } from './content.ts';
import { paperOf } from './papers.ts';
import type { Pictures } from './render.ts';
import { writeDocx } from './write-docx.ts';

export async function writePaper(content: PaperContent, mark: PaperMark, map: Omit<Pictures, 'qr'>): Promise<Uint8Array> {
  if (content.kind === 'answers-sheet') return answerSheet(content, mark);
  const qr = new Uint8Array(await QrCode.toBuffer(mark.address, { type: 'png', margin: 1, width: 240, errorCorrectionLevel: 'M' }));
  const corner = `核验码 ${printedCode(mark.code)}`;
  return writeDocx(paperOf(content, mark), { training: content.detail.dataset === 'training', corner, pictures: { ...map, qr } });
}
