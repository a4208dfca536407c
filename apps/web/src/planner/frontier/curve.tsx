// The curve and its table: both choose a point, which stands in the address.
import { useCallback, useMemo } from 'react';
import { useAddress } from '../../shell/index.ts';
import { Chart, Choice, type Column, DataTable, StateWord, useLook, useWords } from '../../ui/index.ts';
import { figure } from '../figures.ts';
import type { FrontierPoint } from '../shapes.ts';
import { frontierWords } from '../words-frontier.ts';
import { frontierOption, leastCosts, pieceBounds, pointId } from './chart.ts';

interface CurveProps {
  readonly points: readonly FrontierPoint[];
  readonly cap: number;
  readonly chosen: Pick<FrontierPoint, 'zones' | 'detachedPieces'> | null;
}

export function Curve({ points, cap, chosen }: CurveProps) {
  const w = useWords(frontierWords);
  const { palette } = useLook();
  const [search, change] = useAddress();
  const atMost = search.pieces === undefined ? null : Number(search.pieces);
  const line = useMemo(() => leastCosts(points, atMost), [points, atMost]);
  const at = chosen ? pointId(chosen) : null;
  const option = useMemo(
    () => frontierOption({ points, line, cap, chosen: at }, palette, { zones: w.zones, cost: w.cost, pieces: w.pieces, cap: w.cap(cap) }),
    [points, line, cap, at, palette, w],
  );
  const pick = useCallback((id: string) => change({ at: id }), [change]);
  const bounds = pieceBounds(points).map((bound) => ({ value: String(bound), label: w.atMostCount(bound) }));
  const within = atMost === null ? w.any : w.atMostCount(atMost);
  return (
    <>
      {bounds.length > 0 ? (
        <div className="filters">
          <Choice label={w.atMost} value={search.pieces} choices={bounds} all={w.any} onChange={(pieces) => change({ pieces })} />
        </div>
      ) : null}
      <Chart label={w.chartLabel(points.length, within)} option={option} height={360} onPick={pick} />
      <CurveTable line={line} cap={cap} at={at} onPick={pick} />
    </>
  );
}

interface TableProps {
  readonly line: readonly FrontierPoint[];
  readonly cap: number;
  readonly at: string | null;
  readonly onPick: (id: string) => void;
}

type Row = FrontierPoint & { readonly saved: number | null };

function CurveTable({ line, cap, at, onPick }: TableProps) {
  const w = useWords(frontierWords);
  const rows = line.map((point, index): Row => {
    const before = line[index - 1];
    return { ...point, saved: before && before.zones === point.zones - 1 ? before.cost - point.cost : null };
  });
  const columns: readonly Column<Row>[] = [
    { key: 'zones', title: w.zones, numeric: true, important: true, render: ({ zones }) => zones },
    { key: 'cost', title: w.cost, numeric: true, important: true, render: ({ cost }) => figure(cost) },
    {
      key: 'lower',
      title: w.lower,
      numeric: true,
      render: ({ lowerBound }) => (lowerBound === null ? <StateWord tone="warn">{w.notProven}</StateWord> : figure(lowerBound)),
    },
    { key: 'saved', title: w.step, numeric: true, render: ({ saved }) => (saved === null ? '–' : figure(saved)) },
    { key: 'pieces', title: w.pieces, numeric: true, important: true, render: ({ detachedPieces }) => detachedPieces },
    { key: 'cap', title: w.cap(cap), render: ({ zones }) => (zones > cap ? <StateWord tone="warn">{w.overCap}</StateWord> : '–') },
  ];
  return (
    <DataTable
      caption={w.tableTitle}
      columns={columns}
      rows={rows}
      rowKey={pointId}
      selected={at ?? undefined}
      onOpen={(row) => onPick(pointId(row))}
      empty={null}
      maxHeight="50vh"
    />
  );
}
