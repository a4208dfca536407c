// How long a round still takes comments, in words and with its last day.
import { StateWord, useWords } from '../../ui/index.ts';
import { clockOf, clockTones, stateTones } from '../clock.ts';
import type { RoundRow, RoundState } from '../shapes.ts';
import { words } from '../words.ts';

export function Clock({ round }: { readonly round: Pick<RoundRow, 'state' | 'daysLeft' | 'closesOn'> }) {
  const w = useWords(words);
  const standing = clockOf(round);
  if (standing === 'over') return <span className="number">{round.closesOn}</span>;
  const told = standing === 'today' ? w.clock.today : w.clock.left(round.daysLeft ?? 0);
  return (
    <span className="round-clock">
      <StateWord tone={clockTones[standing]}>{told}</StateWord> <span className="note">{w.until(round.closesOn)}</span>
    </span>
  );
}

export function RoundStateWord({ state }: { readonly state: RoundState }) {
  const w = useWords(words);
  return <StateWord tone={stateTones[state]}>{w.states[state]}</StateWord>;
}
