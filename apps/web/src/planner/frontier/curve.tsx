// The curve and its table: both choose a point, which stands in the address.
import { useCallback, useEffect, useMemo, useRef } from 'react';
import { useAddress } from '../../shell/index.ts';
import { Chart, Choice, type Column, DataTable, StateWord, Toggle, useLook, useNarrow, useWords } from '../../ui/index.ts';
import { figure } from '../figures.ts';
import type { FrontierPoint } from '../shapes.ts';
import { frontierWords } from '../words-frontier.ts';
import { drawnBounds, type FrontierLine, frontierOption, leastCosts, nearCap, pieceBounds, pointId } from './chart.ts';
import './frontier.css';

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
  const whole = search.range === 'all';
  const lines = useMemo(() => linesOf(points, atMost, { cap: whole ? null : cap, w }), [points, atMost, whole, cap, w]);
  const at = chosen ? pointId(chosen) : null;
  const option = useMemo(
    () => frontierOption({ lines, cap, chosen: at }, palette, { zones: w.zones, cost: w.cost, pieces: w.pieces, cap: w.cap(cap) }),
    [lines, cap, at, palette, w],
  );
  const pick = useCallback((id: string) => change({ at: id }), [change]);
  const bounds = pieceBounds(points).map((bound) => ({ value: String(bound), label: w.atMostCount(bound) }));
  const ranges = [
    { value: 'near' as const, label: w.nearCap },
    { value: 'all' as const, label: w.allZones },
  ];
  return (
    <>
      <div className="filters">
        {bounds.length > 0 ? (
          <Choice label={w.atMost} value={search.pieces} choices={bounds} all={w.any} onChange={(pieces) => change({ pieces })} />
        ) : null}
        <Toggle
          label={w.range}
          value={whole ? 'all' : 'near'}
          choices={ranges}
          onChange={(range) => change({ range: range === 'all' ? range : undefined })}
        />
      </div>
      <div className="frontier-columns">
        <Chart label={w.chartLabel(points.length, lines[0].name)} option={option} height={400} onPick={pick} />
        <CurveTable line={lines[0].points} cap={cap} at={at} onPick={pick} />
      </div>
    </>
  );
}

interface Drawn {
  /** null: the whole curve. */
  readonly cap: number | null;
  readonly w: { readonly line: (atMost: number | null) => string };
}

/** The curve asked for, and beside the unbounded one those with ever fewer pieces. */
function linesOf(points: readonly FrontierPoint[], atMost: number | null, { cap, w }: Drawn): [FrontierLine, ...FrontierLine[]] {
  const line = (bound: number | null): FrontierLine => {
    const all = leastCosts(points, bound);
    return { atMost: bound, name: w.line(bound), points: cap === null ? all : nearCap(all, cap) };
  };
  if (atMost !== null) return [line(atMost), line(null)];
  return [line(null), ...drawnBounds(pieceBounds(points)).map(line)];
}

interface TableProps {
  readonly line: readonly FrontierPoint[];
  readonly cap: number;
  readonly at: string | null;
  readonly onPick: (id: string) => void;
}

type Row = FrontierPoint & { readonly saved: number | null };

/** Points of the table that a phone shows on either side of the cap. */
const few = 6;

function CurveTable({ line: whole, cap, at, onPick }: TableProps) {
  const w = useWords(frontierWords);
  const line = useNarrow() ? nearCap(whole, cap, few) : whole;
  const box = useShown(
    Math.max(0, at === null ? line.findIndex(({ zones }) => zones === cap) : line.findIndex((point) => pointId(point) === at)),
  );
  const rows = line.map((point, index): Row => {
    const before = line[index - 1];
    return { ...point, saved: before && before.zones === point.zones - 1 ? before.cost - point.cost : null };
  });
  const columns: readonly Column<Row>[] = [
    {
      ...{ key: 'zones', title: w.zones, numeric: true, important: true },
      render: ({ zones }) => (zones > cap ? <StateWord tone="warn">{w.over(zones)}</StateWord> : zones),
    },
    { key: 'cost', title: w.cost, numeric: true, important: true, render: ({ cost }) => figure(cost) },
    {
      key: 'lower',
      title: w.lower,
      numeric: true,
      render: ({ lowerBound }) => (lowerBound === null ? <StateWord tone="warn">{w.notProven}</StateWord> : figure(lowerBound)),
    },
    { key: 'saved', title: w.step, numeric: true, render: ({ saved }) => (saved === null ? '–' : figure(saved)) },
    { key: 'pieces', title: w.pieces, numeric: true, important: true, render: ({ detachedPieces }) => detachedPieces },
  ];
  return (
    <div ref={box}>
      <DataTable
        caption={w.tableTitle}
        columns={columns}
        rows={rows}
        rowKey={pointId}
        selected={at ?? undefined}
        onOpen={(row) => onPick(pointId(row))}
        empty={null}
        maxHeight="400px"
      />
    </div>
  );
}

/** Scrolls the table, and never the page, to the row in question. */
function useShown(index: number) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const [frame, row] = [box.current?.querySelector('.table-box'), box.current?.querySelector('tbody tr')];
    if (!frame || !(row instanceof HTMLElement)) return;
    const [top, height] = [index * row.offsetHeight, frame.clientHeight];
    if (top < frame.scrollTop || top > frame.scrollTop + height - 3 * row.offsetHeight) frame.scrollTo({ top: top - height / 2 });
  }, [index]);
  return box;
}
