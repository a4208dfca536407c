// The first units: a government for each division, a body for each zone of the real register. Names of bodies are not in the
// register, so a body is called after its zone and says so.
import { sql } from 'kysely';
import type { Database } from '../platform/database.ts';
import { insertUnits, type NewUnit } from './office-queries.ts';

/** Where a source gives no first day. */
const always = '1900-01-01';

export async function seedUnits(tx: Database): Promise<number> {
  const { rows: places } = await sql<{ code: string; name: string; level: 'province' | 'city' | 'county'; parent: string | null }>`
    select code, name, level, parent from jurisdictions
    order by case level when 'province' then 0 when 'city' then 1 else 2 end, code`.execute(tx);
  const governments: readonly NewUnit[] = places.map(({ code, name, level, parent }) => ({
    id: `gov-${code}`,
    kind: level,
    name: `${name}人民政府`,
    parent: parent === null ? null : `gov-${parent}`,
    jurisdiction: code,
    from: always,
    source: 'territory',
  }));
  return (await insertUnits(tx, governments)) + (await insertUnits(tx, await bodies(tx)));
}

async function bodies(tx: Database): Promise<readonly NewUnit[]> {
  const { rows } = await sql<{ id: string; name: string; jurisdiction: string; from: string; to: string | null }>`
    select distinct on (f.zone_id) f.zone_id as id, f.name, z.jurisdiction, f.life_from as "from", f.life_to as "to"
    from zone_facts f join zones z on z.id = f.zone_id
    where f.dataset = 'real' and f.replaced_at is null
    order by f.zone_id, f.valid_from desc`.execute(tx);
  return rows.map(({ id, name, jurisdiction, from, to }) => ({
    id: `zone-${id}`,
    kind: 'zone' as const,
    name: `${name}管理机构`,
    parent: `gov-${jurisdiction}`,
    jurisdiction,
    from,
    to,
    source: 'register',
  }));
}
