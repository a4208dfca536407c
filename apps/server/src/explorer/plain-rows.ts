// Rows that hold nothing but texts and numbers, told so to what writes answers: it passes on unread what is no plain object, and
// JSON writes it as it stands. Tens of thousands of cells are otherwise walked through one by one in search of dates and files.

/** Its only meaning is to be another prototype than that of plain objects. */
const plainAlready = {};

export function asPlainRows<T extends object>(rows: readonly T[]): T[] {
  return rows.map((row): T => Object.assign(Object.create(plainAlready), row));
}
