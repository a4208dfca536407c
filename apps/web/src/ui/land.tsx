// The map of land and its table of corners bring OpenLayers and the engine's projections: loaded when first shown.
import { lazy, Suspense } from 'react';
import type { LandCornersProps } from './land-corners.tsx';
import type { LandMapProps } from './land-marks.ts';
import { Loading } from './states.tsx';

const Figure = lazy(() => import('./land-map.tsx').then((module) => ({ default: module.LandFigure })));
const Table = lazy(() => import('./land-corners.tsx').then((module) => ({ default: module.CornersTable })));

/** A map of land: layers with their legend, marks, drawing, a sheet for paper, and a table of the same. */
export function LandMap(props: LandMapProps) {
  return (
    <Suspense fallback={<Loading rows={12} />}>
      <Figure {...props} />
    </Suspense>
  );
}

/** The corners of one block as figures: what the mouse does on the map, without a mouse. */
export function LandCorners(props: LandCornersProps) {
  return (
    <Suspense fallback={<Loading rows={4} />}>
      <Table {...props} />
    </Suspense>
  );
}
