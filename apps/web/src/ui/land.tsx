// The map of land and its table of corners bring OpenLayers and the engine's projections: loaded when first shown.
import { Suspense } from 'react';
import type { LandCornersProps } from './land-corners.tsx';
import type { LandMapProps } from './land-marks.ts';
import { LaterPart, later } from './later.tsx';
import { countyOutlines } from './outlines.ts';
import { Loading } from './states.tsx';

const figure = later(() => import('./land-map.tsx').then((module) => module.LandFigure));
const corners = later(() => import('./land-corners.tsx').then((module) => module.CornersTable));

/** Fetches all that a map of land needs while its shapes are still on their way. */
export function warmLand(): void {
  void figure.fetchAhead();
  void countyOutlines().catch(() => undefined);
}

/** A map of land: layers with their legend, marks, drawing, a sheet for paper, and a table of the same. */
export function LandMap(props: LandMapProps) {
  return (
    <Suspense fallback={<Loading rows={12} />}>
      <LaterPart of={figure} props={props} />
    </Suspense>
  );
}

/** The corners of one block as figures: what the mouse does on the map, without a mouse. */
export function LandCorners(props: LandCornersProps) {
  return (
    <Suspense fallback={<Loading rows={4} />}>
      <LaterPart of={corners} props={props} />
    </Suspense>
  );
}
