// The last step: a plan's draft takes these boundaries as a new version, or a layer's version is put in force from a day.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, useOpen, useView } from '../../shell/index.ts';
import { Button, DateField, Failed, Section, TextInput, useWords } from '../../ui/index.ts';
import { useBoundaryActions, useLayers } from '../hooks.ts';
import type { BoundaryDraft } from '../shapes.ts';
import { words } from '../words-upload.ts';

export function KeepStep({ draft }: { readonly draft: BoundaryDraft }) {
  const w = useWords(words);
  return (
    <Section title={w.keepTitle}>
      {draft.target.kind === 'plan' ? (
        <KeepPlan draft={draft} plan={draft.target.plan} />
      ) : (
        <KeepLayer draft={draft} target={draft.target} />
      )}
    </Section>
  );
}

function KeepPlan({ draft, plan }: { readonly draft: BoundaryDraft; readonly plan: string }) {
  const w = useWords(words);
  const { on } = useView();
  const open = useOpen();
  const { keep } = useBoundaryActions();
  const latest = useQuery(api.plans.get.queryOptions({ input: { id: plan, on } })).data?.latest;
  const send = () =>
    latest === undefined
      ? undefined
      : keep.mutate(
          { id: draft.id, revision: draft.revision, on, plan: { basedOn: latest } },
          { onSuccess: () => open(`/plans/${encodeURIComponent(plan)}`, { tab: 'boundaries' }) },
        );
  return (
    <>
      {latest === undefined ? null : <p>{w.keepPlanNote(latest)}</p>}
      {keep.error ? <Failed error={keep.error} /> : null}
      <Button kind="main" disabled={!draft.clean || latest === undefined} busy={keep.isPending} onClick={send}>
        {w.keepPlan}
      </Button>
    </>
  );
}

interface KeepLayerProps {
  readonly draft: BoundaryDraft;
  readonly target: Extract<BoundaryDraft['target'], { kind: 'layer' }>;
}

/** Named as the version in force now is, unless said otherwise. */
function KeepLayer({ draft, target }: KeepLayerProps) {
  const w = useWords(words);
  const now = useLayers(target.jurisdiction).data?.find((row) => row.kind === target.layer && row.jurisdiction === target.jurisdiction);
  const { on } = useView();
  const open = useOpen();
  const { keep } = useBoundaryActions();
  const [typed, type] = useState<{ readonly zh?: string; readonly en?: string }>({});
  const { zh, en } = { zh: now?.title.zh ?? '', en: now?.title.en ?? '', ...typed };
  const [source, setSource] = useState('');
  const [validFrom, setValidFrom] = useState(on);
  const ready = draft.clean && zh.trim() !== '' && source.trim() !== '';
  const send = () =>
    keep.mutate(
      {
        id: draft.id,
        revision: draft.revision,
        on,
        layer: { title: { zh: zh.trim(), en: en.trim() || zh.trim() }, source: source.trim(), validFrom },
      },
      { onSuccess: () => open('/boundaries') },
    );
  return (
    <div className="stack">
      <div className="filters">
        <TextInput label={w.layerName} value={zh} onChange={(text) => type({ ...typed, zh: text })} />
        <TextInput label={w.layerNameEn} value={en} onChange={(text) => type({ ...typed, en: text })} />
        <TextInput label={w.layerSource} value={source} onChange={setSource} />
        <DateField label={w.layerFrom} value={validFrom} onChange={setValidFrom} />
      </div>
      {keep.error ? <Failed error={keep.error} /> : null}
      <div>
        <Button kind="main" disabled={!ready} busy={keep.isPending} onClick={send}>
          {w.keepLayer}
        </Button>
      </div>
    </div>
  );
}
