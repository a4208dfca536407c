// The planner's answers as queries, and the actions on scenarios. A run under way is asked for again until it stands still.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, client, useView } from '../shell/index.ts';
import type { Run, Scenario } from './shapes.ts';

/** ms between two looks at work under way. */
const look = 400;

export function isMoving(run: Pick<Run, 'state'>): boolean {
  return run.state === 'waiting' || run.state === 'working';
}

/** Scenarios that stand for the place in view, or for one under or above it. */
export function useScenarios(closed: boolean) {
  const { data: dataset } = useView();
  return useQuery(api.planner.scenarios.queryOptions({ input: { dataset, closed }, placeholderData: (before) => before }));
}

export function useScenario(id: string, version?: number) {
  return useQuery(api.planner.scenario.queryOptions({ input: { id, ...(version && { version }) }, staleTime: Number.POSITIVE_INFINITY }));
}

/** Unit, meaning and default of each setting, and every rule with its clause, for a place on a day. */
export function useDefaults(scope: string, on: string) {
  return useQuery(api.planner.defaults.queryOptions({ input: { scope, on }, enabled: on !== '', staleTime: 10 * 60_000 }));
}

export function useRun(id: string | null) {
  return useQuery(
    api.planner.running.queryOptions({
      input: { id: id ?? '' },
      enabled: id !== null,
      refetchInterval: ({ state }) => (state.data && isMoving(state.data) ? look : false),
    }),
  );
}

export function useScenarioActions() {
  const cache = useQueryClient();
  const listAgain = () => cache.invalidateQueries({ queryKey: api.planner.scenarios.key() });
  const onSuccess = async (next: Scenario) => {
    cache.setQueryData(api.planner.scenario.queryKey({ input: { id: next.id } }), next);
    await listAgain();
  };
  return {
    create: useMutation(api.planner.create.mutationOptions({ onSuccess })),
    close: useMutation(
      api.planner.close.mutationOptions({
        onSuccess: async ({ id }) => {
          await cache.invalidateQueries({ queryKey: api.planner.scenario.queryKey({ input: { id } }) });
          await listAgain();
        },
      }),
    ),
  };
}

/** Asks for a run and waits for its end; `signal` ends the waiting, not the run. */
export async function runToEnd(asked: Parameters<typeof client.planner.run>[0], signal: AbortSignal): Promise<Run> {
  let run = await client.planner.run(asked);
  while (isMoving(run)) {
    await pause(look, signal);
    run = await client.planner.running({ id: run.id });
  }
  return run;
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(new Error('nobody waits any more'));
    });
  });
}
