// A plan for whoever does not answer for it: the versions in force, and those open for another reason (a round of public
// consultation, a document that ships with the product). A newer draft is neither shown nor hinted at.
import type { PlanDetail } from '@zhenghe/contract/plans';
import type { Day } from '@zhenghe/engine/kernel';
import type { PlanState } from '@zhenghe/engine/plans';
import type { z } from 'zod';
import type { Database } from '../platform/database.ts';
import { listApprovals, listInForce, listVersionActions } from './queries.ts';

type Event = z.infer<typeof PlanDetail>['actions'][number];

export interface Published {
  readonly version: number;
  readonly state: PlanState;
  /** The newest that is published. */
  readonly latest: number;
  readonly events: Event[];
}

/** Null when nothing of it was published by that day, or not the version asked for. */
export async function publishedOn(
  db: Database,
  id: string,
  asked: { readonly version?: number | undefined; readonly on: Day },
): Promise<Published | null> {
  const [readable, force, approvals] = await Promise.all([listVersionActions(db, id), listInForce(db, id), listApprovals(db, id)]);
  const since = new Map(force.map(({ version, from }) => [version, from]));
  const versions = readable.filter(({ version, on }) => (since.get(version) ?? on) <= asked.on);
  const numbers = versions.map(({ version }) => version);
  const inForce = force.filter(({ from }) => from <= asked.on).map(({ version }) => version);
  const version = asked.version ?? inForce.at(-1) ?? numbers.at(-1);
  if (version === undefined || !numbers.includes(version)) return null;
  const saved = versions.map(({ on, kind, version: of, by }) => ({
    at: on,
    kind,
    version: of,
    by: { ...by.unit },
    note: null,
    source: null,
  }));
  const decided = approvals.filter(({ on }) => on <= asked.on).map(({ on, version: of, by }) => approval({ on, version: of, by }));
  const events = [...saved, ...decided].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  return { version, state: inForce.includes(version) ? 'approved' : 'draft', latest: Math.max(...numbers), events };
}

function approval({ on, version, by }: Awaited<ReturnType<typeof listApprovals>>[number]): Event {
  return { at: on, kind: 'approved', version, by: { ...by }, note: null, source: null };
}
