// Saving as a person works: a new version a moment after the last change, each on top of the one before, and what happens when somebody
// else saved first. What is undone is saved like any other change.
import { useMutation } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { api, client, queryClient } from '../../shell/index.ts';
import type { Scenario } from '../shapes.ts';
import { type Content, contentOf, onWire, sameContent } from './content.ts';

/** ms after the last change. */
const rest = 1200;

export interface Saving {
  /** The version saved last. */
  readonly saved: Scenario;
  readonly dirty: boolean;
  readonly busy: boolean;
  readonly error: unknown;
  /** Somebody saved another version since. */
  readonly theirs: Scenario | null;
  readonly keepMine: () => void;
  readonly takeTheirs: () => void;
  readonly retry: () => void;
  /** Saves at once what is not saved; answers the version that holds it. */
  readonly flush: () => Promise<Scenario>;
  /** The reason that goes with the next version. */
  readonly why: string;
  readonly setWhy: (why: string) => void;
}

interface Asked {
  readonly content: Content;
  readonly mayChange: boolean;
  readonly onTheirs: (content: Content) => void;
}

/** The version saved last with what was sent for it: the server may write the same in another way. */
interface Kept {
  readonly scenario: Scenario;
  readonly content: Content;
}

export function useSaving(first: Scenario, { content, mayChange, onTheirs }: Asked): Saving {
  const [kept, setKept] = useState<Kept>({ scenario: first, content: contentOf(first) });
  const [why, setWhy] = useState('');
  const latest = useRef({ kept, content, why });
  latest.current = { kept, content, why };
  const take = useCallback((scenario: Scenario, sent: Content) => {
    const next = { scenario, content: sent };
    latest.current = { ...latest.current, kept: next };
    setKept(next);
    queryClient.setQueryData(api.planner.scenario.queryKey({ input: { id: scenario.id } }), scenario);
    void queryClient.invalidateQueries({ queryKey: api.planner.scenarios.key() });
  }, []);
  const sent = useCallback((note: string) => setWhy((now) => (now === note ? '' : now)), []);
  const { flush, send, busy, error, theirs, reset } = useSending(first.id, { latest, take, sent });
  const dirty = !sameContent(content, kept.content);
  useAutosave(dirty && mayChange && !busy && theirs === null && error === null, content, () => void flush().catch(() => undefined));
  // A change after a failure is tried again like any other; a conflict waits for a person.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another content
  useEffect(() => (error === null || theirs !== null ? undefined : reset()), [content]);
  return {
    ...{ saved: kept.scenario, dirty, busy, error: theirs ? null : error, theirs, flush, why, setWhy },
    keepMine: () => void (theirs && send(theirs.version).catch(() => undefined)),
    takeTheirs: () => {
      if (!theirs) return;
      const next = contentOf(theirs);
      take(theirs, next);
      onTheirs(next);
      reset();
    },
    retry: () => void flush().catch(() => undefined),
  };
}

interface Sending {
  readonly latest: { readonly current: { readonly kept: Kept; readonly content: Content; readonly why: string } };
  readonly take: (scenario: Scenario, sent: Content) => void;
  readonly sent: (why: string) => void;
}

/** One version after the other: what is asked while one is under way waits for it. */
function useSending(id: string, { latest, take, sent }: Sending) {
  const [theirs, setTheirs] = useState<Scenario | null>(null);
  const { mutateAsync, isPending, error, reset } = useMutation({
    mutationFn: async (basedOn: number) => {
      const { content, why } = latest.current;
      const scenario = await client.planner.save({ id, basedOn, ...onWire(content), note: why.trim() || null });
      sent(why);
      take(scenario, content);
      setTheirs(null);
      return scenario;
    },
    onError: async (fault) => {
      if (codeOf(fault) !== 'CONFLICT') return;
      const other = await client.planner.scenario({ id }).catch(() => null);
      if (other && other.version !== latest.current.kept.scenario.version) setTheirs(other);
    },
  });
  const under = useRef<Promise<Scenario> | null>(null);
  const send = useCallback(
    (basedOn: number) => {
      const going = mutateAsync(basedOn).finally(() => {
        under.current = null;
      });
      under.current = going;
      return going;
    },
    [mutateAsync],
  );
  const flush = useCallback(async (): Promise<Scenario> => {
    if (under.current) await under.current;
    const { kept, content } = latest.current;
    return sameContent(content, kept.content) ? kept.scenario : send(kept.scenario.version);
  }, [send, latest]);
  const forget = useCallback(() => {
    setTheirs(null);
    reset();
  }, [reset]);
  return { flush, send, busy: isPending, error, theirs, reset: forget };
}

function useAutosave(wanted: boolean, content: Content, save: () => void): void {
  const latest = useRef(save);
  latest.current = save;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another content begins the wait anew
  useEffect(() => {
    if (!wanted) return;
    const timer = setTimeout(() => latest.current(), rest);
    return () => clearTimeout(timer);
  }, [wanted, content]);
}

function codeOf(fault: unknown): unknown {
  return typeof fault === 'object' && fault !== null ? Reflect.get(fault, 'code') : undefined;
}
