// The systems that fit the figures, with how each is known and where the land then lies; any other can be chosen below.
import type { Crs } from '@zhenghe/engine/boundaries';
import { useId } from 'react';
import { Choice, StateWord, useWords } from '../../ui/index.ts';
import { allCrs, crsKey, crsWords } from '../crs-choices.ts';
import type { Found } from '../shapes.ts';
import type { Lies } from '../where.ts';
import { words } from '../words-upload.ts';

const tones = { county: 'good', province: 'warn', elsewhere: 'bad' } as const;

interface SystemChoiceProps {
  readonly guesses: Found['guesses'];
  readonly chosen: Crs | undefined;
  /** Where the land lies in the system chosen. */
  readonly lies: Lies;
  readonly onChoose: (crs: Crs) => void;
}

export function SystemChoice({ guesses, chosen, lies, onChoose }: SystemChoiceProps) {
  const w = useWords(words);
  const guessed = guesses.map(({ crs }) => crsKey(crs));
  const others = allCrs.filter((crs) => !guessed.includes(crsKey(crs)));
  const other = chosen && !guessed.includes(crsKey(chosen)) ? crsKey(chosen) : undefined;
  const pick = (key: string | undefined) => {
    const crs = others.find((known) => crsKey(known) === key);
    if (crs) onChoose(crs);
    else if (guesses[0]) onChoose(guesses[0].crs);
  };
  return (
    <>
      {guesses.length === 0 ? <p>{w.noGuess}</p> : <Guesses guesses={guesses} chosen={chosen} onChoose={onChoose} />}
      <Choice
        label={w.other}
        value={other}
        all={w.otherNone}
        searchable
        width={280}
        choices={others.map((crs) => ({ value: crsKey(crs), label: crsWords(crs, w.systems) }))}
        onChange={pick}
      />
      {other === undefined ? null : (
        <p role="status">
          <LiesIn lies={lies} />
        </p>
      )}
    </>
  );
}

function Guesses({ guesses, chosen, onChoose }: Omit<SystemChoiceProps, 'lies'>) {
  const w = useWords(words);
  const name = useId();
  return (
    <fieldset className="guesses">
      <legend className="visually-hidden">{w.system}</legend>
      {guesses.map(({ crs, how, lies }) => (
        <label key={crsKey(crs)} className={chosen && crsKey(chosen) === crsKey(crs) ? 'on' : ''}>
          <input type="radio" name={name} checked={chosen !== undefined && crsKey(chosen) === crsKey(crs)} onChange={() => onChoose(crs)} />
          <span>
            <b>{crsWords(crs, w.systems)}</b>
            <br />
            <StateWord tone={how === 'read' ? 'good' : 'info'}>{how === 'read' ? w.read : w.inferred}</StateWord> <LiesIn lies={lies} />
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function LiesIn({ lies }: { readonly lies: Lies }) {
  const w = useWords(words);
  return <StateWord tone={lies ? tones[lies] : 'quiet'}>{lies ? w.lies(w.places[lies]) : w.unknownPlace}</StateWord>;
}
