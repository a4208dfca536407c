// The checks of a form being changed: how grave each is, those taken out, and new arithmetic between items.
import { isDecimalText } from '@zhenghe/engine/kernel';
import { type Dispatch, useState } from 'react';
import { Button, Choice, Section, TextInput, useSay, useWords } from '../../ui/index.ts';
import type { Form } from '../shapes.ts';
import { words } from '../words-forms.ts';
import { type FormEdit, newCheckId } from './draft.ts';

interface CheckEditorProps {
  readonly form: Form;
  readonly dispatch: Dispatch<FormEdit>;
}

const severities = ['block', 'explain'] as const;
const relations = ['=', '<=', '>='] as const;

export function CheckEditor({ form, dispatch }: CheckEditorProps) {
  const w = useWords(words);
  const say = useSay();
  return (
    <Section title={w.checks} note={String(form.checks.length)}>
      <div className="form-rows">
        {form.checks.map(({ id, title, kind, severity }) => (
          <div key={id} className="row-editor">
            <span className="row-name">
              {say(title)} <span className="note">{w.checkKind[kind]}</span>
            </span>
            <Choice
              bare
              label={w.severityOf(say(title))}
              value={severity}
              choices={severities.map((value) => ({ value, label: w.severity[value] }))}
              onChange={(next) => (next ? dispatch({ kind: 'check-severity', id, severity: next }) : undefined)}
            />
            <Button small kind="quiet" label={w.removeOf(say(title))} onClick={() => dispatch({ kind: 'check-remove', id })}>
              {w.remove}
            </Button>
          </div>
        ))}
        <NewCheck form={form} dispatch={dispatch} />
      </div>
    </Section>
  );
}

const empty = { zh: '', en: '', left: '', right: '', tolerance: '0' };

function NewCheck({ form, dispatch }: CheckEditorProps) {
  const w = useWords(words);
  const [typed, setTyped] = useState(empty);
  const [relation, setRelation] = useState<(typeof relations)[number]>('=');
  const type = (field: keyof typeof empty) => (text: string) => setTyped((now) => ({ ...now, [field]: text }));
  const { zh, en, left, right, tolerance } = typed;
  const ready = [zh, left, right].every((text) => text.trim() !== '') && isDecimalText(tolerance);
  const add = () => {
    const title = { zh: zh.trim(), en: en.trim() || zh.trim() };
    const head = { id: newCheckId(form), title, severity: 'block' as const, clause: null };
    dispatch({ kind: 'check-add', check: { ...head, kind: 'arithmetic', left: left.trim(), relation, right: right.trim(), tolerance } });
    setTyped(empty);
  };
  return (
    <fieldset className="row-editor">
      <legend>{w.newCheck}</legend>
      <TextInput label={w.checkTitle} value={zh} onChange={type('zh')} />
      <TextInput label={w.checkTitleEn} value={en} onChange={type('en')} />
      <TextInput label={w.left} value={left} onChange={type('left')} />
      <Choice
        label={w.relation}
        width={80}
        value={relation}
        choices={relations.map((value) => ({ value, label: value }))}
        onChange={(next) => setRelation(next ?? '=')}
      />
      <TextInput label={w.right} value={right} onChange={type('right')} />
      <TextInput label={w.tolerance} value={tolerance} onChange={type('tolerance')} />
      <Button disabled={!ready} onClick={add}>
        {w.addCheck}
      </Button>
    </fieldset>
  );
}
