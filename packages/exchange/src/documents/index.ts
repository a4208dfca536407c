// Official papers of a plan as docx (F114).
export { type PaperContent, type PaperKind, type PaperMark, type PaperSource, type PaperStep, paperKinds, printedCode } from './content.ts';
export { type MapSvg, mapSvg, type Outline } from './map-picture.ts';
export { writePaper } from './write-paper.ts';
