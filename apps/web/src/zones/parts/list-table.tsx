// The register as a table.
import type { ReactNode } from 'react';
import { useAddress, usePlacePath } from '../../shell/index.ts';
import { AreaText, type Column, DataTable, Link, StateWord, useAreaUnitWord, useWords } from '../../ui/index.ts';
import type { ListState } from '../filter.ts';
import type { ZoneRow } from '../shapes.ts';
import { sinceText } from '../since.ts';
import { terms } from '../terms.ts';
import { words } from '../words.ts';

interface ListTableProps {
  readonly rows: readonly ZoneRow[];
  readonly total: number;
  readonly state: ListState;
  readonly empty: ReactNode;
}

export function ListTable({ rows, total, state, empty }: ListTableProps) {
  const w = useWords(words);
  const [search, change] = useAddress();
  const columns = useZoneColumns();
  return (
    <DataTable
      caption={`${w.title} · ${w.found(total)}`}
      rows={rows}
      rowKey={(row) => row.id}
      columns={columns}
      empty={empty}
      maxHeight="calc(100vh - 260px)"
      selected={search.zone}
      onOpen={(row) => change({ zone: row.id })}
      sort={{ key: state.sort, descending: state.descending }}
      onSort={(sort) => change({ sort: sort.key, desc: sort.descending ? '1' : undefined, page: undefined })}
    />
  );
}

export function zonePath(id: string): string {
  return `/zones/${encodeURIComponent(id)}`;
}

function useZoneColumns(): readonly Column<ZoneRow>[] {
  const w = useWords(words);
  const t = useWords(terms);
  const unit = useAreaUnitWord();
  const placeOf = usePlacePath();
  return [
    { key: 'name', title: w.name, sortable: true, render: (row) => <Link to={zonePath(row.id)}>{row.name}</Link> },
    { key: 'type', title: w.type, sortable: true, important: true, render: (row) => t.type[row.type] },
    { key: 'grade', title: w.grade, sortable: true, render: (row) => t.grade[row.grade] },
    {
      key: 'jurisdiction',
      title: w.place,
      sortable: true,
      important: true,
      render: (row) => placeOf(row.jurisdiction),
    },
    {
      key: 'area',
      title: w.area,
      unit,
      numeric: true,
      sortable: true,
      important: true,
      render: (row) => <AreaText km2={row.areaKm2} bare />,
    },
    { key: 'calibre', title: w.calibre, render: (row) => (row.areaCalibre ? t.calibre[row.areaCalibre] : '') },
    { key: 'plates', title: w.plates, unit: w.platesUnit, numeric: true, sortable: true, render: (row) => row.plates },
    { key: 'industries', title: w.industries, render: (row) => row.industries.join('、') },
    { key: 'label', title: w.status, render: (row) => <Standing row={row} /> },
    { key: 'from', title: w.from, sortable: true, render: (row) => sinceText(row, w.onRecord) },
  ];
}

export function Standing({ row }: { readonly row: Pick<ZoneRow, 'label' | 'to'> }) {
  const w = useWords(words);
  const t = useWords(terms);
  if (row.to) return <StateWord tone="quiet">{w.ended(row.to)}</StateWord>;
  return row.label ? <StateWord tone="warn">{t.label[row.label]}</StateWord> : <StateWord tone="good">{w.counted}</StateWord>;
}
