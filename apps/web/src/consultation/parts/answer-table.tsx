// All comments with their answers: a table on paper and on wide screens, one below the other on a phone; every word of both.
import { useNarrow, useSay, useWords } from '../../ui/index.ts';
import type { Comment, RoundDetail } from '../shapes.ts';
import { words } from '../words.ts';
import { AboutWords, AnswerNote, OutcomeWord, SaidComment, SaidWords } from './said-comment.tsx';

export function AnswerTable({ round }: { readonly round: RoundDetail }) {
  const narrow = useNarrow(900);
  return narrow ? <AnswerList round={round} /> : <AnswerGrid round={round} />;
}

function AnswerList({ round }: { readonly round: RoundDetail }) {
  const w = useWords(words);
  return (
    <ol className="answer-list" aria-label={w.table.title}>
      {round.said.map((comment) => (
        <li key={comment.id}>
          <SaidComment comment={comment} places={round.places} published />
        </li>
      ))}
    </ol>
  );
}

function AnswerGrid({ round }: { readonly round: RoundDetail }) {
  const w = useWords(words).table;
  const internal = round.kind === 'internal';
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section className="table-box" tabIndex={0} aria-label={w.title}>
      <table className="data wrap answer-table">
        <caption className="visually-hidden">{w.title}</caption>
        <thead>
          <tr>
            <th scope="col">{w.number}</th>
            {internal ? <th scope="col">{w.unit}</th> : null}
            <th scope="col">{w.about}</th>
            <th scope="col">{w.text}</th>
            <th scope="col">{w.outcome}</th>
            <th scope="col">{w.reason}</th>
          </tr>
        </thead>
        <tbody>
          {round.said.map((comment) => (
            <AnswerRow key={comment.id} comment={comment} round={round} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function AnswerRow({ comment, round }: { readonly comment: Comment; readonly round: RoundDetail }) {
  const say = useSay();
  const { answer } = comment;
  return (
    <tr>
      <th scope="row">{comment.number}</th>
      {round.kind === 'internal' ? <td>{comment.unit ? say(comment.unit.name) : '—'}</td> : null}
      <td>
        <AboutWords comment={comment} places={round.places} />
      </td>
      <td className="said">
        <SaidWords comment={comment} published />
      </td>
      <td>{answer ? <OutcomeWord outcome={answer.outcome} /> : '—'}</td>
      <td className="said">
        {answer ? (
          <>
            {answer.reason}
            <AnswerNote answer={answer} />
          </>
        ) : (
          '—'
        )}
      </td>
    </tr>
  );
}
