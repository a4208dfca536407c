// The pages of the workbench: find or begin the draft, then draw in it.
import { useMutation, useQuery } from '@tanstack/react-query';
import { layerNames } from '@zhenghe/engine/boundaries';
import { useEffect, useRef } from 'react';
import { api, queryClient, useAddress, useParam, usePlaceName, useView } from '../../shell/index.ts';
import { Answer, Failed, Link, Loading, Page, useSay, useWords } from '../../ui/index.ts';
import { useDraft } from '../hooks.ts';
import type { Target } from '../shapes.ts';
import { layerTargetOf } from '../target.ts';
import { words } from '../words-map.ts';
import type { AnnexPlan } from './blocks.ts';
import { Workbench } from './workbench.tsx';
import './workbench.css';

export function PlanDrawPage() {
  const w = useWords(words);
  const id = useParam('id');
  const { on } = useView();
  const plan = useQuery(api.plans.get.queryOptions({ input: { id, on } }));
  return (
    <Page title={w.title} answers={w.answer} actions={<Link to={`/plans/${encodeURIComponent(id)}`}>{w.toPlan}</Link>}>
      <Answer query={plan}>{({ plan: annex }) => <Drawing target={{ kind: 'plan', plan: id }} plan={annex} />}</Answer>
    </Page>
  );
}

export function LayerDrawPage() {
  const w = useWords(words);
  const [search] = useAddress();
  const { place } = useView();
  const say = useSay();
  const placeName = usePlaceName();
  const target = layerTargetOf(search.layer, search.for ?? place);
  const title = w.layerTitle(say(layerNames[target.layer]), placeName(target.jurisdiction));
  return (
    <Page title={title} answers={w.answer} actions={<Link to="/boundaries">{w.toLayers}</Link>}>
      <Drawing target={target} plan={null} />
    </Page>
  );
}

function Drawing({ target, plan }: { readonly target: Target; readonly plan: AnnexPlan | null }) {
  const id = useParam('draft');
  const [search] = useAddress();
  const known = id || search.draft;
  return known ? <Known id={known} plan={plan} /> : <Begin target={target} />;
}

function Known({ id, plan }: { readonly id: string; readonly plan: AnnexPlan | null }) {
  const draft = useDraft(id);
  return <Answer query={draft}>{(found) => <Workbench key={found.id} draft={found} plan={plan} />}</Answer>;
}

/** Begins once, and puts the draft into the address, so that a reload finds it again. */
function Begin({ target }: { readonly target: Target }) {
  const w = useWords(words);
  const { data: dataset, on } = useView();
  const [, change] = useAddress();
  const begun = useRef(false);
  const { mutate, error } = useMutation(
    api.boundaries.beginDraft.mutationOptions({
      onSuccess: (draft) => {
        queryClient.setQueryData(api.boundaries.draft.queryKey({ input: { id: draft.id, on } }), draft);
        change({ draft: draft.id }, { replace: true });
      },
    }),
  );
  useEffect(() => {
    if (begun.current || on === '') return;
    begun.current = true;
    mutate({ target, dataset, on });
  }, [mutate, target, dataset, on]);
  if (error) return <Failed error={error} kept={false} />;
  return (
    <>
      <p>{w.opening}</p>
      <Loading rows={10} />
    </>
  );
}
