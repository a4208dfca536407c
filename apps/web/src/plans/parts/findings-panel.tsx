// The findings by what a person has to do about them, each leading to its cell, its clause, and its answer in writing.
import type { Citation, Finding } from '@zhenghe/engine/kernel';
import { useMemo, useState } from 'react';
import { Button, FindingCard, StateWord, useNarrow, useWords } from '../../ui/index.ts';
import { answerAsked } from '../answers.ts';
import { useDesk, useLocked } from '../desk.ts';
import { groupFindings, type Standing, standings } from '../marks.ts';
import type { LiveCheck } from '../use-editor.ts';
import { words } from '../words.ts';
import { AnswerForm } from './answer-form.tsx';
import { standingTones } from './cell-input.tsx';

interface FindingsPanelProps {
  readonly check: LiveCheck;
  readonly onClause: (clause: Citation) => void;
}

export function FindingsPanel({ check, onClause }: FindingsPanelProps) {
  const w = useWords(words).editor;
  const groups = useMemo(() => groupFindings(check.findings), [check.findings]);
  const told = { server: w.checkedServer, here: w.checkedHere, pending: w.checking };
  return (
    <section className="findings-panel" aria-label={w.findings} aria-busy={check.by === 'pending'}>
      <h2>{w.findings}</h2>
      <p className="note" role="status">
        {told[check.by]}
      </p>
      {standings.map((standing) => (
        <Group key={standing} standing={standing} findings={groups.get(standing) ?? []} onClause={onClause} />
      ))}
    </section>
  );
}

interface GroupProps {
  readonly standing: Standing;
  readonly findings: readonly Finding[];
  readonly onClause: (clause: Citation) => void;
}

/** Open where something is to be done; what is fulfilled stays folded until asked for. */
function Group({ standing, findings, onClause }: GroupProps) {
  const w = useWords(words).editor;
  const { goTo } = useDesk();
  const narrow = useNarrow(900);
  const [open, setOpen] = useState(standing === 'blocks' || (!narrow && (standing === 'reason' || standing === 'unknown')));
  if (standing === 'hint' && findings.length === 0) return null;
  if (findings.length === 0) {
    return (
      <p className={`standing none ${standing}`}>
        <StateWord tone="quiet">{w.standing[standing]}</StateWord> <b className="count">0</b>
      </p>
    );
  }
  return (
    <details
      className={`standing ${standing}`}
      data-standing={standing}
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>
        <StateWord tone={standingTones[standing]}>{w.standing[standing]}</StateWord> <b className="count">{findings.length}</b>
      </summary>
      {open ? (
        <ul className="findings">
          {findings.map((finding) => (
            <li key={finding.id}>
              <FindingCard finding={finding} onGo={() => goTo(finding.where)} onClause={() => onClause(finding.clause)}>
                <AnswerButton finding={finding} />
              </FindingCard>
            </li>
          ))}
        </ul>
      ) : null}
    </details>
  );
}

function AnswerButton({ finding }: { readonly finding: Finding }) {
  const w = useWords(words).editor;
  const { rules, state } = useDesk();
  const locked = useLocked({ table: 'answers' });
  const [writing, setWriting] = useState(false);
  const asked = answerAsked(finding, rules);
  if (!asked || locked) return null;
  if (writing) return <AnswerForm finding={finding} asked={asked} onDone={() => setWriting(false)} />;
  const written = state.plan.answers.some((answer) => answer.finding === finding.id || answer.finding === finding.check);
  return (
    <Button small onClick={() => setWriting(true)}>
      {written ? w.edit : asked.kind === 'reason' ? w.writeReason : w.writeException}
    </Button>
  );
}
