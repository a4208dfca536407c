// The moving parts of one filing: the sheet as the server has it, the queue laid over it, the checks that follow every change, undo,
// and the way to a cell.
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { api, useView } from '../../shell/index.ts';
import type { Sheet } from '../shapes.ts';
import type { Entered } from './entry.ts';
import { readEntry } from './entry.ts';
import { drop, insist, put } from './queue.ts';
import { type FilingRow, figureAt, groupsOf } from './rows.ts';
import { withSaved, withTheirs } from './saved.ts';
import { useChecks } from './use-checks.ts';
import { useQueue } from './use-queue.ts';
import { useSending } from './use-sending.ts';

/** ms from the last saving to asking for the sheet again. */
const settleMs = 1200;

interface Step {
  readonly key: string;
  readonly before: Entered;
  readonly after: Entered;
}

export type Filing = ReturnType<typeof useFiling>;

export function useFiling(sheet: Sheet) {
  const { on } = useView();
  const cache = useQueryClient();
  const queryKey = useMemo(() => api.statistics.sheet.queryKey({ input: { id: sheet.id, on } }), [sheet.id, on]);
  const patch = useCallback(
    (change: (sheet: Sheet) => Sheet) => cache.setQueryData(queryKey, (now) => (now ? change(now) : now)),
    [cache, queryKey],
  );
  const refetch = useCallback(() => void cache.invalidateQueries({ queryKey }), [cache, queryKey]);
  const own = useQueue(sheet.id, refetch);
  const sending = useSending({ id: sheet.id, own, onSaved: (batch, answer) => patch((now) => withSaved(now, batch, answer)) });
  const checked = useChecks(sheet, own.queue);
  const groups = useMemo(() => groupsOf({ ...sheet, cells: checked.cells }), [sheet, checked.cells]);
  const rows = useMemo(() => groups.flatMap((group) => group.rows), [groups]);
  useFlushing();
  useAfterSaving(Object.keys(own.queue.pending).length > 0, refetch);
  const edits = useEdits(rows, own);
  const isOpen = useCallback(
    ({ cell }: Pick<FilingRow, 'cell'>) => sheet.readOnly === null && cell.unlocked && !cell.computed,
    [sheet.readOnly],
  );
  const takeTheirs = useCallback(
    (key: string) => {
      const theirs = own.queue.pending[key]?.conflict;
      if (theirs) patch((now) => withTheirs(now, key, theirs.theirs, theirs.revision));
      own.step((queue) => drop(queue, key));
    },
    [own.queue, own.step, patch],
  );
  const takeMine = useCallback((key: string) => own.step((queue) => insist(queue, key)), [own.step]);
  return { sheet, groups, rows, queue: own.queue, ...sending, ...checked, ...edits, isOpen, takeTheirs, takeMine, patch, refetch };
}

/** Changes of cells, and taking them back. They read the newest rows when they are called, so that they stay the same functions. */
function useEdits(rows: readonly FilingRow[], { queue, step }: ReturnType<typeof useQueue>) {
  const now = useRef({ rows, queue });
  now.current = { rows, queue };
  const [past, setPast] = useState<readonly (readonly Step[])[]>([]);
  const [future, setFuture] = useState<readonly (readonly Step[])[]>([]);
  const write = useCallback(
    (values: readonly { readonly key: string; readonly value: Entered }[]) => {
      const byKey = new Map(now.current.rows.map((row) => [row.key, row]));
      step((before) =>
        put(
          before,
          values.map((one) => ({ ...one, seen: byKey.get(one.key)?.cell.revision ?? 0 })),
        ),
      );
    },
    [step],
  );
  const setValues = useCallback(
    (values: readonly { readonly key: string; readonly value: Entered }[]) => {
      const { rows: known, queue: before } = now.current;
      const steps = values.map(({ key, value }) => ({ key, before: enteredAt(known, before.pending[key], key), after: value }));
      setPast((all) => [...all, steps].slice(-200));
      setFuture([]);
      write(values);
    },
    [write],
  );
  const setText = useCallback(
    (row: FilingRow, text: string) => {
      const entry = readEntry(text, row.indicator);
      if (entry.kind === 'read') return setValues([{ key: row.key, value: entry.value }]);
      step((before) => put(before, [{ key: row.key, seen: row.cell.revision, unread: entry.unread }]));
    },
    [setValues, step],
  );
  const setWords = useCallback(
    (row: FilingRow, field: 'explanation' | 'comment', text: string) =>
      step((before) => put(before, [{ key: row.key, seen: row.cell.revision, [field]: text.trim() === '' ? null : text.trim() }])),
    [step],
  );
  const undo = useCallback(() => {
    const last = past.at(-1);
    if (!last) return;
    setPast(past.slice(0, -1));
    setFuture([last, ...future]);
    write(last.map(({ key, before }) => ({ key, value: before })));
  }, [past, future, write]);
  const redo = useCallback(() => {
    const [next, ...rest] = future;
    if (!next) return;
    setFuture(rest);
    setPast([...past, next]);
    write(next.map(({ key, after }) => ({ key, value: after })));
  }, [past, future, write]);
  return { setValues, setText, setWords, undo, redo, mayUndo: past.length > 0, mayRedo: future.length > 0 };
}

function enteredAt(rows: readonly FilingRow[], pending: Parameters<typeof figureAt>[1], key: string): Entered {
  const row = rows.find((one) => one.key === key);
  const value = row ? figureAt(row.cell, pending) : null;
  if (value === null || typeof value === 'string') return value;
  return value.missing === 'not-given' ? null : { missing: value.missing };
}

/** Once all is saved the sheet is asked for again: what follows from the figures elsewhere is the server's to say. */
function useAfterSaving(unsaved: boolean, refetch: () => void): void {
  const before = useRef(unsaved);
  useEffect(() => {
    const settled = before.current && !unsaved;
    before.current = unsaved;
    if (!settled) return;
    const timer = setTimeout(refetch, settleMs);
    return () => clearTimeout(timer);
  }, [unsaved, refetch]);
}

/** What is being typed is taken before the page goes: leaving a field is what takes it. */
function useFlushing(): void {
  useEffect(() => {
    const flush = () => {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    };
    window.addEventListener('pagehide', flush);
    return () => window.removeEventListener('pagehide', flush);
  }, []);
}
