// The rounds of consultation: for the public what is open now and what was answered, for units what is open, late and
// unanswered (F105, F106).
import { useAddress, useView } from '../shell/index.ts';
import { Answer, Choice, Empty, Figure, FigureRow, Link, Page, Section, useWords } from '../ui/index.ts';
import './consultation.css';
import { useIsStaff, useRounds } from './hooks.ts';
import { byUrgency, filtered, filterOf, forPublic, kinds, states } from './order.ts';
import { RoundCards } from './parts/round-cards.tsx';
import { RoundTable } from './parts/round-table.tsx';
import type { RoundRow } from './shapes.ts';
import { words } from './words.ts';
import { words as deskWords } from './words-desk.ts';

export function ListPage() {
  const w = useWords(words);
  const staff = useIsStaff();
  const { place } = useView();
  const [search] = useAddress();
  const receipt = (
    <Link to="/consultation/receipt" className="large-link">
      {w.receiptLink}
    </Link>
  );
  return (
    <Page title={w.title} answers={staff ? w.answersStaff : w.answersPublic} actions={receipt}>
      <Answer query={useRounds()} rows={10}>
        {(rounds) => {
          const rows = filtered(rounds, filterOf(search, place));
          return staff ? <ForUnits rows={[...rows].sort(byUrgency)} /> : <ForPublic rows={rows} />;
        }}
      </Answer>
    </Page>
  );
}

function ForPublic({ rows }: { readonly rows: readonly RoundRow[] }) {
  const w = useWords(words);
  const { open, waiting, published } = forPublic(rows);
  return (
    <>
      <Section title={w.openNow}>
        {open.length > 0 ? <RoundCards rounds={open} label={w.openNow} /> : <Empty title={w.openNone}>{w.openNoneNext}</Empty>}
      </Section>
      {waiting.length > 0 ? (
        <Section title={w.waiting} note={w.waitingNote}>
          <RoundCards rounds={waiting} label={w.waiting} />
        </Section>
      ) : null}
      <Section title={w.published}>
        {published.length > 0 ? (
          <RoundCards rounds={published} label={w.published} />
        ) : (
          <Empty title={w.publishedNone}>{w.publishedNoneNext}</Empty>
        )}
      </Section>
    </>
  );
}

function ForUnits({ rows }: { readonly rows: readonly RoundRow[] }) {
  const d = useWords(deskWords);
  const { on } = useView();
  const unanswered = rows.reduce((sum, row) => sum + row.unanswered, 0);
  return (
    <>
      <FigureRow>
        <Figure
          label={d.openRounds}
          value={rows.filter(({ state }) => state === 'open').length}
          source={{ meaning: d.meaning.open, source: d.source, on }}
        />
        <Figure
          label={d.unansweredTotal}
          value={unanswered}
          tone={unanswered > 0 ? 'warn' : 'info'}
          source={{ meaning: d.meaning.unanswered, source: d.source, on }}
        />
      </FigureRow>
      <Filters />
      <RoundTable rounds={rows} caption={d.rounds} />
    </>
  );
}

/** The place is the one of the top bar, for every page alike. */
function Filters() {
  const w = useWords(words);
  const d = useWords(deskWords);
  const { place } = useView();
  const [search, change] = useAddress();
  const { kind, state } = filterOf(search, place);
  return (
    <div className="filters">
      <Choice
        label={d.kind}
        value={kind}
        all={d.all}
        choices={kinds.map((value) => ({ value, label: w.kinds[value] }))}
        onChange={(next) => change({ kind: next })}
      />
      <Choice
        label={d.state}
        value={state}
        all={d.all}
        choices={states.map((value) => ({ value, label: w.states[value] }))}
        onChange={(next) => change({ state: next })}
      />
    </div>
  );
}
