// Who sees what: figures of single units only where the database says the caller's unit answers for their place, a zone only its own;
// sums for every member of staff; indicators for evaluation only where he answers for all that is summed up; the public what is public.
import type { Dataset } from '@zhenghe/contract/kernel';
import type { Explorer } from '@zhenghe/engine/explorer';
import type { Indicator } from '@zhenghe/engine/indicators';
import { sql } from 'kysely';
import type { Caller } from '../platform/api.ts';
import type { Database } from '../platform/database.ts';
import { sharedRead } from '../platform/shared-read.ts';

export interface Seen {
  readonly units: ReadonlySet<string>;
  readonly staff: boolean;
}

/** Asked of the database under the caller's own scope: a place that slipped through here would have to slip through there. */
export async function seenBy(
  db: Database,
  caller: Caller,
  { explorer, dataset }: { readonly explorer: Explorer; readonly dataset: Dataset },
): Promise<Seen> {
  const placed = placesOf(explorer);
  const reach = await reached(db, dataset, [...new Set(placed.map(({ place }) => place))]);
  const own = caller.card?.role === 'zone' ? (caller.card.unitId ?? '').replace(/^.*\/zone-/, '') : null;
  const units = placed.filter(({ id, place }) => reach.has(place) && (own === null || id === own)).map(({ id }) => id);
  const member = isStaff(caller);
  // What the province files for itself is the whole, which every member of staff may know.
  return { units: new Set(member ? [...units, '330000'] : units), staff: member };
}

const staff: ReadonlySet<string> = new Set(['province', 'city', 'county', 'department', 'zone']);

function isStaff({ card }: Caller): boolean {
  return card !== null && staff.has(card.role);
}

export function mayAsk({ staff: isMember }: Seen, indicator: Pick<Indicator, 'publication'>): boolean {
  return isMember || indicator.publication === 'public';
}

function placesOf({ cube, roster }: Explorer): readonly { readonly id: string; readonly place: string }[] {
  return cube.ids.map((id) => ({ id, place: roster.get(id)?.facts.at(-1)?.place ?? id }));
}

async function reached(db: Database, dataset: Dataset, places: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await sharedRead(db, JSON.stringify(['reach', dataset, places.length]), async () => {
    const answer = await sql<{ place: string }>`
      select place from unnest(${[...places]}::text[]) as p (place) where in_reach(place)`.execute(db);
    return answer.rows;
  });
  return new Set(rows.map(({ place }) => place));
}
