// Pages of integration plans.
import type { NounRoute } from '../shell/index.ts';

export const plansRoutes: readonly NounRoute[] = [
  {
    path: '/plans',
    load: () => import('./plan-list.tsx').then((page) => page.PlanList),
    nav: { order: 4, title: { zh: '方案', en: 'Plans' } },
  },
  { path: '/plans/$id', load: () => import('./plan-page.tsx').then((page) => page.PlanPage) },
  { path: '/plans/$id/import', load: () => import('./import-page.tsx').then((page) => page.ImportPage) },
  { path: '/plans/$id/compare', load: () => import('./compare-page.tsx').then((page) => page.ComparePage) },
];
