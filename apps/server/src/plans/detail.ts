// One plan as its page shows it: a version, where it stood on the asked day, its check on that day, and what the caller may do.
import { planToWire } from '@zhenghe/contract/plan-wire';
import type { PlanDetail } from '@zhenghe/contract/plans';
import type { Day } from '@zhenghe/engine/kernel';
import type { z } from 'zod';
import { standsStill } from '../consultation/index.ts';
import type { Context } from '../platform/api.ts';
import { mayWrite } from './authority.ts';
import { boundaryFindings } from './boundary-findings.ts';
import { checkOn, onWire } from './checking.ts';
import { zonesElsewhere } from './elsewhere.ts';
import { eventsOf, historyOf, historyOn } from './history.ts';
import { type Published, publishedOn } from './published.ts';
import { findPlan, findVersion, type PlanHead } from './queries.ts';
import * as refuse from './refusals.ts';

type Detail = z.infer<typeof PlanDetail>;

export async function planDetail(
  context: Context,
  asked: { readonly id: string; readonly version?: number | undefined; readonly on: Day },
): Promise<Detail> {
  const { db, rulebook } = context;
  const head = await findPlan(db, asked.id);
  if (!head) throw refuse.noPlan(asked.id);
  const shown = await shownTo(context, head, asked);
  const version = await findVersion(db, head.id, shown.version);
  if (!version) throw refuse.noVersion(shown.version);
  const checked = checkOn(rulebook, version.plan, {
    on: asked.on,
    zonesElsewhere: await zonesElsewhere(db, rulebook, { ...head, on: asked.on }),
  });
  if (!checked.ok) throw refuse.noRules(checked.reason);
  return {
    id: head.id,
    dataset: head.dataset,
    state: shown.state,
    version: shown.version,
    latest: shown.latest,
    mayEdit: shown.open,
    maySubmit: shown.open,
    plan: planToWire(version.plan),
    context: checked.context,
    check: checked.check,
    boundaryFindings: onWire(await boundaryFindings(context, head, version, asked.on)),
    actions: shown.events,
  };
}

/** By its whole history to those who answer for it; by what is published to everyone else. */
async function shownTo(
  { db, caller }: Context,
  head: PlanHead,
  asked: { readonly version?: number | undefined; readonly on: Day },
): Promise<Published & { readonly open: boolean }> {
  const history = await historyOf(db, head.id);
  if (!history) {
    const published = await publishedOn(db, head.id, asked);
    if (!published) throw asked.version === undefined ? refuse.noPlan(head.id) : refuse.noVersion(asked.version);
    return { ...published, open: false };
  }
  const then = historyOn(history, asked.on);
  if (!then) throw refuse.notYet(asked.on, history.firstDay);
  const version = asked.version ?? then.standing.version;
  const latest = history.versions.at(-1)?.version ?? version;
  const written = history.standing.state === 'draft' || history.standing.state === 'returned';
  const writes = written && mayWrite(caller, head).ok && asked.on >= history.lastDay && version === latest;
  // Under comments nothing changes: a round of consultation holds the version.
  const open = writes && !(await standsStill(db, { noun: 'plans', id: head.id, on: asked.on }));
  return { version, state: then.standing.state, latest, open, events: eventsOf(then) };
}
