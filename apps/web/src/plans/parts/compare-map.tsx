// Two versions on the map, with the table of the same rows. Outlines may be handed in; without them only points are drawn.
import { useQuery } from '@tanstack/react-query';
import type { Difference, Plan } from '@zhenghe/engine/plans';
import { useMemo } from 'react';
import { api, useView } from '../../shell/index.ts';
import { type AreaMark, AreaText, type Column, DataTable, Empty, MapView, Section, StateWord, useLook, useWords } from '../../ui/index.ts';
import { type KnownPlace, type MapRow, mapLegend, mapMarks, mapOutline, mapRows } from '../map-rows.ts';
import type { PlanDetail } from '../shapes.ts';
import { words } from '../words-map.ts';

interface CompareMapProps {
  readonly before: PlanDetail;
  readonly plans: readonly [Plan, Plan];
  readonly differences: readonly Difference[];
  readonly versions: readonly [string, string];
  /** Outlines of the blocks, once a plan has boundary files; until then the place as a whole. */
  readonly areas?: Readonly<Record<string, AreaMark>>;
}

export function CompareMap({ before, plans, differences, versions, areas }: CompareMapProps) {
  const w = useWords(words);
  const { palette } = useLook();
  const places = usePlaces(before);
  const rows = useMemo(() => mapRows(plans, differences, places), [plans, differences, places]);
  const points = useMemo(() => mapMarks(rows, { palette, w }), [rows, palette, w]);
  const unplaced = rows.length - points.length;
  return (
    <Section title={w.title} note={w.note}>
      <MapView
        label={w.title}
        points={points}
        areas={areas ?? { [before.plan.jurisdiction]: mapOutline(rows, { palette, w }) }}
        legend={mapLegend({ palette, w })}
        fit={[before.plan.jurisdiction]}
        height={360}
      />
      {unplaced > 0 ? <p className="note">{w.unplaced(unplaced)}</p> : null}
      <RowsTable rows={rows} versions={versions} />
    </Section>
  );
}

/** Parks stand in the register on the first day of the plan, zones on the day in view. */
function usePlaces(before: PlanDetail): readonly KnownPlace[] {
  const { on } = useView();
  const [first = on] = [...before.actions.map(({ at }) => at.slice(0, 10)), on].sort();
  const input = { dataset: before.dataset };
  const then = useQuery(api.zones.points.queryOptions({ input: { ...input, asOf: first } }));
  const now = useQuery(api.zones.points.queryOptions({ input: { ...input, asOf: on } }));
  return useMemo(() => [...(then.data ?? []), ...(now.data ?? [])], [then.data, now.data]);
}

const tones = { same: 'quiet', changed: 'info', added: 'good', removed: 'bad' } as const;

function RowsTable({ rows, versions: [from, to] }: { readonly rows: readonly MapRow[]; readonly versions: readonly [string, string] }) {
  const w = useWords(words);
  const columns: readonly Column<MapRow>[] = [
    { key: 'name', title: w.name, width: 220, render: (row) => row.name },
    { key: 'kind', title: w.kind, render: (row) => w.of[row.of] },
    {
      key: 'change',
      title: w.changeHead,
      important: true,
      render: (row) => <StateWord tone={tones[row.change]}>{w.change[row.change]}</StateWord>,
    },
    { key: 'from', title: from, numeric: true, important: true, render: (row) => (row.from === null ? '—' : <AreaText km2={row.from} />) },
    { key: 'to', title: to, numeric: true, important: true, render: (row) => (row.to === null ? '—' : <AreaText km2={row.to} />) },
    { key: 'place', title: w.place, render: (row) => (row.at === null ? w.noPlace : w.placed) },
  ];
  return (
    <DataTable caption={w.title} columns={columns} rows={rows} rowKey={(row) => row.id} wrap brief={8} empty={<Empty title={w.none} />} />
  );
}
