// Pages of boundaries: layers in force, files handed in, townships hosted, land reused.
import type { NounRoute } from '../shell/index.ts';
import { warmLand } from '../ui/index.ts';

export const boundariesRoutes: readonly NounRoute[] = [
  {
    path: '/boundaries',
    load: () => import('./layers-page.tsx').then((page) => page.LayersPage),
    warm: warmLand,
    nav: { order: 4.8, title: { zh: '边界', en: 'Map' } },
  },
  { path: '/boundaries/hosting', load: () => import('./hosting-page.tsx').then((page) => page.HostingPage) },
  { path: '/boundaries/parcels', load: () => import('./parcels-page.tsx').then((page) => page.ParcelsPage), warm: warmLand },
  { path: '/boundaries/layers/upload', load: () => import('./upload-page.tsx').then((page) => page.LayerUploadPage) },
  { path: '/plans/$id/boundaries/upload', load: () => import('./upload-page.tsx').then((page) => page.PlanUploadPage) },
];
