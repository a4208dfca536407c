// A tag proposed anew, or changed: one person proposes here, another puts it in force among the drafts.
import { useState } from 'react';
import { useParam, useView } from '../../shell/index.ts';
import { Answer, Button, Choice, DateField, Empty, Failed, Link, Notice, Page, TextInput, useWords } from '../../ui/index.ts';
import type { TagRow } from '../shapes.ts';
import { bodyOf, draftOf, isFilled, type TagDraft } from './draft.ts';
import { useMayPropose, usePropose, useTag } from './hooks.ts';
import { RuleField } from './rule-field.tsx';
import { tagWords } from './words.ts';
import '../explorer.css';

export function NewTagPage() {
  return <Edit tag={null} />;
}

export function ChangeTagPage() {
  const tag = useTag(useParam('code'));
  return (
    <Answer query={tag} rows={12}>
      {(found) => <Edit tag={found.tag} />}
    </Answer>
  );
}

function Edit({ tag }: { readonly tag: TagRow | null }) {
  const w = useWords(tagWords);
  const may = useMayPropose();
  return (
    <Page title={w.editTitle} answers={w.editAnswers} actions={<Link to="/tags">{w.back}</Link>}>
      {may ? <Form tag={tag} /> : <Empty title={w.notYours}>{w.notYoursNext}</Empty>}
    </Page>
  );
}

const grains = ['month', 'quarter', 'half', 'year'] as const;

function Form({ tag }: { readonly tag: TagRow | null }) {
  const w = useWords(tagWords);
  const { data: dataset, on } = useView();
  const [draft, setDraft] = useState(() => draftOf(tag));
  const [from, setFrom] = useState(on);
  const [reason, setReason] = useState('');
  const sending = usePropose();
  const set = (change: Partial<TagDraft>) => setDraft((before) => ({ ...before, ...change }));
  if (sending.data) {
    return <Notice tone="good" title={w.sent} action={<Link to="/indicators/proposals">{w.proposals}</Link>} />;
  }
  const send = () => sending.mutate({ dataset, from, on, reason: reason.trim(), definition: { kind: 'tag', body: bodyOf(draft) } });
  const choices = grains.map((value) => ({ value, label: w.grains[value] }));
  return (
    <form
      className="stack tag-form"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <TextInput label={w.code} note={w.codeNote} value={draft.code} disabled={tag !== null} onChange={(code) => set({ code })} />
      <RuleField rule={draft.rule} grain={draft.grain} onChange={(rule) => set({ rule })} />
      <div className="filters">
        <Choice label={w.grain} value={draft.grain} choices={choices} onChange={(grain) => set({ grain: grain ?? 'year' })} />
        <DateField label={w.expires} value={draft.expires} onChange={(expires) => set({ expires })} />
        <DateField label={w.from} value={from} onChange={setFrom} />
      </div>
      <Texts draft={draft} set={set} />
      <TextInput label={w.reason} value={reason} rows={2} onChange={setReason} />
      {sending.error ? <Failed error={sending.error} /> : null}
      <div className="button-row">
        <Button kind="main" submit busy={sending.isPending} disabled={!isFilled(draft) || reason.trim() === ''}>
          {w.send}
        </Button>
      </div>
    </form>
  );
}

/** What stands in both languages. */
function Texts({ draft, set }: { readonly draft: TagDraft; readonly set: (change: Partial<TagDraft>) => void }) {
  const w = useWords(tagWords);
  const fields = ['nameZh', 'nameEn', 'meaningZh', 'meaningEn', 'sourceZh', 'sourceEn', 'ownerZh', 'ownerEn'] as const;
  return (
    <div className="columns">
      {fields.map((field) => (
        <TextInput key={field} label={w[field]} value={draft[field]} onChange={(text) => set({ [field]: text })} />
      ))}
    </div>
  );
}
