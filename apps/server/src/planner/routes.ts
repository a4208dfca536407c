// planner.* of the contract: HTTP in and out, no thought.
import { api } from '../platform/api.ts';
import { closeScenario, createScenario, saveScenario } from './actions.ts';
import { adopt } from './adopt.ts';
import { defaultsOf } from './defaults.ts';
import { frontierPlan } from './frontier-plan.ts';
import { groundOf } from './register.ts';
import { reportFile } from './report.ts';
import { askRun, runningOf, stopAsked } from './runs.ts';
import { instanceFile, scenarioDetail, scenarioRows } from './view.ts';

export const plannerRoutes = api.planner.router({
  defaults: api.planner.defaults.handler(async ({ context, input }) => {
    const where = { dataset: 'real', scope: input.scope, day: input.on, rulesOn: input.on } as const;
    const { quotas } = await groundOf(context.db, context.rulebook, where);
    return defaultsOf(context.rulebook, { scope: input.scope, on: input.on, quotas });
  }),
  scenarios: api.planner.scenarios.handler(({ context, input }) => scenarioRows(context, input)),
  scenario: api.planner.scenario.handler(({ context, input }) => scenarioDetail(context, input.id, input.version)),
  create: api.planner.create.handler(({ context, input }) => createScenario(context, input)),
  save: api.planner.save.handler(({ context, input }) => saveScenario(context, input)),
  close: api.planner.close.handler(({ context, input }) => closeScenario(context, input)),
  run: api.planner.run.handler(({ context, input }) => askRun(context, input)),
  running: api.planner.running.handler(({ context, input }) => runningOf(context, input.id)),
  stop: api.planner.stop.handler(({ context, input }) => stopAsked(context, input.id)),
  frontierPlan: api.planner.frontierPlan.handler(({ context, input }) => frontierPlan(context, input)),
  adopt: api.planner.adopt.handler(({ context, input }) => adopt(context, input)),
  report: api.planner.report.handler(({ context, input }) => reportFile(context, input)),
  instance: api.planner.instance.handler(({ context, input }) => instanceFile(context, input.id, input.version)),
});
