// A formula being typed: wrong characters underlined where they stand, what they are said below, its parts and its unit beside.
import { type UIEvent, useId, useRef } from 'react';
import { StateWord, useSay, useWords } from '../../ui/index.ts';
import { useTypedFormula } from '../hooks.ts';
import { PartList } from '../parts/formula-text.tsx';
import type { TypedFormula } from '../shapes.ts';
import { editorWords } from '../words-editor.ts';
import { piecesOf, type Span } from './marks.ts';

interface FormulaFieldProps {
  /** Of the indicator it is for; null while it has none. */
  readonly code: string | null;
  readonly value: string;
  readonly unit: string;
  readonly onChange: (value: string) => void;
}

export function FormulaField({ code, value, unit, onChange }: FormulaFieldProps) {
  const id = useId();
  const w = useWords(editorWords);
  const typed = useTypedFormula({ code, formula: value, unit: unit.trim() === '' ? null : unit.trim() });
  const answer = value.trim() === '' ? undefined : typed.data;
  const problems = answer?.problems ?? [];
  return (
    <div className="field formula-field">
      <label htmlFor={id}>{w.formula}</label>
      <Overlaid id={id} value={value} answer={answer} onChange={onChange} />
      <div className="note">{w.formulaNote}</div>
      <div id={`${id}-said`} role="status">
        {answer ? <Said answer={answer} /> : null}
        {problems.length === 0 && answer?.unit ? <StateWord tone="good">{w.comesTo(answer.unit)}</StateWord> : null}
      </div>
    </div>
  );
}

interface OverlaidProps {
  readonly id: string;
  readonly value: string;
  readonly answer: TypedFormula | undefined;
  readonly onChange: (value: string) => void;
}

/** The marks lie behind the text, letter under letter; they scroll with it. */
function Overlaid({ id, value, answer, onChange }: OverlaidProps) {
  const behind = useRef<HTMLDivElement>(null);
  const wrong = (answer?.problems ?? []).flatMap(placed);
  const pieces = piecesOf(value, wrong, answer?.parts ?? []);
  const onScroll = (event: UIEvent<HTMLTextAreaElement>) => {
    if (behind.current) behind.current.scrollTop = event.currentTarget.scrollTop;
  };
  return (
    <div className="formula-box">
      <div className="formula-marks" ref={behind} aria-hidden="true">
        {pieces.map((piece, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no identity but their place
          <span key={index} className={piece.kind}>
            {piece.text}
          </span>
        ))}{' '}
      </div>
      <textarea
        id={id}
        rows={3}
        spellCheck={false}
        autoComplete="off"
        maxLength={2000}
        value={value}
        aria-invalid={wrong.length > 0}
        aria-describedby={`${id}-said`}
        onChange={(event) => onChange(event.target.value)}
        onScroll={onScroll}
      />
    </div>
  );
}

function placed({ from, to }: { readonly from: number | null; readonly to: number | null }): readonly Span[] {
  return from === null ? [] : [{ from, to: to ?? from + 1 }];
}

function Said({ answer: { problems, parts } }: { readonly answer: TypedFormula }) {
  const w = useWords(editorWords);
  const say = useSay();
  return (
    <>
      {problems.map(({ from, message }) => (
        <p key={`${from}/${message.zh}`} className="field-error">
          {from === null ? '' : w.atCharacter(from + 1)}
          {say(message)}
        </p>
      ))}
      <PartList parts={parts} />
    </>
  );
}
