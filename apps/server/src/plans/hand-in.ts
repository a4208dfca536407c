// Whether a version may be handed in: checked again on the server, by the rules of that day, with nothing that stops it.
import type { CheckResult } from '@zhenghe/contract/plans';
import type { Day } from '@zhenghe/engine/kernel';
import type { Plan } from '@zhenghe/engine/plans';
import { mustBeAnswered } from '../consultation/index.ts';
import type { Context } from '../platform/api.ts';
import type { Database } from '../platform/database.ts';
import { boundaryFindings } from './boundary-findings.ts';
import { checkOn, onWire, stoppers } from './checking.ts';
import { zonesElsewhere } from './elsewhere.ts';
import { findPlan, findVersion, type PlanHead } from './queries.ts';
import * as refuse from './refusals.ts';

export async function mayHandIn(
  tx: Database,
  context: Context,
  asked: { readonly id: string; readonly version: number; readonly on: Day },
): Promise<void> {
  const head = await findPlan(tx, asked.id);
  const found = head && (await findVersion(tx, asked.id, asked.version));
  if (!head || !found) throw refuse.noPlan(asked.id);
  await mustBeAnswered(tx, context, { noun: 'plans', id: asked.id, on: asked.on });
  const findings = stoppers(await checked(tx, context, { head, ...found, on: asked.on }));
  if (findings.length > 0) throw refuse.blocked(findings);
}

export async function checked(
  tx: Database,
  { rulebook }: Context,
  { head, version, plan, on }: { readonly head: PlanHead; readonly version: number; readonly plan: Plan; readonly on: Day },
): Promise<CheckResult> {
  const result = checkOn(rulebook, plan, { on, zonesElsewhere: await zonesElsewhere(tx, rulebook, { ...head, on }) });
  if (!result.ok) throw refuse.noRules(result.reason);
  const spatial = await boundaryFindings({ db: tx, rulebook }, head, { version, plan }, on);
  return { ...result.check, findings: [...result.check.findings, ...onWire(spatial)] };
}
