// Builders for tests of the explorer.
import type { AnswerIndicator, AnswerRow, PivotAnswer } from './shapes.ts';

export function anIndicator(change: Partial<AnswerIndicator> = {}): AnswerIndicator {
  return {
    ...{
      code: 'tax',
      name: { zh: '税收', en: 'tax' },
      unit: '万元',
      decimals: 2,
      gathering: 'sum',
      direction: 'up',
      starred: false,
      breaks: [],
    },
    carrying: { zh: '相加', en: 'added up' },
    ...change,
  };
}

export function aRow(key: string, values: readonly (string | null)[], change: Partial<AnswerRow> = {}): AnswerRow {
  return { key, kind: 'unit', name: key, place: '330726', cells: values.map((value) => [value, value === null ? 0 : 1, 1, 0]), ...change };
}

export function anAnswer(change: Partial<PivotAnswer> = {}): PivotAnswer {
  return {
    indicators: [anIndicator()],
    periods: ['2020', '2021'],
    notes: ['partial', 'carried', 'not-comparable', 'bridged', 'break'],
    rows: [],
    ...{ publication: 7, units: 0, problems: [] },
    ...change,
  };
}
