// The source card of a figure that nobody filed by itself: a place, a type, the whole. What it means and rests on, the parts of a ratio
// summed over the same units, and the way to the single figures.
import { calibreAt } from '@zhenghe/engine/indicators';
import { periodStart } from '@zhenghe/engine/kernel';
import { Answer, ClauseLink, Facts, Link, MissingText, useSay, useWords } from '../../ui/index.ts';
import { type AnswerCell, cellOf } from '../answer.ts';
import { type Reading, textOf } from '../figures.ts';
import { useIndicator, useParts } from '../hooks.ts';
import { type FigurePlace, rowId } from '../question.ts';
import type { Ask, IndicatorAnswer } from '../shapes.ts';
import { cardWords } from '../words-card.ts';

interface GatheredProps {
  readonly at: FigurePlace;
  readonly ask: Ask;
  readonly reading: Reading;
  /** Place whose units went in; null for a type or a grade. */
  readonly place: string | null;
}

export function GatheredCard({ at, ask, reading, place }: GatheredProps) {
  const w = useWords(cardWords);
  const indicator = useIndicator(at.indicator);
  return (
    <Answer query={indicator} rows={8}>
      {(found) => (
        <>
          <p className="note">{w.noVersions}</p>
          {place === null ? null : (
            <Link to="/explorer" search={{ i: at.indicator, rows: 'unit', from: at.period, to: at.period, place, map: ask.map }}>
              {w.units}
            </Link>
          )}
          <Meaning found={found} at={at} reading={reading} />
          {found.parts.length > 0 ? <Parts found={found} at={at} ask={ask} reading={reading} /> : null}
        </>
      )}
    </Answer>
  );
}

interface FoundProps extends Pick<GatheredProps, 'at' | 'reading'> {
  readonly found: IndicatorAnswer;
}

function Meaning({ found: { indicator, written }, at, reading }: FoundProps) {
  const w = useWords(cardWords);
  const say = useSay();
  const calibre = calibreAt(indicator, periodStart, at.period);
  return (
    <Facts
      rows={[
        [w.meaning, say(indicator.meaning)],
        [w.unitOf, reading.unitName(indicator.unit)],
        [w.calibre, calibre ? say(calibre.title) : undefined],
        [w.calibreClause, calibre?.clause ? <ClauseLink key="calibre" citation={calibre.clause} /> : undefined],
        [w.derived, written],
        [w.source, say(indicator.source)],
        [w.owner, say(indicator.owner)],
        [w.publication, w.publications[indicator.publication]],
        [w.clause, indicator.clause ? <ClauseLink key="clause" citation={indicator.clause} /> : undefined],
        [w.indicator, <Link key="indicator" to={`/indicators/${indicator.code}`}>{`${say(indicator.name)} (${indicator.code})`}</Link>],
      ]}
    />
  );
}

/** What was summed before it was divided: the same row of the same question, asked for the parts. */
function Parts({ found, at, ask, reading }: FoundProps & Pick<GatheredProps, 'ask'>) {
  const w = useWords(cardWords);
  const codes = [...new Set(found.parts.map(({ code }) => code))];
  const parts = useParts({ ...ask, indicators: codes.join(','), from: at.period, to: at.period, growth: 'none' });
  return (
    <section>
      <h3>{w.partsOf}</h3>
      <Answer query={parts} rows={3}>
        {(answer) => {
          const row = answer.rows.find((one) => rowId(one) === at.row);
          return (
            <ul className="plain-list">
              {answer.indicators.map((indicator, index) => {
                const cell = cellOf(answer, row, index);
                return (
                  <li key={indicator.code}>
                    <span>{reading.say(indicator.name)}</span>
                    <PartFigure
                      cell={cell}
                      text={textOf({ cell, indicator }, { ...reading, grows: false, measures: filed })}
                      unit={reading.unitName(indicator.unit)}
                    />
                  </li>
                );
              })}
            </ul>
          );
        }}
      </Answer>
    </section>
  );
}

/** Parts stand in the units the formula reads them in. */
const filed = { money: 'own', land: 'own' } as const;

interface PartProps {
  readonly cell: AnswerCell;
  readonly text: string;
  readonly unit: string;
}

function PartFigure({ cell, text, unit }: PartProps) {
  if (cell.missing !== null) return <MissingText reason={cell.missing} />;
  return (
    <span className="number">
      {cell.of < cell.expected ? <span className="signs">{`${cell.of}/${cell.expected}`}</span> : null}
      {text} <span className="unit">{unit}</span>
    </span>
  );
}
