// Rounds as a citizen reads them: what it is about, which place, how long, and one large button.
import { usePlacePath } from '../../shell/index.ts';
import { Link, useWords } from '../../ui/index.ts';
import type { RoundRow } from '../shapes.ts';
import { words } from '../words.ts';
import { Clock, RoundStateWord } from './clock.tsx';

export function RoundCards({ rounds, label }: { readonly rounds: readonly RoundRow[]; readonly label: string }) {
  return (
    <ul className="round-cards" aria-label={label}>
      {rounds.map((round) => (
        <RoundCard key={round.id} round={round} />
      ))}
    </ul>
  );
}

function RoundCard({ round }: { readonly round: RoundRow }) {
  const w = useWords(words);
  const placeOf = usePlacePath();
  const path = roundPath(round.id);
  const published = round.state === 'published';
  return (
    <li>
      <h3>
        <Link to={path}>{round.title}</Link>
      </h3>
      <p>
        {placeOf(round.jurisdiction)} · {w.numbered(round.number)}
        {published ? ` · ${w.commentCount(round.comments)}` : ''}
      </p>
      <p>{round.state === 'open' ? <Clock round={round} /> : <RoundStateWord state={round.state} />}</p>
      {round.state === 'open' || published ? (
        <Link to={published ? `${path}/answers` : path} className={published ? 'large-link' : 'large-link main'}>
          {published ? w.readAnswers : w.comment}
          <span className="visually-hidden"> {round.title}</span>
        </Link>
      ) : null}
    </li>
  );
}

export function roundPath(id: string): string {
  return `/consultation/${encodeURIComponent(id)}`;
}
