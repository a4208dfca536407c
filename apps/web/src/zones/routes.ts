// Pages of the register of zones.
import type { NounRoute } from '../shell/index.ts';
import { warmMap } from '../ui/index.ts';

export const zonesRoutes: readonly NounRoute[] = [
  {
    path: '/zones',
    load: () => import('./zone-list.tsx').then((page) => page.ZoneList),
    warm: ({ view }) => (view === 'map' ? warmMap() : undefined),
    nav: { order: 2, title: { zh: '名录', en: 'Zones' } },
  },
  { path: '/zones/history', load: () => import('./history.tsx').then((page) => page.History) },
  { path: '/zones/$id', load: () => import('./zone-page.tsx').then((page) => page.ZonePage) },
];
