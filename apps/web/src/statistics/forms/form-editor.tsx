// Proposes a new version of a form: rows from the library, what is required, help, checks and days. Everything that would stop it is
// told before it is sent; another person puts it in force.
import { useMutation } from '@tanstack/react-query';
import { useReducer, useState } from 'react';
import { client, useLeave, useView } from '../../shell/index.ts';
import { Button, DateField, Failed, Link, Notice, Section, StateWord, TextInput, useSay, useWords } from '../../ui/index.ts';
import type { FormDetail, Problem } from '../shapes.ts';
import { words as common } from '../words.ts';
import { words } from '../words-forms.ts';
import { CheckEditor } from './check-editor.tsx';
import { DaysEditor } from './days-editor.tsx';
import { completed, editForm } from './draft.ts';
import { GroupEditor } from './group-editor.tsx';
import type { Known } from './library.ts';

interface FormEditorProps {
  readonly detail: FormDetail;
  readonly library: Known;
  readonly onClose: () => void;
}

export function FormEditor({ detail, library, onClose }: FormEditorProps) {
  const w = useWords(words);
  const say = useSay();
  const [form, dispatch] = useReducer(editForm, detail.form);
  const dirty = form !== detail.form;
  useLeave(dirty, w.changed);
  return (
    <div className="stack">
      <h2>{w.proposeTitle(say(form.title))}</h2>
      <p className="note">{w.proposeNote}</p>
      <DaysEditor form={form} dispatch={dispatch} />
      {form.groups.map((group) => (
        <GroupEditor key={group.id} group={group} form={form} library={library} dispatch={dispatch} />
      ))}
      <CheckEditor form={form} dispatch={dispatch} />
      <Proposal form={form} dirty={dirty} onClose={onClose} />
    </div>
  );
}

interface ProposalProps {
  readonly form: FormDetail['form'];
  readonly dirty: boolean;
  readonly onClose: () => void;
}

function Proposal({ form, dirty, onClose }: ProposalProps) {
  const w = useWords(words);
  const c = useWords(common);
  const { data: dataset, on } = useView();
  const [from, setFrom] = useState(on);
  const [reason, setReason] = useState('');
  const definition = { kind: 'form' as const, body: completed(form) };
  const verify = useMutation({ mutationFn: () => client.definitions.check({ dataset, from, definition }) });
  const propose = useMutation({ mutationFn: () => client.definitions.propose({ dataset, from, definition, reason: reason.trim(), on }) });
  const stops = verify.data?.length ?? 0;
  if (propose.data) {
    return (
      <Notice tone="good" title={w.sent} action={<Button onClick={onClose}>{c.close}</Button>}>
        <Link to={`/definitions/${propose.data.id}`}>{w.see}</Link>
      </Notice>
    );
  }
  const send = async () => {
    const problems = await verify.mutateAsync().catch(() => null);
    if (problems?.length === 0) propose.mutate();
  };
  return (
    <Section title={w.propose} note={dirty ? w.changed : w.unchanged}>
      <div className="stack">
        <DateField label={w.fromDay} value={from} onChange={setFrom} />
        <TextInput label={w.why} rows={2} value={reason} onChange={setReason} />
        {verify.data ? <Problems problems={verify.data} /> : null}
        {verify.error || propose.error ? <Failed error={verify.error ?? propose.error} /> : null}
        <div className="button-row">
          <Button
            kind="main"
            disabled={!dirty || reason.trim() === ''}
            busy={propose.isPending || verify.isPending}
            onClick={() => void send()}
          >
            {w.send}
          </Button>
          <Button busy={verify.isPending} onClick={() => verify.mutate()}>
            {w.verify}
          </Button>
          <Button onClick={onClose}>{c.cancel}</Button>
          {stops > 0 ? <StateWord tone="bad">{w.problems(stops)}</StateWord> : null}
        </div>
      </div>
    </Section>
  );
}

function Problems({ problems }: { readonly problems: readonly Problem[] }) {
  const w = useWords(words);
  const say = useSay();
  if (problems.length === 0) return <StateWord tone="good">{w.fine}</StateWord>;
  return (
    <Notice tone="bad" title={w.problems(problems.length)}>
      <ul>
        {problems.map((problem) => (
          <li key={`${problem.field}/${problem.from ?? ''}/${problem.message.zh}`}>
            <code>{problem.field}</code> {say(problem.message)}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
