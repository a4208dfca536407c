// The divisions of the province: all SQL of the noun.
import type { Jurisdiction } from '@zhenghe/contract/territory';
import { sql } from 'kysely';
import type { Database } from '../platform/database.ts';

interface JurisdictionRow extends Omit<Jurisdiction, 'point'> {
  readonly lon: string;
  readonly lat: string;
}

/** The province first, then its cities, then the counties by code. */
export async function listJurisdictions(db: Database): Promise<readonly Jurisdiction[]> {
  const { rows } = await sql<JurisdictionRow>`
    select code, name, name_en as "nameEn", level, parent, mountain26, island, outlined, lon, lat
    from jurisdictions
    order by case level when 'province' then 0 when 'city' then 1 else 2 end, code`.execute(db);
  return rows.map(({ lon, lat, ...rest }) => ({ ...rest, point: [Number(lon), Number(lat)] }));
}

/** Adds what is new and corrects what changed; places that zones refer to are never deleted. */
export async function saveJurisdictions(tx: Database, list: readonly Jurisdiction[]): Promise<number> {
  const rows = list.map(({ nameEn, point: [lon, lat], ...rest }) => ({ ...rest, name_en: nameEn, lon, lat }));
  await sql`
    insert into jurisdictions (code, name, name_en, level, parent, mountain26, island, lon, lat, outlined)
    select code, name, name_en, level, parent, mountain26, island, lon, lat, outlined
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as t (code text, name text, name_en text, level text, parent text,
      mountain26 boolean, island boolean, lon numeric, lat numeric, outlined boolean)
    on conflict (code) do update set name = excluded.name, name_en = excluded.name_en, level = excluded.level,
      parent = excluded.parent, mountain26 = excluded.mountain26, island = excluded.island,
      lon = excluded.lon, lat = excluded.lat, outlined = excluded.outlined`.execute(tx);
  return rows.length;
}
