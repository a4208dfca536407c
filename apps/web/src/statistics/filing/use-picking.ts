// The cells being picked for a return; leaving the form forgets them.
import type { Place } from '@zhenghe/engine/kernel';
import { useCallback, useMemo, useState } from 'react';
import type { Picking } from './desk.ts';

export function usePicking(): Picking {
  const [active, setOn] = useState(false);
  const [picked, setPicked] = useState<readonly Place[]>([]);
  const toggle = useCallback((place: Place) => {
    setPicked((now) => (now.some(({ row }) => row === place.row) ? now.filter(({ row }) => row !== place.row) : [...now, place]));
  }, []);
  const setActive = useCallback((next: boolean) => {
    setOn(next);
    if (!next) setPicked([]);
  }, []);
  return useMemo(() => ({ active, picked, toggle, setActive }), [active, picked, toggle, setActive]);
}
