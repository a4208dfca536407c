// Saving, submitting, withdrawing: what is asked of the server and what its refusal means for the reader.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, client, useView } from '../shell/index.ts';
import { useDesk } from './desk.ts';
import { usePlanActions } from './hooks.ts';
import { type Refused, refusedBy } from './refused.ts';
import type { PlanDetail } from './shapes.ts';
import { fromWire, toWire } from './wire.ts';

export type Outcome =
  | { readonly kind: 'saved' | 'submitted' | 'withdrawn'; readonly version: number }
  | { readonly kind: 'refused'; readonly refused: Refused }
  /** Somebody saved first; theirs is the version that now stands. */
  | { readonly kind: 'conflict'; readonly refused: Refused; readonly theirs: PlanDetail };

export function useActions(detail: PlanDetail) {
  const { on } = useView();
  const { state, dispatch } = useDesk();
  const cache = useQueryClient();
  const actions = usePlanActions();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const id = detail.id;

  const take = (next: PlanDetail, kind: 'saved' | 'submitted' | 'withdrawn') => {
    dispatch({ kind: 'saved', plan: fromWire(next.plan), version: next.version });
    setOutcome({ kind, version: next.version });
  };
  const refuse = async (error: unknown) => {
    const refused = refusedBy(error);
    if (refused.code !== 'CONFLICT') return setOutcome({ kind: 'refused', refused });
    const theirs = await client.plans.get({ id, on }).catch(() => null);
    setOutcome(theirs ? { kind: 'conflict', refused, theirs } : { kind: 'refused', refused });
  };
  const save = (note: string, basedOn = state.basedOn) =>
    actions.save
      .mutateAsync({ id, on, basedOn, plan: toWire(state.plan), ...(note.trim() && { note: note.trim() }) })
      .then((next) => take(next, 'saved'))
      .catch(refuse);
  const submit = () =>
    actions.submit
      .mutateAsync({ id, on, version: state.basedOn })
      .then((next) => take(next, 'submitted'))
      .catch(refuse);
  const withdraw = () =>
    actions.withdraw
      .mutateAsync({ id, on })
      .then((next) => take(next, 'withdrawn'))
      .catch(refuse);
  const takeTheirs = (theirs: PlanDetail) => {
    cache.setQueryData(api.plans.get.queryKey({ input: { id, on } }), theirs);
    dispatch({ kind: 'saved', plan: fromWire(theirs.plan), version: theirs.version });
    setOutcome(null);
  };
  const busy = actions.save.isPending || actions.submit.isPending || actions.withdraw.isPending;
  return { save, submit, withdraw, takeTheirs, outcome, dismiss: () => setOutcome(null), busy };
}
