// Official papers of a plan as docx (F114), and the answer table of its consultation also as a workbook.

export type { Block, Paper, TableBlock } from './block.ts';
export {
  type PaperContent,
  type PaperKind,
  type PaperMark,
  type PaperRound,
  type PaperSource,
  type PaperStep,
  paperKinds,
  printedCode,
} from './content.ts';
export { plainText } from './figures.ts';
export { type MapSvg, mapSvg, type Outline } from './map-picture.ts';
export { type PaperLook, writeDocx } from './write-docx.ts';
export { writePaper } from './write-paper.ts';
