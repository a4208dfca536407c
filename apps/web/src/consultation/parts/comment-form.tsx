// The form of a comment: a citizen's without any account, or the answer of a unit that was asked. After sending, the receipt.
import { type ReactNode, useRef } from 'react';
import { Button, Failed, Notice, Section, TextInput, useWords } from '../../ui/index.ts';
import { type CommentDraft, emptyDraft, gapsOf, limits } from '../draft.ts';
import type { RoundDetail, Stance } from '../shapes.ts';
import { useComment } from '../use-comment.ts';
import { words } from '../words.ts';
import { AimFields } from './aim-fields.tsx';
import { PlainChoice } from './plain-fields.tsx';
import { ReceiptCard } from './receipt-card.tsx';

export function CommentPart({ round }: { readonly round: RoundDetail }) {
  const w = useWords(words);
  const work = useComment(round);
  const internal = round.kind === 'internal';
  const title = internal ? w.stanceTitle : w.form.title;
  if (!round.may.comment && work.sent.receipt === '') return <Closed round={round} />;
  return (
    <Section title={title} note={internal ? w.stanceIntro : w.form.intro}>
      {work.sent.receipt ? (
        <ReceiptCard sent={work.sent} onAnother={round.may.comment ? work.again : undefined} />
      ) : (
        <CommentForm round={round} work={work} title={title} />
      )}
    </Section>
  );
}

function Closed({ round }: { readonly round: RoundDetail }): ReactNode {
  const w = useWords(words).form;
  if (round.kind === 'internal' || round.state === 'published') return null;
  return round.state === 'open' ? null : <Notice title={w.over}>{w.overNext}</Notice>;
}

interface CommentFormProps {
  readonly round: RoundDetail;
  readonly work: ReturnType<typeof useComment>;
  readonly title: string;
}

function CommentForm({ round, work, title }: CommentFormProps) {
  const w = useWords(words);
  const { draft, setDraft, busy, error } = work;
  const website = useRef<HTMLInputElement>(null);
  const gaps = gapsOf(draft, round.kind);
  const internal = round.kind === 'internal';
  // What failed is told beside the form and stays there to be sent again.
  const send = () => void work.send(website.current?.value ?? '').catch(() => undefined);
  return (
    <form
      className="plain-form"
      aria-label={title}
      onSubmit={(event) => {
        event.preventDefault();
        if (gaps.length === 0 && !busy) send();
      }}
    >
      {internal ? <StanceFields draft={draft} onChange={setDraft} /> : null}
      {internal && draft.stance === 'no-opinion' ? null : <SaidFields round={round} draft={draft} onChange={setDraft} />}
      {internal ? null : <ContactFields draft={draft} onChange={setDraft} />}
      <div className="not-for-people" aria-hidden="true">
        <label>
          {w.form.website}
          <input ref={website} name="website" tabIndex={-1} autoComplete="off" />
        </label>
      </div>
      {error ? (
        <Notice tone="bad" title={w.form.failed}>
          <Failed error={error} />
        </Notice>
      ) : null}
      <p className="note" role="status">
        {gaps.map((gap) => w.form.gaps[gap]).join(' · ')}
      </p>
      <div className="button-row">
        <Button kind="main" submit busy={busy} disabled={gaps.length > 0}>
          {internal ? w.sendStance : w.form.send}
        </Button>
        {draft === emptyDraft ? null : <Button onClick={work.discard}>{w.form.discard}</Button>}
      </div>
      <p className="note">{w.form.kept}</p>
    </form>
  );
}

interface FieldsProps {
  readonly draft: CommentDraft;
  readonly onChange: (draft: CommentDraft) => void;
}

const stances: readonly Stance[] = ['agree', 'disagree', 'no-opinion'];

function StanceFields({ draft, onChange }: FieldsProps) {
  const w = useWords(words);
  return (
    <PlainChoice
      label={w.stanceAbout}
      value={draft.stance}
      choices={stances.map((value) => ({ value, label: w.stances[value] }))}
      onChange={(stance) => onChange({ ...draft, stance })}
    />
  );
}

function SaidFields({ round, draft, onChange }: FieldsProps & { readonly round: RoundDetail }) {
  const w = useWords(words).form;
  const over = draft.text.length - limits.text;
  const note = round.kind === 'internal' ? w.left(-over) : `${w.left(-over)} · ${w.privacyText}`;
  return (
    <>
      <AimFields round={round} draft={draft} onChange={onChange} />
      <TextInput
        label={w.text}
        rows={6}
        value={draft.text}
        note={over > 0 ? undefined : note}
        error={over > 0 ? w.tooMuch(over) : undefined}
        onChange={(text) => onChange({ ...draft, text })}
      />
    </>
  );
}

function ContactFields({ draft, onChange }: FieldsProps) {
  const w = useWords(words).form;
  return (
    <fieldset>
      <legend>{w.who}</legend>
      <p className="note">{w.privacy}</p>
      <div className="stack">
        <TextInput label={w.name} fills="name" value={draft.name} onChange={(name) => onChange({ ...draft, name })} />
        <TextInput label={w.reach} fills="off" value={draft.reach} onChange={(reach) => onChange({ ...draft, reach })} />
      </div>
    </fieldset>
  );
}
