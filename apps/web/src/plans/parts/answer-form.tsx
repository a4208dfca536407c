// Writes the reason or records the exception for one finding, with its paper where the clause asks for one.
import type { Finding } from '@zhenghe/engine/kernel';
import { useMemo, useState } from 'react';
import { KeptOffer, useKept, useParam } from '../../shell/index.ts';
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
  const typed = useMemo(() => {
    const changed = text !== (before?.text ?? '') || paper !== (before?.paper ?? '') || by !== (before?.by ?? '');
    return changed ? { text, paper, by } : null;
  }, [text, paper, by, before]);
  const keeping = useKept(`plans/${useParam('id')}/answers/${finding.id}`, String(state.basedOn), typed);
  const putBack = (content: NonNullable<typeof typed>) => {
    setText(content.text);
    setPaper(content.paper);
    setBy(content.by);
  };
  const close = () => {
    keeping.discard();
    onDone();
  };
  const keep = () => {
    const answer = {
      finding: before?.finding ?? finding.id,
      kind: asked.kind,
      text: text.trim(),
      ...(paper.trim() && { paper: paper.trim() }),
      ...(by.trim() && { by: by.trim() }),
    };
    dispatch({ kind: 'answer', answer });
    close();
  };
  return (
    <form
      className="answer-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (isAnswered(asked, text, paper, by)) keep();
      }}
    >
      <KeptOffer keeping={keeping} where={w.answerKind[asked.kind]} onRestore={putBack} />
      <TextInput label={w.answerKind[asked.kind]} rows={3} value={text} onChange={setText} />
      <TextInput label={w.paper} value={paper} onChange={setPaper} />
      {asked.by ? <TextInput label={w.by} value={by} onChange={setBy} /> : null}
      <Button submit kind="main" small disabled={!isAnswered(asked, text, paper, by)}>
        {w.keep}
      </Button>
      <Button small onClick={close}>
        {w.cancel}
      </Button>
    </form>
  );
}
