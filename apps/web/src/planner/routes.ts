// Pages of the planner: the scenarios, and the board of one.
import type { NounRoute } from '../shell/index.ts';
import { plansHere } from './reach.ts';

export const plannerRoutes: readonly NounRoute[] = [
  {
    path: '/planner',
    load: () => import('./list-page.tsx').then((page) => page.ScenarioList),
    nav: { order: 4.5, title: { zh: '规划', en: 'Planner' }, shownTo: plansHere },
  },
  { path: '/planner/compare', load: () => import('./compare/page.tsx').then((page) => page.ComparePage) },
  { path: '/planner/$id/frontier', load: () => import('./frontier/page.tsx').then((page) => page.FrontierPage) },
  { path: '/planner/$id', load: () => import('./board-page.tsx').then((page) => page.BoardPage) },
];
