// What the drafting unit does with a round as a whole: publish the answers, or end it early with a reason.
import { useState } from 'react';
import { useView } from '../../shell/index.ts';
import { Button, Failed, Notice, TextInput, useWords } from '../../ui/index.ts';
import { useRoundActions } from '../hooks.ts';
import type { RoundDetail } from '../shapes.ts';
import { useTyped } from '../typed.ts';
import { words } from '../words-desk.ts';

const noReason = { reason: '' };

export function RoundActions({ round }: { readonly round: RoundDetail }) {
  const d = useWords(words);
  const [asked, setAsked] = useState<'publish' | 'end' | null>(null);
  const { may } = round;
  if (!may.publish && !may.end) return null;
  const close = () => setAsked(null);
  return (
    <div className="round-actions stack">
      {asked === null ? (
        <div className="button-row">
          {may.publish ? (
            <Button kind="main" onClick={() => setAsked('publish')}>
              {d.publish}
            </Button>
          ) : null}
          {may.end ? <Button onClick={() => setAsked('end')}>{d.end}</Button> : null}
        </div>
      ) : null}
      {asked === 'publish' ? <PublishStep round={round} onDone={close} /> : null}
      {asked === 'end' ? <EndStep round={round} onDone={close} /> : null}
    </div>
  );
}

interface StepProps {
  readonly round: RoundDetail;
  readonly onDone: () => void;
}

function PublishStep({ round, onDone }: StepProps) {
  const d = useWords(words);
  const { on } = useView();
  const { publish } = useRoundActions();
  const send = async () => {
    await publish.mutateAsync({ round: round.id, on });
    onDone();
  };
  return (
    <>
      <Notice
        tone="warn"
        title={d.publish}
        action={
          <span className="button-row">
            <Button kind="main" busy={publish.isPending} onClick={() => void send().catch(() => undefined)}>
              {d.publishYes}
            </Button>
            <Button onClick={onDone}>{d.cancel}</Button>
          </span>
        }
      >
        {d.publishAsk}
      </Notice>
      {publish.error ? <Failed error={publish.error} /> : null}
    </>
  );
}

function EndStep({ round, onDone }: StepProps) {
  const d = useWords(words);
  const { on } = useView();
  const { end } = useRoundActions();
  const [kept, keep, forget] = useTyped(`end.${round.id}`, noReason);
  const reason = kept.reason.trim();
  const send = async () => {
    await end.mutateAsync({ round: round.id, reason, on });
    forget();
    onDone();
  };
  return (
    <form
      className="desk-form begin-form"
      aria-label={d.end}
      onSubmit={(event) => {
        event.preventDefault();
        if (reason && !end.isPending) send().catch(() => undefined);
      }}
    >
      <p className="note">{d.endNote}</p>
      <TextInput label={d.endWhy} rows={3} value={kept.reason} onChange={(next) => keep({ reason: next })} />
      {end.error ? <Failed error={end.error} /> : null}
      <div className="button-row">
        <Button kind="main" submit busy={end.isPending} disabled={reason === ''}>
          {d.endYes}
        </Button>
        <Button onClick={onDone}>{d.cancel}</Button>
      </div>
    </form>
  );
}
