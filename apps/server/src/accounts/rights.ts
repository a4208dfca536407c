// The effective rights as a list (F112): every procedure of the contract with the roles that may call it, and how far. Made from the
// table of authority, so it cannot say anything else.
import { contract } from '@zhenghe/contract';
import type { Right } from '@zhenghe/contract/accounts';
import { roles } from '@zhenghe/contract/roles';
import { scopeFor } from './authority.ts';

export function rights(): Right[] {
  return Object.entries(contract).flatMap(([noun, members]) =>
    Object.entries(members).map(([name, { '~orpc': facts }]) => {
      const procedure = `${noun}.${name}`;
      const method = facts.route.method ?? 'POST';
      return {
        procedure,
        method,
        path: facts.route.path ?? '',
        writes: method !== 'GET' && !onlyReading.includes(procedure),
        roles: roles.flatMap((role) => {
          const scope = scopeFor(role, procedure);
          return scope === null ? [] : [{ role, scope }];
        }),
      };
    }),
  );
}

/** Sent by POST for their size, and leave nothing behind. */
const onlyReading: readonly string[] = ['plans.check', 'plans.read', 'imports.preview'];
