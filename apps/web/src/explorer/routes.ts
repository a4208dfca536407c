// Pages of the explorer and of tags.
import type { NounRoute } from '../shell/index.ts';
import { warmMap } from '../ui/index.ts';

export const explorerRoutes: readonly NounRoute[] = [
  {
    path: '/explorer',
    load: () => import('./explorer-page.tsx').then((page) => page.ExplorerPage),
    warm: ({ show }) => (show === 'map' ? warmMap() : undefined),
    nav: { order: 5.2, title: { zh: '查询', en: 'Explorer' } },
  },
];
