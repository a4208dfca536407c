// A definition as its page shows it: where it stands, whose it is, and field by field what it says otherwise than the one before.
import type { DefinitionVersion } from '@zhenghe/contract/definitions';
import type { Context } from '../platform/api.ts';
import { kindOf } from './act.ts';
import { mayDecide, mayWithdraw } from './authority.ts';
import { changesOf } from './changes.ts';
import { type DefinitionKinds, shippedBody } from './kind.ts';
import { type DefinitionsAsked, findDrafted, listDrafted } from './queries.ts';
import type { Body, Definition, Drafted } from './record.ts';
import * as refuse from './refusals.ts';

/** Newest first. */
export async function definitionRows(context: Context, kinds: DefinitionKinds, asked: DefinitionsAsked): Promise<DefinitionVersion[]> {
  const drafted = await listDrafted(context.db, asked);
  return drafted.map((one) => shown(context, kinds, { one, all: drafted }));
}

export async function definitionDetail(
  context: Context,
  kinds: DefinitionKinds,
  id: string,
): Promise<{ version: DefinitionVersion; definition: Definition }> {
  const one = await findDrafted(context.db, id);
  if (!one) throw refuse.noDefinition();
  const all = await listDrafted(context.db, one);
  // Kind and body were kept together, as the contract has them.
  return { version: shown(context, kinds, { one, all }), definition: { kind: one.kind, body: one.body } as Definition };
}

interface Among {
  readonly one: Drafted;
  readonly all: readonly Drafted[];
}

function shown(context: Context, kinds: DefinitionKinds, { one, all }: Among): DefinitionVersion {
  const { id, dataset, kind, code, title, reason, decided } = one;
  return {
    ...{ id, dataset, kind, code, title, reason },
    version: decided?.version ?? null,
    state: stateOf(context, { one, all }),
    from: decided?.from ?? one.from,
    proposed: { card: one.by.card, unit: one.by.unit, at: one.on },
    decided: decided && { card: decided.by.card, unit: decided.by.unit, at: decided.on, reason: decided.reason },
    mayDecide: mayDecide(context, one),
    mayWithdraw: mayWithdraw(context, one),
    changes: [...changesOf(bodyBefore(context, kinds, { one, all }), one.body)],
  };
}

/** The version it was drawn up from; what ships in a pack where there is none. */
function bodyBefore({ rulebook }: Context, kinds: DefinitionKinds, { one, all }: Among): Body | null {
  if (one.base === null) return shippedBody(kindOf(kinds, one.kind), rulebook, one.code);
  return all.find(({ id }) => id === one.base)?.body ?? null;
}

/** Replaced: a later version of the code holds today. One whose day has not come replaces nothing yet. */
function stateOf({ today }: Context, { one, all }: Among): DefinitionVersion['state'] {
  const { decided } = one;
  if (decided === null) return 'proposed';
  if (decided.decision !== 'put-in-force') return decided.decision === 'refuse' ? 'refused' : 'withdrawn';
  const later = all.some(
    (other) =>
      other.kind === one.kind &&
      other.code === one.code &&
      (other.decided?.version ?? 0) > (decided.version ?? 0) &&
      (other.decided?.from ?? today) <= today,
  );
  return later ? 'replaced' : 'in-force';
}
