// The map of a boundary page: which layers are shown is the reader's, for this visit.
import { useCallback, useMemo, useState } from 'react';
import { LandMap, type LandMapProps, type LandView } from '../../ui/index.ts';

export function Land({ layers, ...props }: Omit<LandMapProps, 'onToggle'>) {
  const [chosen, choose] = useState<ReadonlyMap<string, boolean>>(new Map());
  const shown = useMemo(() => layers.map((layer) => ({ ...layer, visible: chosen.get(layer.id) ?? layer.visible })), [layers, chosen]);
  const onToggle = useCallback((layer: string, visible: boolean) => choose((before) => new Map(before).set(layer, visible)), []);
  return <LandMap {...props} layers={shown} onToggle={onToggle} />;
}

type Look = readonly [view: LandView | undefined, go: (to: Omit<LandView, 'turn'>) => void];

/** Where the map looks; going brings the map into view, as on a phone it stands far above the table. */
export function useLandLook(): Look {
  const [view, setView] = useState<LandView>();
  const go = useCallback((to: Omit<LandView, 'turn'>) => {
    setView((before) => ({ ...to, turn: (before?.turn ?? 0) + 1 }));
    document.querySelector('[data-land]')?.scrollIntoView({ block: 'nearest' });
  }, []);
  return [view, go];
}
