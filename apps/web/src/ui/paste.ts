// A block copied from a spreadsheet, as rows of cells: tab-separated, with quotes where a cell holds a tab, a line or a quote.

export function parsePaste(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  const body = text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  while (at <= body.length) {
    const cell = body[at] === '"' ? quotedCell(body, at) : plainCell(body, at);
    row.push(cell.text);
    if (body[cell.end] !== '\t') {
      rows.push(row);
      row = [];
    }
    at = cell.end + 1;
  }
  return rows;
}

interface PastedCell {
  readonly text: string;
  /** Where the tab, the line end or the end of the text stands. */
  readonly end: number;
}

function plainCell(body: string, start: number): PastedCell {
  const stop = body.slice(start).search(/[\t\n]/);
  const end = stop < 0 ? body.length : start + stop;
  return { text: body.slice(start, end), end };
}

/** A cell in quotes; a quote that never closes is read as plain text. */
function quotedCell(body: string, start: number): PastedCell {
  let text = '';
  for (let at = start + 1; at < body.length; at += 1) {
    if (body[at] !== '"') {
      text += body[at];
    } else if (body[at + 1] === '"') {
      text += '"';
      at += 1;
    } else {
      const rest = plainCell(body, at + 1);
      return { text: text + rest.text, end: rest.end };
    }
  }
  return plainCell(body, start);
}

/** True when the clipboard holds more than one cell, so that one input cannot take it all. */
export function isBlockOfCells(text: string): boolean {
  return /[\t\n]/.test(text.replace(/\r?\n$/, ''));
}
