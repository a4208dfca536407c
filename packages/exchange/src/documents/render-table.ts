// Tables of a paper: heads repeated on every page, rows never cut, figures at the right.
import {
  AlignmentType,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { TableBlock } from './block.ts';
import { plainText } from './figures.ts';
import { face, line, size } from './look.ts';

export function renderTable(table: TableBlock, width: number): Table {
  const total = table.widths.reduce((sum, share) => sum + share, 0);
  const widths = table.widths.map((share) => Math.floor((share / total) * width));
  const last = table.rows.length - 1;
  return new Table({
    width: { size: widths.reduce((sum, part) => sum + part, 0), type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    margins: { marginUnitType: WidthType.DXA, left: 60, right: 60, top: 20, bottom: 20 },
    rows: [
      row(table.head, widths, { head: true, table }),
      ...table.rows.map((cells, at) => row(cells, widths, { head: false, table, bold: table.sum === true && at === last })),
    ],
  });
}

interface RowLook {
  readonly head: boolean;
  readonly bold?: boolean;
  readonly table: TableBlock;
}

function row(cells: readonly string[], widths: readonly number[], look: RowLook): TableRow {
  return new TableRow({
    tableHeader: look.head,
    cantSplit: true,
    children: cells.map(
      (text, at) =>
        new TableCell({
          width: { size: widths[at] ?? 0, type: WidthType.DXA },
          verticalAlign: VerticalAlignTable.CENTER,
          children: [cellText(text, look, at)],
        }),
    ),
  });
}

function cellText(text: string, { head, bold, table }: RowLook, at: number): Paragraph {
  const alignment = head ? AlignmentType.CENTER : table.figures?.includes(at) ? AlignmentType.RIGHT : AlignmentType.LEFT;
  return new Paragraph({
    alignment,
    spacing: { line: line.table, lineRule: LineRuleType.AT_LEAST },
    children: [new TextRun({ text: plainText(text), size: size.table, font: face(head || bold ? 'black' : 'body') })],
  });
}
