// Pages of the overview.
import type { NounRoute } from '../shell/index.ts';

export const cockpitRoutes: readonly NounRoute[] = [
  {
    path: '/',
    load: () => import('./overview.tsx').then((page) => page.Overview),
    nav: { order: 1, title: { zh: '总览', en: 'Overview' } },
  },
];
