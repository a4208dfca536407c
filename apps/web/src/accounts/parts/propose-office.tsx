// Proposes an office: who, where, in which role, from which day. A second person grants it.
import { useMutation } from '@tanstack/react-query';
import type { Answers } from '@zhenghe/contract/client';
import { grantableRoles } from '@zhenghe/contract/roles';
import { useState } from 'react';
import { api, useView } from '../../shell/index.ts';
import { Choice, DateField, useWords } from '../../ui/index.ts';
import { useListsAgain } from '../hooks.ts';
import { words as roleWords } from '../words.ts';
import { words } from '../words-people.ts';
import { AddSection } from './add-section.tsx';
import { UnitChoice } from './unit-choice.tsx';

type Person = Answers['accounts']['people'][number];
type Role = (typeof grantableRoles)[number];

export function ProposeOffice({ people }: { readonly people: readonly Person[] }) {
  const w = useWords(words).offices;
  const { role: roleWord } = useWords(roleWords);
  const { on } = useView();
  const [personId, setPerson] = useState<string>();
  const [unitId, setUnit] = useState<string>();
  const [role, setRole] = useState<Role>();
  const [from, setFrom] = useState(on);
  const again = useListsAgain();
  const propose = useMutation(
    api.accounts.proposeOffice.mutationOptions({
      onSuccess: async () => {
        setPerson(undefined);
        setRole(undefined);
        await again();
      },
    }),
  );
  const choices = people.filter((person) => person.endedOn === null).map((person) => ({ value: person.id, label: person.name }));
  return (
    <AddSection
      title={w.propose}
      note={w.proposeNote}
      adding={propose}
      disabled={!personId || !unitId || !role}
      onAdd={() => personId && unitId && role && propose.mutate({ personId, unitId, role, from })}
    >
      <Choice label={w.person} value={personId} choices={choices} searchable onChange={setPerson} />
      <UnitChoice label={w.unit} searchLabel={w.searchUnit} value={unitId} onChange={setUnit} />
      <Choice
        label={w.role}
        value={role}
        choices={grantableRoles.map((one) => ({ value: one, label: roleWord[one] }))}
        onChange={setRole}
      />
      <DateField label={w.from} value={from} onChange={setFrom} />
    </AddSection>
  );
}
