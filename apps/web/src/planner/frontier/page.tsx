// The frontier of a scenario: zones against cost with the cap marked, detached pieces beside it; a point opens its plan. The run stands
// in the address, so that a link shows the same curve and the same point.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, client, useAddress, useParam } from '../../shell/index.ts';
import { Answer, Button, Empty, Failed, Link, Notice, Page, useSay, useWords } from '../../ui/index.ts';
import { isMoving, useRun, useScenario } from '../hooks.ts';
import { RunProgress } from '../parts/run-progress.tsx';
import type { FrontierResult, Run, Scenario } from '../shapes.ts';
import { frontierWords } from '../words-frontier.ts';
import { pointOf } from './chart.ts';
import { ChosenPlan } from './chosen-plan.tsx';
import { Curve } from './curve.tsx';
import '../planner.css';

export function FrontierPage() {
  const scenario = useScenario(useParam('id'));
  return <Answer query={scenario}>{(found) => <FrontierOf key={found.instanceHash} scenario={found} />}</Answer>;
}

function FrontierOf({ scenario }: { readonly scenario: Scenario }) {
  const w = useWords(frontierWords);
  const [search, change] = useAddress();
  const run = useRun(search.run ?? null);
  const [fault, setFault] = useState<unknown>(null);
  const cache = useQueryClient();
  const compute = async () => {
    setFault(null);
    try {
      const made = await client.planner.run({ id: scenario.id, version: scenario.newest, kind: 'frontier' });
      cache.setQueryData(api.planner.running.queryKey({ input: { id: made.id } }), made);
      change({ run: made.id, at: undefined });
    } catch (refused) {
      setFault(refused);
    }
  };
  // Of another question: the scenario was changed since.
  const shown = run.data?.kind === 'frontier' && run.data.instanceHash === scenario.instanceHash ? run.data : null;
  const wanted = scenario.mayChange && !scenario.closed && (shown === null || shown.state === 'cancelled' || shown.state === 'failed');
  const action = wanted ? (
    <Button kind="main" onClick={() => void compute()}>
      {w.compute}
    </Button>
  ) : null;
  return (
    <Page title={w.frontierOf(scenario.name)} answers={w.frontierAnswer} actions={action}>
      <p>
        <Link to={`/planner/${scenario.id}`}>{w.back}</Link>{' '}
        {scenario.dataset === 'training' ? <span className="training-word">{w.training}</span> : null}
      </p>
      {fault ? <Failed error={fault} /> : null}
      {shown ? <RunOf scenario={scenario} run={shown} /> : <Empty title={w.noneYet}>{w.noneNext}</Empty>}
    </Page>
  );
}

function RunOf({ scenario, run }: { readonly scenario: Scenario; readonly run: Run }) {
  const w = useWords(frontierWords);
  const say = useSay();
  if (isMoving(run)) return <RunProgress run={run} onStop={() => void client.planner.stop({ id: run.id })} />;
  if (run.state === 'cancelled') return <Notice tone="warn" title={w.cancelled} />;
  if (run.result?.kind !== 'frontier') {
    return (
      <Notice tone="bad" title={w.failed}>
        {run.note ? say(run.note) : null}
      </Notice>
    );
  }
  if (run.result.points.length === 0) return <Empty title={w.noPlan}>{w.noPlanNext}</Empty>;
  return <Shown scenario={scenario} run={run} result={run.result} />;
}

interface ShownProps {
  readonly scenario: Scenario;
  readonly run: Run;
  readonly result: FrontierResult;
}

function Shown({ scenario, run, result }: ShownProps) {
  const w = useWords(frontierWords);
  const [search] = useAddress();
  const chosen = pointOf(search.at);
  return (
    <>
      <Curve points={result.points} cap={scenario.instance.caps.zones} chosen={chosen} />
      {chosen ? <ChosenPlan scenario={scenario} run={run.id} point={chosen} /> : <p className="note">{w.choose}</p>}
    </>
  );
}
