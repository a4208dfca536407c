// One comment on the desk: what was said and by whom, its answer, and whether it is shown. Keeping an answer goes on to the
// next that waits.
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useView } from '../../shell/index.ts';
import { Button, Failed, TextInput, useWords } from '../../ui/index.ts';
import { type AnswerDraft, answerContent, answerGaps, draftOf, needsAnswer, nextWaiting, outcomeOf, outcomes } from '../desk.ts';
import { useRoundActions } from '../hooks.ts';
import type { Comment, Outcome, RoundDetail } from '../shapes.ts';
import { useTyped } from '../typed.ts';
import { words } from '../words.ts';
import { words as deskWords } from '../words-desk.ts';
import { PlainChoice } from './plain-fields.tsx';
import { SaidComment } from './said-comment.tsx';
import { WithholdPart } from './withhold-part.tsx';

interface AnswerPartProps {
  readonly round: RoundDetail;
  readonly comment: Comment;
  readonly onNext: (comment: Comment | null) => void;
}

export function AnswerPart({ round, comment, onNext }: AnswerPartProps) {
  const d = useWords(deskWords);
  const [changing, setChanging] = useState(false);
  const mayAnswer = round.may.answer && needsAnswer(comment);
  const form = mayAnswer && (comment.answer === null || changing);
  return (
    <>
      <SaidComment comment={comment} places={round.places} />
      {round.may.answer && round.kind === 'public' ? <Contact comment={comment} /> : null}
      {form ? <AnswerForm round={round} comment={comment} onNext={onNext} onDone={() => setChanging(false)} /> : null}
      {mayAnswer && !form ? <Button onClick={() => setChanging(true)}>{d.change}</Button> : null}
      {round.may.withhold && comment.withheld === null ? <WithholdPart round={round} comment={comment} /> : null}
    </>
  );
}

/** L3: the server sends it to nobody but the unit that answers. */
function Contact({ comment }: { readonly comment: Comment }) {
  const d = useWords(deskWords);
  const { contact, contactPurgedOn } = comment;
  const told = [contact?.name, contact?.reach].filter(Boolean).join(' · ');
  return (
    <p className="note">
      {d.contact}: {told || (contactPurgedOn ? d.purged(contactPurgedOn) : d.noContact)}
    </p>
  );
}

function AnswerForm({ round, comment, onNext, onDone }: AnswerPartProps & { readonly onDone: () => void }) {
  const d = useWords(deskWords);
  const { on } = useView();
  const { answer } = useRoundActions();
  const [empty] = useState(() => draftOf(comment));
  const [draft, keep, forget] = useTyped<AnswerDraft>(`answer.${comment.id}`, empty);
  const form = useRef<HTMLFormElement>(null);
  // The keyboard goes on where the mouse would: at the first choice of the comment that came up.
  useEffect(() => form.current?.querySelector('input')?.focus({ preventScroll: true }), []);
  const gaps = answerGaps(draft, round.version);
  const outcome = outcomeOf(draft);
  const keepAnswer = async (chosen: Outcome) => {
    const next = await answer.mutateAsync({ round: round.id, comment: comment.id, outcome: chosen, ...answerContent(draft), on });
    forget();
    onDone();
    onNext(nextWaiting(next.said, comment.id) ?? comment);
  };
  const send = () => {
    if (outcome && gaps.length === 0 && !answer.isPending) keepAnswer(outcome).catch(() => undefined);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    send();
  };
  return (
    <form
      ref={form}
      className="desk-form"
      aria-label={d.comment(comment.number)}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <AnswerFields draft={draft} consulted={round.version} onChange={keep} />
      {answer.error ? <Failed error={answer.error} /> : null}
      <Gaps gaps={gaps} consulted={round.version} />
      <div className="button-row">
        <Button kind="main" submit busy={answer.isPending} disabled={gaps.length > 0}>
          {d.send}
        </Button>
        <span className="note">{d.sendKeys}</span>
      </div>
    </form>
  );
}

interface AnswerFieldsProps {
  readonly draft: AnswerDraft;
  readonly consulted: number;
  readonly onChange: (draft: AnswerDraft) => void;
}

function AnswerFields({ draft, consulted, onChange }: AnswerFieldsProps) {
  const w = useWords(words);
  const d = useWords(deskWords);
  return (
    <>
      <PlainChoice
        label={d.outcome}
        value={draft.outcome}
        choices={outcomes.map((value) => ({ value, label: w.outcomes[value] }))}
        onChange={(outcome) => onChange({ ...draft, outcome })}
      />
      <TextInput label={d.reason} rows={5} value={draft.reason} onChange={(reason) => onChange({ ...draft, reason })} />
      {draft.outcome === 'not' ? null : (
        <TextInput
          label={d.version}
          fills="off"
          value={draft.version}
          note={d.versionNote(consulted)}
          onChange={(version) => onChange({ ...draft, version })}
        />
      )}
    </>
  );
}

function Gaps({ gaps, consulted }: { readonly gaps: ReturnType<typeof answerGaps>; readonly consulted: number }) {
  const d = useWords(deskWords);
  const named = { outcome: d.gapOutcome, reason: d.gapReason, version: d.gapVersion(consulted) };
  return (
    <p className="note" role="status">
      {gaps.map((gap) => named[gap]).join(' · ')}
    </p>
  );
}
