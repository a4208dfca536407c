// The step between a button and its effect: a note for the version, what still stands in the way, yes or no; and then
// what the server answered. Nothing is sent without the second click.
import { type ReactNode, useState } from 'react';
import { Button, Notice, TextInput, useWords } from '../../ui/index.ts';
import { useDesk } from '../desk.ts';
import { groupFindings } from '../marks.ts';
import { words } from '../words.ts';
import type { Asked } from './editor-actions.tsx';

interface EditorStepsProps {
  readonly asked: Asked;
  readonly busy: boolean;
  readonly onSave: (note: string) => void;
  readonly onSubmit: () => void;
  readonly onWithdraw: () => void;
  readonly onCancel: () => void;
}

export function EditorSteps({ asked, busy, onSave, onSubmit, onWithdraw, onCancel }: EditorStepsProps) {
  const w = useWords(words).editor;
  const { state, findings } = useDesk();
  if (asked === null) return null;
  if (asked === 'save') return <SaveStep busy={busy} onSave={onSave} onCancel={onCancel} />;
  const cancel = <Button onClick={onCancel}>{w.cancel}</Button>;
  if (asked === 'withdraw') {
    const act = (
      <Button kind="main" busy={busy} onClick={onWithdraw}>
        {w.withdraw}
      </Button>
    );
    return <Step title={w.withdrawAsk} act={act} cancel={cancel} />;
  }
  const groups = groupFindings(findings);
  const [blocks, reasons] = [groups.get('blocks')?.length ?? 0, groups.get('reason')?.length ?? 0];
  if (blocks + reasons > 0) {
    return (
      <Notice tone="bad" title={w.cannotSubmit} action={cancel}>
        {w.cannotSubmitNext(blocks, reasons)}
      </Notice>
    );
  }
  const act = (
    <Button kind="main" busy={busy} onClick={onSubmit}>
      {w.submitYes}
    </Button>
  );
  return <Step title={w.submitAsk(state.basedOn)} act={act} cancel={cancel} />;
}

function Step({ title, act, cancel }: { readonly title: string; readonly act: ReactNode; readonly cancel: ReactNode }) {
  return (
    <Notice
      title={title}
      action={
        <>
          {act} {cancel}
        </>
      }
    />
  );
}

function SaveStep({
  busy,
  onSave,
  onCancel,
}: {
  readonly busy: boolean;
  readonly onSave: (note: string) => void;
  readonly onCancel: () => void;
}) {
  const w = useWords(words).editor;
  const [note, setNote] = useState('');
  return (
    <form
      className="save-step"
      onSubmit={(event) => {
        event.preventDefault();
        onSave(note);
      }}
    >
      <TextInput label={w.saveNote} value={note} onChange={setNote} />
      <Button kind="main" submit busy={busy}>
        {w.saveYes}
      </Button>
      <Button onClick={onCancel}>{w.cancel}</Button>
    </form>
  );
}
