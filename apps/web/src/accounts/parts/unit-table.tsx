// The tree of units as a list by place: governments, zone bodies, and what was added by hand.
import { useMutation, useQuery } from '@tanstack/react-query';
import type { Answers } from '@zhenghe/contract/client';
import { useState } from 'react';
import { api, useView } from '../../shell/index.ts';
import { Answer, Button, DataTable, Empty, Failed, SearchBox, useWords } from '../../ui/index.ts';
import { useListsAgain } from '../hooks.ts';
import { words } from '../words-people.ts';
import { AddUnit } from './add-unit.tsx';
import { addableUnits } from './addable-units.ts';

type Unit = Answers['accounts']['units'][number];

export function UnitTable({ maySecure }: { readonly maySecure: boolean }) {
  const { units: w, tabs } = useWords(words);
  const { on } = useView();
  const [query, setQuery] = useState('');
  const units = useQuery(api.accounts.units.queryOptions({ input: { on, query } }));
  return (
    <div className="stack">
      {maySecure ? <AddUnit /> : null}
      <SearchBox label={w.search} value={query} placeholder={w.search} onChange={setQuery} />
      <Answer query={units}>
        {(rows) => (
          <DataTable
            caption={tabs.units}
            rows={rows}
            rowKey={(row) => row.id}
            empty={<Empty title={w.none} />}
            columns={[
              { key: 'name', title: w.name, render: (row) => row.name },
              { key: 'kind', title: w.kind, important: true, render: (row) => w.kinds[row.kind] },
              { key: 'case', title: w.caseUnit, tight: true, render: (row) => row.caseUnit ?? '—' },
              { key: 'place', title: w.place, tight: true, important: true, render: (row) => row.jurisdiction },
              { key: 'from', title: w.from, tight: true, render: (row) => (row.from === '1900-01-01' ? '—' : row.from) },
              ...(maySecure ? [{ key: 'do', title: w.actions, render: (row: Unit) => <EndUnit unit={row} on={on} /> }] : []),
            ]}
          />
        )}
      </Answer>
    </div>
  );
}

function EndUnit({ unit, on }: { readonly unit: Unit; readonly on: string }) {
  const w = useWords(words).units;
  const again = useListsAgain();
  const end = useMutation(api.accounts.endUnit.mutationOptions({ onSuccess: again }));
  if (!addableUnits.some((kind) => kind === unit.kind)) return null;
  return (
    <>
      <Button small kind="danger" label={`${w.end} · ${unit.name}`} busy={end.isPending} onClick={() => end.mutate({ id: unit.id, on })}>
        {w.end}
      </Button>
      {end.error ? <Failed error={end.error} /> : null}
    </>
  );
}
