// What people fixed: each lock and decision in a sentence, who set it and why, and a way to release it.
import { Button, Section, TextInput, useWords } from '../../../ui/index.ts';
import { words } from '../../words-board.ts';
import { useLockWords } from '../lock-words.ts';
import { lockKey, platesKey, withoutLock } from '../locks.ts';
import type { Board } from '../use-board.ts';
import { WhoSet } from './who-set.tsx';

interface LocksListProps {
  readonly board: Board;
  readonly onPark: (code: string) => void;
}

export function LocksList({ board, onPark }: LocksListProps) {
  const w = useWords(words);
  const say = useLockWords(board.view.parks);
  const { content, mayChange, saving } = board;
  const lines = [
    ...content.locks.map((lock) => ({
      ...say.lock(lock),
      release: () => board.setLocks(withoutLock(content.locks, lockKey(lock))),
    })),
    ...content.decisions.map((decision) => ({
      ...say.decision(decision),
      release: () => board.setDecisions(content.decisions.filter((one) => platesKey(one) !== platesKey(decision))),
    })),
  ];
  return (
    <Section title={w.locks} note={lines.length > 0 ? lines.length : null}>
      {lines.length === 0 ? <p className="note">{w.noLocks}</p> : null}
      <ul className="planner-locks">
        {lines.map(({ key, text, parks, release }) => (
          <li key={key}>
            <button type="button" className="link" onClick={() => (parks[0] ? onPark(parks[0]) : undefined)}>
              {text}
            </button>
            <WhoSet board={board} lock={key} />
            {mayChange ? (
              <Button small kind="quiet" label={w.removeOf(text)} onClick={release}>
                {w.remove}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {mayChange && (lines.length > 0 || saving.dirty) ? (
        <TextInput label={w.why} note={w.whyNote} value={saving.why} onChange={saving.setWhy} />
      ) : null}
    </Section>
  );
}
