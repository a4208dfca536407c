// Handing in: what still stops it, each with a way to its cell; then a version is frozen and goes to the checker.
import { useState } from 'react';
import { oneKey, useView } from '../../shell/index.ts';
import { Button, Dialog, Failed, Notice, TextInput, useWords } from '../../ui/index.ts';
import { useStatisticsActions } from '../hooks.ts';
import { words as common } from '../words.ts';
import { words } from '../words-filing.ts';
import { useDesk } from './desk.ts';
import { gapKind } from './findings-list.tsx';

/** `onDone` is told what to say: the button goes with the sheet that may be handed in. */
export function HandIn({ onDone }: { readonly onDone: (told: string) => void }) {
  const w = useWords(words).submit;
  const [asked, setAsked] = useState(false);
  return (
    <>
      <Button kind="main" onClick={() => setAsked(true)}>
        {w.act}
      </Button>
      {asked ? <Question onClose={() => setAsked(false)} onDone={onDone} /> : null}
    </>
  );
}

interface QuestionProps {
  readonly onClose: () => void;
  readonly onDone: (told: string) => void;
}

function Question({ onClose, onDone }: QuestionProps) {
  const w = useWords(words).submit;
  const c = useWords(common);
  const { on } = useView();
  const { sheet } = useDesk();
  const { submit } = useStatisticsActions();
  const [text, setText] = useState('');
  // One sending for as long as the note stays: a second try is not a second version.
  const [key, setKey] = useState(oneKey);
  const stops = useStops();
  const send = async () => {
    const answer = await submit.mutateAsync({ id: sheet.id, key, on, ...(text.trim() && { text: text.trim() }) }).catch(() => null);
    if (!answer) return;
    onDone(`${w.done(answer.version)}${answer.late ? w.doneLate : ''}`);
    onClose();
  };
  return (
    <Dialog title={w.title} onClose={onClose}>
      <p>{w.note}</p>
      {stops.length > 0 ? (
        <Notice tone="bad" title={w.stopped}>
          <ul>
            {stops.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </Notice>
      ) : null}
      <TextInput
        label={w.text}
        value={text}
        onChange={(next) => {
          setText(next);
          setKey(oneKey());
        }}
        rows={2}
      />
      {submit.error ? <Failed error={submit.error} /> : null}
      <div className="button-row">
        <Button kind="main" busy={submit.isPending} disabled={stops.length > 0} onClick={() => void send()}>
          {w.confirm}
        </Button>
        <Button onClick={onClose}>{c.cancel}</Button>
      </div>
    </Dialog>
  );
}

function useStops(): readonly string[] {
  const f = useWords(words);
  const w = f.submit;
  const { findings, queue } = useDesk();
  const gaps = findings.filter(({ kind }) => kind === gapKind).length;
  const blocks = findings.filter(({ severity, kind }) => severity === 'block' && kind !== gapKind).length;
  const owed = findings.filter(({ severity, stops }) => severity === 'explain' && stops).length;
  const unsent = Object.keys(queue.pending).length;
  return [
    ...(gaps > 0 ? [f.gaps(gaps)] : []),
    ...(blocks > 0 ? [w.blocks(blocks)] : []),
    ...(owed > 0 ? [w.owed(owed)] : []),
    ...(unsent > 0 ? [w.unsent(unsent)] : []),
  ];
}
