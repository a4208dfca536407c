// Closing a scenario: it stays to be read, and is not changed any more.
import { useState } from 'react';
import { Button, Dialog, Failed, TextInput, useWords } from '../../ui/index.ts';
import { useScenarioActions } from '../hooks.ts';
import type { ScenarioRow } from '../shapes.ts';
import { words } from '../words.ts';

interface CloseScenarioProps {
  readonly scenario: Pick<ScenarioRow, 'id' | 'name'>;
  readonly onClose: () => void;
}

export function CloseScenario({ scenario: { id, name }, onClose }: CloseScenarioProps) {
  const w = useWords(words);
  const [reason, setReason] = useState('');
  const { close } = useScenarioActions();
  const given = reason.trim();
  return (
    <Dialog title={w.closeTitle} onClose={onClose}>
      <p>
        <b>{name}</b> · {w.closeNote}
      </p>
      <TextInput label={w.reason} rows={2} value={reason} onChange={setReason} />
      {close.error ? <Failed error={close.error} /> : null}
      <div className="button-row">
        <Button
          kind="danger"
          disabled={given === ''}
          busy={close.isPending}
          onClick={() => close.mutate({ id, reason: given }, { onSuccess: onClose })}
        >
          {w.closeYes}
        </Button>
        <Button onClick={onClose}>{w.cancel}</Button>
      </div>
    </Dialog>
  );
}
