// The form of an indicator, checked as it is typed; at the end its first day, the reason, and the proposal.
import { useMemo, useState } from 'react';
import { KeptOffer, useKept, useLeave, useView } from '../../shell/index.ts';
import { Button, DateField, Failed, Link, Notice, Section, TextInput, useWords } from '../../ui/index.ts';
import { useChecked, useDefinitionActions } from '../hooks.ts';
import { ProblemList } from '../parts/problem-list.tsx';
import { editorWords } from '../words-editor.ts';
import { CalibreFields } from './calibre-fields.tsx';
import { type Gap, gapsOf, type IndicatorDraft, indicatorOf } from './draft.ts';
import { BoundFields, HowFields, WhatFields, WhoseFields } from './field-groups.tsx';
import '../indicators.css';

interface EditorProps {
  readonly begin: IndicatorDraft;
  /** Of the indicator that is changed; null for a new one. */
  readonly code: string | null;
  /** The version it is made from: what was typed over another is not offered again. */
  readonly edition: string;
}

export function Editor({ begin, code, edition }: EditorProps) {
  const w = useWords(editorWords);
  const [draft, setDraft] = useState(begin);
  const change = (next: Partial<IndicatorDraft>) => setDraft((before) => ({ ...before, ...next }));
  const fields = { draft, change, code };
  const { propose } = useDefinitionActions();
  const changed = useMemo(() => JSON.stringify(draft) !== JSON.stringify(begin), [draft, begin]);
  const keeping = useKept(`indicators/${code ?? 'new'}`, edition, changed && !propose.isSuccess ? draft : null);
  return (
    <div className="stack indicator-editor">
      <KeptOffer keeping={keeping} where={w.kept} onRestore={setDraft} />
      <Section title={w.what}>
        <WhatFields {...fields} />
      </Section>
      <Section title={w.how}>
        <HowFields {...fields} />
      </Section>
      <Section title={w.whose}>
        <WhoseFields {...fields} />
      </Section>
      <Section title={w.bounds}>
        <BoundFields {...fields} />
      </Section>
      <Section title={w.calibres}>
        <CalibreFields calibres={draft.calibres} onChange={(calibres) => change({ calibres })} />
      </Section>
      <Section title={w.proposal}>
        <Proposal draft={draft} changed={changed} propose={propose} />
      </Section>
    </div>
  );
}

interface ProposalProps {
  readonly draft: IndicatorDraft;
  readonly changed: boolean;
  readonly propose: ReturnType<typeof useDefinitionActions>['propose'];
}

function Proposal({ draft, changed, propose }: ProposalProps) {
  const w = useWords(editorWords);
  const { on, data: dataset } = useView();
  const [from, setFrom] = useState(on);
  const [reason, setReason] = useState('');
  useLeave(changed && !propose.isSuccess, w.leave);
  const gaps = gapsOf(draft);
  const body = changed && gaps.length === 0 ? indicatorOf(draft) : null;
  const checked = useChecked(body, from);
  const problems = body ? (checked.data ?? []) : [];
  const ready = body !== null && checked.data !== undefined && problems.length === 0 && reason.trim() !== '' && !checked.isFetching;
  const send = () => {
    if (body) propose.mutate({ dataset, from, definition: { kind: 'indicator', body }, reason: reason.trim(), on });
  };
  if (propose.isSuccess) return <Notice tone="good" title={w.proposed} action={<Link to="/indicators/proposals">{w.toProposals}</Link>} />;
  return (
    <div className="stack">
      {changed ? <Gaps gaps={gaps} /> : <p className="note">{w.notChanged}</p>}
      <ProblemList problems={problems} />
      {checked.error ? <Failed error={checked.error} /> : null}
      <p role="status" className="note">
        {body === null ? '' : checked.isFetching ? w.checking : checked.data?.length === 0 ? w.sound : ''}
      </p>
      <DateField label={w.from} value={from} onChange={setFrom} />
      <TextInput label={w.reason} value={reason} onChange={setReason} rows={2} />
      {propose.error ? <Failed error={propose.error} /> : null}
      <div className="button-row">
        <Button kind="main" busy={propose.isPending} disabled={!ready} onClick={send}>
          {w.propose}
        </Button>
      </div>
    </div>
  );
}

function Gaps({ gaps }: { readonly gaps: readonly Gap[] }) {
  const w = useWords(editorWords);
  if (gaps.length === 0) return null;
  const names: Readonly<Record<Gap, string>> = {
    ...{ code: w.code, unit: w.unit, decimals: w.decimals, clause: w.clause, calibres: w.calibres, note: w.note },
    ...{ nameZh: w.inZh(w.name), nameEn: w.inEn(w.name), meaningZh: w.inZh(w.meaning), meaningEn: w.inEn(w.meaning) },
    ...{ sourceZh: w.inZh(w.source), sourceEn: w.inEn(w.source), ownerZh: w.inZh(w.owner), ownerEn: w.inEn(w.owner) },
    ...{ numerator: w.numerator, denominator: w.denominator, number: w.gapNames.number, formula: w.gapNames.formula },
  };
  return (
    <Notice tone="warn" title={w.gaps}>
      {gaps.map((gap) => names[gap]).join('、')}
    </Notice>
  );
}
