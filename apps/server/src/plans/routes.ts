// plans.* of the contract: HTTP in and out, no thought.
import { readPlanFile } from '@zhenghe/exchange/plans';
import { api } from '../platform/api.ts';
import { savePlan, submitPlan, withdrawPlan } from './actions.ts';
import { checkOn } from './checking.ts';
import { planDetail } from './detail.ts';
import { zonesElsewhere } from './elsewhere.ts';
import { planRows } from './list.ts';
import { onWire, planOf } from './record.ts';
import * as refuse from './refusals.ts';
import { planWorkbook } from './template.ts';

export const plansRoutes = api.plans.router({
  list: api.plans.list.handler(({ context, input }) => planRows(context, input)),
  get: api.plans.get.handler(({ context, input }) => planDetail(context, input)),
  check: api.plans.check.handler(async ({ context, input }) => {
    const plan = planOf(input.plan);
    const elsewhere = await zonesElsewhere(context.db, context.rulebook, { ...input, jurisdiction: plan.jurisdiction });
    const checked = checkOn(context.rulebook, plan, { on: input.on, zonesElsewhere: elsewhere });
    if (!checked.ok) throw refuse.noRules(checked.reason);
    return checked.check;
  }),
  save: api.plans.save.handler(async ({ context, input }) => {
    await savePlan(context, { ...input, plan: planOf(input.plan) });
    return planDetail(context, { id: input.id, on: input.on });
  }),
  read: api.plans.read.handler(async ({ input }) => {
    const read = await readPlanFile(new Uint8Array(await input.file.arrayBuffer()), input.file.name);
    if (!read.ok) throw refuse.unreadable(read.reason, read.problems);
    return { plan: onWire(read.plan), notes: [...read.notes], sha256: read.sha256 };
  }),
  template: api.plans.template.handler(({ context, input }) => planWorkbook(context.db, input)),
  submit: api.plans.submit.handler(async ({ context, input }) => {
    await submitPlan(context, input);
    return planDetail(context, { id: input.id, on: input.on });
  }),
  withdraw: api.plans.withdraw.handler(async ({ context, input }) => {
    await withdrawPlan(context, input);
    return planDetail(context, { id: input.id, on: input.on });
  }),
});
