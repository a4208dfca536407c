// A new scenario: its name, the place it covers, the day of the register, and the one it begins from.
import { useState } from 'react';
import { province, useOpen, usePlaceName, useSession, useView } from '../../shell/index.ts';
import { Button, Choice, DateField, Dialog, Facts, Failed, TextInput, useWords } from '../../ui/index.ts';
import { useScenarioActions } from '../hooks.ts';
import type { ScenarioRow } from '../shapes.ts';
import { words } from '../words.ts';

interface NewScenarioProps {
  /** To copy from. */
  readonly rows: readonly ScenarioRow[];
  readonly onClose: () => void;
  readonly copyOf?: ScenarioRow;
}

export function NewScenario({ rows, onClose, copyOf }: NewScenarioProps) {
  const w = useWords(words);
  const { on, data: dataset } = useView();
  const nameOf = usePlaceName();
  const scope = useSession()?.card?.jurisdiction ?? province;
  const open = useOpen();
  const { create } = useScenarioActions();
  const [draft, setDraft] = useState({ name: '', day: copyOf?.day ?? on, copy: copyOf?.id });
  const put = (changes: Partial<typeof draft>) => setDraft((now) => ({ ...now, ...changes }));
  const others = rows.filter((row) => row.scope === scope);
  const from = others.find(({ id }) => id === draft.copy);
  const name = draft.name.trim();
  const send = () =>
    create.mutate(
      { name, dataset, scope, day: draft.day, ...(from && { copyOf: { id: from.id, version: from.version } }) },
      { onSuccess: ({ id }) => open(`/planner/${id}`) },
    );
  return (
    <Dialog title={w.createTitle} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (name !== '' && !create.isPending) send();
        }}
      >
        <p className="note">{w.createNote}</p>
        <TextInput label={w.nameLabel} value={draft.name} onChange={(next) => put({ name: next })} />
        <Facts rows={[[w.scopeLabel, nameOf(scope)]]} />
        <DateField label={w.dayLabel} value={draft.day} onChange={(day) => put({ day })} />
        <Choice
          label={w.copyOf}
          value={draft.copy}
          all={w.copyNone}
          choices={others.map((row) => ({ value: row.id, label: `${row.name} · ${w.version} ${row.version}` }))}
          width={240}
          note={w.copyNote}
          onChange={(copy) => put({ copy, ...dayOf(others, copy) })}
        />
        {create.error ? <Failed error={create.error} /> : null}
        <div className="button-row">
          <Button kind="main" submit disabled={name === ''} busy={create.isPending}>
            {w.createYes}
          </Button>
          <Button onClick={onClose}>{w.cancel}</Button>
        </div>
      </form>
    </Dialog>
  );
}

/** A copy stands on the register of what it copies, unless another day is chosen. */
function dayOf(rows: readonly ScenarioRow[], copy: string | undefined): { readonly day?: string } {
  const from = rows.find(({ id }) => id === copy);
  return from ? { day: from.day } : {};
}
