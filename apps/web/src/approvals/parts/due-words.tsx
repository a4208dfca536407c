// A deadline in words, with the day it falls on: 限 2021-06-10 · 剩 2 个工作日.
import { StateWord, useWords } from '../../ui/index.ts';
import { dueStanding, dueTones } from '../days.ts';
import { words } from '../words.ts';

interface DueWordsProps {
  readonly due: string | null;
  readonly daysLeft: number | null;
}

export function DueWords({ due, daysLeft }: DueWordsProps) {
  const w = useWords(words);
  const standing = due === null ? 'none' : dueStanding(daysLeft);
  if (due === null || daysLeft === null) return <span className="missing">{w.due.none}</span>;
  const told = standing === 'late' ? w.due.late(-daysLeft) : standing === 'today' ? w.due.today : w.due.left(daysLeft);
  return (
    <span className="due-words">
      <span className="number note">{w.dueBy(due)}</span> <StateWord tone={dueTones[standing]}>{told}</StateWord>
    </span>
  );
}
