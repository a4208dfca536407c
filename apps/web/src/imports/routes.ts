// Pages of imports: the batches, one batch, and the wizard for a kind of file. A plan's own file is brought in from its page.
import type { NounRoute } from '../shell/index.ts';
import { mayBring } from './bringers.ts';

export const importsRoutes: readonly NounRoute[] = [
  {
    path: '/imports',
    load: () => import('./list-page.tsx').then((page) => page.ImportList),
    nav: { order: 8, title: { zh: '导入', en: 'Imports' }, shownTo: mayBring },
  },
  { path: '/imports/new/$kind', load: () => import('./wizard-page.tsx').then((page) => page.WizardPage) },
  { path: '/imports/$id', load: () => import('./batch-page.tsx').then((page) => page.BatchPage) },
];
