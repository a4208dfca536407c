// Adds a unit under another. A department says what it is for: cases ask it by that function (330700/land).
import { useMutation, useQuery } from '@tanstack/react-query';
import type { Answers } from '@zhenghe/contract/client';
import { useState } from 'react';
import { api, useView } from '../../shell/index.ts';
import { Choice, TextInput, useSay, useWords } from '../../ui/index.ts';
import { useListsAgain } from '../hooks.ts';
import { words } from '../words-people.ts';
import { AddSection } from './add-section.tsx';
import { addableUnits } from './addable-units.ts';
import { UnitChoice } from './unit-choice.tsx';

type Kind = Answers['accounts']['units'][number]['kind'];

export function AddUnit() {
  const w = useWords(words).units;
  const { on } = useView();
  const [kind, setKind] = useState<Kind>();
  const [duty, setDuty] = useState<string>();
  const [name, setName] = useState('');
  const [parent, setParent] = useState<string>();
  const again = useListsAgain();
  const add = useMutation(
    api.accounts.addUnit.mutationOptions({
      onSuccess: async () => {
        setName('');
        setDuty(undefined);
        await again();
      },
    }),
  );
  const isDepartment = kind === 'department';
  return (
    <AddSection
      title={w.add}
      note={isDepartment ? w.functionNote : undefined}
      adding={add}
      disabled={!kind || name.trim().length < 2 || !parent || (isDepartment && !duty)}
      onAdd={() => kind && parent && add.mutate({ kind, name, parent, from: on, ...(isDepartment && duty ? { function: duty } : {}) })}
    >
      <Choice label={w.kind} value={kind} choices={addableUnits.map((value) => ({ value, label: w.kinds[value] }))} onChange={setKind} />
      {isDepartment ? <FunctionChoice value={duty} onChange={setDuty} /> : null}
      <TextInput label={w.name} value={name} fills="off" onChange={setName} />
      <UnitChoice label={w.under} searchLabel={w.search} value={parent} onChange={setParent} />
    </AddSection>
  );
}

interface FunctionChoiceProps {
  readonly value: string | undefined;
  readonly onChange: (code: string | undefined) => void;
}

function FunctionChoice({ value, onChange }: FunctionChoiceProps) {
  const w = useWords(words).units;
  const say = useSay();
  const functions = useQuery(api.accounts.unitFunctions.queryOptions());
  const choices = (functions.data ?? []).map(({ code, name }) => ({ value: code, label: `${say(name)} (${code})` }));
  return <Choice label={w.function} value={value} choices={choices} width={200} onChange={onChange} />;
}
