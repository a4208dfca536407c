// What the land is used for, as measured; no document gives shares to hold it against (F97).
import { useMemo } from 'react';
import { type Column, DataTable, Section, useAreaUnitWord, useWords } from '../../ui/index.ts';
import { percent } from '../areas.ts';
import { type LandSum, landBalance } from '../balance.ts';
import type { Feature } from '../shapes.ts';
import { words } from '../words.ts';
import { LandArea } from './land-area.tsx';

export function LandBalance({ features }: { readonly features: readonly Feature[] }) {
  const w = useWords(words);
  const unit = useAreaUnitWord();
  const rows = useMemo(() => landBalance(features), [features]);
  const stated = rows.some(({ use }) => use !== 'unstated');
  const columns: readonly Column<LandSum>[] = [
    { key: 'use', title: w.use, render: (row) => w.uses[row.use] },
    { key: 'count', title: w.count, numeric: true, important: true, render: (row) => row.count },
    { key: 'area', title: w.area, unit, numeric: true, important: true, render: (row) => <LandArea m2={row.area} bare /> },
    { key: 'share', title: w.ofTotal, numeric: true, important: true, render: (row) => percent(row.share) },
  ];
  return (
    <Section title={w.balance} note={w.balanceNote}>
      {stated ? (
        <DataTable caption={w.balance} columns={columns} rows={rows} rowKey={(row) => row.use} empty={null} />
      ) : (
        <p>{w.balanceNone}</p>
      )}
    </Section>
  );
}
