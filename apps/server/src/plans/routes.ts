// plans.* of the contract: HTTP in and out, no thought.
import { planFromWire, planToWire } from '@zhenghe/contract/plan-wire';
import { api } from '../platform/api.ts';
import { savePlan, submitPlan, withdrawPlan } from './actions.ts';
import { beginPlan } from './begin.ts';
import { checkOn } from './checking.ts';
import { planDetail } from './detail.ts';
import { zonesElsewhere } from './elsewhere.ts';
import { planRows } from './list.ts';
import * as refuse from './refusals.ts';
import { readSource, sourceFile } from './source.ts';
import { planWorkbook } from './template.ts';

export const plansRoutes = api.plans.router({
  list: api.plans.list.handler(({ context, input }) => planRows(context, input)),
  get: api.plans.get.handler(({ context, input }) => planDetail(context, input)),
  check: api.plans.check.handler(async ({ context, input }) => {
    const plan = planFromWire(input.plan);
    const elsewhere = await zonesElsewhere(context.db, context.rulebook, { ...input, jurisdiction: plan.jurisdiction });
    const checked = checkOn(context.rulebook, plan, { on: input.on, zonesElsewhere: elsewhere });
    if (!checked.ok) throw refuse.noRules(checked.reason);
    return checked.check;
  }),
  create: api.plans.create.handler(async ({ context, input }) => {
    const id = await beginPlan(context, input);
    return planDetail(context, { id, on: input.on });
  }),
  save: api.plans.save.handler(async ({ context, input }) => {
    const { file, ...asked } = input;
    const source = file && (await readSource(context.db, file));
    await savePlan(context, { ...asked, plan: planFromWire(input.plan), source });
    return planDetail(context, { id: input.id, on: input.on });
  }),
  source: api.plans.source.handler(({ context, input }) => sourceFile(context, input)),
  read: api.plans.read.handler(async ({ context, input }) => {
    const { plan, notes, sha256 } = await readSource(context.db, input.file);
    return { plan: planToWire(plan), notes: [...notes], sha256 };
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
