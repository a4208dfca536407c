// What the signs beside figures mean: only those that stand in the answer; breaks of calibre with both sides named.
import { useMemo } from 'react';
import { useMeasures, useSay, useWords } from '../../ui/index.ts';
import { notesShown } from '../answer.ts';
import { signOf } from '../figures.ts';
import type { PivotAnswer } from '../shapes.ts';
import { shortPeriod } from '../use-reading.ts';
import { words } from '../words.ts';

export function SignLegend({ answer }: { readonly answer: PivotAnswer }) {
  const w = useWords(words);
  const say = useSay();
  const { money, land } = useMeasures();
  const notes = useMemo(() => notesShown(answer), [answer]);
  const breaks = answer.indicators.flatMap((indicator) => indicator.breaks.map((one) => ({ ...one, indicator })));
  const converted = money !== 'own' || land !== 'own';
  const starred = answer.indicators.some((indicator) => indicator.starred);
  if (notes.length === 0 && breaks.length === 0 && !converted && !starred) return null;
  return (
    <section className="sign-legend note" aria-label={w.legend}>
      <ul>
        {notes.map((note) => (
          <li key={note}>
            <b className="signs">{note === 'partial' ? 'n/m' : signOf(note, { of: 0, expected: 0 })}</b> {w.notes[note]}
          </li>
        ))}
        {converted ? <li>{w.approximate}</li> : null}
        {starred ? <li>{w.starred}</li> : null}
        {breaks.map(({ indicator, period, from, to, bridged }) => (
          <li key={`${indicator.code}.${period}`}>
            {say(indicator.name)} {shortPeriod(period)}
            {w.colon}
            {bridged ? w.breakBridged(say(from), say(to)) : w.breakBoth(say(from), say(to))}
          </li>
        ))}
      </ul>
    </section>
  );
}
