// What a map of land shows, as a table: every feature in view with its layer and the engine's area. A row chooses it.
import { areaOf } from '@zhenghe/engine/boundaries';
import { useMemo } from 'react';
import { AreaText, useAreaUnitWord } from './area-text.tsx';
import { DataTable } from './data-table.tsx';
import type { LandMapProps } from './land-marks.ts';
import { useWords } from './language.tsx';
import { words } from './words-land.ts';

interface Row {
  readonly key: string;
  readonly layer: string;
  readonly code: string;
  readonly name: string;
  /** km². */
  readonly area: string;
}

export function LandTable(props: LandMapProps) {
  const w = useWords(words);
  const unit = useAreaUnitWord();
  const { layers, editing, label } = props;
  const features = editing?.features;
  const rows = useMemo(() => rowsOf({ layers, label, features: features ?? [] }), [layers, label, features]);
  const columns = [
    { key: 'layer', title: w.layer, render: (row: Row) => row.layer },
    { key: 'code', title: w.code, render: (row: Row) => row.code, tight: true },
    { key: 'name', title: w.name, render: (row: Row) => row.name },
    { key: 'area', title: w.area, unit, render: (row: Row) => <AreaText km2={row.area} bare />, numeric: true },
  ];
  const { onSelect } = props;
  const open = (row: Row) => (editing?.tool === 'merge' && row.key.startsWith('/') ? editing.onPick(row.code) : onSelect?.(row.code));
  return (
    <DataTable
      caption={w.asTable}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.key}
      empty={<p>{w.none}</p>}
      maxHeight="320px"
      {...(onSelect ? { onOpen: open } : {})}
    />
  );
}

function rowsOf({
  layers,
  label,
  features,
}: Pick<LandMapProps, 'layers' | 'label'> & { features: LandMapProps['layers'][number]['features'] }): Row[] {
  const all = [{ id: '', label, features }, ...layers.filter(({ visible }) => visible)];
  return all.flatMap(({ id, label: layer, features: some }) =>
    some.map(({ code, name, shape }) => ({ key: `${id}/${code}`, layer, code, name, area: (areaOf(shape) / 1_000_000).toFixed(6) })),
  );
}
