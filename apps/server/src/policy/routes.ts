// policy.* of the contract: every answer is a view of the rulebook the server started with.
import { rulesInForce } from '@zhenghe/rulebook';
import { api } from '../platform/api.ts';
import { refusal } from '../platform/refusal.ts';
import { clauseView, conflictViews, factViews, packSummary, parameterViews, searchClauses, targetViews } from './register.ts';

export const policyRoutes = api.policy.router({
  packs: api.policy.packs.handler(({ context }) => context.rulebook.packs.map(packSummary)),
  clauses: api.policy.clauses.handler(({ context, input }) => searchClauses(context.rulebook, input)),
  clause: api.policy.clause.handler(({ context, input }) => {
    const view = clauseView(context.rulebook, input.pack, input.code);
    if (view) return view;
    throw refusal('NOT_FOUND', {
      zh: `政策包 ${input.pack} 中没有条款 ${input.code}。`,
      en: `Pack ${input.pack} has no clause ${input.code}.`,
    });
  }),
  parameters: api.policy.parameters.handler(({ context }) => parameterViews(context.rulebook)),
  conflicts: api.policy.conflicts.handler(({ context }) => conflictViews(context.rulebook)),
  targets: api.policy.targets.handler(({ context }) => targetViews(context.rulebook)),
  facts: api.policy.facts.handler(({ context, input }) => factViews(context.rulebook, input.group)),
  inForce: api.policy.inForce.handler(({ context, input }) => {
    const inForce = rulesInForce(context.rulebook, input);
    if (!inForce.ok) throw refusal('NOT_FOUND', inForce.reason);
    const { packs, rules, boundaryRules } = inForce;
    return { packs: [...packs], on: input.on, jurisdiction: input.jurisdiction, rules: [...rules], boundaryRules: [...boundaryRules] };
  }),
});
