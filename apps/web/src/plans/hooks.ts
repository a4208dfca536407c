// The plan answers as queries, and the actions that change a plan.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, useSession, useView } from '../shell/index.ts';
import type { PlanDetail } from './shapes.ts';

export function usePlanRows() {
  const { data, on } = useView();
  return useQuery(api.plans.list.queryOptions({ input: { dataset: data, asOf: on }, placeholderData: (before) => before }));
}

/** A plan with its check on the day in view; without a version, the one that stands now. A new day keeps the page. */
export function usePlan(id: string, version?: number) {
  const { on } = useView();
  return useQuery(api.plans.get.queryOptions({ input: { id, on, ...(version && { version }) }, placeholderData: (before) => before }));
}

export function useRules(jurisdiction: string | undefined) {
  const { on } = useView();
  const input = { on, jurisdiction: jurisdiction ?? '' };
  return useQuery(api.policy.inForce.queryOptions({ input, enabled: jurisdiction !== undefined, staleTime: 10 * 60_000 }));
}

/** The jurisdiction the reader may act for, if a role is chosen. */
export function useOwnJurisdiction(): string | null {
  return useSession()?.card?.jurisdiction ?? null;
}

export function usePlanActions() {
  const cache = useQueryClient();
  const { on } = useView();
  // The answer is the plan as it now stands; lists and older versions (their "latest") are asked for again when shown.
  const onSuccess = async (next: PlanDetail) => {
    await cache.invalidateQueries({ queryKey: api.plans.get.key(), refetchType: 'none' });
    cache.setQueryData(api.plans.get.queryKey({ input: { id: next.id, on } }), next);
    await cache.invalidateQueries({ queryKey: api.plans.list.key() });
    await cache.invalidateQueries({ queryKey: api.approvals.key() });
  };
  return {
    create: useMutation(api.plans.create.mutationOptions({ onSuccess })),
    save: useMutation(api.plans.save.mutationOptions({ onSuccess })),
    submit: useMutation(api.plans.submit.mutationOptions({ onSuccess })),
    withdraw: useMutation(api.plans.withdraw.mutationOptions({ onSuccess })),
  };
}
