// What plans may use of boundaries: the panel of one version, and two versions compared.
export { CompareLand } from './compare-land.tsx';
export { PlanBoundaries } from './plan-boundaries.tsx';
