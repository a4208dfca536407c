// The shapes of layers in force, as layers of the map; those still on their way simply come later.
import { useMemo } from 'react';
import type { LandLayer } from '../../ui/index.ts';
import { useSay } from '../../ui/index.ts';
import { useIsStaff, useLayerShapes } from '../hooks.ts';
import { layerOf } from '../land-layers.ts';

/** `wanted`: ids of layer versions. The public is shown none. */
export function usePlaceLayers(wanted: ReadonlySet<string> | readonly string[]): readonly LandLayer[] {
  const say = useSay();
  const staff = useIsStaff();
  const queries = useLayerShapes(staff ? [...wanted] : []);
  const key = queries.map(({ data }) => data?.id ?? '').join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the queries change their identity with each drawing, their answers by `key` only
  return useMemo(() => queries.flatMap(({ data }) => (data ? [layerOf(data, say(data.title))] : [])), [key]);
}
