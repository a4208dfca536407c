// The source card of a figure: meaning, unit, period, calibre and bridge, source, who approved it, next update, every approved version,
// what it was derived from, the acts it was carried through; with links to filing, clause and indicator.
import { unitWord } from '@zhenghe/engine/kernel';
import { useAddress } from '../../shell/index.ts';
import { Answer, ClauseLink, Facts, Link, Notice, SidePanel, useSay, useWords } from '../../ui/index.ts';
import { type AnswerCell, breaksAt, unitOf } from '../answer.ts';
import { notesInWords, type Reading, textOf } from '../figures.ts';
import { useCard } from '../hooks.ts';
import type { FigurePlace } from '../question.ts';
import type { AnswerIndicator, AnswerRow, Ask, Card } from '../shapes.ts';
import { cardWords } from '../words-card.ts';
import { Carried, Derived, Quality, Versions } from './card-parts.tsx';
import { GatheredCard } from './gathered-card.tsx';

export interface OpenFigure {
  readonly at: FigurePlace;
  readonly row: AnswerRow;
  readonly rowName: string;
  readonly indicator: AnswerIndicator;
  readonly cell: AnswerCell;
}

interface PanelProps {
  readonly open: OpenFigure;
  readonly ask: Ask;
  readonly reading: Reading;
}

export function SourcePanel({ open, ask, reading }: PanelProps) {
  const w = useWords(cardWords);
  const [, change] = useAddress();
  const { at, indicator, cell, rowName } = open;
  return (
    <SidePanel title={w.title} onClose={() => change({ at: undefined })}>
      <div className="card-figure">
        <div>
          {rowName} · {reading.say(indicator.name)} · {reading.periodName(at.period)}
        </div>
        <div className="big">
          <span className={cell.value === null ? 'missing' : 'number'}>{textOf(open, reading)}</span>
          {cell.value === null ? null : (
            <span className="unit"> {reading.unitName(unitOf(indicator, reading.grows, reading.measures))}</span>
          )}
        </div>
        <Notes open={open} reading={reading} />
      </div>
      {open.row.kind === 'unit' ? (
        <CardBody at={at} map={ask.map ?? 'then'} reading={reading} />
      ) : (
        <GatheredCard at={at} ask={ask} reading={reading} place={open.row.kind === 'total' ? (ask.place ?? null) : open.row.place} />
      )}
    </SidePanel>
  );
}

/** Why there is no growth here, or what the number is besides. */
function Notes({ open, reading }: Omit<PanelProps, 'ask'>) {
  const w = useWords(cardWords);
  const { cell, indicator, at } = open;
  const notes = notesInWords({ cell, indicator, period: at.period }, reading);
  const refused = cell.notes.includes('break') || cell.notes.includes('not-comparable');
  const both = cell.notes.includes('break') || cell.notes.includes('bridged') ? breaksAt(indicator, at.period) : [];
  return (
    <>
      {cell.expected > 1 ? <p className="note">{w.gathered(cell.of, cell.expected)}</p> : null}
      {notes.length > 0 ? (
        <Notice tone={refused ? 'warn' : 'info'} title={refused ? w.refused : w.remark}>
          {notes.map((note) => (
            <p key={note}>{note}</p>
          ))}
        </Notice>
      ) : null}
      {both.map((one) => (
        <Facts
          key={one.period}
          rows={[
            [w.calibreBefore, reading.say(one.from)],
            [w.calibreAfter, reading.say(one.to)],
          ]}
        />
      ))}
    </>
  );
}

function CardBody({ at, map, reading }: { readonly at: FigurePlace; readonly map: 'then' | 'today'; readonly reading: Reading }) {
  const card = useCard(at, map);
  return (
    <Answer query={card} rows={8}>
      {(found) => (
        <>
          <CardFacts card={found} />
          {found.derived ? <Derived derived={found.derived} reading={reading} /> : null}
          {found.carried.length > 0 ? <Carried carried={found.carried} /> : null}
          <Quality quality={found.quality} />
          <Versions card={found} reading={reading} />
        </>
      )}
    </Answer>
  );
}

function CardFacts({ card }: { readonly card: Card }) {
  const w = useWords(cardWords);
  const say = useSay();
  const { indicator, calibre, bridge } = card;
  const last = card.versions.at(-1);
  const unit = say(unitWord(indicator.unit));
  const publications: Readonly<Record<string, string>> = w.publications;
  return (
    <Facts
      rows={[
        [w.meaning, say(indicator.meaning)],
        [w.unitOf, unit],
        [w.calibre, calibre ? say(calibre.title) : undefined],
        [w.calibreClause, calibre?.clause ? <ClauseLink key="calibre" citation={calibre.clause} /> : undefined],
        [w.bridge, bridge ? `${say(bridge.title)}: ${bridge.value} ${unit}` : undefined],
        [w.source, last ? say(last.source) : say(indicator.source)],
        [w.approvedBy, last?.approvedBy ? `${say(last.approvedBy)} · ${last.on}` : undefined],
        [w.owner, say(indicator.owner)],
        [w.nextUpdate, card.nextUpdate ?? w.noUpdate],
        [w.publication, publications[indicator.publication] ?? indicator.publication],
        [w.clause, card.clause ? <ClauseLink key="clause" citation={card.clause} /> : undefined],
        [w.indicator, <Link key="indicator" to={`/indicators/${indicator.code}`}>{`${say(indicator.name)} (${indicator.code})`}</Link>],
      ]}
    />
  );
}
