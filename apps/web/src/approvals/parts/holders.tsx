// Who has to act now, on what, since when and until when.
import { Shape, useSay, useWords } from '../../ui/index.ts';
import type { CaseTask } from '../shapes.ts';
import { words } from '../words.ts';
import { DueWords } from './due-words.tsx';

export function Holders({ tasks }: { readonly tasks: readonly CaseTask[] }) {
  const w = useWords(words);
  const say = useSay();
  if (tasks.length === 0) return <p className="note">{w.nobody}</p>;
  return (
    <ul className="case-holders">
      {tasks.map((task) => (
        <li key={`${task.kind}/${task.unit.id}`}>
          <Shape tone="info" />
          <strong>{w.holds(say(task.unit.name), w.tasks[task.kind])}</strong>
          <span className="note">{w.since(task.since, task.daysHeld)}</span>
          <DueWords due={task.due} daysLeft={task.daysLeft} />
          {task.delegates.length > 0 ? (
            <span className="note">{w.delegated(task.delegates.map((unit) => say(unit.name)).join('、'))}</span>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
