// The policy answers as queries. Packs change only when the server starts, so an answer stays fresh for long.
import { useQuery } from '@tanstack/react-query';
import type { Citation } from '@zhenghe/engine/kernel';
import { api, useAddress } from '../shell/index.ts';
import { type ClauseFilter, filterOf } from './filter.ts';

const staleTime = 10 * 60_000;

export function usePacks() {
  return useQuery(api.policy.packs.queryOptions({ staleTime }));
}

export function useClause({ pack, clause }: Citation) {
  return useQuery(api.policy.clause.queryOptions({ input: { pack, code: clause }, staleTime }));
}

export function useConflicts() {
  return useQuery(api.policy.conflicts.queryOptions({ staleTime }));
}

export function useTargets() {
  return useQuery(api.policy.targets.queryOptions({ staleTime }));
}

export function useClauses(filter: ClauseFilter) {
  const { q: query, pack, strength, unit } = filter;
  const input = { ...(query && { query }), ...(pack && { pack }), ...(strength && { strength }), ...(unit && { unit }) };
  return useQuery(api.policy.clauses.queryOptions({ input, staleTime, placeholderData: (before) => before }));
}

/** All clauses, for the list of units one can filter by. */
export function useAllClauses() {
  return useQuery(api.policy.clauses.queryOptions({ input: {}, staleTime }));
}

export function useClauseFilter() {
  const [search, change] = useAddress();
  return { filter: filterOf(search), change };
}
