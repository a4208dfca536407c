// The rounds as queries, and the actions on them. The answer of an action is the round as it now stands; lists, plans and
// my work are asked for again.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, useSession, useView } from '../shell/index.ts';
import type { RoundDetail } from './shapes.ts';

/** All rounds the reader may see in the data set in view. */
export function useRounds() {
  const { data: dataset, on } = useView();
  return useQuery(api.consultation.list.queryOptions({ input: { dataset, on }, enabled: on !== '', placeholderData: (before) => before }));
}

export function useRoundsOf(noun: string, subject: string) {
  const { data: dataset, on } = useView();
  return useQuery(api.consultation.list.queryOptions({ input: { dataset, on, noun, subject }, placeholderData: (before) => before }));
}

export function useRound(round: string) {
  const { on } = useView();
  return useQuery(api.consultation.get.queryOptions({ input: { round, on }, placeholderData: (before) => before }));
}

/** What a new round would start from; only the drafting unit is answered. */
export function useOffer(noun: string, id: string, enabled: boolean) {
  const { on } = useView();
  return useQuery(api.consultation.offer.queryOptions({ input: { noun, id, on }, enabled, retry: false, staleTime: 0 }));
}

/** Nobody looks up an empty receipt; a wrong one is told at once. */
export function useReceipt(receipt: string) {
  const { on } = useView();
  return useQuery(api.consultation.receipt.queryOptions({ input: { receipt, on }, enabled: receipt !== '', retry: false }));
}

/** Clauses with their headings, for who wants to comment on one. */
export function useClauseNames(enabled: boolean) {
  return useQuery(api.policy.clauses.queryOptions({ input: {}, staleTime: 10 * 60_000, enabled }));
}

/** Whether the reader works in a unit; the public and firms only comment. */
export function useIsStaff(): boolean {
  const card = useSession()?.card;
  return card !== undefined && card !== null && card.role !== 'public' && card.role !== 'firm';
}

export function useRoundActions() {
  const cache = useQueryClient();
  const { on } = useView();
  const others = () => {
    const keys = [api.consultation.list.key(), api.consultation.offer.key(), api.plans.key(), api.approvals.key()];
    return Promise.all(keys.map((queryKey) => cache.invalidateQueries({ queryKey })));
  };
  const onSuccess = async (next: RoundDetail) => {
    cache.setQueryData(api.consultation.get.queryKey({ input: { round: next.id, on } }), next);
    await others();
  };
  const onCommented = async () => {
    await cache.invalidateQueries({ queryKey: api.consultation.get.key() });
    await others();
  };
  return {
    begin: useMutation(api.consultation.begin.mutationOptions({ onSuccess })),
    end: useMutation(api.consultation.end.mutationOptions({ onSuccess })),
    comment: useMutation(api.consultation.comment.mutationOptions({ onSuccess: onCommented })),
    answer: useMutation(api.consultation.answer.mutationOptions({ onSuccess })),
    withhold: useMutation(api.consultation.withhold.mutationOptions({ onSuccess })),
    publish: useMutation(api.consultation.publish.mutationOptions({ onSuccess })),
  };
}
