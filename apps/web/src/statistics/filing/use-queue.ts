// The queue of a filing in the browser, shared by all tabs of one person: every change reads it, steps it and writes it at once.
import { useCallback, useEffect, useRef, useState } from 'react';
import { useOwnSlot } from '../../shell/index.ts';
import { emptyQueue, type Queue } from './queue.ts';

export interface OwnQueue {
  readonly queue: Queue;
  /** Its name for a lock between tabs. */
  readonly name: string;
  /** Steps what is kept now, and answers what stands after. */
  readonly step: (step: (queue: Queue) => Queue) => Queue;
}

/** `onElsewhere` is told when another tab has changed it. */
export function useQueue(id: string, onElsewhere: () => void): OwnQueue {
  const own = useOwnSlot<Queue>(`filings/${id}`, 'queue-1');
  const [queue, setQueue] = useState<Queue>(() => own.read() ?? emptyQueue);
  const latest = useRef(queue);
  const told = useRef(onElsewhere);
  told.current = onElsewhere;
  const take = useCallback((next: Queue) => {
    latest.current = next;
    setQueue(next);
    return next;
  }, []);
  const step = useCallback(
    (change: (queue: Queue) => Queue) => {
      const next = change(own.read() ?? latest.current);
      own.write(isEmpty(next) ? null : next);
      return take(next);
    },
    [own, take],
  );
  useEffect(() => {
    const onStorage = (event: StorageEvent) => {
      if (event.key === null || event.key !== own.slot) return;
      take(own.read() ?? emptyQueue);
      told.current();
    };
    window.addEventListener('storage', onStorage);
    return () => window.removeEventListener('storage', onStorage);
  }, [own, take]);
  return { queue, name: own.slot ?? id, step };
}

function isEmpty({ pending, sending }: Queue): boolean {
  return sending === null && Object.keys(pending).length === 0;
}
