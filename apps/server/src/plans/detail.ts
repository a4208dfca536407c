// One plan as its page shows it: a version, where it stood on the asked day, its check on that day, and what the caller may do.
import { planToWire } from '@zhenghe/contract/plan-wire';
import type { PlanDetail } from '@zhenghe/contract/plans';
import type { Day } from '@zhenghe/engine/kernel';
import type { z } from 'zod';
import type { Context } from '../platform/api.ts';
import { mayWrite } from './authority.ts';
import { checkOn } from './checking.ts';
import { zonesElsewhere } from './elsewhere.ts';
import { eventsOf, historyOf, historyOn } from './history.ts';
import { findPlan, findVersion } from './queries.ts';
import * as refuse from './refusals.ts';

type Detail = z.infer<typeof PlanDetail>;

export async function planDetail(
  context: Context,
  asked: { readonly id: string; readonly version?: number | undefined; readonly on: Day },
): Promise<Detail> {
  const { db, caller, rulebook } = context;
  const head = await findPlan(db, asked.id);
  if (!head) throw refuse.noPlan(asked.id);
  const history = await historyOf(db, head.id);
  const then = historyOn(history, asked.on);
  if (!then) throw refuse.notYet(asked.on, history.firstDay);
  const number = asked.version ?? then.standing.version;
  const version = await findVersion(db, head.id, number);
  if (!version) throw refuse.noVersion(number);
  const checked = checkOn(rulebook, version.plan, {
    on: asked.on,
    zonesElsewhere: await zonesElsewhere(db, rulebook, { ...head, on: asked.on }),
  });
  if (!checked.ok) throw refuse.noRules(checked.reason);
  const latest = history.versions.at(-1)?.version ?? number;
  const written = history.standing.state === 'draft' || history.standing.state === 'returned';
  const open = written && mayWrite(caller, head).ok && asked.on >= history.lastDay && number === latest;
  return {
    id: head.id,
    dataset: head.dataset,
    state: then.standing.state,
    version: number,
    latest,
    mayEdit: open,
    maySubmit: open,
    plan: planToWire(version.plan),
    context: checked.context,
    check: checked.check,
    actions: eventsOf(then),
  };
}
