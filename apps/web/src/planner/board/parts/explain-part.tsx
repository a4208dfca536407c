// Why a park stands where it does: its next best choice with what that costs more, the rules that bind here, and the price of the cap.
import { useQuery } from '@tanstack/react-query';
import { ClauseLink, Failed, useSay, useWords } from '../../../ui/index.ts';
import { figure } from '../../figures.ts';
import { runToEnd, useDefaults } from '../../hooks.ts';
import type { ExplainResult } from '../../shapes.ts';
import { words } from '../../words-board.ts';
import type { Board } from '../use-board.ts';
import type { ParkView, PlaceView } from '../view.ts';
import { CapPart } from './cap-part.tsx';

interface ExplainPartProps {
  readonly board: Board;
  readonly view: ParkView;
  readonly place: PlaceView;
}

export function ExplainPart({ board, view, place }: ExplainPartProps) {
  const w = useWords(words);
  const { scenario, proposal, saving, behind } = board;
  const ready = board.mayChange && proposal !== null && behind === null && !saving.dirty;
  const { data, error } = useQuery({
    queryKey: ['planner', 'explain', scenario.id, scenario.version, place.code],
    queryFn: async ({ signal }) =>
      (await runToEnd({ id: scenario.id, version: scenario.version, kind: 'explain', jurisdiction: place.code }, signal)).result,
    enabled: ready,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const explained = data?.kind === 'explain' ? data : null;
  return (
    <section className="stack planner-explain" aria-busy={ready && data === undefined && !error}>
      <h3>{w.explain}</h3>
      {error ? <Failed error={error} kept={false} /> : null}
      {!ready ? (
        <p className="note">{saving.dirty ? w.explainDirty : w.noExplain}</p>
      ) : explained ? (
        <Explained board={board} view={view} explained={explained} />
      ) : error ? null : (
        <p className="note">{w.computing}</p>
      )}
      {board.capPrice === undefined ? null : <b>{w.capPrice}</b>}
      <CapPart board={board} />
    </section>
  );
}

interface ExplainedProps {
  readonly board: Board;
  readonly view: ParkView;
  readonly explained: ExplainResult;
}

function Explained({ board, view, explained }: ExplainedProps) {
  const w = useWords(words);
  const next = explained.nextBest.find(({ park }) => park === view.park.code);
  return (
    <>
      <div>
        <b>{w.nextBest}</b> · {next ? <Next next={next} nameOf={(code) => board.view.parks.get(code)?.park.name ?? code} /> : w.noOther}
      </div>
      <Binding board={board} binding={explained.binding} />
    </>
  );
}

interface NextProps {
  readonly next: ExplainResult['nextBest'][number];
  readonly nameOf: (park: string) => string;
}

function Next({ next: { park, outcome, lead, extraCost }, nameOf }: NextProps) {
  const w = useWords(words);
  const says = w.nextBestSays;
  if (extraCost === null) return <>{w.noOther}</>;
  const joins = lead === null ? says.mergeAlone : lead === park ? says.mergeSelf : says.merge(nameOf(lead));
  return (
    <>
      {outcome === 'merge' ? joins : says[outcome]}, <span className="number">{w.extra(figure(extraCost, 4))}</span>
    </>
  );
}

function Binding({ board, binding }: { readonly board: Board; readonly binding: ExplainResult['binding'] }) {
  const w = useWords(words);
  const say = useSay();
  const about = useDefaults(board.scenario.scope, board.scenario.day).data?.rules ?? [];
  if (binding.length === 0) return <p className="note">{w.noneBinding}</p>;
  return (
    <div>
      <b>{w.bindingRules}</b>
      <ul className="planner-binding">
        {binding.map(({ rule, subject, saving }) => {
          const told = about.find((one) => one.rule === rule);
          return (
            <li key={`${rule}/${subject ?? ''}`}>
              {told ? say(told.title) : rule} {subject ? `· ${subjectName(board, rule, subject)} ` : ''}
              {told?.clause ? <ClauseLink citation={told.clause} /> : null}{' '}
              <span className="note number">
                {w.saving2} {figure(saving, 4)} {w.costUnit}
              </span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function subjectName({ instance, content, view }: Board, rule: string, subject: string): string {
  if (rule === 'lock') {
    const lock = content.locks[Number(subject)];
    const parks = lock ? ('together' in lock ? lock.together : 'apart' in lock ? lock.apart : [lock.park]) : [];
    return parks.map((code) => view.parks.get(code)?.park.name ?? code).join('、');
  }
  return instance.jurisdictions.find(({ code }) => code === subject)?.name ?? view.parks.get(subject)?.park.name ?? subject;
}
