export type { FigureRead, FiguresKnown, KnownUnit } from './figure-known.ts';
export { figuresLayout } from './figure-layout.ts';
export type { FilingSheet, Language } from './head.ts';
export { type FiguresRead, readFigures } from './read-figures.ts';
export { readSheetTemplate, type TemplateCell, type TemplateRead } from './read-template.ts';
export { type FiguresTable, figuresWorkbook } from './write-figures.ts';
export { sheetTemplate } from './write-template.ts';
