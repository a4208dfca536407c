// The published answers of a round: every comment, whether it was taken up, and why; the same on paper as on screen.

import { DocumentsPanel } from '../documents/index.ts';
import { useParam, useView } from '../shell/index.ts';
import { Answer, Button, Empty, Figure, FigureRow, Link, Page, Section, useWords } from '../ui/index.ts';
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
      {staff && round.noun === 'plans' && (published || round.state === 'answered') ? <Files round={round} /> : null}
    </Page>
  );
}

const tables = ['answers', 'answers-sheet'] as const;

/** The same table as an official paper and as a workbook, made in the queue with its verify code. */
function Files({ round }: { readonly round: RoundDetail }) {
  const w = useWords(words);
  return (
    <Section title={w.table.files} note={w.table.filesNote}>
      <DocumentsPanel plan={round.subject} version={round.version} unsaved={false} only={tables} />
    </Section>
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
