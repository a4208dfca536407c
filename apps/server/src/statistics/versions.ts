// The versions of a filing, newest first, each with what it changed against the one before (F41): the difference is always in view.

import type { InferContractRouterOutputs } from '@orpc/contract';
import type { statistics } from '@zhenghe/contract/statistics';
import type { Context } from '../platform/api.ts';
import { onWire } from './checking.ts';
import { changesBetween, filedOf } from './frozen.ts';
import { findFiling, listApprovals, listVersions } from './queries.ts';
import * as refuse from './refusals.ts';

type Versions = InferContractRouterOutputs<typeof statistics>['versions'];

export async function versionsOf({ db }: Context, id: string): Promise<Versions> {
  if (!(await findFiling(db, id))) throw refuse.noFiling(id);
  const [versions, approvals] = [await listVersions(db, id), await listApprovals(db, id)];
  return versions.map(({ version, at, by, reason, afterLock, content }, index) => {
    const before = versions[index + 1]?.content ?? [];
    const changes = changesBetween(before, filedOf(content)).map((change) => ({
      ...{ key: change.key, before: onWire(change.before), after: onWire(change.after), explanation: change.explanation },
    }));
    return { version, at, unit: { ...by.unit }, approved: approvals.get(version) ?? null, reason, afterLock, changes };
  });
}
