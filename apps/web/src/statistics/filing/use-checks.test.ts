import type { IndicatorRow } from '@zhenghe/contract/indicators';
import { libraryOf } from '@zhenghe/engine/indicators';
import { expect, it } from 'vitest';
import type { FilingCell, Form, Sheet, SheetFinding } from '../shapes.ts';
import { emptyQueue, put } from './queue.ts';
import { aCell, aRow } from './testing.ts';
import { checkedOf } from './use-checks.ts';

const words = { zh: '一', en: 'one' };

function indicator(code: string, zh: string, formula: string | null = null): IndicatorRow {
  return {
    ...{ code, name: { zh, en: code }, aliases: [], meaning: words, group: 'scale', unit: '万元', decimals: 2, direction: 'up', formula },
    ...{ numerator: null, denominator: null, accrual: 'flow', gathering: 'sum', weight: null, source: words, owner: words },
    ...{ frequency: 'month', warning: null, good: null, least: null, most: null, publication: 'units', starred: false },
    calibres: [{ id: 'plain', from: null, title: words, note: null, clause: null, comparable: true }],
    ...{ clause: null, note: null, mergedInto: null, retired: false, pack: null, version: 0, uses: 1 },
  };
}

const library = libraryOf([
  indicator('exports', '出口额'),
  indicator('imports', '进口额'),
  indicator('trade', '进出口总额', '出口额 + 进口额'),
]);
const row = (code: string) => ({ indicator: code, required: true, help: null, calibre: null });
const check = { id: 'within-exports', title: words, severity: 'block' as const, clause: null, tolerance: '0' };
const form: Form = {
  ...{ code: 'zone-monthly', title: words, about: words, audience: 'zones', frequency: 'month', from: '2020-01-01', to: null },
  groups: [{ id: 'a', title: words, rows: [row('exports'), row('imports'), row('trade')] }],
  ...{ dueDays: 8, levelDays: 3, dueFrom: 'product-default', clause: null, note: null },
  checks: [{ ...check, kind: 'arithmetic', left: '进口额', relation: '<=', right: '出口额' }],
};

const jump: SheetFinding = {
  ...{ id: 'jump:exports', check: 'jump', kind: 'jump', severity: 'explain', cells: ['exports'], measured: null, expected: null },
  ...{ message: words, mend: null, clause: null, stops: true },
};

function aSheet(cells: readonly FilingCell[]): Sheet {
  return {
    ...{ id: 'f', dataset: 'training', form, formVersion: 0, period: '2021-05' },
    unit: { id: 'xl-330726-01', name: '浦江', jurisdiction: '330726' },
    ...{ state: 'draft', holder: null, due: null, submitted: null, late: false, locked: null, version: 0, changedSince: false },
    ...{ cells: [...cells], findings: [jump], readOnly: null, indicators: [aRow('exports', '出口额').indicator] },
  };
}

const sheet = aSheet([
  aCell('exports', { value: '10' }),
  aCell('imports', { value: '4' }),
  aCell('trade', { computed: true, value: '14' }),
]);

it('says what the server said while nothing was typed', () => {
  expect(checkedOf(sheet, emptyQueue, library)).toEqual({ cells: sheet.cells, findings: [jump], ahead: false });
});

it('checks and computes what is typed before the server has it', () => {
  const { cells, findings, ahead } = checkedOf(sheet, put(emptyQueue, [{ key: 'imports', value: '40', seen: 0 }]), library);
  expect(ahead).toBe(true);
  expect(cells.map(({ value }) => value)).toEqual(['10', '4', '50']);
  expect(findings.map(({ kind, stops }) => [kind, stops])).toEqual([
    ['jump', true],
    ['arithmetic', true],
  ]);
});

it('drops what the server said of a figure that is being changed, and takes words that answer it', () => {
  const changed = checkedOf(sheet, put(emptyQueue, [{ key: 'exports', value: '11', seen: 0 }]), library);
  expect(changed.findings).toEqual([]);
  const explained = checkedOf(sheet, put(emptyQueue, [{ key: 'exports', explanation: 'a new firm', seen: 0 }]), library);
  expect(explained.findings.map(({ kind, stops }) => [kind, stops])).toEqual([['jump', false]]);
});
