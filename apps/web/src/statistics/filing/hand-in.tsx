// Handing in: what still stops it, each with a way to its cell; then a version is frozen and goes to the checker.
import { useState } from 'react';
import { oneKey, useView } from '../../shell/index.ts';
import { Button, Dialog, Failed, Notice, TextInput, useWords } from '../../ui/index.ts';
import { useStatisticsActions } from '../hooks.ts';
import { words as common } from '../words.ts';
import { words } from '../words-filing.ts';
import { useDesk } from './desk.ts';

export function HandIn() {
  const w = useWords(words).submit;
  const [asked, setAsked] = useState(false);
  const [done, setDone] = useState<string | null>(null);
  return (
    <>
      <Button kind="main" onClick={() => setAsked(true)}>
        {w.act}
      </Button>
      {done === null ? null : <span role="status">{done}</span>}
      {asked ? (
        <Question
          onClose={() => setAsked(false)}
          onDone={(text) => {
            setDone(text);
            setAsked(false);
          }}
        />
      ) : null}
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
    if (answer) onDone(`${w.done(answer.version)}${answer.late ? w.doneLate : ''}`);
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
  const w = useWords(words).submit;
  const { findings, queue } = useDesk();
  const blocks = findings.filter(({ severity }) => severity === 'block').length;
  const owed = findings.filter(({ severity, stops }) => severity === 'explain' && stops).length;
  const unsent = Object.keys(queue.pending).length;
  return [...(blocks > 0 ? [w.blocks(blocks)] : []), ...(owed > 0 ? [w.owed(owed)] : []), ...(unsent > 0 ? [w.unsent(unsent)] : [])];
}
