// Plans as subjects of boundaries: who may draw them, and how a version comes to carry a set.
import type { BoundedNoun } from '../boundaries/index.ts';
import { carryBoundaries, mayBeChanged } from './actions.ts';
import { boundedOf } from './boundary-findings.ts';
import { findPlan, findVersion, inForceBefore, latestVersion } from './queries.ts';

export const planBounded: BoundedNoun = {
  find: async (db, id, version) => {
    const head = await findPlan(db, id);
    const number = head && (version ?? (await latestVersion(db, id)));
    const found = head && number !== null ? await findVersion(db, id, number) : null;
    return head && found ? boundedOf(head, found, await inForceBefore(db, id, found.version)) : null;
  },
  mayChange: mayBeChanged,
  keep: carryBoundaries,
};
