// The auditor's page. Nobody else finds it in the list, and the server answers nobody else.
import type { NounRoute } from '../shell/index.ts';

export const auditRoutes: readonly NounRoute[] = [
  {
    path: '/audit',
    load: () => import('./audit-page.tsx').then((page) => page.AuditPage),
    nav: { order: 9, title: { zh: '审计', en: 'Audit' }, shownTo: ({ card }) => card?.role === 'audit-admin' },
  },
];
