// A rule as it is typed: tried at once, what is wrong marked in place, and how many zones it would hold for.

import { piecesOf } from '../../indicators/index.ts';
import { Notice, StateWord, TextInput, useSay, useWords } from '../../ui/index.ts';
import type { TagRow } from '../shapes.ts';
import { useTrial } from './hooks.ts';
import { tagWords } from './words.ts';

interface RuleProps {
  readonly rule: string;
  readonly grain: TagRow['grain'];
  readonly onChange: (rule: string) => void;
}

export function RuleField({ rule, grain, onChange }: RuleProps) {
  const w = useWords(tagWords);
  return (
    <div className="stack">
      <TextInput label={w.rule} note={w.ruleNote} value={rule} rows={3} onChange={onChange} />
      <div role="status" aria-label={w.trial}>
        <Trial rule={rule} grain={grain} />
      </div>
    </div>
  );
}

function Trial({ rule, grain }: Omit<RuleProps, 'onChange'>) {
  const w = useWords(tagWords);
  const say = useSay();
  const { query, current } = useTrial(rule, grain);
  if (rule.trim() === '') return <span className="note">{w.trialIdle}</span>;
  if (!query.data || !current) return <span className="note">{w.trialBusy}</span>;
  const { problems, count } = query.data;
  if (problems.length === 0) {
    return (
      <>
        <StateWord tone="good">{w.trialFine}</StateWord>{' '}
        {count ? (
          <span className="number">
            {w.count}: <b>{w.counts(count.yes, count.no, count.unknown)}</b>
          </span>
        ) : null}
      </>
    );
  }
  let at = 0;
  return (
    <Notice tone="bad" title={w.trialWrong}>
      <code className="rule marked">
        {piecesOf(rule, wrongIn(rule, problems), []).map((piece) => {
          const key = at;
          at += piece.text.length;
          return piece.kind === 'wrong' ? <mark key={key}>{piece.text}</mark> : <span key={key}>{piece.text}</span>;
        })}
      </code>
      <ul>
        {problems.map((problem) => (
          <li key={`${problem.from} ${problem.message.zh}`}>{say(problem.message)}</li>
        ))}
      </ul>
    </Notice>
  );
}

/** Something missing at the end is marked on the last character there is. */
function wrongIn(rule: string, problems: readonly { readonly from: number | null; readonly to: number | null }[]) {
  return problems.flatMap(({ from, to }) => (from === null ? [] : [{ from: Math.min(from, rule.length - 1), to: to ?? from }]));
}
