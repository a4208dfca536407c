// Small multiples: a chart for each indicator, with the same rows on all of them; the table below is the twin of them all.
import { useCallback, useMemo } from 'react';
import { useAddress } from '../../shell/index.ts';
import { Chart, CheckList, grouped, useLook, useWords } from '../../ui/index.ts';
import { notesShown, orderedRows, unitOf } from '../answer.ts';
import { barOption, type ChartLook, drawnRows, lineOption, mostBars } from '../chart.ts';
import { type ExplorerState, joined, mostLines, rowId } from '../question.ts';
import type { AnswerIndicator, AnswerRow, PivotAnswer } from '../shapes.ts';
import { useReading, useRowName } from '../use-reading.ts';
import { words } from '../words.ts';

interface ChartsProps {
  readonly answer: PivotAnswer;
  readonly state: ExplorerState;
}

export function ResultCharts({ answer, state }: ChartsProps) {
  const w = useWords(words);
  const rows = useMemo(() => orderedRows(answer, state.sort), [answer, state.sort]);
  const single = rows.filter(({ kind }) => kind !== 'total' && kind !== 'subtotal');
  const overTime = answer.periods.length > 1;
  const drawn = overTime ? drawnRows({ rows, indicators: answer.indicators }, state.lines) : single;
  return (
    <>
      {overTime && rows.length > 1 ? <LineChoice rows={rows} drawn={drawn} /> : null}
      {!overTime && single.length > mostBars ? <p className="note">{w.barsMost(mostBars, single.length)}</p> : null}
      {notesShown(answer).includes('partial') ? <p className="note">{w.hollow}</p> : null}
      <div className="multiples">
        {answer.indicators.map((indicator) => (
          <OneChart key={indicator.code} {...{ answer, state, indicator, overTime }} rows={drawn} />
        ))}
      </div>
    </>
  );
}

function LineChoice({ rows, drawn }: { readonly rows: readonly AnswerRow[]; readonly drawn: readonly AnswerRow[] }) {
  const w = useWords(words);
  const [, change] = useAddress();
  const rowName = useRowName();
  const choices = rows.map((row) => ({ value: rowId(row), label: rowName(row) }));
  return (
    <details className="fold">
      <summary>{`${w.chartLines} (${drawn.length}, ${w.chartLinesNote(mostLines)})`}</summary>
      <div className="fold-body scrolls">
        <CheckList
          label={w.chartLines}
          choices={choices}
          chosen={drawn.map(rowId)}
          most={mostLines}
          onChange={(keys) => change({ lines: joined(keys) })}
        />
      </div>
    </details>
  );
}

interface OneProps extends ChartsProps {
  readonly indicator: AnswerIndicator;
  readonly rows: readonly AnswerRow[];
  readonly overTime: boolean;
}

function OneChart({ answer, state, indicator, rows, overTime }: OneProps) {
  const w = useWords(words);
  const { palette } = useLook();
  const [, change] = useAddress();
  const reading = useReading(state.growth !== 'none');
  const rowName = useRowName();
  const { measures, grows, say, unitName } = reading;
  const unit = unitName(unitOf(indicator, grows, measures));
  const option = useMemo(() => {
    const tell = (value: number) => `${grouped(String(value))} ${unit}`;
    const look: ChartLook = { palette, measures, grows, rowName, tell, breakName: w.breakAt };
    return overTime ? lineOption({ answer, indicator, rows }, look) : barOption({ answer, indicator, rows }, look);
  }, [answer, indicator, rows, overTime, palette, measures, grows, rowName, unit, w]);
  const pick = useCallback((at: string) => change({ at }), [change]);
  const name = say(indicator.name);
  const label = overTime ? w.chartTime(name) : w.chartBars(name, reading.periodName(answer.periods.at(-1) ?? ''));
  const height = overTime ? 280 : 48 + 26 * Math.min(mostBars, Math.max(2, rows.length));
  const broken = indicator.breaks.map(({ from, to, bridged }) => (bridged ? w.breakBridged : w.breakBoth)(say(from), say(to)));
  return (
    <section className="multiple">
      <h3>{unit ? w.chartOf(name, unit) : name}</h3>
      {broken.map((text) => (
        <p key={text} className="note">
          {text}
        </p>
      ))}
      <Chart label={label} option={option} height={height} onPick={pick} />
    </section>
  );
}
