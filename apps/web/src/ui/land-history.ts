// Undo and redo over anything that is replaced whole. Pure, with the hook a page holds it by.
import { useCallback, useMemo, useState } from 'react';

export interface Course<T> {
  readonly past: readonly T[];
  readonly now: T;
  readonly future: readonly T[];
}

/** Steps that can be taken back. */
const most = 200;

export function began<T>(now: T): Course<T> {
  return { past: [], now, future: [] };
}

export function changed<T>(course: Course<T>, next: T): Course<T> {
  return next === course.now ? course : { past: [...course.past, course.now].slice(-most), now: next, future: [] };
}

export function undone<T>({ past, now, future }: Course<T>): Course<T> {
  const before = past.at(-1);
  return past.length === 0 || before === undefined
    ? { past, now, future }
    : { past: past.slice(0, -1), now: before, future: [now, ...future] };
}

export function redone<T>({ past, now, future }: Course<T>): Course<T> {
  const [next, ...rest] = future;
  return next === undefined ? { past, now, future } : { past: [...past, now], now: next, future: rest };
}

export interface LandHistory<T> {
  readonly now: T;
  readonly change: (next: T) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  /** Begins anew: what was before is forgotten. */
  readonly restart: (now: T) => void;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

export function useLandHistory<T>(first: T): LandHistory<T> {
  const [course, setCourse] = useState(() => began(first));
  const change = useCallback((next: T) => setCourse((now) => changed(now, next)), []);
  const undo = useCallback(() => setCourse(undone), []);
  const redo = useCallback(() => setCourse(redone), []);
  const restart = useCallback((now: T) => setCourse(began(now)), []);
  const { now, past, future } = course;
  return useMemo(
    () => ({ now, change, undo, redo, restart, canUndo: past.length > 0, canRedo: future.length > 0 }),
    [now, change, undo, redo, restart, past.length, future.length],
  );
}
