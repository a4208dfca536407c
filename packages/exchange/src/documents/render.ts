// Blocks of a paper as paragraphs, tables and pictures of a docx.
import {
  AlignmentType,
  BorderStyle,
  type FileChild,
  ImageRun,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { Block, TableBlock } from './block.ts';
import { plainText } from './figures.ts';
import { face, line, red, size, tighter } from './look.ts';
import { renderTable } from './render-table.ts';

export interface Pictures {
  /** The outline of the place; null where it has none. */
  readonly map: { readonly png: Uint8Array; readonly width: number; readonly height: number } | null;
  /** What is said under the picture. */
  readonly mapNote: string;
  readonly qr: Uint8Array;
}

/** Rows that stand beside the picture; the rest follows below it. */
const besideRows = 12;
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const noBorders = { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none };
/** A picture is as high as it is. */
const single = { line: 240, lineRule: LineRuleType.AUTO } as const;
const exact = { line: line.body, lineRule: LineRuleType.EXACT } as const;

type Face = Parameters<typeof face>[0];

interface TextLook {
  readonly face?: Face;
  readonly size?: number;
  readonly color?: string;
}

function run(text: string, look: TextLook = {}): TextRun {
  return new TextRun({
    text: plainText(text),
    size: look.size ?? size.body,
    font: face(look.face ?? 'body'),
    ...(look.size === undefined && { characterSpacing: tighter }),
    ...(look.color && { color: look.color }),
  });
}

function centred(text: string, look: TextLook, spacing: { readonly before?: number; readonly after?: number } = {}): Paragraph {
  const titled = { line: line.title, lineRule: LineRuleType.AT_LEAST };
  return new Paragraph({ alignment: AlignmentType.CENTER, spacing: { ...titled, ...spacing }, children: [run(text, look)] });
}

/** First line two characters in. */
function body(text: string, look: TextLook = {}, keepNext = false): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.BOTH,
    spacing: exact,
    indent: { firstLine: 640 },
    keepNext,
    children: [run(text, look)],
  });
}

export function render(block: Block, width: number, pictures: Pictures): readonly FileChild[] {
  switch (block.as) {
    case 'issuer':
      return [centred(block.text, { face: 'title', size: size.issuer, color: red }, { after: 240 })];
    case 'number':
      return [numberLine(block.text, block.signer === true, width)];
    case 'title':
      return [centred(block.text, { face: 'title', size: size.title }, { before: 400, after: 280 })];
    case 'under-title':
      return [centred(block.text, { face: 'kai' }, { after: 280 })];
    case 'addressee':
      return [new Paragraph({ spacing: exact, children: [run(block.text)] })];
    case 'heading':
      return [body(block.text, { face: block.rank === 1 ? 'black' : 'kai' }, true)];
    case 'body':
      return [body(block.text)];
    case 'attachments':
      return attachments(block.names);
    case 'signature':
      return signature(block.unit, block.day);
    case 'annex':
      return [
        new Paragraph({ pageBreakBefore: true, spacing: exact, children: [run(block.label, { face: 'black' })] }),
        centred(block.title, { face: 'title', size: size.title }, { before: 120, after: 240 }),
      ];
    case 'table':
      return [renderTable(block, width), small('')];
    case 'map':
      return besideMap(block.caption, block.beside, { width, pictures });
    case 'verify':
      return verify(block.lines, width, pictures.qr);
  }
}

function numberLine(text: string, signer: boolean, width: number): Paragraph {
  const rule = { style: BorderStyle.SINGLE, size: 12, color: red, space: 6 };
  const common = { spacing: exact, border: { bottom: rule } };
  if (!signer) return new Paragraph({ ...common, alignment: AlignmentType.CENTER, children: [spaced(text)] });
  return new Paragraph({
    ...common,
    tabStops: [{ type: 'right', position: width }],
    children: [spaced(text), new TextRun({ children: ['\t'] }), spaced('签发人：　　　　')],
  });
}

/** Keeps the open places for number and signer. */
function spaced(text: string): TextRun {
  return new TextRun({ text, size: size.body, font: face('body') });
}

function attachments(names: readonly string[]): readonly Paragraph[] {
  const [only] = names;
  // The signature does not stand on a page alone: they go there with it.
  if (names.length === 1 && only !== undefined) return [blank(true), body(`附件：${only}`, {}, true)];
  return [
    blank(true),
    ...names.map(
      (name, at) =>
        new Paragraph({
          spacing: exact,
          keepNext: true,
          indent: { left: 640 + 1280, hanging: at === 0 ? 1280 : 320 },
          children: [run(`${at === 0 ? '附件：' : ''}${at + 1}．${name}`)],
        }),
    ),
  ];
}

function signature(unit: string, day: string): readonly Paragraph[] {
  const right = { alignment: AlignmentType.RIGHT, spacing: exact, keepLines: true } as const;
  return [
    blank(true),
    new Paragraph({ ...right, keepNext: true, indent: { right: 640 }, children: [run(unit)] }),
    new Paragraph({ ...right, indent: { right: 1280 }, children: [run(day)] }),
  ];
}

function blank(keepNext = false): Paragraph {
  return new Paragraph({ spacing: exact, keepNext, children: [] });
}

function small(text: string): Paragraph {
  return new Paragraph({ spacing: { line: line.small, lineRule: LineRuleType.AT_LEAST }, children: [run(text, { size: size.small })] });
}

function besideMap(
  caption: string,
  table: TableBlock,
  { width, pictures }: { readonly width: number; readonly pictures: Pictures },
): readonly FileChild[] {
  const left = Math.round(width * 0.5);
  const right = width - left;
  const first = { ...table, rows: table.rows.slice(0, besideRows) };
  const rest = { ...table, rows: table.rows.slice(besideRows) };
  const picture = pictures.map ? [mapPicture(caption, pictures.map)] : [];
  return [
    twoCells(
      [left, right],
      [
        [...picture, small(`${caption}。${pictures.mapNote}`)],
        [renderTable(first, right - 120), small('')],
      ],
    ),
    small(''),
    ...(rest.rows.length > 0 ? [renderTable(rest, width), small('')] : []),
  ];
}

function mapPicture(caption: string, map: NonNullable<Pictures['map']>): Paragraph {
  const shown = 280;
  return new Paragraph({
    spacing: single,
    children: [
      new ImageRun({
        type: 'png',
        data: map.png,
        transformation: { width: shown, height: Math.round((shown * map.height) / map.width) },
        altText: { title: caption, name: caption, description: `${caption}位置示意图` },
      }),
    ],
  });
}

function twoCells(widths: readonly [number, number], cells: readonly (readonly FileChild[])[]): Table {
  return new Table({
    width: { size: widths[0] + widths[1], type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: noBorders,
    rows: [
      new TableRow({
        cantSplit: true,
        children: cells.map(
          (children, at) =>
            new TableCell({
              width: { size: widths[at] ?? 0, type: WidthType.DXA },
              children: children.filter((child) => child instanceof Paragraph || child instanceof Table),
            }),
        ),
      }),
    ],
  });
}

/** The QR code beside what it stands for, kept on one page. */
function verify(lines: readonly string[], width: number, qr: Uint8Array): readonly FileChild[] {
  const left = 1700;
  const picture = new ImageRun({
    type: 'png',
    data: qr,
    transformation: { width: 96, height: 96 },
    altText: { title: '核验', name: '核验', description: lines[0] ?? '' },
  });
  return [blank(), twoCells([left, width - left], [[new Paragraph({ spacing: single, children: [picture] })], lines.map(small)])];
}
