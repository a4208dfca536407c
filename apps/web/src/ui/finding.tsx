// A finding as a reader meets it: an edge by strength, one sentence, measured against allowed, the clause, how to mend.
import type { Finding, Outcome } from '@zhenghe/engine/kernel';
import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import { ClauseLink } from './clause-link.tsx';
import { useSay, useWords } from './language.tsx';
import { StateWord, type Tone } from './state-word.tsx';
import { words } from './words.ts';

export function findingTone(finding: Pick<Finding, 'outcome' | 'blocking'>): Tone {
  const tones: Record<Outcome, Tone> = { pass: 'good', fail: finding.blocking ? 'bad' : 'warn', unknown: 'quiet' };
  return tones[finding.outcome];
}

interface FindingCardProps {
  readonly finding: Finding;
  /** Takes the reader to the cell. */
  readonly onGo?: ((finding: Finding) => void) | undefined;
  readonly onMend?: ((finding: Finding) => void) | undefined;
  /** Opens the clause beside; without it the clause is a plain link. */
  readonly onClause?: ((finding: Finding) => void) | undefined;
  readonly children?: ReactNode;
}

export function FindingCard({ finding, onGo, onMend, onClause, children }: FindingCardProps) {
  const w = useWords(words);
  const say = useSay();
  return (
    <div className={`finding ${finding.strength} ${findingTone(finding)}`} data-finding={finding.id}>
      <FindingHead finding={finding} onClause={onClause} />
      {onGo ? (
        <button type="button" className="finding-text" onClick={() => onGo(finding)}>
          {say(finding.message)}
        </button>
      ) : (
        <p className="finding-text">{say(finding.message)}</p>
      )}
      <p className="finding-measure">
        <Measure word={w.measured} value={finding.measured} />
        <Measure word={w.allowed} value={finding.allowed} />
      </p>
      {finding.mend && finding.outcome !== 'pass' ? (
        <p className="finding-mend">
          {w.mend} · {say(finding.mend)}{' '}
          {onMend ? (
            <Button small onClick={() => onMend(finding)}>
              {w.mend}
            </Button>
          ) : null}
        </p>
      ) : null}
      {finding.answer ? (
        <p className="finding-answer">
          {w.reason} · {finding.answer.text}
          {finding.answer.paper ? `（${finding.answer.paper}）` : ''}
        </p>
      ) : null}
      {children}
    </div>
  );
}

function FindingHead({ finding, onClause }: Pick<FindingCardProps, 'finding' | 'onClause'>) {
  const w = useWords(words);
  return (
    <div className="finding-head">
      <StateWord tone={findingTone(finding)}>{w.outcome[finding.outcome]}</StateWord>
      <span className="strength">{w.strength[finding.strength]}</span>
      {finding.blocking ? <span className="blocking">{w.blocking}</span> : null}
      {onClause ? (
        <button type="button" className="clause-link" onClick={() => onClause(finding)}>
          {finding.clause.clause}
        </button>
      ) : (
        <ClauseLink citation={finding.clause} />
      )}
    </div>
  );
}

function Measure({ word, value }: { readonly word: string; readonly value: string | null }) {
  if (value === null) return null;
  return (
    <span>
      {word} <b>{value}</b>
    </span>
  );
}

interface FindingListProps extends Omit<FindingCardProps, 'finding' | 'children'> {
  readonly findings: readonly Finding[];
  readonly empty: ReactNode;
}

export function FindingList({ findings, empty, ...handlers }: FindingListProps) {
  if (findings.length === 0) return <>{empty}</>;
  return (
    <ul className="findings">
      {findings.map((finding) => (
        <li key={finding.id}>
          <FindingCard finding={finding} {...handlers} />
        </li>
      ))}
    </ul>
  );
}
