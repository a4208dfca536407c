// Cells of a subject being picked for a return: whether picking is on, and what is picked; leaving the form forgets them.
import type { Place } from '@zhenghe/engine/kernel';
import { useCallback, useMemo, useState } from 'react';
import type { PickedCell } from './draft.ts';

export interface Picking {
  readonly active: boolean;
  readonly picked: readonly PickedCell[];
  /** Picks a cell, or drops it when it is picked already. */
  readonly toggle: (place: Place) => void;
  readonly setActive: (active: boolean) => void;
}

/** `keyOf` tells the cells of a subject apart; one function for the life of the page. */
export function usePicking(keyOf: (place: Place) => string): Picking {
  const [active, setOn] = useState(false);
  const [picked, setPicked] = useState<readonly PickedCell[]>([]);
  const toggle = useCallback(
    (place: Place) => {
      const key = keyOf(place);
      setPicked((now) => (now.some((one) => one.key === key) ? now.filter((one) => one.key !== key) : [...now, { key, place }]));
    },
    [keyOf],
  );
  const setActive = useCallback((next: boolean) => {
    setOn(next);
    if (!next) setPicked([]);
  }, []);
  return useMemo(() => ({ active, picked, toggle, setActive }), [active, picked, toggle, setActive]);
}
