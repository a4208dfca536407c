// Keeps what is typed into the plan in the browser until it is saved, and offers it after a reload.
import { useMemo } from 'react';
import { KeptOffer, useKept } from '../../shell/index.ts';
import { useWords } from '../../ui/index.ts';
import { useDesk } from '../desk.ts';
import { putBack, type TypedPlan, typedIn } from '../kept-plan.ts';
import type { PlanDetail } from '../shapes.ts';
import { words } from '../words.ts';

export function KeptPlan({ detail }: { readonly detail: Pick<PlanDetail, 'id' | 'mayEdit'> }) {
  const w = useWords(words).editor;
  const { state, dirty, dispatch } = useDesk();
  const typed = useMemo(() => (dirty && detail.mayEdit ? typedIn(state) : null), [dirty, detail.mayEdit, state]);
  const keeping = useKept<TypedPlan>(`plans/${detail.id}`, String(state.basedOn), typed);
  if (!detail.mayEdit) return null;
  return <KeptOffer keeping={keeping} where={w.keptWhere(state.basedOn)} onRestore={(content) => putBack(dispatch, content)} />;
}
