// One indicator of one period on the map: counties or cities shaded, zones as points; a click opens the source. The table is the twin.
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api, province, useAddress, useTerritory, useView } from '../../shell/index.ts';
import { Button, Choice, Empty, MapView, useLook, useNarrow, useWords } from '../../ui/index.ts';
import { type AnswerColumn, cellOf, columnsOf, newestColumn } from '../answer.ts';
import { labelOf, textOf } from '../figures.ts';
import { type ExplorerState, figureKey } from '../question.ts';
import { areaMarks, type Shaded, shadeLegend, squareMarks, zoneMarks } from '../shading.ts';
import type { PivotAnswer } from '../shapes.ts';
import { useReading, useRowName } from '../use-reading.ts';
import { words } from '../words.ts';

interface MapProps {
  readonly answer: PivotAnswer;
  readonly state: ExplorerState;
}

const mapped = ['unit', 'county', 'city'] as const;

export function ResultMap({ answer, state }: MapProps) {
  const w = useWords(words);
  const [, change] = useAddress();
  if (!mapped.some((kind) => kind === state.rows)) {
    const action = (
      <div className="button-row starts">
        {mapped.map((kind) => (
          <Button key={kind} onClick={() => change({ rows: kind === 'city' ? undefined : kind, at: undefined })}>
            {w.mapUse(w.rowKinds[kind])}
          </Button>
        ))}
      </div>
    );
    return <Empty title={w.mapNeeds} action={action} />;
  }
  const indicator = answer.indicators.find(({ code }) => code === state.of) ?? answer.indicators[0];
  if (!indicator) return null;
  const asked = columnsOf(answer).find((one) => one.indicator.code === indicator.code && one.period === state.when);
  const column = asked ?? newestColumn(answer, indicator.code);
  if (!column) return null;
  return (
    <>
      <MapChoice answer={answer} column={column} />
      <Drawn answer={answer} state={state} column={column} />
    </>
  );
}

interface ColumnProps {
  readonly answer: PivotAnswer;
  readonly column: AnswerColumn;
}

function MapChoice({ answer, column }: ColumnProps) {
  const w = useWords(words);
  const [, change] = useAddress();
  const reading = useReading(false);
  const ofs = answer.indicators.map(({ code, name }) => ({ value: code, label: reading.say(name) }));
  const whens = [...answer.periods].reverse().map((value) => ({ value, label: reading.periodName(value) }));
  return (
    <div className="filters">
      {ofs.length > 1 ? (
        <Choice label={w.mapOf} value={column.indicator.code} choices={ofs} width={160} onChange={(of) => change({ of })} />
      ) : null}
      {whens.length > 1 ? (
        <Choice label={w.mapWhen} value={column.period} choices={whens} width={110} onChange={(when) => change({ in: when })} />
      ) : null}
    </div>
  );
}

function Drawn({ answer, state, column }: MapProps & ColumnProps) {
  const w = useWords(words);
  const { palette } = useLook();
  const { place } = useView();
  const [, change] = useAddress();
  const narrow = useNarrow(900);
  const rows = useShaded(answer, state, column);
  const places = useTerritory();
  const points = useZonePoints(state.rows === 'unit');
  const asPoints = state.rows === 'unit';
  const marks = useMemo(
    () =>
      asPoints
        ? { points: zoneMarks(rows, points, palette) }
        : { areas: areaMarks({ rows, places, palette }), points: squareMarks({ rows, places, palette }) },
    [asPoints, rows, points, places, palette],
  );
  const reading = useReading(state.growth !== 'none');
  const open = (id: string) => {
    const row = rows.find(({ key }) => key === id) ?? rows.find(({ key }) => key === `${id.slice(0, 4)}00`);
    if (row) change({ at: figureKey({ row: row.key, indicator: column.indicator.code, period: column.period }) });
  };
  const unplaced = rows.filter(({ key }) => !points.has(key)).length;
  return (
    <MapView
      label={w.mapLabel(reading.say(column.indicator.name), reading.periodName(column.period))}
      {...marks}
      legend={shadeLegend({ rows, points: asPoints, palette, w })}
      fit={place === province ? [] : [place]}
      height={narrow ? 340 : 460}
      onPick={({ id }) => open(id)}
      note={asPoints ? w.mapPointNote(unplaced) : w.mapAreaNote}
    />
  );
}

function useShaded(answer: PivotAnswer, state: ExplorerState, column: AnswerColumn): readonly Shaded[] {
  const reading = useReading(state.growth !== 'none');
  const rowName = useRowName();
  return useMemo(
    () =>
      answer.rows
        .filter(({ kind }) => kind === state.rows)
        .map((row) => {
          const cell = cellOf(answer, row, column.at);
          const told = { row: rowName(row), indicator: column.indicator, period: column.period, cell };
          return { key: row.key, value: cell.value, text: textOf(told, reading), title: labelOf(told, reading) };
        }),
    [answer, state.rows, column, reading, rowName],
  );
}

function useZonePoints(needed: boolean): ReadonlyMap<string, readonly [number, number]> {
  const { on: asOf, data: dataset } = useView();
  const points = useQuery(api.zones.points.queryOptions({ input: { dataset, asOf }, enabled: needed && asOf !== '' }));
  return useMemo(() => new Map((points.data ?? []).map(({ id, point }) => [id, point] as const)), [points.data]);
}
