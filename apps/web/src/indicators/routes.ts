// Pages of the indicator library: the list, one indicator, its editor, what waits to be put in force, and bundles.
import type { NounRoute } from '../shell/index.ts';

export const indicatorsRoutes: readonly NounRoute[] = [
  {
    path: '/indicators',
    load: () => import('./library-page.tsx').then((page) => page.LibraryPage),
    nav: { order: 5, title: { zh: '指标', en: 'Indicators' } },
  },
  { path: '/indicators/new', load: () => import('./editor/new-page.tsx').then((page) => page.NewPage) },
  { path: '/indicators/proposals', load: () => import('./proposals-page.tsx').then((page) => page.ProposalsPage) },
  { path: '/indicators/bundle', load: () => import('./bundle-page.tsx').then((page) => page.BundlePage) },
  { path: '/indicators/$code', load: () => import('./indicator-page.tsx').then((page) => page.IndicatorPage) },
  { path: '/indicators/$code/change', load: () => import('./editor/change-page.tsx').then((page) => page.ChangePage) },
];
