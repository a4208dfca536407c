// Pages of targets.
import type { NounRoute } from '../shell/index.ts';

export const targetsRoutes: readonly NounRoute[] = [
  {
    path: '/targets',
    load: () => import('./targets-page.tsx').then((page) => page.TargetsPage),
    nav: { order: 5.3, title: { zh: '目标', en: 'Targets' } },
  },
];
