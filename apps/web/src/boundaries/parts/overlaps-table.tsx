// Where blocks meet layers: how much of each, by which clause it matters, and the way to it on the map.
import { layerNames } from '@zhenghe/engine/boundaries';
import { Button, ClauseLink, type Column, DataTable, Section, StateWord, useAreaUnitWord, useSay, useWords } from '../../ui/index.ts';
import { percent } from '../areas.ts';
import type { BoundaryReport, Overlap } from '../shapes.ts';
import { words } from '../words.ts';
import { LandArea } from './land-area.tsx';

interface OverlapsTableProps {
  readonly report: BoundaryReport;
  readonly onShow: (overlap: Overlap) => void;
}

export function OverlapsTable({ report, onShow }: OverlapsTableProps) {
  const w = useWords(words);
  const say = useSay();
  const unit = useAreaUnitWord();
  const nameOf = (code: string) => report.blocks.find((block) => block.code === code)?.name ?? code;
  // What is forbidden first, then the larger.
  const rows = report.overlaps.toSorted((a, b) => Number(b.rule !== null) - Number(a.rule !== null) || Number(b.area) - Number(a.area));
  const columns: readonly Column<Overlap>[] = [
    { key: 'block', title: w.block, render: (row) => nameOf(row.feature) },
    { key: 'layer', title: w.layer, important: true, render: (row) => say(layerNames[row.kind]) },
    { key: 'piece', title: w.piece, render: (row) => row.piece },
    { key: 'area', title: w.area, unit, numeric: true, important: true, render: (row) => <LandArea m2={row.area} bare /> },
    { key: 'share', title: w.share, numeric: true, render: (row) => percent(row.share, 2) },
    {
      key: 'hits',
      title: w.hits,
      tight: true,
      important: true,
      render: (row) => <StateWord tone={row.stance === 'forbidden' ? 'bad' : 'quiet'}>{w.stances[row.stance]}</StateWord>,
    },
    { key: 'clause', title: w.clause, render: (row) => <Clause citation={row.clause} /> },
    {
      key: 'show',
      title: w.show,
      render: (row) => (
        <Button small onClick={() => onShow(row)}>
          {w.show}
        </Button>
      ),
    },
  ];
  const table = {
    columns,
    rowKey: (row: Overlap) => `${row.feature}/${row.layer}/${row.piece}/${rows.indexOf(row)}`,
    rowTone: (row: Overlap) => (row.rule ? ('bad' as const) : undefined),
    maxHeight: '50vh',
  };
  const around = rows.filter(({ kind }) => surroundings.includes(kind));
  const met = rows.filter(({ kind }) => !surroundings.includes(kind));
  return (
    <Section title={w.overlaps}>
      <DataTable {...table} caption={w.overlaps} rows={met} empty={<StateWord tone="good">{w.overlapsNone}</StateWord>} />
      {around.length > 0 ? (
        <details className="around">
          <summary>{w.around(around.length)}</summary>
          <DataTable {...table} caption={w.around(around.length)} rows={around} empty={null} />
        </details>
      ) : null}
    </Section>
  );
}

/** Land lies in these as a matter of course; what lies outside them is told by the findings. */
const surroundings: readonly Overlap['kind'][] = ['township', 'approved', 'urban'];

function Clause({ citation }: { readonly citation: Overlap['clause'] }) {
  return citation ? <ClauseLink citation={citation} /> : null;
}
