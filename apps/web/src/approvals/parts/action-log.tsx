// Every action of a case, newest first: day, unit, what, in what words, on what paper, and the cells it sent back. Folded
// under its newest line, so that the subject itself stays in view.
import { StateWord, useSay, useWords } from '../../ui/index.ts';
import type { CaseAction } from '../shapes.ts';
import { words } from '../words.ts';

export function ActionLog({ actions }: { readonly actions: readonly CaseAction[] }) {
  const w = useWords(words);
  const say = useSay();
  const newest = actions.at(-1);
  if (!newest) return null;
  return (
    <details className="case-log">
      <summary>
        {w.log(actions.length)} <span className="note">{w.latest(newest.on, say(newest.unit.name), w.done[newest.kind])}</span>
      </summary>
      <ol reversed>
        {[...actions].reverse().map((action) => (
          <Line key={action.seq} action={action} />
        ))}
      </ol>
    </details>
  );
}

function Line({ action }: { readonly action: CaseAction }) {
  const w = useWords(words);
  const say = useSay();
  return (
    <li>
      <span className="number">{action.on}</span> <strong>{say(action.unit.name)}</strong>
      {action.insteadOf ? <span className="note"> {w.instead(say(action.insteadOf.name))}</span> : null} {w.done[action.kind]}{' '}
      <span className="note">{w.onVersion(action.version)}</span>{' '}
      {action.stance ? <StateWord tone="info">{w.stance[action.stance]}</StateWord> : null}
      {action.to ? <span> {w.to(say(action.to.name))}</span> : null}
      {action.due ? <span className="note number"> {w.until(action.due)}</span> : null}
      {action.paper ? <span> {w.paperNumber(action.paper)}</span> : null}
      {action.text ? <p className="case-text">{action.text}</p> : null}
      {action.reasons.length > 0 ? <Reasons action={action} /> : null}
    </li>
  );
}

function Reasons({ action }: { readonly action: CaseAction }) {
  const w = useWords(words);
  return (
    <details>
      <summary>{w.reasonsCount(action.reasons.length)}</summary>
      <ul>
        {action.reasons.map((reason) => (
          <li key={`${reason.place.table}/${reason.place.row ?? ''}/${reason.place.field ?? ''}/${reason.text}`}>
            <b>{reason.place.label}</b> {reason.text}
          </li>
        ))}
      </ul>
    </details>
  );
}
