// Opening the next period of a form, and locking the one in view with a reason.
import { periodName } from '@zhenghe/engine/kernel';
import { useState } from 'react';
import { useAddress, useSession, useView } from '../../shell/index.ts';
import { Button, Dialog, Failed, TextInput, useSay, useWords } from '../../ui/index.ts';
import { useStatisticsActions } from '../hooks.ts';
import type { Board, FormHead } from '../shapes.ts';
import { words as common } from '../words.ts';
import { words } from '../words-board.ts';

interface PeriodActionsProps {
  readonly form: FormHead;
  readonly board: Board | undefined;
}

export function PeriodActions({ form, board }: PeriodActionsProps) {
  const w = useWords(words);
  const say = useSay();
  const { data: dataset, on } = useView();
  const [, change] = useAddress();
  const { openPeriod } = useStatisticsActions();
  const [locking, setLocking] = useState(false);
  const [done, setDone] = useState<string | null>(null);
  const leads = useSession()?.card?.role === 'province';
  const { opens } = form;
  const open = async (period: string) => {
    const answer = await openPeriod.mutateAsync({ dataset, form: form.code, period, on }).catch(() => null);
    if (!answer) return;
    setDone(w.opened(answer.opened, answer.standing));
    change({ period: undefined, page: undefined });
  };
  return (
    <>
      {done === null ? null : <span role="status">{done}</span>}
      {openPeriod.error ? <Failed error={openPeriod.error} /> : null}
      {leads && board?.period && !board.locked ? <Button onClick={() => setLocking(true)}>{w.lock}</Button> : null}
      {opens === null ? null : (
        <Button kind="main" busy={openPeriod.isPending} onClick={() => void open(opens)}>
          {w.openPeriod(say(periodName(opens)))}
        </Button>
      )}
      {locking && board?.period ? (
        <LockQuestion
          form={form.code}
          period={board.period}
          onClose={() => setLocking(false)}
          onDone={(count) => {
            setDone(w.lockedCount(count));
            setLocking(false);
          }}
        />
      ) : null}
    </>
  );
}

interface LockQuestionProps {
  readonly form: string;
  readonly period: string;
  readonly onClose: () => void;
  readonly onDone: (count: number) => void;
}

function LockQuestion({ form, period, onClose, onDone }: LockQuestionProps) {
  const w = useWords(words);
  const c = useWords(common);
  const say = useSay();
  const { data: dataset, on } = useView();
  const { lockPeriod } = useStatisticsActions();
  const [reason, setReason] = useState('');
  const lock = async () => {
    const answer = await lockPeriod.mutateAsync({ dataset, form, period, on, reason: reason.trim() }).catch(() => null);
    if (answer) onDone(answer.locked);
  };
  return (
    <Dialog title={w.lockTitle(say(periodName(period)))} onClose={onClose}>
      <p>{w.lockNote}</p>
      <TextInput label={w.lockReason} rows={2} value={reason} onChange={setReason} />
      {lockPeriod.error ? <Failed error={lockPeriod.error} /> : null}
      <div className="button-row">
        <Button kind="main" disabled={reason.trim() === ''} busy={lockPeriod.isPending} onClick={() => void lock()}>
          {w.lockConfirm}
        </Button>
        <Button onClick={onClose}>{c.cancel}</Button>
      </div>
    </Dialog>
  );
}
