// The page of my work today.
import type { NounRoute } from '../shell/index.ts';
import { hasWork, useWorkCount } from './hooks.ts';

export const workRoutes: readonly NounRoute[] = [
  {
    path: '/work',
    load: () => import('./work-page.tsx').then((page) => page.WorkPage),
    nav: { order: 1.5, title: { zh: '待办', en: 'My work' }, shownTo: hasWork, useCount: useWorkCount },
  },
];
