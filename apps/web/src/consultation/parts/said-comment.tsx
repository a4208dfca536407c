// One comment and its answer as text: who reads one comment reads this; the table shows the same words in columns.
import { StateWord, type Tone, useSay, useWords } from '../../ui/index.ts';
import { aimText } from '../draft.ts';
import type { Comment, Outcome, RoundDetail } from '../shapes.ts';
import { words } from '../words.ts';

const outcomeTones: Readonly<Record<Outcome, Tone>> = { adopted: 'good', partly: 'info', not: 'quiet' };

interface SaidProps {
  readonly comment: Comment;
  /** Of the round, where it is at hand: a row then stands with the name of its table. */
  readonly places?: RoundDetail['places'];
  /** As everybody reads it: what is withheld is not shown, whoever looks, so that paper and screen can be handed on. */
  readonly published?: boolean;
}

export function SaidComment({ comment, places, published = false }: SaidProps) {
  const w = useWords(words);
  const { answer } = comment;
  return (
    <div className="stack">
      <p>
        <span className="note">
          {w.table.number} {comment.number} · {comment.on} · {w.table.about}
        </span>{' '}
        <AboutWords comment={comment} {...(places ? { places } : {})} />
      </p>
      <div className="said said-quote">
        <SaidWords comment={comment} published={published} />
      </div>
      {answer ? (
        <div className="said said-answer">
          <OutcomeWord outcome={answer.outcome} />
          <p className="said">{answer.reason}</p>
          <AnswerNote answer={answer} />
        </div>
      ) : null}
    </div>
  );
}

/** A withheld comment says why; whoever may still read it sees the words too. */
export function SaidWords({ comment, published = false }: SaidProps) {
  const w = useWords(words).table;
  const all = useWords(words);
  const say = useSay();
  const stance = comment.stance ? all.stances[comment.stance] : null;
  return (
    <>
      {comment.withheld ? <p className="note">{w.withheld(say(comment.withheld))}</p> : null}
      {comment.withheld && published ? null : comment.text || (comment.withheld ? null : stance)}
      {comment.times > 1 ? <p className="note">{w.times(comment.times)}</p> : null}
    </>
  );
}

export function AboutWords({ comment, places }: SaidProps) {
  const w = useWords(words).table;
  return <span>{aimText(comment.aim, places) ?? w.whole}</span>;
}

export function OutcomeWord({ outcome }: { readonly outcome: Outcome }) {
  const w = useWords(words);
  return <StateWord tone={outcomeTones[outcome]}>{w.outcomes[outcome]}</StateWord>;
}

export function AnswerNote({ answer }: { readonly answer: NonNullable<Comment['answer']> }) {
  const w = useWords(words);
  const say = useSay();
  const changed = answer.version === null ? '' : ` · ${w.table.version} ${w.version(answer.version)}`;
  return (
    <p className="note">
      {w.table.onDay(answer.on, say(answer.by))}
      {changed}
    </p>
  );
}
