// The table of corners brings the engine's projections, so it is loaded when it is first shown.
import { lazy, Suspense } from 'react';
import type { LandCornersProps } from './land-corners.tsx';
import { Loading } from './states.tsx';

const Table = lazy(() => import('./land-corners.tsx').then((module) => ({ default: module.LandCorners })));

export function LandCorners(props: LandCornersProps) {
  return (
    <Suspense fallback={<Loading rows={4} />}>
      <Table {...props} />
    </Suspense>
  );
}
