// Places that may form zones together (飞地, 托管); taken only where that costs less than each by itself.
import { useState } from 'react';
import { Button, Choice, DataTable, Section, TextInput, useWords } from '../../ui/index.ts';
import type { Board } from '../board/use-board.ts';
import type { Settings } from '../shapes.ts';
import { words } from '../words-settings.ts';
import { boundsOf } from './quotas-part.tsx';

type Joint = Settings['joint'];

interface JointPartProps {
  readonly board: Board;
  readonly settings: Settings;
  readonly onChange: (joint: Joint) => void;
}

export function JointPart({ board: { instance, mayChange }, settings: { joint }, onChange }: JointPartProps) {
  const w = useWords(words);
  const places = instance.jurisdictions.filter((one) => !one.joins);
  const nameOf = (code: string) => places.find((one) => one.code === code)?.name ?? code;
  const taken = new Set(joint.flatMap(({ joins }) => joins));
  return (
    <Section title={w.joint} note={joint.length > 0 ? joint.length : null}>
      <div className="stack" id="setting-joint">
        <DataTable
          caption={w.joint}
          rows={joint}
          rowKey={({ code }) => code}
          empty={<p className="note">{w.jointNone}</p>}
          columns={[
            { key: 'name', title: w.jointName, render: ({ name }) => name },
            { key: 'places', title: w.jointPlaces, important: true, render: ({ joins }) => joins.map(nameOf).join('、') },
            { key: 'min', title: w.min, numeric: true, important: true, render: ({ min }) => min },
            { key: 'max', title: w.max, numeric: true, important: true, render: ({ max }) => max },
            {
              key: 'act',
              title: w.remove,
              render: ({ code, name }) => (
                <Button
                  small
                  kind="quiet"
                  disabled={!mayChange}
                  label={w.removeOf(name)}
                  onClick={() => onChange(joint.filter((one) => one.code !== code))}
                >
                  {w.remove}
                </Button>
              ),
            },
          ]}
        />
        {mayChange ? <AddJoint places={places.filter(({ code }) => !taken.has(code))} onAdd={(one) => onChange([...joint, one])} /> : null}
      </div>
    </Section>
  );
}

interface AddJointProps {
  readonly places: Board['instance']['jurisdictions'];
  readonly onAdd: (joint: Joint[number]) => void;
}

const empty = { name: '', joins: [] as readonly string[], min: '', max: '' };

function AddJoint({ places, onAdd }: AddJointProps) {
  const w = useWords(words);
  const [draft, setDraft] = useState(empty);
  const bounds = boundsOf(draft);
  const whole = draft.name.trim() !== '' && draft.joins.length >= 2 && bounds !== null;
  const add = () => {
    if (!bounds) return;
    const joins = [...draft.joins].sort();
    onAdd({ code: `joint-${joins.join('-')}`, name: draft.name.trim(), joins, ...bounds });
    setDraft(empty);
  };
  const nameOf = (code: string) => places.find((one) => one.code === code)?.name ?? code;
  return (
    <div className="filters">
      <TextInput label={w.jointName} value={draft.name} onChange={(name) => setDraft((now) => ({ ...now, name }))} />
      {draft.joins.map((code) => (
        <Button
          key={code}
          label={w.removeOf(nameOf(code))}
          onClick={() => setDraft((now) => ({ ...now, joins: now.joins.filter((one) => one !== code) }))}
        >
          {nameOf(code)} ✕
        </Button>
      ))}
      {draft.joins.length < 4 ? (
        <Choice
          label={w.jointNext}
          value={undefined}
          all={w.jointNext}
          searchable
          choices={places.filter(({ code }) => !draft.joins.includes(code)).map(({ code, name }) => ({ value: code, label: name }))}
          onChange={(code) => (code ? setDraft((now) => ({ ...now, joins: [...now.joins, code] })) : undefined)}
        />
      ) : null}
      <TextInput label={w.min} value={draft.min} onChange={(min) => setDraft((now) => ({ ...now, min }))} />
      <TextInput label={w.max} value={draft.max} onChange={(max) => setDraft((now) => ({ ...now, max }))} />
      <Button disabled={!whole} onClick={add}>
        {w.add}
      </Button>
    </div>
  );
}
