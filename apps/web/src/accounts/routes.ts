// Pages of accounts: for now the role cards of the demo profile.
import type { NounRoute } from '../shell/index.ts';

export const accountsRoutes: readonly NounRoute[] = [
  { path: '/roles', load: () => import('./role-cards.tsx').then((page) => page.RoleCards) },
];
