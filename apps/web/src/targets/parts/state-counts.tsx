// How many targets are met, on pace, behind: the answer in one line.
import { StateWord, useWords } from '../../ui/index.ts';
import { tones } from '../lines.ts';
import type { TargetLine } from '../shapes.ts';
import { words } from '../words.ts';

const order = ['met', 'on-pace', 'behind', 'past-due', 'unknown'] as const;

export function StateCounts({ lines }: { readonly lines: readonly TargetLine[] }) {
  const w = useWords(words);
  return (
    <ul className="state-counts">
      {order.map((state) => (
        <li key={state} title={w.stateNote[state]}>
          <StateWord tone={tones[state]}>{w.states[state]}</StateWord>{' '}
          <b className="number">{w.counts(lines.filter((line) => line.state === state).length, lines.length)}</b>
        </li>
      ))}
    </ul>
  );
}
