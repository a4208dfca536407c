// The plan as it follows a hand: asked of the thread at each change, the newest answer shown, older ones passed over.
import type { RuleUse } from '@zhenghe/engine/planner';
import { useEffect, useRef, useState } from 'react';
import type { Resolved, Rules, Solution } from './resolve.ts';
import { openResolveDesk, type ResolveDesk } from './resolve-desk.ts';

export interface Live {
  /** null while nothing is asked. */
  readonly resolved: Resolved | null;
  /** What cannot hold together, once it is known. */
  readonly conflict: readonly RuleUse[] | null;
  readonly busy: boolean;
  readonly failed: boolean;
  /** ms from the question to its answer. */
  readonly took: number | null;
}

const idle: Live = { resolved: null, conflict: null, busy: false, failed: false, took: null };

/** `rules` null: what the server solved stands, nothing is asked. */
export function useLive(solution: Solution | null, rules: Rules | null): Live {
  const [live, setLive] = useState(idle);
  const desk = useRef<{ readonly desk: ResolveDesk; readonly solution: Solution } | null>(null);
  useEffect(
    () => () => {
      desk.current?.desk.close();
      desk.current = null;
    },
    [],
  );
  useEffect(() => {
    // Begun as soon as there is a solution, so that the first drag does not wait for it.
    const thread = solution && deskFor(desk, solution);
    if (thread === null || rules === null) return setLive(idle);
    let left = false;
    const begun = performance.now();
    const put = (changes: Partial<Live>) => (left ? undefined : setLive((now) => ({ ...now, ...changes })));
    put({ busy: true, failed: false });
    thread
      .ask({ kind: 'resolve', rules })
      .then(async (resolved) => {
        put({ resolved, conflict: null, busy: false, took: performance.now() - begun });
        if (!left && resolved.kind === 'none') put({ conflict: await thread.ask({ kind: 'conflict', rules }) });
      })
      .catch(() => put({ busy: false, failed: true }));
    return () => {
      left = true;
    };
  }, [solution, rules]);
  return live;
}

function deskFor(held: { current: { readonly desk: ResolveDesk; readonly solution: Solution } | null }, solution: Solution): ResolveDesk {
  if (held.current?.solution === solution) return held.current.desk;
  const desk = held.current?.desk ?? openResolveDesk();
  held.current = { desk, solution };
  // Its failure is that of the question that follows.
  desk.ask({ kind: 'open', solution }).catch(() => undefined);
  return desk;
}
