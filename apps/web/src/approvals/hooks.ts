// A case as a query, and acting on it. The answer of an act is the case as it now stands; what shows the subject elsewhere
// (plans, filings, overview, my work) is asked for again.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, useSession, useView } from '../shell/index.ts';

export function useCase(noun: string, id: string) {
  const { on } = useView();
  const card = useSession()?.card;
  // The public reads what was decided on the subject itself; a case is between units.
  const enabled = card !== undefined && card !== null && card.role !== 'public';
  return useQuery(api.approvals.get.queryOptions({ input: { noun, id, on }, enabled, placeholderData: (before) => before }));
}

export function useAct() {
  const cache = useQueryClient();
  return useMutation(
    api.approvals.act.mutationOptions({
      onSuccess: async (next, { noun, id, on }) => {
        cache.setQueryData(api.approvals.get.queryKey({ input: { noun, id, on } }), next);
        const others = [api.plans.key(), api.cockpit.key(), api.statistics.key(), api.approvals.work.key()];
        await Promise.all(others.map((queryKey) => cache.invalidateQueries({ queryKey })));
      },
    }),
  );
}
