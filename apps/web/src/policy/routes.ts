// Pages of the law as data.
import type { NounRoute } from '../shell/index.ts';

export const policyRoutes: readonly NounRoute[] = [
  {
    path: '/policy',
    load: () => import('./pack-list.tsx').then((page) => page.PackList),
    nav: { order: 3, title: { zh: '法规', en: 'Policy' } },
  },
  { path: '/policy/clauses', load: () => import('./clause-register.tsx').then((page) => page.ClauseRegister) },
  { path: '/policy/clauses/$pack/$code', load: () => import('./clause-page.tsx').then((page) => page.ClausePage) },
  { path: '/policy/conflicts', load: () => import('./conflict-list.tsx').then((page) => page.ConflictList) },
  { path: '/policy/targets', load: () => import('./target-table.tsx').then((page) => page.TargetTable) },
];
