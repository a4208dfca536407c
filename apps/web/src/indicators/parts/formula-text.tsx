// A formula to read: each name in it is a link to the indicator it stands for.
import type { ReactNode } from 'react';
import { Link, useSay, useWords } from '../../ui/index.ts';
import type { FormulaPart, IndicatorView } from '../shapes.ts';
import { words } from '../words.ts';

export function FormulaText({ view }: { readonly view: Pick<IndicatorView, 'indicator' | 'parts' | 'written'> }) {
  const w = useWords(words);
  const { indicator, parts, written } = view;
  if (indicator.formula === null) return <p className="note">{w.noFormula}</p>;
  return (
    <div className="indicator-formula">
      <p>
        <span className="note">{w.formula}</span>
        <br />
        <code className="formula">
          <LinkedFormula formula={indicator.formula} parts={parts} />
        </code>{' '}
        <span className="unit">→ {indicator.unit}</span>
      </p>
      <PartList parts={parts} />
      {written !== null && written !== indicator.formula ? (
        <p>
          <span className="note">{w.written}</span>
          <br />
          <code className="formula">{written}</code>
        </p>
      ) : null}
    </div>
  );
}

/** What the names stand for in the reader's language, each with its unit. */
export function PartList({ parts }: { readonly parts: readonly FormulaPart[] }) {
  const w = useWords(words);
  const say = useSay();
  const once = new Map(parts.map((part) => [part.code, part]));
  if (once.size === 0) return null;
  return (
    <ul className="formula-parts" aria-label={w.parts}>
      {[...once.values()].map(({ code, name, unit }) => (
        <li key={code}>
          {say(name)} <span className="unit">{unit}</span> <code>{code}</code>
        </li>
      ))}
    </ul>
  );
}

function LinkedFormula({ formula, parts }: { readonly formula: string; readonly parts: readonly FormulaPart[] }) {
  const say = useSay();
  const pieces: ReactNode[] = [];
  let at = 0;
  for (const { from, to, code, name, unit } of parts) {
    pieces.push(formula.slice(at, from));
    pieces.push(
      <Link key={from} to={`/indicators/${code}`} title={`${say(name)} · ${unit}`}>
        {formula.slice(from, to)}
      </Link>,
    );
    at = to;
  }
  pieces.push(formula.slice(at));
  return <>{pieces}</>;
}
