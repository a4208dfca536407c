// What the server said to a save, a submission, a withdrawal. A conflict shows who saved first, and what differs, before
// anything is given up.
import { differencesOf } from '@zhenghe/engine/plans';
import { useMemo } from 'react';
import { Button, FindingList, Notice, useSay, useWords } from '../../ui/index.ts';
import { useDesk } from '../desk.ts';
import type { PlanDetail } from '../shapes.ts';
import type { Outcome } from '../use-actions.ts';
import { fromWire } from '../wire.ts';
import { words } from '../words.ts';
import { DifferencesTable } from './differences-table.tsx';

interface OutcomeNoticeProps {
  readonly outcome: Outcome | null;
  readonly onDismiss: () => void;
  readonly onMine: (theirs: PlanDetail) => void;
  readonly onTheirs: (theirs: PlanDetail) => void;
}

export function OutcomeNotice({ outcome, onDismiss, onMine, onTheirs }: OutcomeNoticeProps) {
  const w = useWords(words).editor;
  const say = useSay();
  const { goTo } = useDesk();
  if (!outcome) return null;
  if (outcome.kind === 'conflict') return <ConflictNotice theirs={outcome.theirs} onMine={onMine} onTheirs={onTheirs} />;
  const close = <Button onClick={onDismiss}>{w.close}</Button>;
  if (outcome.kind === 'refused') {
    const { reason, findings, code } = outcome.refused;
    return (
      <Notice tone="bad" title={code === 'BLOCKED' ? w.blocked : w.refused} action={close}>
        {reason ? <p>{say(reason)}</p> : <p>{w.tryAgain}</p>}
        <FindingList findings={findings} empty={null} onGo={(finding) => goTo(finding.where)} />
      </Notice>
    );
  }
  const done = { saved: w.saved(outcome.version), submitted: w.submitted, withdrawn: w.withdrawn };
  return (
    <div role="status">
      <Notice tone="good" title={done[outcome.kind]} action={close} />
    </div>
  );
}

interface ConflictNoticeProps {
  readonly theirs: PlanDetail;
  readonly onMine: (theirs: PlanDetail) => void;
  readonly onTheirs: (theirs: PlanDetail) => void;
}

function ConflictNotice({ theirs, onMine, onTheirs }: ConflictNoticeProps) {
  const w = useWords(words).editor;
  const say = useSay();
  const { state } = useDesk();
  const last = theirs.actions.filter((action) => action.version === theirs.version).at(-1);
  const differences = useMemo(() => differencesOf(fromWire(theirs.plan), state.plan), [theirs, state.plan]);
  const who = last ? w.conflictBy(say(last.by), theirs.version, last.at.replace('T', ' ').slice(0, 16)) : '';
  return (
    <Notice tone="bad" title={w.conflict}>
      <p>
        {who} {w.conflictNext}
      </p>
      <DifferencesTable differences={differences} from={w.versionName(theirs.version)} to={w.mine} findings={theirs.check.findings} />
      {theirs.mayEdit ? <Button onClick={() => onMine(theirs)}>{w.conflictMine}</Button> : null}{' '}
      <Button kind="danger" onClick={() => onTheirs(theirs)}>
        {w.conflictTheirs}
      </Button>
    </Notice>
  );
}
