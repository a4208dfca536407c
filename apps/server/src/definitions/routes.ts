// definitions.* of the contract: HTTP in and out, no thought. The wiring says what can be defined.
import { api } from '../platform/api.ts';
import { decideDefinition, problemsOf, proposeDefinition } from './act.ts';
import type { DefinitionKinds } from './kind.ts';
import { definitionDetail, definitionRows } from './view.ts';

export const definitionsRoutes = (kinds: DefinitionKinds) =>
  api.definitions.router({
    list: api.definitions.list.handler(({ context, input }) => definitionRows(context, kinds, input)),
    get: api.definitions.get.handler(({ context, input: { id } }) => definitionDetail(context, kinds, id)),
    check: api.definitions.check.handler(async ({ context, input }) => [
      ...(await problemsOf(context.db, { rulebook: context.rulebook, kinds }, input)),
    ]),
    propose: api.definitions.propose.handler(async ({ context, input }) => {
      const id = await proposeDefinition(context, kinds, input);
      return (await definitionDetail(context, kinds, id)).version;
    }),
    decide: api.definitions.decide.handler(async ({ context, input }) => {
      await decideDefinition(context, kinds, input);
      return (await definitionDetail(context, kinds, input.id)).version;
    }),
    withdraw: api.definitions.withdraw.handler(async ({ context, input }) => {
      await decideDefinition(context, kinds, { ...input, decision: 'withdraw', reason: null });
      return (await definitionDetail(context, kinds, input.id)).version;
    }),
  });
