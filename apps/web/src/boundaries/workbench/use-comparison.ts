// What is drawn beside what was there before: side by side, or as kept, gained and lost, worked out in the thread.
import { useEffect, useMemo, useState } from 'react';
import { type LandLayer, useWords } from '../../ui/index.ts';
import type { Feature } from '../shapes.ts';
import { words } from '../words-map.ts';
import type { OverlayDesk } from './overlay-desk.ts';
import type { Compared } from './overlay-tasks.ts';

export const comparisons = ['none', 'beside', 'difference'] as const;
export type Comparison = (typeof comparisons)[number];

interface Asked {
  readonly desk: OverlayDesk | null;
  readonly how: Comparison;
  readonly before: readonly Feature[];
  readonly after: readonly Feature[];
}

/** Layers over the map: kept, gained, lost; none unless a difference is asked for. */
export function useDifference({ desk, how, before, after }: Asked): readonly LandLayer[] {
  const w = useWords(words);
  const [compared, setCompared] = useState<Compared | null>(null);
  useEffect(() => {
    if (!desk || how !== 'difference') return;
    let left = false;
    desk
      .ask('compare', { before, after })
      .then((answer) => (left ? undefined : setCompared(answer)))
      // A block that crosses itself cannot be compared: its finding says so.
      .catch(() => (left ? undefined : setCompared(null)));
    return () => {
      left = true;
    };
  }, [desk, how, before, after]);
  return useMemo(() => {
    if (how !== 'difference' || !compared) return [];
    return (['kept', 'gained', 'lost'] as const).map((kind) => ({
      id: kind,
      label: w[kind],
      kind,
      features: compared[kind],
      visible: true,
    }));
  }, [how, compared, w]);
}
