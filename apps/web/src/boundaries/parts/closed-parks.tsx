// Parks that the place's plan closes or turns into city blocks: each should have its parcels in the ledger.
import { AreaText, type Column, DataTable, Section, StateWord, useWords } from '../../ui/index.ts';
import { usePlanOf } from '../hooks.ts';
import type { ParcelRow } from '../shapes.ts';
import { words } from '../words-ledgers.ts';

interface Closed {
  readonly code: string;
  readonly name: string;
  readonly outcome: 'abolish' | 'cityDistrict';
  readonly approvedArea: string | { readonly missing: 'not-given' | 'not-applicable' | 'not-collected' | 'secret' | 'not-reported' };
  readonly parcels: number;
}

export function ClosedParks({ place, parcels }: { readonly place: string; readonly parcels: readonly ParcelRow[] }) {
  const w = useWords(words);
  const { plan } = usePlanOf(place);
  if (!plan) return null;
  const rows = plan.plan.parks.flatMap(({ code, name, outcomes, convertsTo, approvedArea }): Closed[] => {
    const outcome = outcomes.includes('abolish') ? 'abolish' : convertsTo === 'city-district' ? 'cityDistrict' : null;
    if (outcome === null) return [];
    return [{ code, name, outcome, approvedArea, parcels: parcels.filter(({ park }) => park === name || park === code).length }];
  });
  const columns: readonly Column<Closed>[] = [
    { key: 'park', title: w.park, render: (row) => row.name },
    { key: 'outcome', title: w.outcome, important: true, render: (row) => w.outcomes[row.outcome] },
    { key: 'area', title: w.approvedArea, numeric: true, important: true, render: (row) => <AreaText km2={row.approvedArea} /> },
    {
      key: 'parcels',
      title: w.registered,
      important: true,
      render: (row) => (
        <StateWord tone={row.parcels > 0 ? 'good' : 'warn'}>
          {row.parcels > 0 ? w.registeredCount(row.parcels) : w.registeredNone}
        </StateWord>
      ),
    },
  ];
  return (
    <Section title={w.closedTitle} note={w.closedNote}>
      <DataTable caption={w.closedTitle} columns={columns} rows={rows} rowKey={(row) => row.code} empty={<p>{w.closedNone}</p>} />
    </Section>
  );
}
