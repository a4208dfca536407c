// Writes the reason or records the exception for one finding, with its paper where the clause asks for one.
import type { Finding } from '@zhenghe/engine/kernel';
import { useState } from 'react';
import { Button, TextInput, useWords } from '../../ui/index.ts';
import { type AnswerAsked, isAnswered } from '../answers.ts';
import { useDesk } from '../desk.ts';
import { words } from '../words.ts';

interface AnswerFormProps {
  readonly finding: Finding;
  readonly asked: AnswerAsked;
  readonly onDone: () => void;
}

export function AnswerForm({ finding, asked, onDone }: AnswerFormProps) {
  const w = useWords(words).editor;
  const { state, dispatch } = useDesk();
  const before =
    state.plan.answers.find((one) => one.finding === finding.id) ?? state.plan.answers.find((one) => one.finding === finding.check);
  const [text, setText] = useState(before?.text ?? '');
  const [paper, setPaper] = useState(before?.paper ?? '');
  const [by, setBy] = useState(before?.by ?? '');
  const keep = () => {
    const answer = {
      finding: before?.finding ?? finding.id,
      kind: asked.kind,
      text: text.trim(),
      ...(paper.trim() && { paper: paper.trim() }),
      ...(by.trim() && { by: by.trim() }),
    };
    dispatch({ kind: 'answer', answer });
    onDone();
  };
  return (
    <form
      className="answer-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (isAnswered(asked, text, paper, by)) keep();
      }}
    >
      <TextInput label={w.answerKind[asked.kind]} rows={3} value={text} onChange={setText} />
      <TextInput label={w.paper} value={paper} onChange={setPaper} />
      {asked.by ? <TextInput label={w.by} value={by} onChange={setBy} /> : null}
      <Button submit kind="main" small disabled={!isAnswered(asked, text, paper, by)}>
        {w.keep}
      </Button>
      <Button small onClick={onDone}>
        {w.cancel}
      </Button>
    </form>
  );
}
