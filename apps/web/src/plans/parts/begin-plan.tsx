// A place without a plan begins one: a draft with its parks as the register has them. Shown to its own office only.
import { useOpen, useSession, useView } from '../../shell/index.ts';
import { Button, Failed, Notice, useWords } from '../../ui/index.ts';
import { usePlanActions } from '../hooks.ts';
import type { PlanRow } from '../shapes.ts';
import { words } from '../words.ts';

/** `rows`: every plan of the data set, unfiltered. */
export function BeginPlan({ rows }: { readonly rows: readonly PlanRow[] }) {
  const w = useWords(words);
  const session = useSession();
  const { data, on } = useView();
  const open = useOpen();
  const { create } = usePlanActions();
  const card = session?.card;
  const drafts = card?.role === 'city' || card?.role === 'county';
  // Demo cards change no real records.
  const barred = session?.profile === 'demo' && data === 'real';
  if (!card || !drafts || barred || rows.some((row) => row.jurisdiction === card.jurisdiction)) return null;
  const { jurisdiction } = card;
  const begin = () =>
    create.mutate({ jurisdiction, dataset: data, on }, { onSuccess: (plan) => open(`/plans/${encodeURIComponent(plan.id)}`) });
  return (
    <Notice
      title={w.beginPlanTitle}
      action={
        <Button busy={create.isPending} onClick={begin}>
          {w.beginPlan}
        </Button>
      }
    >
      {create.error ? <Failed error={create.error} /> : w.beginPlanNext}
    </Notice>
  );
}
