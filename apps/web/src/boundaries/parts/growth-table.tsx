// Land kept, gained and lost against the approved boundary and the plan approved last; gain needs its reason (F08).
import { Button, type Column, DataTable, Section, StateWord, useAreaUnitWord, useWords } from '../../ui/index.ts';
import type { BoundaryReport, Growth } from '../shapes.ts';
import { words } from '../words.ts';
import { LandArea } from './land-area.tsx';

interface GrowthTableProps {
  readonly report: BoundaryReport;
  /** Names of blocks and zones by code. */
  readonly names: ReadonlyMap<string, string>;
  readonly onShow: (growth: Growth) => void;
}

export function GrowthTable({ report, names, onShow }: GrowthTableProps) {
  const w = useWords(words);
  const unit = useAreaUnitWord();
  const { growth } = report;
  const grown = (row: Growth) => Number(row.gained) > 0;
  const columns: readonly Column<Growth>[] = [
    { key: 'feature', title: w.feature, render: (row) => names.get(row.feature) ?? row.feature },
    { key: 'against', title: w.against, render: (row) => w.againstWord[row.against] },
    { key: 'kept', title: w.kept, unit, numeric: true, important: true, render: (row) => <LandArea m2={row.kept} bare /> },
    {
      key: 'gained',
      title: w.gained,
      unit,
      numeric: true,
      important: true,
      render: (row) =>
        grown(row) ? (
          <StateWord tone="warn">
            +<LandArea m2={row.gained} bare />
          </StateWord>
        ) : (
          <LandArea m2={row.gained} bare />
        ),
    },
    { key: 'lost', title: w.lost, unit, numeric: true, important: true, render: (row) => <LandArea m2={row.lost} bare /> },
    {
      key: 'show',
      title: w.show,
      render: (row) =>
        row.gainedShape.length + row.lostShape.length > 0 ? (
          <Button small onClick={() => onShow(row)}>
            {w.show}
          </Button>
        ) : null,
    },
  ];
  return (
    <Section title={w.growth} note={growth.some(grown) ? w.growthReason : undefined}>
      <DataTable
        caption={w.growth}
        columns={columns}
        rows={growth}
        rowKey={(row) => `${row.against}/${row.feature}`}
        maxHeight="50vh"
        empty={<p>{w.growthNone}</p>}
      />
    </Section>
  );
}
