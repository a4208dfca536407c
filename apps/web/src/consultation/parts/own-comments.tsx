// What this reader may see of the comments before the answers are out: their own.
import { Section, useWords } from '../../ui/index.ts';
import type { RoundDetail } from '../shapes.ts';
import { words } from '../words.ts';
import { SaidComment } from './said-comment.tsx';

export function OwnComments({ round }: { readonly round: RoundDetail }) {
  const w = useWords(words);
  if (round.said.length === 0 || round.state === 'published') return null;
  return (
    <Section title={w.receipt.yours}>
      <ol className="answer-list">
        {round.said.map((comment) => (
          <li key={comment.id}>
            <SaidComment comment={comment} places={round.places} />
          </li>
        ))}
      </ol>
    </Section>
  );
}
