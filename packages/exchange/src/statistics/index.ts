export type { FilingSheet, Language } from './head.ts';
export { readSheetTemplate, type TemplateCell, type TemplateRead } from './read-template.ts';
export { sheetTemplate } from './write-template.ts';
