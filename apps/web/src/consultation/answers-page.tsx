// The published answers of a round: every comment, whether it was taken up, and why; the same on paper as on screen.
import { useParam, useView } from '../shell/index.ts';
import { Answer, Button, Empty, Figure, FigureRow, Link, Page, useWords } from '../ui/index.ts';
import './consultation.css';
import { useIsStaff, useRound } from './hooks.ts';
import { AnswerTable } from './parts/answer-table.tsx';
import { roundPath } from './parts/round-cards.tsx';
import type { Outcome, RoundDetail } from './shapes.ts';
import { words } from './words.ts';

export function AnswersPage() {
  const query = useRound(useParam('round'));
  return (
    <Answer query={query} rows={10}>
      {(round) => <Answers round={round} />}
    </Answer>
  );
}

function Answers({ round }: { readonly round: RoundDetail }) {
  const w = useWords(words);
  const staff = useIsStaff();
  const published = round.state === 'published';
  const open = published || (staff && round.said.length > 0);
  const print = open ? <Button onClick={() => window.print()}>{w.printed}</Button> : undefined;
  return (
    <Page title={w.table.titleOf(round.title)} answers={w.table.answers(round.comments)} actions={print}>
      <p className="round-head">
        <Link to={roundPath(round.id)}>{w.backToRound}</Link>
        <span>
          {w.kinds[round.kind]} · {w.numbered(round.number)} · {w.version(round.version)}
        </span>
      </p>
      {published ? null : <Empty title={w.table.notYet}>{w.table.notYetNext}</Empty>}
      {open ? <Published round={round} /> : null}
    </Page>
  );
}

function Published({ round }: { readonly round: RoundDetail }) {
  const w = useWords(words);
  const count = (outcome: Outcome) => round.said.filter(({ answer }) => answer?.outcome === outcome).length;
  const view = useView();
  const on = round.publishedOn ?? view.on;
  const source = { meaning: w.table.counted(count('adopted'), count('partly'), count('not')), source: w.table.source, on };
  return (
    <>
      <FigureRow>
        <Figure label={w.table.all} value={round.comments} source={source} />
        {(['adopted', 'partly', 'not'] as const).map((outcome) => (
          <Figure key={outcome} label={w.outcomes[outcome]} value={count(outcome)} source={source} />
        ))}
      </FigureRow>
      {round.said.length > 0 ? <AnswerTable round={round} /> : <Empty title={w.table.none}>{w.table.noneNext}</Empty>}
    </>
  );
}
