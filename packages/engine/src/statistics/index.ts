export * from './check-sheet.ts';
export * from './compute-cells.ts';
export * from './form.ts';
export { absenceWord } from './number-words.ts';
export * from './read-number.ts';
export * from './sheet.ts';
export * from './sheet-diff.ts';
export { type SheetRow, sheetRows } from './sheet-rows.ts';
