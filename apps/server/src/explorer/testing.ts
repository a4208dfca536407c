// What the tests of the explorer share: a few zones with acts between, a small library, and publications of figures.
import type { Indicator } from '@zhenghe/contract/indicators';
import type { LineageAct } from '@zhenghe/engine/zones';
import { anIndicator } from '../indicators/testing.ts';
import type { Database } from '../platform/database.ts';
import { insertPublished, type NewFigure } from '../statistics/index.ts';
import { insertActs, insertZones, type ZoneRecord } from '../zones/index.ts';

export const explored: readonly Indicator[] = [
  anIndicator('tax', '税收'),
  anIndicator('land', '用地', { unit: '亩', accrual: 'stock' }),
  anIndicator('tax_per_mu', '亩均税收', { unit: '万元/亩', formula: 'tax / land', gathering: 'ratio' }),
  anIndicator('jobs', '从业人员', { unit: '人', decimals: 0, accrual: 'stock', publication: 'public' }),
  anIndicator('score', '考评得分', { unit: '1', publication: 'evaluation-only' }),
];

export function aZone(id: string, jurisdiction: string, changes: Partial<ZoneRecord> = {}): ZoneRecord {
  return {
    ...{ id, dataset: 'training', jurisdiction, point: [119.9, 29.45], from: '2018-01-01', fromPrecision: 'day', to: null },
    ...{ labels: [], industries: [], plates: [], areas: [], blocks: [], approval: null, note: null, source: null, confidence: null },
    names: [{ from: '2018-01-01', value: `训练园区 ${id}` }],
    kinds: [{ from: '2018-01-01', value: { type: 'provincial-etdz', grade: 'provincial' } }],
    ...changes,
  };
}

/** Two zones of Pujiang that merged into a third in the middle of 2020, two of Yiwu, one of Quzhou. */
export async function insertMap(tx: Database): Promise<void> {
  const ended = { to: '2020-07-01' };
  const begun = { from: '2020-07-01', names: [{ from: '2020-07-01', value: '训练园区 xl-c' }] };
  const kinds = [{ from: '2020-07-01', value: { type: 'provincial-etdz', grade: 'provincial' } }] as const;
  await insertZones(
    tx,
    [
      ...[aZone('xl-a', '330726', ended), aZone('xl-b', '330726', ended), aZone('xl-c', '330726', { ...begun, kinds })],
      ...[aZone('xl-d', '330782'), aZone('xl-e', '330782'), aZone('xl-f', '330802')],
    ],
    'test',
  );
  const merger: LineageAct = {
    id: 'act-1',
    kind: 'merge',
    on: '2020-07-01',
    paper: '训练〔2020〕1号（虚构）',
    from: ['xl-a', 'xl-b'],
    to: ['xl-c'],
  };
  await insertActs(tx, [{ ...merger, dataset: 'training', precision: 'day' }], 'test');
}

const places: Readonly<Record<string, string>> = { 'xl-d': '330782', 'xl-e': '330782', 'xl-f': '330802', '330000': '330000' };

/** 'xl-a tax 2020-01 12.5', or a reason in place of the value. */
export function figure(text: string): NewFigure {
  const [unit = '', indicator = '', period = '', value = ''] = text.split(' ');
  const missing = value === 'secret' || value === 'not-reported' ? value : null;
  const rest = { calibre: null, explanation: null, value: missing === null ? value : null, missing } as const;
  return { unit, indicator, period, jurisdiction: places[unit] ?? '330726', ...rest };
}

export function publish(db: Database, ...texts: readonly string[]): Promise<number> {
  const source = { zh: '测试', en: 'a test' };
  const publication = { dataset: 'training', source, approvedOn: '2021-06-10', approvedBy: null, figures: texts.map(figure) } as const;
  return db.transaction().execute((tx) => insertPublished(tx, publication));
}
