// Pages of statistics: what is due and how far it is, the sheet of a filing, the forms, what they ask, and whom.
import type { NounRoute } from '../shell/index.ts';

const offices: readonly string[] = ['province', 'city', 'county', 'department', 'zone'];

export const statisticsRoutes: readonly NounRoute[] = [
  {
    path: '/statistics',
    load: () => import('./statistics-page.tsx').then((page) => page.StatisticsPage),
    nav: { order: 5, title: { zh: '统计', en: 'Statistics' }, shownTo: ({ card }) => card !== null && offices.includes(card.role) },
  },
  { path: '/statistics/filings/$id', load: () => import('./filing-page.tsx').then((page) => page.FilingPage) },
  { path: '/statistics/forms', load: () => import('./forms-page.tsx').then((page) => page.FormsPage) },
  { path: '/statistics/forms/$code', load: () => import('./form-page.tsx').then((page) => page.FormPage) },
  { path: '/statistics/burden', load: () => import('./burden-page.tsx').then((page) => page.BurdenPage) },
  { path: '/statistics/roster', load: () => import('./roster-page.tsx').then((page) => page.RosterPage) },
];
