// What the tests of statistics share: zones of a small register, one period opened, and people at every step of the way.
import { createRouterClient } from '@orpc/server';
import type { RoleCard } from '@zhenghe/contract/accounts';
import { dayAfter, periodEnd } from '@zhenghe/engine/kernel';
import { loadPacks } from '@zhenghe/rulebook';
import { roleCards } from '../accounts/demo.ts';
import { scopeOf } from '../accounts/index.ts';
import type { Caller } from '../platform/api.ts';
import { type Database, scoped } from '../platform/database.ts';
import { router } from '../router.ts';
import { readJurisdictions, saveJurisdictions } from '../territory/index.ts';
import { insertZones, type ZoneRecord } from '../zones/index.ts';
import { formsOn } from './forms.ts';
import { insertWholeFilings, type WholeAction } from './whole.ts';

export const rulebook = loadPacks();
export const on = '2021-06-10';
export const form = 'zone-monthly';
export const period = '2021-05';
export const dataset = 'training' as const;
/** 浦江's zone, whose cards the demo has. */
export const zone = 'xl-330726-01';

export const idOf = (unit: string, at = period) => `${dataset}.${form}.${unit}.${at}`;
export const filing = idOf(zone);

export function aZone(id: string, jurisdiction: string, to: string | null = null): ZoneRecord {
  const from = '2019-01-01';
  return {
    ...{ id, dataset, jurisdiction, from, to, fromPrecision: 'day', point: [119.9, 29.4], industries: [], labels: [], blocks: [] },
    ...{ approval: null, note: null, source: '训练', confidence: null, plates: [] },
    names: [{ from, value: `训练·${id}` }],
    kinds: [{ from, value: { type: 'provincial-etdz', grade: 'provincial' } }],
    areas: [{ calibre: 'approved', areaKm2: '11.60', from, document: '训练' }],
  };
}

/** 浦江 with one zone and one dissolved before the period, 义乌 with one, 金华 with one of its own level. */
export async function smallRegister(db: Database, more: readonly ZoneRecord[] = []): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await saveJurisdictions(tx, readJurisdictions());
    const gone = aZone('xl-330726-02', '330726', '2021-03-01');
    await insertZones(tx, [aZone(zone, '330726'), gone, aZone('xl-330782-01', '330782'), aZone('xl-330700-01', '330700'), ...more], 'test');
  });
}

const people: readonly RoleCard[] = [...roleCards, ...['filler', 'checker'].map((id) => yiwu(id))];

function yiwu(id: string): RoleCard {
  const name = { zh: id, en: id };
  return {
    ...{ id: `yiwu-${id}`, role: 'zone', name, unit: name, question: name, jurisdiction: '330782' },
    unitId: '330782/zone-xl-330782-01',
  };
}

export function callerOf(card: string): Caller {
  const found = people.find(({ id }) => id === card);
  if (!found) throw new Error(`no card ${card}`);
  return { profile: 'demo', card: found };
}

/** As a request is answered: over connections of the serving role. */
export function asCard(served: Database, card: string) {
  const caller = callerOf(card);
  const context = { db: scoped(served, scopeOf(caller)), caller, rulebook, today: on, requestId: 'test' };
  return createRouterClient(router, { context });
}

export type Client = ReturnType<typeof asCard>;

/** Figures that no check of the monthly form stops. */
export const goodMonth: Readonly<Record<string, string>> = {
  gross_output: '120000',
  sales_output: '118000',
  export_delivery: '20000',
  firms_above_scale: '85',
  electricity: '2300',
  tax_revenue: '6400',
  tax_industrial: '4100',
  fixed_investment: '15000',
  industrial_investment: '9000',
  tech_investment: '3000',
  trade_total: '5200',
  exports: '4000',
  imports: '1200',
  fdi: '300',
  fdi_manufacturing: '200',
  employees_end: '15400',
};

let keys = 0;
export const aKey = () => {
  keys += 1;
  return `request-${keys}`;
};

export async function fill(client: Client, id: string, values: Readonly<Record<string, string>>) {
  const seen = new Map((await client.statistics.sheet({ id, on })).cells.map(({ key, revision }) => [key, revision]));
  const cells = Object.entries(values).map(([key, value]) => ({ key, value, seen: seen.get(key) ?? 0 }));
  return client.statistics.saveCells({ id, cells, key: aKey(), on });
}

/** Every step after handing in, in order: card and what it does. */
export const way = [
  ['zone-checker', 'accept'],
  ['county-statistics', 'accept'],
  ['county', 'approve'],
  ['city-statistics', 'accept'],
  ['city', 'approve'],
  ['province-statistics', 'accept'],
  ['province', 'approve'],
] as const;

/** Handed in and passed by all before the province's own decision; or further, or less far. */
export function wholeActions(unit: string, jurisdiction: string, steps = 6): readonly WholeAction[] {
  const office = `${jurisdiction}/zone-${unit}`;
  const city = `${jurisdiction.slice(0, 4)}00`;
  const units = [office, `${jurisdiction}/statistics`, jurisdiction, `${city}/statistics`, city, '330000/statistics', '330000'];
  const done = units.slice(0, steps).map((by, index) => actionBy(index === 6 ? 'approve' : 'accept', by, `step-${index}`));
  return [actionBy('submit', office, 'filler'), ...done];
}

function actionBy(kind: WholeAction['kind'], by: string, card: string): WholeAction {
  return { kind, on: '2021-06-08', unit: by, by, actor: { card, unit: { zh: card, en: card }, jurisdiction: '330000' } };
}

export const someone = { card: 'test', unit: { zh: '训练', en: 'Training' }, jurisdiction: '330000' };

/** Zones 01 … of 浦江, and their filings of a period as far as `steps` says. */
export async function wholeFilings(db: Database, units: readonly string[], { at = period, steps = 6 } = {}): Promise<number> {
  return db.transaction().execute(async (tx) => {
    const opened = periodEnd(at);
    const form0 = (await formsOn(tx, rulebook, { dataset, on: opened })).find((one) => one.form.code === form);
    if (!form0) throw new Error(`no form ${form}`);
    const filings = units.map((unit, index) => ({
      ...{ unit, name: `训练·${unit}`, jurisdiction: '330726', by: someone, actions: wholeActions(unit, '330726', steps) },
      cells: Object.entries({ ...goodMonth, sales_output: String(118000 + 40 * index) }).map(([key, value]) => ({
        key,
        value,
        explanation: null,
      })),
    }));
    return insertWholeFilings(tx, rulebook, { dataset, form: form0, period: at, on: dayAfter(opened, 1), by: someone, filings });
  });
}
