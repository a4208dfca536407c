export { correctionLayout } from './corrections.ts';
export { figureLayout } from './figures.ts';
export { calibreWords, gradeWords, typeWords } from './words.ts';
export { writeZoneWorkbook, type ZoneExport } from './write-zones.ts';
