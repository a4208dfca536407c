// Keeping a comment out of public sight: only abuse and other people's personal data, with the reason that is published.
import { useState } from 'react';
import { useView } from '../../shell/index.ts';
import { Button, Failed, TextInput, useWords } from '../../ui/index.ts';
import { useRoundActions } from '../hooks.ts';
import type { Comment, RoundDetail } from '../shapes.ts';
import { useTyped } from '../typed.ts';
import { words } from '../words-desk.ts';

const noReason = { reason: '' };

export function WithholdPart({ round, comment }: { readonly round: RoundDetail; readonly comment: Comment }) {
  const d = useWords(words);
  const { on } = useView();
  const { withhold } = useRoundActions();
  const [kept, keep, forget] = useTyped(`withhold.${comment.id}`, noReason);
  const [open, setOpen] = useState(kept.reason !== '');
  const reason = kept.reason.trim();
  if (!open) {
    return (
      <Button kind="quiet" onClick={() => setOpen(true)}>
        {d.withhold}
      </Button>
    );
  }
  const close = () => {
    forget();
    setOpen(false);
  };
  const send = async () => {
    await withhold.mutateAsync({ round: round.id, comment: comment.id, reason, on });
    close();
  };
  return (
    <form
      className="desk-form"
      aria-label={d.withhold}
      onSubmit={(event) => {
        event.preventDefault();
        if (reason && !withhold.isPending) send().catch(() => undefined);
      }}
    >
      <TextInput label={d.withholdWhy} rows={2} value={kept.reason} note={d.withholdNote} onChange={(next) => keep({ reason: next })} />
      {withhold.error ? <Failed error={withhold.error} /> : null}
      <div className="button-row">
        <Button kind="danger" submit busy={withhold.isPending} disabled={reason === ''}>
          {d.withholdSend}
        </Button>
        <Button onClick={close}>{d.cancel}</Button>
      </div>
    </form>
  );
}
