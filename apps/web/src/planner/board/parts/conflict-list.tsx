// What cannot hold together: each rule with its clause and the setting it comes from, each lock with a button that releases it.
import { Button, ClauseLink, Notice, useSay, useWords } from '../../../ui/index.ts';
import type { Rule, RuleUse } from '../../shapes.ts';
import { words } from '../../words-board.ts';
import { useLockWords } from '../lock-words.ts';
import { lockKey, withoutLock } from '../locks.ts';
import { settingOf } from '../setting-of.ts';
import type { Board } from '../use-board.ts';

interface ConflictListProps {
  readonly board: Board;
  readonly rules: readonly Rule[];
  readonly onSetting: (setting: string) => void;
}

export function ConflictList({ board, rules, onSetting }: ConflictListProps) {
  const w = useWords(words);
  const { behind, conflict, without, instance, mayChange } = board;
  if (behind !== 'none') return null;
  if (!conflict) {
    const names = without.map((code) => instance.jurisdictions.find((one) => one.code === code)?.name ?? code);
    return (
      <Notice tone="bad" title={w.conflictHere(names.join('、') || w.allPlaces)}>
        {w.computing}
      </Notice>
    );
  }
  if (conflict.length === 0) {
    return (
      <Notice
        tone="bad"
        title={w.standing.infeasible}
        action={mayChange ? <Button onClick={board.solving.solve}>{w.explainConflict}</Button> : null}
      >
        {w.conflictHow}
      </Notice>
    );
  }
  return (
    <Notice tone="bad" title={w.conflict}>
      <ul className="planner-conflict">
        {conflict.map((use) => (
          <li key={`${use.rule}/${use.subject ?? ''}`}>
            <ConflictLine board={board} use={use} rules={rules} onSetting={onSetting} />
          </li>
        ))}
      </ul>
      <p className="note">{w.conflictNext}</p>
    </Notice>
  );
}

function ConflictLine({ board, use, rules, onSetting }: ConflictListProps & { readonly use: RuleUse }) {
  const w = useWords(words);
  const say = useSay();
  const said = useLockWords(board.view.parks);
  const { content, instance, mayChange, setLocks } = board;
  const lock = use.rule === 'lock' ? content.locks[Number(use.subject)] : undefined;
  if (lock) {
    const { text } = said.lock(lock);
    return (
      <>
        <span>{text}</span>
        {mayChange ? (
          <Button small label={w.removeOf(text)} onClick={() => setLocks(withoutLock(content.locks, lockKey(lock)))}>
            {w.dropLock}
          </Button>
        ) : null}
      </>
    );
  }
  const told = rules.find(({ rule }) => rule === use.rule);
  const setting = settingOf(use.rule);
  const subject =
    use.subject === null ? null : (instance.jurisdictions.find(({ code }) => code === use.subject)?.name ?? said.nameOf(use.subject));
  return (
    <>
      <span>
        {told ? say(told.title) : use.rule} {subject ? `· ${subject}` : ''} {told?.clause ? <ClauseLink citation={told.clause} /> : null}
      </span>
      {mayChange && setting ? (
        <Button small onClick={() => onSetting(setting)}>
          {w.openSetting}
        </Button>
      ) : null}
    </>
  );
}
