// All that stands on the board: what a person changed, what is saved, what was solved, and the plan that follows from them.
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { usePlaceName, useView } from '../../shell/index.ts';
import { type LandHistory, useLandHistory } from '../../ui/index.ts';
import type { Decision, Instance, Lock, RuleUse, Scenario, Settings } from '../shapes.ts';
import { type Content, contentOf, sameQuestion, settingsKey } from './content.ts';
import type { Proposal } from './proposal.ts';
import { fromServer } from './proposal.ts';
import type { Rules, Solution } from './resolve.ts';
import { type Live, useLive } from './use-live.ts';
import { type Saving, useSaving } from './use-saving.ts';
import { type Answered, type Solving, useSolving } from './use-solving.ts';
import { type BoardView, boardView } from './view.ts';

export interface Board {
  readonly scenario: Scenario;
  readonly mayChange: boolean;
  readonly content: Content;
  readonly history: LandHistory<Content>;
  readonly setLocks: (locks: readonly Lock[]) => void;
  readonly setDecisions: (decisions: readonly Decision[]) => void;
  readonly setSettings: (settings: Settings) => void;
  readonly instance: Instance;
  /** null: nothing is solved yet, or the settings changed since. */
  readonly proposal: Proposal | null;
  /** What the server solved; differences are told against it. */
  readonly baseline: Proposal | null;
  readonly capPrice: number | null | undefined;
  /** The plan does not answer to what is on the board: no plan, too large, or not solved with these settings. */
  readonly behind: 'none' | 'server' | 'stale' | null;
  readonly without: readonly string[];
  readonly conflict: readonly RuleUse[] | null;
  readonly view: BoardView;
  readonly live: Live;
  readonly saving: Saving;
  readonly solving: Solving;
  readonly answered: Answered | null;
}

export function useBoard(first: Scenario): Board {
  const { data } = useView();
  const mayChange = first.mayChange && !first.closed && first.version === first.newest && data === first.dataset;
  const history = useLandHistory<Content>(useMemo(() => contentOf(first), [first]));
  const { now: content, change, restart } = history;
  const [answered, setAnswered] = useState<Answered | null>(() => answerOf(first));
  const saving = useSaving(first, { content, mayChange, onTheirs: restart });
  const solving = useSolving(first, { flush: saving.flush, onAnswer: setAnswered });
  useSolveAgain(first, solving.solve, mayChange);
  const instance = useInstance(saving.saved, content);
  const current = answered && settingsKey(answered.scenario.settings) === settingsKey(content.settings) ? answered : null;
  const solution = useMemo(() => (current ? solutionOf(current) : null), [current]);
  const asSolved = current !== null && sameQuestion(content, contentOf(current.scenario));
  const rules = useMemo(
    (): Rules | null => (asSolved ? null : { locks: content.locks, decisions: content.decisions }),
    [asSolved, content.locks, content.decisions],
  );
  const live = useLive(mayChange ? solution : null, rules);
  const baseline = useMemo(() => (current ? fromServer(current) : null), [current]);
  const proposal = useShown(asSolved ? baseline : live.resolved?.kind === 'plan' ? live.resolved.proposal : null, baseline);
  const locks = content.locks;
  const view = useMemo(() => boardView(instance, proposal, { locks, before: baseline }), [instance, proposal, locks, baseline]);
  const noneHere = live.resolved?.kind === 'none' ? live.resolved : null;
  const impossible = asSolved && current?.result.answer.status === 'infeasible' ? current.result.answer.conflict : null;
  return {
    ...{
      scenario: saving.saved,
      mayChange,
      content,
      history,
      instance,
      proposal,
      baseline,
      view,
      live,
      saving,
      solving,
      answered: current,
    },
    setLocks: useCallback((next) => change({ ...content, locks: next }), [change, content]),
    setDecisions: useCallback((next) => change({ ...content, decisions: next }), [change, content]),
    setSettings: useCallback((next) => change({ ...content, settings: next }), [change, content]),
    capPrice: asSolved ? capPriceOf(current) : live.resolved?.kind === 'plan' ? live.resolved.capPrice : undefined,
    behind: behindOf(current, answered, { impossible: impossible !== null || noneHere !== null, server: live.resolved?.kind === 'server' }),
    without: noneHere?.places ?? (live.resolved?.kind === 'server' ? live.resolved.places : []),
    conflict: impossible ?? live.conflict,
  };
}

interface Standing {
  readonly impossible: boolean;
  readonly server: boolean;
}

function behindOf(current: Answered | null, answered: Answered | null, { impossible, server }: Standing): Board['behind'] {
  if (current === null) return answered === null ? null : 'stale';
  if (impossible) return 'none';
  return server ? 'server' : null;
}

/** While nothing answers to what is on the board, the plan before it stays in view. */
function useShown(next: Proposal | null, baseline: Proposal | null): Proposal | null {
  const last = useRef<Proposal | null>(null);
  if (baseline === null) last.current = null;
  if (next !== null) last.current = next;
  return last.current;
}

/** The register of the version saved last, with the locks on the board and places in the reader's language. */
function useInstance({ instance }: Scenario, { locks, decisions }: Content): Instance {
  const nameOf = usePlaceName();
  const jurisdictions = useMemo(
    () => instance.jurisdictions.map((one) => ({ ...one, name: one.joins ? one.name : nameOf(one.code) })),
    [instance, nameOf],
  );
  return useMemo(() => ({ ...instance, jurisdictions, locks, decisions }), [instance, jurisdictions, locks, decisions]);
}

function answerOf(scenario: Scenario): Answered | null {
  const { run } = scenario;
  return run?.state === 'done' && run.result?.kind === 'solve' ? { run, scenario, result: run.result } : null;
}

function solutionOf({ scenario, result: { answer, curves } }: Answered): Solution | null {
  if (answer.status === 'infeasible') return null;
  const { plan, outcomes, lowerBound } = answer;
  return { instance: scenario.instance, plan: { plan, outcomes }, lowerBound, curves };
}

function capPriceOf(answered: Answered | null): number | null | undefined {
  const answer = answered?.result.answer;
  return answer === undefined || answer.status === 'infeasible' ? undefined : answer.capPrice;
}

/** A scenario that was changed and left before it was solved again is solved when it is opened. */
function useSolveAgain(first: Scenario, solve: () => void, mayChange: boolean): void {
  const begun = useRef(false);
  useEffect(() => {
    if (begun.current || !mayChange || first.run !== null || first.version === 1 || first.instance.parks.length === 0) return;
    begun.current = true;
    solve();
  }, [first, solve, mayChange]);
}
