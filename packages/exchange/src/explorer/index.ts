export type { IndicatorMeta, PivotExport } from './pivot.ts';
export { pivotCsv, pivotJson, pivotXlsx } from './write-pivot.ts';
