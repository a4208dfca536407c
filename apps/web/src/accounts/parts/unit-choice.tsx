// Finds a unit by part of its name, as of the day looked at.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, useView } from '../../shell/index.ts';
import { Choice, SearchBox } from '../../ui/index.ts';

interface UnitChoiceProps {
  readonly label: string;
  readonly searchLabel: string;
  readonly value: string | undefined;
  readonly onChange: (unit: string | undefined) => void;
}

const mostChoices = 60;

export function UnitChoice({ label, searchLabel, value, onChange }: UnitChoiceProps) {
  const { on } = useView();
  const [query, setQuery] = useState('');
  const units = useQuery(api.accounts.units.queryOptions({ input: { on, query } }));
  const choices = (units.data ?? []).slice(0, mostChoices).map((unit) => ({ value: unit.id, label: unit.name }));
  return (
    <>
      <SearchBox label={searchLabel} bare={false} value={query} onChange={setQuery} />
      <Choice label={label} value={value} choices={choices} searchable width={220} onChange={onChange} />
    </>
  );
}
