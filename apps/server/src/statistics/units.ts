// Which units a form asks for a period: zones that count at its end and are on the roster, or the places of a level.
import type { Dataset } from '@zhenghe/contract/kernel';
import type { Day } from '@zhenghe/engine/kernel';
import type { Audience } from '@zhenghe/engine/statistics';
import type { Database } from '../platform/database.ts';
import { listJurisdictions } from '../territory/index.ts';
import { parksOn } from '../zones/index.ts';
import { listRoster, type RosterSpan } from './roster-queries.ts';

export interface AskedUnit {
  readonly unit: string;
  readonly name: string;
  readonly jurisdiction: string;
}

const levels = { counties: 'county', cities: 'city', province: 'province' } as const;
export const province = { zh: '浙江省', en: 'Zhejiang Province' };

export async function unitsAsked(
  db: Database,
  { dataset, audience, day }: { readonly dataset: Dataset; readonly audience: Audience; readonly day: Day },
): Promise<readonly AskedUnit[]> {
  if (audience === 'zones') return zonesAsked(db, dataset, day);
  if (audience === 'province') return [{ unit: '330000', name: province.zh, jurisdiction: '330000' }];
  const places = await listJurisdictions(db);
  return places.filter(({ level }) => level === levels[audience]).map(({ code, name }) => ({ unit: code, name, jurisdiction: code }));
}

async function zonesAsked(db: Database, dataset: Dataset, day: Day): Promise<readonly AskedUnit[]> {
  const parks = await parksOn(db, { dataset, day, within: '33' });
  const roster = await listRoster(db, dataset);
  const listed = roster.length === 0 ? null : new Set(onRoster(roster, day).map(({ unit }) => unit));
  return parks
    .filter(({ id }) => listed === null || listed.has(id))
    .map(({ id, name, jurisdiction }) => ({ unit: id, name, jurisdiction }));
}

export function onRoster(roster: readonly RosterSpan[], day: Day): readonly RosterSpan[] {
  return roster.filter(({ from, to }) => from <= day && (to === null || day <= to));
}
