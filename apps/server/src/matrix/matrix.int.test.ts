// The authority matrix by real calls, generated from the contract: every procedure, as every role, on a target of its own place, of
// a place under it, beside it, above it and elsewhere, through the router, on PostgreSQL, as the role that answers requests.
import { ORPCError } from '@orpc/server';
import { contract } from '@zhenghe/contract';
import { type RoleCard, roles } from '@zhenghe/contract/accounts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mayActFor, scopeFor } from '../accounts/authority.ts';
import { scopeOf } from '../accounts/scope.ts';
import { type Decides, inputs, type Target } from './inputs.ts';
import { callerOf, openRig, type Rig } from './testing.ts';

type Role = RoleCard['role'];
type Call = (input: unknown) => Promise<unknown>;
type Outcome = 'through' | 'refused' | 'stopped at the door';

const relations = {
  own: ['330726', '330726'],
  child: ['330700', '330726'],
  grandchild: ['330000', '330726'],
  sibling: ['330782', '330726'],
  parent: ['330726', '330700'],
  foreign: ['330802', '330726'],
} as const;
type Relation = keyof typeof relations;
const within = { own: ['own'], subtree: ['own', 'child', 'grandchild'], all: Object.keys(relations) } as const;

const procedures = Object.entries(contract).flatMap(([noun, members]) =>
  Object.keys(members).map((name) => ({ noun, name, path: `${noun}.${name}` })),
);
const table = inputs as unknown as Record<string, Record<string, readonly [Decides, (at: Target) => unknown]>>;

let rig: Rig;
beforeAll(async () => {
  rig = await openRig(['330726', '330700']);
});
afterAll(async () => rig?.close());

function expected(role: Role, path: string, [decides, relation]: readonly [Decides, Relation]): Outcome {
  const scope = scopeFor(role, path);
  if (scope === null) return 'stopped at the door';
  const [actor, target] = relations[relation];
  const caller = callerOf(role, actor);
  const { reach } = scopeOf(caller);
  const reads = reach !== '' && target.startsWith(reach);
  const may: Readonly<Record<Decides, boolean>> = {
    scope: within[scope].some((one) => one === relation),
    listed: true,
    door: true,
    whole: actor === '330000',
    readers: reads,
    answerers: mayActFor(caller, target),
    // Its place drafts; the place above and its departments come after. A department of a county has no part.
    party:
      (relation === 'own' && role !== 'department' && role !== 'zone') || ((relation === 'child' || relation === 'grandchild') && reads),
    importers: relation === 'own' && (role === 'city' || role === 'county'),
  };
  return may[decides] ? 'through' : 'refused';
}

async function outcomeOf(
  role: Role,
  relation: Relation,
  { noun, name }: { readonly noun: string; readonly name: string },
): Promise<Outcome> {
  const [actor, place] = relations[relation];
  const target = rig.targets.get(place);
  const input = table[noun]?.[name]?.[1];
  if (!target || !input) throw new Error(`nothing to ask ${noun}.${name} about`);
  try {
    await rig.call(role, actor, (client) => {
      const asked = (client as unknown as Record<string, Record<string, Call>>)[noun]?.[name];
      if (!asked) throw new Error(`no ${noun}.${name}`);
      return asked(input(target));
    });
    return 'through';
  } catch (fault) {
    if (!(fault instanceof ORPCError)) throw fault;
    if (/^Your present role may not/.test(fault.message)) return 'stopped at the door';
    if (['NOT_ALLOWED', 'NOT_FOUND', 'PROOF_NEEDED'].includes(fault.code)) return 'refused';
    // What was asked is refused for what it says, not for who asks.
    if (['CONFLICT', 'BLOCKED'].includes(fault.code)) return 'through';
    throw fault;
  }
}

describe.each(procedures)('$path', ({ noun, name, path }) => {
  const decides = table[noun]?.[name]?.[0] ?? 'listed';
  const asked = decides === 'listed' || decides === 'door' ? (['own'] as const) : (Object.keys(relations) as Relation[]);

  it('is answered to whom the table says', async () => {
    const [found, meant]: Record<string, Outcome>[] = [{}, {}];
    for (const role of roles) {
      for (const relation of asked) {
        const key = `${role}, ${relation}`;
        const outcome = await outcomeOf(role, relation, { noun, name });
        // Behind the door of one's own account stand its own rules.
        if (found) found[key] = decides === 'door' && outcome === 'refused' ? 'through' : outcome;
        if (meant) meant[key] = expected(role, path, [decides, relation]);
      }
    }
    expect(found).toEqual(meant);
  });
});
