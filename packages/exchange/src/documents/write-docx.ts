// Blocks as a docx with the look of an official paper. The same blocks and pictures give the same bytes: no clock, no chance, no machine
// in them.
import { Buffer } from 'node:buffer';
import { AlignmentType, Document, Footer, Header, Packer, PageNumber, PageOrientation, Paragraph, TextRun } from 'docx';
import { pack, unpack } from '../kernel/index.ts';
import { trainingMark } from '../plans/layout.ts';
import type { Paper } from './block.ts';
import { face, fontTable, page, red, size, textWidth } from './look.ts';
import { type Pictures, render } from './render.ts';

export interface PaperLook {
  readonly training: boolean;
  /** At the upper right of every page. */
  readonly corner: string;
  /** Needed by papers with a map or a code to verify. */
  readonly pictures?: Pictures;
}

const noPictures: Pictures = { map: null, mapNote: '', qr: new Uint8Array() };

export async function writeDocx(paper: Paper, { training, corner, pictures = noPictures }: PaperLook): Promise<Uint8Array> {
  const width = paper.landscape ? textWidth.landscape : textWidth.upright;
  const document = new Document({
    title: paper.title,
    creator: 'Zhenghe 整合',
    lastModifiedBy: 'Zhenghe 整合',
    evenAndOddHeaderAndFooters: true,
    styles: { default: { document: { run: { size: size.body, font: face('body') } } } },
    sections: [
      {
        properties: { page: pageOf(paper.landscape) },
        headers: { default: header(corner, training, width), even: header(corner, training, width) },
        footers: { default: footer(AlignmentType.RIGHT), even: footer(AlignmentType.LEFT) },
        children: paper.blocks.flatMap((block) => render(block, width, pictures)),
      },
    ],
  });
  return settled(new Uint8Array(await Packer.toBuffer(document)));
}

function pageOf(landscape: boolean) {
  const { top, bottom, left, right, footer: below, header: above } = page;
  // On its side the paper is bound at the top: the margins turn with it.
  const margin = landscape ? { top: left, bottom: right, left: bottom, right: top } : { top, bottom, left, right };
  const orientation = landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT;
  const turned = landscape ? { header: 850, footer: 850 } : { header: above, footer: below };
  return { size: { width: page.width, height: page.height, orientation }, margin: { ...margin, ...turned } };
}

/** On every page: the training mark at the left, the corner's words at the right. */
function header(corner: string, training: boolean, width: number): Header {
  const mark = training ? [new TextRun({ text: trainingMark, size: size.page, font: face('black'), color: red })] : [];
  return new Header({
    children: [
      new Paragraph({
        tabStops: [{ type: 'right', position: width }],
        children: [...mark, new TextRun({ children: ['\t', corner], size: size.small, font: face('song') })],
      }),
    ],
  });
}

/** — 1 —, one character in from the outer edge. */
function footer(alignment: 'right' | 'left'): Footer {
  const indent = alignment === 'right' ? { right: 280 } : { left: 280 };
  return new Footer({
    children: [
      new Paragraph({
        alignment,
        indent,
        children: [
          new TextRun({
            children: ['— ', PageNumber.CURRENT, ' —'],
            size: size.page,
            font: { ...face('song'), ascii: '宋体', hAnsi: '宋体' },
          }),
        ],
      }),
    ],
  });
}

const firstDay = '1980-01-01T00:00:00Z';

/** docx stamps the time and numbers its pictures from a counter of the process: both are replaced; the stand-in faces are added. */
async function settled(bytes: Uint8Array): Promise<Uint8Array> {
  const unpacked = await unpack(bytes);
  if (!unpacked.ok) throw new Error('the docx just written does not open');
  const parts = new Map([...unpacked.parts].sort(([a], [b]) => order(a) - order(b) || (a < b ? -1 : 1)));
  rewrite(parts, 'docProps/core.xml', (xml) => xml.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, firstDay));
  let pictures = 0;
  rewrite(parts, 'word/document.xml', (xml) =>
    xml.replace(/(<wp:docPr [^>]*?\bid=")\d+"/g, (_, before: string) => {
      pictures += 1;
      return `${before}${pictures}"`;
    }),
  );
  rewrite(parts, 'word/fontTable.xml', fontTable);
  return new Uint8Array(pack(parts, true));
}

/** Readers expect the list of content types first. */
function order(name: string): number {
  return name === '[Content_Types].xml' ? 0 : 1;
}

function rewrite(parts: Map<string, Buffer>, name: string, change: (xml: string) => string): void {
  const part = parts.get(name);
  if (!part) throw new Error(`the docx has no ${name}`);
  parts.set(name, Buffer.from(change(part.toString('utf8')), 'utf8'));
}
