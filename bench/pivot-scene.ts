// What the pivot is measured on: 150 zones, 60 filed indicators and 20 ratios of them, 120 months; some zones merged on the way.
import type { Indicator } from '@zhenghe/contract/indicators';
import { loadPacks } from '@zhenghe/rulebook';
import { sql } from 'kysely';
import { aZone } from '../apps/server/src/explorer/testing.ts';
import { anIndicator, withLibrary } from '../apps/server/src/indicators/testing.ts';
import type { Database } from '../apps/server/src/platform/database.ts';
import { readJurisdictions, saveJurisdictions } from '../apps/server/src/territory/index.ts';
import { insertActs, insertZones } from '../apps/server/src/zones/index.ts';

export const today = '2021-06-10';
export const size = { units: 150, indicators: 60, months: 120, ratios: 20 } as const;
export const firstYear = 2011;

export const filed = Array.from({ length: size.indicators }, (_, index) => `i${String(index).padStart(2, '0')}`);
export const ratios = Array.from({ length: size.ratios }, (_, index) => `r${String(index).padStart(2, '0')}`);

export function benchRulebook() {
  const stocks = (index: number): Partial<Indicator> => (index % 3 === 0 ? { accrual: 'stock', unit: '亩' } : {});
  const library = [
    ...filed.map((code, index) => anIndicator(code, `指标${index}`, stocks(index))),
    ...ratios.map((code, index) =>
      anIndicator(code, `比率${index}`, { unit: '万元/亩', gathering: 'ratio', formula: `${filed[index * 3 + 1]} / ${filed[index * 3]}` }),
    ),
  ];
  return withLibrary(loadPacks(), library);
}

export const units = Array.from({ length: size.units }, (_, index) => `xl-${String(index).padStart(3, '0')}`);
const types = ['provincial-etdz', 'provincial-hitech', 'national-etdz', 'provincial-industrial'] as const;

/** Zones over the 90 counties; the last ten merge into the first ten in the middle of 2016. */
export async function fill(db: Database): Promise<void> {
  const counties = readJurisdictions().filter(({ level }) => level === 'county');
  const placeOf = (index: number) => counties[(index * 7) % counties.length]?.code ?? '330726';
  await db.transaction().execute(async (tx) => {
    await saveJurisdictions(tx, readJurisdictions());
    const zones = units.map((id, index) => {
      const type = types[index % types.length] ?? 'local';
      const kinds = [{ from: '2010-01-01', value: { type, grade: type === 'national-etdz' ? 'national' : 'provincial' } }] as const;
      const to = index >= size.units - 10 ? '2016-07-01' : null;
      return aZone(id, placeOf(index), { from: '2010-01-01', to, names: [{ from: '2010-01-01', value: `训练园区${index}` }], kinds });
    });
    await insertZones(tx, zones, 'bench');
    const acts = Array.from({ length: 10 }, (_, index) => {
      const [into = '', gone = ''] = [units[index], units[size.units - 10 + index]];
      const parties = { from: [into, gone], to: [into] };
      return {
        id: `bench-${index}`,
        kind: 'merge',
        on: '2016-07-01',
        paper: '训练（虚构）',
        dataset: 'training',
        precision: 'day',
        ...parties,
      } as const;
    });
    await insertActs(tx, acts, 'bench');
    await sql`set local statement_timeout = 0`.execute(tx);
    await sql`insert into statistics_head (dataset) values ('training') on conflict do nothing`.execute(tx);
    await sql`update statistics_head set number = 1 where dataset = 'training'`.execute(tx);
    await sql`insert into statistics_publications (dataset, number, jurisdiction, source_zh, source_en, approved_on)
      values ('training', 1, '330000', '训练数据', 'training', ${today}::date)`.execute(tx);
    await sql`
      insert into statistics_figures (dataset, unit, jurisdiction, indicator, period, publication, value, missing)
      select 'training', f.zone_id, f.jurisdiction, 'i' || lpad(i::text, 2, '0'), (${firstYear} + m / 12) || '-' || lpad((1 + m % 12)::text, 2, '0'), 1,
        case when k % 97 = 0 then null else ((k * 7919) % 10000000)::numeric / 100 end, case when k % 97 = 0 then 'not-reported' end
      from (select zone_id, jurisdiction, row_number() over (order by zone_id) as u from zone_facts where dataset = 'training') f,
        generate_series(0, ${size.indicators - 1}) i, generate_series(0, ${size.months - 1}) m, lateral (select (u * 60 + i) * 120 + m + 1 as k) k`.execute(
      tx,
    );
  });
  await sql`vacuum analyze`.execute(db);
}
