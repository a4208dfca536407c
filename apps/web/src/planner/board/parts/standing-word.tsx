// How far a plan is proven, as a word with its shape, and both bounds.
import { StateWord, type Tone, useWords } from '../../../ui/index.ts';
import { figure, gapText } from '../../figures.ts';
import { words } from '../../words-board.ts';
import type { Proposal } from '../proposal.ts';

const tones: Readonly<Record<Proposal['standing'], Tone>> = { optimal: 'good', bounded: 'warn', open: 'warn' };

export function StandingWord({ standing, gap }: Pick<Proposal, 'standing' | 'gap'>) {
  const w = useWords(words).standing;
  const word = standing === 'bounded' ? w.within(gapText(gap)) : w[standing];
  return <StateWord tone={tones[standing]}>{word}</StateWord>;
}

/** A plan that breaks a provincial rule has no bound of its own. */
export function Bounds({ standing, cost, lowerBound }: Pick<Proposal, 'standing' | 'cost' | 'lowerBound'>) {
  const w = useWords(words);
  if (standing === 'open') return <span className="number">{`${w.cost} ${figure(cost, 4)} ${w.costUnit}`}</span>;
  return <span className="number">{w.bounds(figure(cost, 4), figure(lowerBound, 4))}</span>;
}
