// How much of each township is protected, by the layers in force; the text gives no line, so nothing is judged (F09, S2-(十三)).
import { type Column, DataTable, Link, Section, useAreaUnitWord, useWords } from '../../ui/index.ts';
import { percent } from '../areas.ts';
import type { Township } from '../shapes.ts';
import { words } from '../words.ts';
import { LandArea } from './land-area.tsx';

export function TownshipsTable({ townships }: { readonly townships: readonly Township[] }) {
  const w = useWords(words);
  const unit = useAreaUnitWord();
  const rows = townships.toSorted((a, b) => Number(b.share) - Number(a.share));
  const columns: readonly Column<Township>[] = [
    { key: 'name', title: w.township, render: (row) => row.name },
    { key: 'area', title: w.area, unit, numeric: true, important: true, render: (row) => <LandArea m2={row.area} bare /> },
    {
      key: 'protected',
      title: w.protected,
      unit,
      numeric: true,
      important: true,
      render: (row) => <LandArea m2={row.protectedArea} bare />,
    },
    { key: 'share', title: w.protectedShare, numeric: true, important: true, render: (row) => percent(row.share) },
  ];
  return (
    <Section title={w.townships} note={w.noVerdict} actions={<Link to="/boundaries/hosting">{w.hostingLink}</Link>}>
      <DataTable
        caption={w.townships}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.township}
        maxHeight="40vh"
        empty={<p>{w.townshipsNone}</p>}
      />
    </Section>
  );
}
