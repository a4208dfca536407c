// One round: the draft that is asked about, the clock with its rule, the form, and for the drafting unit its desk.
import { useParam, usePlacePath, useSession } from '../shell/index.ts';
import { Answer, ClauseLink, Facts, Link, Page, Section, useSay, useWords } from '../ui/index.ts';
import './consultation.css';
import { useIsStaff, useRound } from './hooks.ts';
import { AskedGrid } from './parts/asked-grid.tsx';
import { Clock, RoundStateWord } from './parts/clock.tsx';
import { CommentPart } from './parts/comment-form.tsx';
import { DeskPart } from './parts/desk-part.tsx';
import { OwnComments } from './parts/own-comments.tsx';
import { RoundActions } from './parts/round-actions.tsx';
import { roundPath } from './parts/round-cards.tsx';
import type { RoundDetail } from './shapes.ts';
import { words } from './words.ts';

export function RoundPage() {
  const query = useRound(useParam('round'));
  return (
    <Answer query={query} rows={10}>
      {(round) => <OneRound key={round.id} round={round} />}
    </Answer>
  );
}

function OneRound({ round }: { readonly round: RoundDetail }) {
  const w = useWords(words);
  const staff = useIsStaff();
  const { answer, end, publish } = round.may;
  const drafts = answer || end || publish;
  const unit = useSession()?.card?.unitId;
  // A unit that was asked reads its own words, not a desk of one line.
  const asked = unit !== undefined && round.units.some((one) => one.unit.id === unit);
  const desk = drafts || (staff && !asked && round.said.length > 0);
  return (
    <Page
      title={round.title}
      answers={`${w.kinds[round.kind]} · ${w.numbered(round.number)}`}
      actions={<MainWay round={round} mayComment={round.may.comment && !drafts} />}
    >
      <p>
        <Link to="/consultation">{w.back}</Link>
      </p>
      <p className="round-head">
        <RoundStateWord state={round.state} />
        {round.state === 'open' ? <Clock round={round} /> : null}
      </p>
      <RoundFacts round={round} />
      <RoundActions round={round} />
      {drafts ? null : <CommentPart round={round} />}
      {desk ? null : <OwnComments round={round} />}
      {round.kind === 'internal' && round.units.length > 0 ? <AskedGrid round={round} /> : null}
      {desk ? <DeskPart round={round} /> : null}
    </Page>
  );
}

/** The one thing a reader comes for: to comment while it is open, to read the answers when they are out. */
function MainWay({ round, mayComment }: { readonly round: RoundDetail; readonly mayComment: boolean }) {
  const w = useWords(words);
  if (round.state === 'published') {
    return (
      <Link to={`${roundPath(round.id)}/answers`} className="large-link main">
        {w.readAnswers}
      </Link>
    );
  }
  if (!mayComment || round.kind === 'internal') return null;
  const go = () => {
    const form = document.querySelector<HTMLElement>('.plain-form, .receipt-card');
    form?.scrollIntoView({ block: 'start' });
    form?.querySelector<HTMLElement>('input, button')?.focus({ preventScroll: true });
  };
  return (
    <button type="button" className="large-link main" onClick={go}>
      {w.comment}
    </button>
  );
}

function RoundFacts({ round }: { readonly round: RoundDetail }) {
  const w = useWords(words);
  const say = useSay();
  const placeOf = usePlacePath();
  const { rule, previous, compareLink, endedEarly } = round;
  return (
    <Section title={w.draft} note={w.frozen}>
      <div className="stack">
        <p>
          <VersionLink link={round.link} version={round.version}>
            {w.readDraft(round.version)}
          </VersionLink>
        </p>
        <Facts
          rows={[
            [w.place, placeOf(round.jurisdiction)],
            [w.by, say(round.by)],
            [
              w.note,
              round.note ? (
                <span key="note" className="said">
                  {round.note}
                </span>
              ) : null,
            ],
            [w.opens, round.opensOn],
            [w.closes, w.closesOn(round.closesOn)],
            [w.rule, <RuleText key="rule" rule={rule} />],
            [w.business, round.kind === 'public' ? (round.touchesBusiness ? w.touches : w.touchesNot) : null],
            [w.ended, endedEarly ? w.endedOn(endedEarly.on, endedEarly.reason) : null],
            [w.publishedOn, round.publishedOn],
            [
              w.since,
              previous && compareLink && previous.version !== round.version ? (
                <LinkOf key="since" link={compareLink}>
                  {w.compare(previous.version, round.version)}
                </LinkOf>
              ) : null,
            ],
          ]}
        />
      </div>
    </Section>
  );
}

function RuleText({ rule }: Pick<RoundDetail, 'rule'>) {
  const say = useSay();
  return (
    <>
      {say(rule.text)} {rule.clause ? <ClauseLink citation={rule.clause} /> : null}
    </>
  );
}

/** The page of the version asked about, not of one that came later. */
function VersionLink({ link, version, children }: { readonly link: string; readonly version: number; readonly children: string }) {
  const [path, query] = splitLink(link);
  return (
    <Link to={path} search={{ ...query, version: String(version) }}>
      {children}
    </Link>
  );
}

function LinkOf({ link, children }: { readonly link: string; readonly children: string }) {
  const [path, query] = splitLink(link);
  return (
    <Link to={path} search={query}>
      {children}
    </Link>
  );
}

function splitLink(link: string): readonly [string, Readonly<Record<string, string>>] {
  const [path = '', query = ''] = link.split('?');
  return [path, Object.fromEntries(new URLSearchParams(query))];
}
