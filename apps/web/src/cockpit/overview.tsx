// The overview: the day's answer for the person who asks. Another card, another answer first.
import { useQuery } from '@tanstack/react-query';
import { Navigate } from '@tanstack/react-router';
import type { RoleCard } from '@zhenghe/contract/accounts';
import type { DayAnswer } from '@zhenghe/contract/cockpit';
import type { PlanRow } from '@zhenghe/contract/plans';
import { Fragment, lazy, Suspense } from 'react';
import { api, useSession, useView } from '../shell/index.ts';
import { Answer, Empty, Figure, FigureRow, Loading, Page, Section, useSay, useWords } from '../ui/index.ts';
import { type Part, partsFor, readerOf, standsWithin } from './order.ts';
import { DatesPart } from './parts/dates-part.tsx';
import { LabelsPart } from './parts/labels-part.tsx';
import { MeterPart } from './parts/meter-part.tsx';
import { MeterStrip } from './parts/meter-strip.tsx';
import { PlanRows } from './parts/plan-rows.tsx';
import { QuotaPart } from './parts/quota-part.tsx';
import { words } from './words.ts';

/** Only the public reads it, and it stands below the first answer: not part of the first page's weight. */
const OpenRounds = lazy(() => import('../consultation/index.ts').then(({ OpenRounds: rounds }) => ({ default: rounds })));

type Role = RoleCard['role'];

export function Overview() {
  const w = useWords(words);
  const say = useSay();
  const session = useSession();
  const { on: asOf, data: dataset } = useView();
  const day = useQuery(api.cockpit.day.queryOptions({ input: { dataset, asOf }, enabled: asOf !== '' }));
  const card = session?.card;
  if (session?.profile === 'demo' && !card) return <Navigate to="/roles" search={(current: Record<string, unknown>) => current} replace />;
  return (
    <Page title={w.title} answers={card ? say(card.question) : w.publicAnswer}>
      <Answer query={day} rows={14}>
        {(answer) => partsFor(card?.role).map((part) => <Fragment key={part}>{partOf(part, answer)}</Fragment>)}
      </Answer>
    </Page>
  );
}

function partOf(part: Part, answer: DayAnswer) {
  if (part === 'strip') return <MeterStrip meter={answer.meter} />;
  if (part === 'meter') return <MeterPart meter={answer.meter} />;
  if (part === 'labels') return <LabelsPart meter={answer.meter} />;
  if (part === 'quota') return <QuotaPart rows={answer.quota} complete={answer.meter.now.complete} />;
  if (part === 'dates') return <DatesPart dates={answer.dates} />;
  if (part === 'late') return <LatePart answer={answer} />;
  if (part === 'rounds') {
    return (
      <Suspense fallback={<Loading rows={4} />}>
        <OpenRounds />
      </Suspense>
    );
  }
  return <WaitingPart answer={answer} />;
}

function WaitingPart({ answer }: { readonly answer: DayAnswer }) {
  const w = useWords(words);
  const { place } = useView();
  const role = readerOf(useSession()?.card?.role);
  const rows = answer.waiting.filter((row) => standsWithin(row.jurisdiction, place)).sort(turnOf(role));
  const title = w.waiting[role];
  const mine = rows.filter((row) => row.state === 'accepted').length;
  return (
    <Section title={title} note={role === 'province' ? w.waitingProvince(mine, rows.length - mine) : w.waitingCount(rows.length)}>
      <div className="stack">
        {role === 'zone' || role === 'county' ? null : <Steps answer={answer} />}
        <PlanRows caption={title} rows={rows} empty={<Empty title={w.waitingNone}>{w.waitingNext}</Empty>} />
      </div>
    </Section>
  );
}

/** The province reads first what the cities have passed; what still lies with a city comes after. */
function turnOf(role: Role): (a: PlanRow, b: PlanRow) => number {
  const rank = (row: PlanRow) => (role === 'province' && row.state !== 'accepted' ? 1 : 0);
  return (a, b) => rank(a) - rank(b);
}

function LatePart({ answer }: { readonly answer: DayAnswer }) {
  const w = useWords(words);
  const { place } = useView();
  const rows = answer.late.filter((row) => standsWithin(row.jurisdiction, place));
  return (
    <Section title={w.late} note={w.waitingCount(rows.length)}>
      <PlanRows caption={w.late} rows={rows} empty={<Empty title={w.lateNone}>{w.lateNext}</Empty>} />
    </Section>
  );
}

function Steps({ answer }: { readonly answer: DayAnswer }) {
  const w = useWords(words);
  const { on } = useView();
  const named: Readonly<Record<string, string>> = w.planState;
  return (
    <FigureRow>
      {answer.steps.map((step) => (
        <Figure
          key={step.state}
          label={named[step.state] ?? step.state}
          value={step.count}
          source={{ meaning: w.stepsTitle, source: w.steps, on }}
        />
      ))}
    </FigureRow>
  );
}
