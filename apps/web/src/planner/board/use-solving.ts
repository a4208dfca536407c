// A run on the server: asked for the version that holds what is on the board, followed while it works, stopped by a person.
import { useMutation } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import { api, client, queryClient } from '../../shell/index.ts';
import { isMoving, useRun } from '../hooks.ts';
import type { Run, Scenario, SolveResult } from '../shapes.ts';

/** A run that answered, with the version it speaks of. */
export interface Answered {
  readonly run: Run;
  readonly scenario: Scenario;
  readonly result: SolveResult;
}

export interface Solving {
  /** Under way, or ended without an answer. */
  readonly run: Run | null;
  readonly moving: boolean;
  readonly error: unknown;
  readonly solve: () => void;
  readonly stop: () => void;
}

interface Asked {
  readonly flush: () => Promise<Scenario>;
  readonly onAnswer: (answered: Answered) => void;
}

export function useSolving(first: Scenario, { flush, onAnswer }: Asked): Solving {
  const begun = first.run && isMoving(first.run) ? { id: first.run.id, scenario: first } : null;
  const [going, setGoing] = useState<{ readonly id: string; readonly scenario: Scenario } | null>(begun);
  const asking = useMutation({
    mutationFn: async () => {
      const scenario = await flush();
      const run = await client.planner.run({ id: scenario.id, version: scenario.version, kind: 'solve' });
      queryClient.setQueryData(api.planner.running.queryKey({ input: { id: run.id } }), run);
      setGoing({ id: run.id, scenario });
    },
  });
  const stopping = useMutation(api.planner.stop.mutationOptions());
  const run = useRun(going?.id ?? null).data ?? null;
  useEffect(() => {
    if (!run || !going || run.id !== going.id || run.state !== 'done' || run.result?.kind !== 'solve') return;
    setGoing(null);
    onAnswer({ run, scenario: going.scenario, result: run.result });
    void queryClient.invalidateQueries({ queryKey: api.planner.scenarios.key() });
  }, [run, going, onAnswer]);
  const moving = asking.isPending || (going !== null && (run === null || isMoving(run)));
  const { mutate } = asking;
  return {
    ...{ run: going ? run : null, moving, error: asking.error },
    solve: useCallback(() => mutate(), [mutate]),
    stop: () => (going ? stopping.mutate({ id: going.id }) : undefined),
  };
}
