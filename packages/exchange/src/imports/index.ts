export type { ImportColumn, ImportLayout, ImportRow, ImportSheet, Mapping, Remembered, SheetFound } from './layout.ts';
export { type KnownColumns, readTables, type TablesRead } from './read-tables.ts';
export { type TemplateAsked, writeTemplate } from './write-template.ts';
