// What the server answered to an action: done, refused with its reason, or somebody acted first; what was typed stays.
import { Button, Notice, useSay, useWords } from '../../ui/index.ts';
import type { CaseView } from '../shapes.ts';
import type { ActOutcome } from '../use-case-desk.ts';
import { words } from '../words.ts';

interface ActOutcomeNoticeProps {
  readonly outcome: ActOutcome;
  readonly view: CaseView;
  readonly onClose: () => void;
}

export function ActOutcomeNotice({ outcome, view, onClose }: ActOutcomeNoticeProps) {
  const w = useWords(words);
  const say = useSay();
  const close = <Button onClick={onClose}>{w.close}</Button>;
  if (outcome.kind === 'done') {
    return (
      <div role="status">
        <Notice tone="good" title={w.acted(w.act[outcome.act])} action={close} />
      </div>
    );
  }
  const last = view.actions.at(-1);
  if (outcome.kind === 'conflict') {
    return (
      <Notice tone="bad" title={w.conflict} action={close}>
        {last ? <p>{w.conflictBy(say(last.unit.name), w.done[last.kind], last.on)}</p> : null}
        <p>{w.conflictNext}</p>
      </Notice>
    );
  }
  return (
    <Notice tone="bad" title={w.notAccepted} action={close}>
      {outcome.reason ? say(outcome.reason) : w.tryAgain}
    </Notice>
  );
}
