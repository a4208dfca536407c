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
  {
    path: '/tags',
    load: () => import('./tags/list-page.tsx').then((page) => page.TagListPage),
    nav: { order: 5.4, title: { zh: '标签', en: 'Tags' } },
  },
  { path: '/tags/new', load: () => import('./tags/edit-page.tsx').then((page) => page.NewTagPage) },
  { path: '/tags/$code', load: () => import('./tags/tag-page.tsx').then((page) => page.TagPage) },
  { path: '/tags/$code/change', load: () => import('./tags/edit-page.tsx').then((page) => page.ChangeTagPage) },
];
