// Reads the CSV files of `data/`: comma, double quotes, first line names the columns.

export type CsvRow = Readonly<Record<string, string>>;

/** Rows as records; every row has every column. A row of another width is our own fault and is thrown. */
export function readCsv(text: string): readonly CsvRow[] {
  const [head, ...lines] = splitCsv(text);
  if (!head) return [];
  return lines.map((cells, index) => {
    if (cells.length !== head.length) throw new Error(`CSV line ${index + 2}: ${cells.length} cells, expected ${head.length}`);
    return Object.fromEntries(head.map((name, column) => [name, cells[column] ?? '']));
  });
}

export function writeCsv(columns: readonly string[], rows: readonly CsvRow[]): string {
  const quote = (cell: string): string => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  const lines = rows.map((row) => columns.map((column) => quote(row[column] ?? '')).join(','));
  return `${[columns.join(','), ...lines].join('\n')}\n`;
}

function splitCsv(text: string): readonly (readonly string[])[] {
  const lines: string[][] = [];
  const cell = /("(?:[^"]|"")*"|[^,\n]*)(,|\n|$)/y;
  let line: string[] = [];
  const source = text.replaceAll('\r\n', '\n').replace(/\n$/, '');
  for (let match = cell.exec(source); match; match = cell.exec(source)) {
    const raw = match[1] ?? '';
    line.push(raw.startsWith('"') ? raw.slice(1, -1).replaceAll('""', '"') : raw);
    if (match[2] === ',') continue;
    lines.push(line);
    line = [];
    if (match[2] === '') break;
  }
  return lines;
}
