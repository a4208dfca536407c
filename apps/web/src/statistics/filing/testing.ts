// Builders of the tests of a filing.
import type { FilingCell } from '../shapes.ts';
import type { FilingRow } from './rows.ts';

export function aCell(key: string, over: Partial<FilingCell> = {}): FilingCell {
  return {
    key,
    indicator: key,
    calibre: null,
    computed: false,
    value: null,
    revision: 0,
    explanation: null,
    comment: null,
    evidence: [],
    changed: null,
    previous: null,
    yearBefore: null,
    growth: null,
    approved: null,
    held: null,
    unlocked: true,
    ...over,
  };
}

export function aRow(key: string, zh: string, over: Partial<FilingCell> = {}): FilingRow {
  const words = { zh, en: key };
  const indicator = { code: key, name: words, unit: '万元', decimals: 2, formula: null, meaning: words };
  return { key, cell: aCell(key, over), indicator, required: true, help: null };
}
