// Plans as subjects of cases: what a case asks about a plan, and what an approval does to it (wiring.ts).
import { hasPlace, openedWith } from '@zhenghe/engine/plans';
import { type Decision, placeOf, type Subject } from '../approvals/index.ts';
import type { Database } from '../platform/database.ts';
import { mayHandIn } from './hand-in.ts';
import { findVersion, latestVersion, listTitles, putInForce } from './queries.ts';

export const planSubject: Subject = {
  find: async (db, id, version) => {
    const latest = await latestVersion(db, id);
    const found = latest === null ? null : await findVersion(db, id, version ?? latest);
    return found && latest !== null ? { title: found.plan.title, latest, sha256: found.sha256 } : null;
  },
  describe: async (db, ids) => new Map((await listTitles(db, ids)).map(({ id, ...found }) => [id, found])),
  link: (id) => `/plans/${id}`,
  mayHandIn,
  opened: async (db, id, version, places) => {
    const found = await findVersion(db, id, version);
    return found ? [...openedWith(found.plan, places.map(placeOf))].map((place) => ({ ...place })) : [...places];
  },
  hasPlace: async (db, id, version, place) => {
    const found = await findVersion(db, id, version);
    return found !== null && hasPlace(found.plan, placeOf(place));
  },
};

/** An approval puts the version in force; it stays frozen, and a change is a new version with a round of its own. */
export async function planInForce(tx: Database, { head, kind, version, on, paper, sha256 }: Decision): Promise<void> {
  if (kind === 'approve') await putInForce(tx, { planId: head.id, dataset: head.dataset, version, on, paper, sha256 });
}
