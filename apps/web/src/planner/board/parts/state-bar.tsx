// The line under the title: what the plan is worth, what was saved, what stands in the way.
import { Button, Notice, StateWord, useSay, useWords } from '../../../ui/index.ts';
import { RefusedList } from '../../parts/refused-list.tsx';
import { words } from '../../words-board.ts';
import type { Board } from '../use-board.ts';
import { SolveProgress } from './solve-progress.tsx';
import { Bounds, StandingWord } from './standing-word.tsx';

export function StateBar({ board }: { readonly board: Board }) {
  const w = useWords(words);
  const { scenario, proposal, behind, live, solving, answered, mayChange } = board;
  const stopped = answered?.result.answer.status !== 'infeasible' && answered?.result.answer.stopped === true;
  return (
    <div className="stack">
      <div className="planner-state" role="status">
        {behind === 'none' ? (
          <StateWord tone="bad">{w.standing.infeasible}</StateWord>
        ) : proposal && behind === null ? (
          <>
            <StandingWord {...proposal} />
            <Bounds {...proposal} />
            {stopped && live.resolved === null ? <span className="note">{w.stopped}</span> : null}
          </>
        ) : (
          <StateWord tone="quiet">{behind === 'stale' ? w.stale : w.standing.unsolved}</StateWord>
        )}
        <Here board={board} />
        <span className="planner-saved">{mayChange ? <Saved board={board} /> : <span>{w.version(scenario.version)}</span>}</span>
      </div>
      {solving.moving || solving.run || solving.error ? <SolveProgress solving={solving} /> : null}
      <Meanwhile board={board} />
      {scenario.closed ? <Notice tone="quiet" title={w.closed} /> : mayChange ? null : <Notice tone="quiet" title={w.readOnly} />}
    </div>
  );
}

/** What this browser worked out by itself. */
function Here({ board: { live, behind, without, instance } }: { readonly board: Board }) {
  const w = useWords(words);
  if (live.failed) return <StateWord tone="warn">{w.hereFailed}</StateWord>;
  if (behind === 'server') {
    const names = without.map((code) => instance.jurisdictions.find((one) => one.code === code)?.name ?? code);
    return <StateWord tone="warn">{w.tooLarge(names.join('、'))}</StateWord>;
  }
  if (live.busy) return <span className="note">{w.hereBusy}</span>;
  return live.took !== null && live.resolved?.kind === 'plan' ? (
    <span className="note" data-took={Math.ceil(live.took)}>
      {w.here(String(Math.max(1, Math.ceil(live.took))))}
    </span>
  ) : null;
}

function Saved({ board: { saving, scenario } }: { readonly board: Board }) {
  const w = useWords(words);
  if (saving.busy) return <span className="note">{w.saving}</span>;
  return saving.dirty ? <StateWord tone="warn">{w.unsaved}</StateWord> : <span className="note">{w.saved(scenario.version)}</span>;
}

function Meanwhile({ board: { saving } }: { readonly board: Board }) {
  const w = useWords(words);
  const say = useSay();
  if (saving.theirs) {
    const choices = (
      <div className="button-row">
        <Button onClick={saving.keepMine}>{w.keepMine}</Button>
        <Button onClick={saving.takeTheirs}>{w.takeTheirs}</Button>
      </div>
    );
    return (
      <Notice tone="bad" title={w.meanwhile(say(saving.theirs.by), saving.theirs.version)} action={choices}>
        {w.meanwhileNext}
      </Notice>
    );
  }
  return saving.error ? (
    <>
      <RefusedList error={saving.error} nameOf={(where) => where} />
      <div>
        <Button onClick={saving.retry}>{w.retry}</Button>
      </div>
    </>
  ) : null;
}
