// The answer as a table: every figure opens its source; on a phone, a card for each row with its newest figures.
import { useMemo } from 'react';
import { useAddress } from '../../shell/index.ts';
import { type PivotColumn, PivotTable, useNarrow, useWords } from '../../ui/index.ts';
import { type AnswerColumn, cellOf, columnsOf, orderedRows, placeIn, unitOf } from '../answer.ts';
import { figureOf } from '../figures.ts';
import { type ExplorerState, figureKey, rowId } from '../question.ts';
import type { AnswerRow, PivotAnswer } from '../shapes.ts';
import { shortPeriod, useReading, useRowName } from '../use-reading.ts';
import { words } from '../words.ts';
import { RowCards } from './row-cards.tsx';
import { SignLegend } from './sign-legend.tsx';

interface ResultProps {
  readonly answer: PivotAnswer;
  readonly state: ExplorerState;
}

export function ResultTable({ answer, state }: ResultProps) {
  const rows = useMemo(() => orderedRows(answer, state.sort), [answer, state.sort]);
  const columns = useMemo(() => columnsOf(answer), [answer]);
  return (
    <>
      {useNarrow() ? (
        <RowCards answer={answer} rows={rows} state={state} />
      ) : (
        <Grid answer={answer} state={state} rows={rows} columns={columns} />
      )}
      <SignLegend answer={answer} />
    </>
  );
}

interface GridProps extends ResultProps {
  readonly rows: readonly AnswerRow[];
  readonly columns: readonly AnswerColumn[];
}

function Grid({ answer, state, rows, columns }: GridProps) {
  const w = useWords(words);
  const [, change] = useAddress();
  const reading = useReading(state.growth !== 'none');
  const rowName = useRowName();
  const heads = useMemo(() => headsOf(columns, reading), [columns, reading]);
  const lines = useMemo(() => rows.map((row) => ({ key: rowId(row), title: rowName(row), kind: lineKind(row) })), [rows, rowName]);
  const figure = (rowAt: number, columnAt: number) => {
    const [row, column] = [rows[rowAt], columns[columnAt]];
    if (!row || !column) return { text: '', missing: true, signs: '', label: '' };
    return figureOf({ row: lines[rowAt]?.title ?? '', ...column, cell: cellOf(answer, row, column.at) }, reading);
  };
  const open = (rowAt: number, columnAt: number) => {
    const [row, column] = [rows[rowAt], columns[columnAt]];
    if (row && column) change({ at: figureKey({ row: rowId(row), indicator: column.indicator.code, period: column.period }) });
  };
  return (
    <PivotTable
      caption={w.tableCaption}
      corner={w.rowKinds[state.rows]}
      columns={heads}
      rows={lines}
      figure={figure}
      onOpen={open}
      open={placeIn(rows, columns, state.at)}
      sort={state.sort}
      onSort={(sort) => change({ sort: sort?.key, desc: sort?.descending ? '1' : undefined })}
    />
  );
}

function lineKind({ kind }: AnswerRow): 'plain' | 'subtotal' | 'total' {
  return kind === 'subtotal' || kind === 'total' ? kind : 'plain';
}

function headsOf(columns: readonly AnswerColumn[], reading: ReturnType<typeof useReading>): readonly PivotColumn[] {
  return columns.map(({ key, indicator, period }) => {
    const title = `${reading.say(indicator.name)}${indicator.starred ? ' *' : ''}`;
    const unit = reading.unitName(unitOf(indicator, reading.grows, reading.measures));
    return { key, title: shortPeriod(period), group: { key: indicator.code, title, unit } };
  });
}
