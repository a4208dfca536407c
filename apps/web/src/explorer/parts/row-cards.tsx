// The answer on a phone: a card for each row, with the newest figure of each indicator; a figure opens its source.
import { useMemo, useState } from 'react';
import { useAddress } from '../../shell/index.ts';
import { useWords } from '../../ui/index.ts';
import { type AnswerColumn, cellOf, newestColumn, unitOf } from '../answer.ts';
import { figureOf } from '../figures.ts';
import { type ExplorerState, figureKey, rowId } from '../question.ts';
import type { AnswerRow, PivotAnswer } from '../shapes.ts';
import { shortPeriod, useReading, useRowName } from '../use-reading.ts';
import { words } from '../words.ts';

interface CardsProps {
  readonly answer: PivotAnswer;
  readonly rows: readonly AnswerRow[];
  readonly state: ExplorerState;
}

/** Cards and figures shown before more are asked for. */
const few = { rows: 20, figures: 4 };

export function RowCards({ answer, rows, state }: CardsProps) {
  const w = useWords(words);
  const [most, setMost] = useState(few.rows);
  const rowName = useRowName();
  const columns = useMemo(() => answer.indicators.flatMap(({ code }) => newestColumn(answer, code) ?? []), [answer]);
  const reading = useReading(state.growth !== 'none');
  return (
    <>
      <p className="note">{w.cardsNote}</p>
      <ul className="cards" aria-label={w.tableCaption}>
        {rows.slice(0, most).map((row) => (
          <li key={rowId(row)} className={row.kind === 'total' || row.kind === 'subtotal' ? 'pivot-sum' : ''}>
            <div className="card-title">{rowName(row)}</div>
            <Figures {...{ answer, row, columns, reading }} name={rowName(row)} />
          </li>
        ))}
      </ul>
      {rows.length > most ? (
        <button type="button" className="card-open" onClick={() => setMost(most + few.rows)}>
          {w.moreRows(rows.length - most)}
        </button>
      ) : null}
    </>
  );
}

interface FiguresProps {
  readonly answer: PivotAnswer;
  readonly row: AnswerRow;
  readonly columns: readonly AnswerColumn[];
  readonly reading: ReturnType<typeof useReading>;
  readonly name: string;
}

function Figures({ answer, row, columns, reading, name }: FiguresProps) {
  const w = useWords(words);
  const [all, setAll] = useState(false);
  const [, change] = useAddress();
  const shown = all ? columns : columns.slice(0, few.figures);
  return (
    <>
      <dl>
        {shown.map(({ key, indicator, period, at }) => {
          const figure = figureOf({ row: name, indicator, period, cell: cellOf(answer, row, at) }, reading);
          return (
            <div key={key}>
              <dt>
                {reading.say(indicator.name)} <span className="note">{shortPeriod(period)}</span>
              </dt>
              <dd>
                <button
                  type="button"
                  className="figure-open"
                  aria-label={figure.label}
                  onClick={() => change({ at: figureKey({ row: rowId(row), indicator: indicator.code, period }) })}
                >
                  {figure.signs ? <span className="signs">{figure.signs}</span> : null}
                  <span className={figure.missing ? 'missing' : 'number'}>{figure.text}</span>
                  {figure.missing ? null : (
                    <span className="unit"> {reading.unitName(unitOf(indicator, reading.grows, reading.measures))}</span>
                  )}
                </button>
              </dd>
            </div>
          );
        })}
      </dl>
      {columns.length > shown.length ? (
        <button type="button" className="card-open" onClick={() => setAll(true)}>
          {w.moreFigures(columns.length - shown.length)}
        </button>
      ) : null}
    </>
  );
}
