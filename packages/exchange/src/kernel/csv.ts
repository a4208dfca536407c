// A table as CSV: UTF-8 with its mark, so that Excel reads it, and nothing in it that a spreadsheet would run.

/** A text that a spreadsheet would run as a formula leaves with an apostrophe before it; reading takes it off. */
export function harmless(text: string): string {
  return /^'*[=+@\t\r]|^'+-|^-(?![\d.]+$)/.test(text) ? `'${text}` : text;
}

export function csvBytes(rows: readonly (readonly string[])[]): Uint8Array {
  return Buffer.from(`\uFEFF${rows.map((cells) => cells.map(quoted).join(',')).join('\r\n')}\r\n`);
}

function quoted(text: string): string {
  const safe = harmless(text);
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
