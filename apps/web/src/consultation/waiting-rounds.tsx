// What my work shows of consultation: rounds that ask the reader's unit, and comments its own rounds have not answered.
import { useSession } from '../shell/index.ts';
import { type Column, DataTable, Link, Section, StateWord, useWords } from '../ui/index.ts';
import './consultation.css';
import { useRounds } from './hooks.ts';
import { byUrgency } from './order.ts';
import { Clock } from './parts/clock.tsx';
import { roundPath } from './parts/round-cards.tsx';
import type { RoundRow } from './shapes.ts';
import { words } from './words-desk.ts';

interface Waiting {
  readonly round: RoundRow;
  readonly task: 'asked' | 'answer' | 'publish';
}

export function WaitingRounds() {
  const d = useWords(words);
  const card = useSession()?.card;
  const rounds = useRounds().data ?? [];
  const columns = useColumns();
  const drafts = (round: RoundRow) => card?.role !== 'department' && round.jurisdiction === card?.jurisdiction;
  const rows: readonly Waiting[] = [...rounds]
    .sort(byUrgency)
    .filter((round) => round.waitsForMe)
    .map((round) => ({ round, task: !drafts(round) ? 'asked' : round.state === 'answered' ? 'publish' : 'answer' }));
  if (rows.length === 0) return null;
  return (
    <Section title={`${d.work.title} ${rows.length}`} note={d.work.note}>
      <DataTable
        caption={d.work.caption}
        columns={columns}
        rows={rows}
        rowKey={({ round, task }) => `${round.id}/${task}`}
        brief={5}
        empty={null}
      />
    </Section>
  );
}

function useColumns(): readonly Column<Waiting>[] {
  const d = useWords(words);
  const told = ({ round, task }: Waiting) => (task === 'answer' ? d.work.answer(round.unanswered) : d.work[task]);
  return [
    { key: 'title', title: d.subject, width: 240, render: ({ round }) => <Link to={roundPath(round.id)}>{round.title}</Link> },
    { key: 'task', title: d.work.task, important: true, render: (row) => <StateWord tone="warn">{told(row)}</StateWord> },
    { key: 'clock', title: d.clock, important: true, render: ({ round }) => <Clock round={round} /> },
  ];
}
