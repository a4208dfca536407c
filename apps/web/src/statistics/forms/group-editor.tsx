// The rows of one group of a form being changed.
import { unitWord } from '@zhenghe/engine/kernel';
import type { Dispatch } from 'react';
import { Button, Choice, Section, TextInput, useSay, useWords } from '../../ui/index.ts';
import type { Form } from '../shapes.ts';
import { words } from '../words-forms.ts';
import type { FormEdit } from './draft.ts';
import type { Known } from './library.ts';

type Group = Form['groups'][number];

interface GroupEditorProps {
  readonly group: Group;
  readonly form: Form;
  readonly library: Known;
  readonly dispatch: Dispatch<FormEdit>;
}

export function GroupEditor({ group, form, library, dispatch }: GroupEditorProps) {
  const w = useWords(words);
  const say = useSay();
  const asked = new Set(form.groups.flatMap(({ rows }) => rows.map(({ indicator }) => indicator)));
  const choices = [...library.values()]
    .filter(({ code, retired, mergedInto }) => !asked.has(code) && !retired && mergedInto === null)
    .map(({ code, name, unit }) => ({ value: code, label: `${say(name)} ${say(unitWord(unit))}` }));
  return (
    <Section title={say(group.title)} note={String(group.rows.length)}>
      <div className="form-rows">
        {group.rows.map((row, at) => (
          <RowEditor key={`${row.indicator}@${row.calibre ?? ''}`} group={group} row={row} at={at} library={library} dispatch={dispatch} />
        ))}
        <Choice
          label={w.addTo(say(group.title))}
          value={undefined}
          all={w.add}
          choices={choices}
          searchable
          width={260}
          onChange={(indicator) => (indicator ? dispatch({ kind: 'add', group: group.id, indicator }) : undefined)}
        />
      </div>
    </Section>
  );
}

interface RowEditorProps {
  readonly group: Group;
  readonly row: Group['rows'][number];
  readonly at: number;
  readonly library: Known;
  readonly dispatch: Dispatch<FormEdit>;
}

function RowEditor({ group, row, at, library, dispatch }: RowEditorProps) {
  const w = useWords(words);
  const say = useSay();
  const known = library.get(row.indicator);
  const name = known ? say(known.name) : row.indicator;
  const where = { group: group.id, at };
  const filed = (known?.formula ?? null) === null;
  const help = (zh: string, en: string) => dispatch({ kind: 'row', ...where, change: { help: { zh, en } } });
  return (
    <div className="row-editor">
      <span className="row-name">
        {name} <span className="note">{say(unitWord(known?.unit ?? null))}</span>
      </span>
      {filed ? (
        <label>
          <input
            type="checkbox"
            aria-label={w.requiredOf(name)}
            checked={row.required}
            onChange={(event) => dispatch({ kind: 'row', ...where, change: { required: event.currentTarget.checked } })}
          />{' '}
          {w.required}
        </label>
      ) : (
        <span className="note">{w.computed}</span>
      )}
      <TextInput
        bare
        label={w.helpZh(name)}
        placeholder={w.hintZh}
        value={row.help?.zh ?? ''}
        onChange={(zh) => help(zh, row.help?.en ?? '')}
      />
      <TextInput
        bare
        label={w.helpEn(name)}
        placeholder={w.hintEn}
        value={row.help?.en ?? ''}
        onChange={(en) => help(row.help?.zh ?? '', en)}
      />
      <Button small kind="quiet" label={w.moveUp(name)} disabled={at === 0} onClick={() => dispatch({ kind: 'move', ...where, by: -1 })}>
        {w.move.up}
      </Button>
      <Button
        small
        kind="quiet"
        label={w.moveDown(name)}
        disabled={at === group.rows.length - 1}
        onClick={() => dispatch({ kind: 'move', ...where, by: 1 })}
      >
        {w.move.down}
      </Button>
      <Button small kind="quiet" label={w.removeOf(name)} onClick={() => dispatch({ kind: 'remove', ...where })}>
        {w.remove}
      </Button>
    </div>
  );
}
