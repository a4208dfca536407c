// Acting on a case: the form that is open, what was typed in it, and what the server said. A conflict fetches the case
// anew and keeps the draft.
import type { Bilingual } from '@zhenghe/engine/kernel';
import { useMemo, useState } from 'react';
import { useKept, useView } from '../shell/index.ts';
import { reasonOf } from '../ui/index.ts';
import { contentOf, type Draft, isTyped, type PickedCell, startDraft } from './draft.ts';
import { useAct } from './hooks.ts';
import type { Picking } from './picking.ts';
import type { ActionKind, AllowedAction, CaseView } from './shapes.ts';

export type ActOutcome =
  | { readonly kind: 'done'; readonly act: ActionKind }
  | { readonly kind: 'refused'; readonly reason: Bilingual | null }
  | { readonly kind: 'conflict' };

/** What was typed, with the cells it was typed about. */
export interface TypedAct {
  readonly draft: Draft;
  readonly cells: readonly PickedCell[];
}

interface CaseDeskOptions {
  readonly picking: Picking;
  readonly refetch: () => Promise<unknown>;
}

export function useCaseDesk(view: CaseView, { picking, refetch }: CaseDeskOptions) {
  const { picked: cells, setActive: setPicking } = picking;
  const { on } = useView();
  const act = useAct();
  const [draft, setDraft] = useState<Draft | null>(null);
  const [outcome, setOutcome] = useState<ActOutcome | null>(null);
  const typed = useMemo(() => (draft && isTyped(draft) ? { draft, cells } : null), [draft, cells]);
  const keeping = useKept<TypedAct>(`cases/${view.noun}/${view.id}`, String(view.version), typed);
  const close = () => {
    setDraft(null);
    setPicking(false);
  };
  const open = (action: AllowedAction) => {
    setOutcome(null);
    setPicking(false);
    setDraft(startDraft(action));
  };
  const send = async (action: AllowedAction) => {
    if (!draft) return;
    const subject = { noun: view.noun, id: view.id, version: view.version, seen: view.seen, on };
    try {
      await act.mutateAsync({ ...subject, ...contentOf(action, draft, cells) });
      setOutcome({ kind: 'done', act: action.kind });
      close();
    } catch (error) {
      const conflict = typeof error === 'object' && error !== null && Reflect.get(error, 'code') === 'CONFLICT';
      if (conflict) await refetch();
      setOutcome(conflict ? { kind: 'conflict' } : { kind: 'refused', reason: reasonOf(error) });
    }
  };
  return { draft, setDraft, keeping, outcome, dismiss: () => setOutcome(null), open, close, send, busy: act.isPending };
}
