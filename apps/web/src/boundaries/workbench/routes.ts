// Pages where boundaries are drawn. Without a draft in the address a new one is begun, from what the plan or the layer holds now.
import type { NounRoute } from '../../shell/index.ts';
import { warmLand } from '../../ui/index.ts';

const plan = () => import('./draw-page.tsx').then((page) => page.PlanDrawPage);
const layer = () => import('./draw-page.tsx').then((page) => page.LayerDrawPage);

export const workbenchRoutes: readonly NounRoute[] = [
  { path: '/plans/$id/boundaries/draw', load: plan, warm: warmLand },
  { path: '/plans/$id/boundaries/draw/$draft', load: plan, warm: warmLand },
  { path: '/boundaries/layers/draw', load: layer, warm: warmLand },
  { path: '/boundaries/layers/draw/$draft', load: layer, warm: warmLand },
];
