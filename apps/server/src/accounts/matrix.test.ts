// The authority matrix, generated from the contract: every procedure, asked through the real check by every role.
import { createRouterClient, ORPCError } from '@orpc/server';
import { contract } from '@zhenghe/contract';
import { type RoleCard, roles } from '@zhenghe/contract/accounts';
import { type ImportKind, importKinds } from '@zhenghe/contract/imports';
import { describe, expect, it } from 'vitest';
import type { Caller, Context, SignedIn } from '../platform/api.ts';
import { router } from '../router.ts';
import { authority, mayActOn, scopeFor } from './authority.ts';
import { mayImport } from './import-authority.ts';

type Role = RoleCard['role'];
type Call = (input: unknown) => Promise<unknown>;

const procedures = Object.entries(contract).flatMap(([noun, members]) =>
  Object.entries(members).map(([name, procedure]) => ({
    noun,
    name,
    path: `${noun}.${name}`,
    method: procedure['~orpc'].route.method ?? 'POST',
  })),
);

const text = { zh: '某单位', en: 'a unit' };
const cardFor = (role: Role, jurisdiction = '330726'): RoleCard => ({
  id: role,
  role,
  name: text,
  unit: text,
  question: text,
  jurisdiction,
});

/** Whatever a handler touches breaks: what gets that far was let through. */
const unreachable = new Proxy({}, { get: (_, key) => (key === 'then' ? undefined : broken()) });
function broken(): never {
  throw new Error('let through');
}

/** The door alone: an input nobody could mean, so that a call which passes the check stops right behind it. */
async function isLetIn(caller: Caller, { noun, name }: { readonly noun: string; readonly name: string }): Promise<boolean> {
  const context = { ...unreachableContext, caller };
  const client = createRouterClient(router, { context }) as unknown as Record<string, Record<string, Call>>;
  try {
    await client[noun]?.[name]?.(Symbol('no input'));
    return true;
  } catch (fault) {
    return !(fault instanceof ORPCError && fault.code === 'NOT_ALLOWED' && /^Your present role|another’s eyes/.test(fault.message));
  }
}

const unreachableContext = {
  db: unreachable as Context['db'],
  rulebook: unreachable as Context['rulebook'],
  today: '2026-11-22',
  requestId: 'test',
};

describe.each(roles)('as %s', (role) => {
  it.each(procedures)('$path is answered as the table says', async (procedure) => {
    const caller: Caller = { profile: 'production', card: cardFor(role) };
    expect(await isLetIn(caller, procedure)).toBe(scopeFor(role, procedure.path) !== null);
  });
});

describe('the table', () => {
  const writes = procedures.filter(({ method }) => method !== 'GET').map(({ path }) => path);

  it('lets the public write nothing but its own account and a check that saves nothing', () => {
    const open = writes.filter((path) => scopeFor('public', path) !== null && !path.startsWith('accounts.'));
    expect(open).toEqual(expect.arrayContaining(['plans.check']));
    for (const path of open) expect(['plans.check', 'consultation.comment']).toContain(path);
  });

  it('keeps the three administrators from business, and from each other', () => {
    const own = (role: Role) => writes.filter((path) => scopeFor(role, path) !== null && scopeFor('public', path) === null);
    const [system, security, audit] = [own('system-admin'), own('security-admin'), own('audit-admin')];
    for (const path of system) expect(path).toMatch(/^accounts\./);
    // Files of units and people come in by the same door as all files; which kinds, stands in the table of imports.
    for (const path of security) expect(path).toMatch(/^(accounts|imports)\./);
    for (const path of audit) expect(path).toMatch(/^audit\./);
    // A second person decides on an office: that one right both have, and no pair of hands holds it with the other half.
    expect(system.filter((path) => security.includes(path))).toEqual(['accounts.decideOffice']);
    expect(system.concat(security).filter((path) => audit.includes(path))).toEqual([]);
    expect(own('county').filter((path) => path.startsWith('accounts.') || path.startsWith('audit.'))).toEqual([]);
  });

  it('gives a person who still owes a password or a second factor no right of an office', async () => {
    const signedIn = { duties: ['factor'], viewingAs: null } as unknown as SignedIn;
    const caller: Caller = { profile: 'production', card: null, signedIn };
    for (const procedure of procedures.filter(({ path }) => scopeFor('public', path) === null))
      expect(await isLetIn(caller, procedure)).toBe(false);
  });

  it('lets nobody write while looking with another’s eyes', async () => {
    const signedIn = { duties: [], viewingAs: text } as unknown as SignedIn;
    for (const role of roles) {
      const caller: Caller = { profile: 'production', card: cardFor(role), signedIn };
      for (const procedure of procedures.filter(
        ({ method, path }) => method !== 'GET' && !['accounts.viewAs', 'accounts.signOut', 'plans.check'].includes(path),
      ))
        expect(await isLetIn(caller, procedure), `${role} ${procedure.path}`).toBe(false);
    }
  });
});

describe('the table of imports', () => {
  const kinds = importKinds.flatMap((kind) => roles.map((role) => ({ kind, role })));

  it.each(kinds)('$kind by $role keeps administrators and business apart', ({ kind, role }) => {
    const may = mayImport({ profile: 'production', card: cardFor(role) }, kind);
    if (kind === 'units') expect(may).toBe(role === 'security-admin');
    // Those who file figures bring them as files too; which departments, the kind itself asks.
    else if (kind === 'statistics') expect(may).toBe(['province', 'department', 'zone'].includes(role));
    else if (/-admin$|^(public|firm|company|township|zone|department)$/.test(role)) expect(may).toBe(false);
  });

  it('reaches as far as it says: own, child, sibling, parent, foreign', () => {
    const places = ['330726', '330700', '330782', '330802', '330000'];
    const reached = (kind: ImportKind, role: Role, at: string) =>
      places.filter((place) => mayImport({ profile: 'production', card: cardFor(role, at) }, kind, place));
    expect(reached('zones', 'province', '330000')).toEqual(places);
    expect(reached('zones', 'city', '330700')).toEqual(['330726', '330700', '330782']);
    expect(reached('zones', 'county', '330726')).toEqual([]);
    expect(reached('plans', 'county', '330726')).toEqual(['330726']);
    expect(reached('plans', 'city', '330700')).toEqual(['330700']);
    expect(reached('plans', 'province', '330000')).toEqual([]);
  });
});

describe('the scope of each role with each procedure that has one', () => {
  const scoped = procedures.filter(({ path }) => !Array.isArray(Object.entries(authority).find(([name]) => name === path)?.[1]));
  const targets = { own: '330726', child: '330726', sibling: '330726', parent: '330700', foreign: '330726' } as const;
  const actors = { own: '330726', child: '330700', sibling: '330782', parent: '330726', foreign: '330802' } as const;
  const within = { own: ['own'], subtree: ['own', 'child'], all: Object.keys(targets) } as const;

  it('has some to test', () => expect(scoped.length).toBeGreaterThan(0));

  it.each(scoped)('$path reaches as far as the table says: own, child, sibling, parent, foreign', ({ path }) => {
    for (const role of roles) {
      const scope = scopeFor(role, path);
      for (const relation of ['own', 'child', 'sibling', 'parent', 'foreign'] as const) {
        const caller: Caller = { profile: 'production', card: cardFor(role, actors[relation]) };
        const expected = scope !== null && within[scope].some((one) => one === relation);
        expect(mayActOn(caller, path as keyof typeof authority, targets[relation]), `${role} ${relation}`).toBe(expected);
      }
    }
  });
});
