// What the last hour is measured on: zones over the 90 counties, five years of their approved figures, and a sheet each for five months,
// filled and not yet handed in.
import { periodAfter } from '@zhenghe/engine/kernel';
import { sql } from 'kysely';
import type { Database } from '../apps/server/src/platform/database.ts';
import { formsOn, insertWholeFilings } from '../apps/server/src/statistics/index.ts';
import { aZone, goodMonth, rulebook, someone } from '../apps/server/src/statistics/testing.ts';
import { readJurisdictions, saveJurisdictions } from '../apps/server/src/territory/index.ts';
import { insertZones } from '../apps/server/src/zones/index.ts';

export const on = '2021-06-10';
const dataset = 'training';
const form = 'zone-monthly';
const periods = ['2021-01', '2021-02', '2021-03', '2021-04', '2021-05'];
const months = 60;

export interface Zone {
  readonly id: string;
  readonly jurisdiction: string;
}

/** One sheet of one zone. */
export interface Journey {
  readonly zone: Zone;
  readonly id: string;
}

/** Answers every sheet there is to hand in. */
export async function fill(db: Database, zonesInAll: number): Promise<readonly Journey[]> {
  const counties = readJurisdictions().filter(({ level }) => level === 'county');
  const zones = Array.from({ length: zonesInAll }, (_, index): Zone => {
    return { id: `xl-bench-${index}`, jurisdiction: counties[index % counties.length]?.code ?? '330726' };
  });
  await db.transaction().execute(async (tx) => {
    await saveJurisdictions(tx, readJurisdictions());
    await insertZones(
      tx,
      zones.map(({ id, jurisdiction }) => aZone(id, jurisdiction)),
      'bench',
    );
    await history(tx, zones);
  });
  for (const period of periods) await db.transaction().execute((tx) => sheets(tx, zones, period));
  await sql`vacuum analyze`.execute(db);
  return periods.flatMap((period) => zones.map((zone) => ({ zone, id: `${dataset}.${form}.${zone.id}.${period}` })));
}

/** One publication a month; figures wander by some percent, as real ones do. */
async function history(tx: Database, zones: readonly Zone[]): Promise<void> {
  const past = Array.from({ length: months }, (_, index) => periodAfter(periods[0] ?? '', index - months));
  const of = <K extends keyof Zone>(field: K) => zones.map((zone) => zone[field]);
  await sql`set local statement_timeout = 0`.execute(tx);
  await sql`
    insert into statistics_head (dataset, number) values (${dataset}, ${months})
    on conflict (dataset) do update set number = excluded.number`.execute(tx);
  await sql`
    insert into statistics_publications (dataset, number, jurisdiction, source_zh, source_en, approved_on)
    select ${dataset}, n, '330000', '测速', 'Bench', '2021-01-01' from generate_series(1, ${months}::int) n`.execute(tx);
  await sql`
    insert into statistics_figures (dataset, unit, jurisdiction, indicator, period, publication, value)
    select ${dataset}, z.unit, z.jurisdiction, i.indicator, p.period, p.number,
      round(i.value * (0.97 + ((z.number + p.number) % 7) / 100.0))
    from unnest(${of('id')}::text[], ${of('jurisdiction')}::text[]) with ordinality as z (unit, jurisdiction, number),
      unnest(${Object.keys(goodMonth)}::text[], ${Object.values(goodMonth)}::numeric[]) as i (indicator, value),
      unnest(${past}::text[]) with ordinality as p (period, number)`.execute(tx);
}

async function sheets(tx: Database, zones: readonly Zone[], period: string): Promise<void> {
  const loaded = (await formsOn(tx, rulebook, { dataset, on })).find((one) => one.form.code === form);
  if (!loaded) throw new Error(`no form ${form}`);
  const cells = Object.entries(goodMonth).map(([key, value]) => ({ key, value, explanation: null }));
  const filings = zones.map(({ id, jurisdiction }) => ({ unit: id, name: id, jurisdiction, by: someone, actions: [], cells }));
  await insertWholeFilings(tx, rulebook, { dataset, form: loaded, period, on, by: someone, filings });
}
