// Pages of accounts: the demo's role cards; in production the setup, sign-in, one's own account, and its administration.
import type { NounRoute } from '../shell/index.ts';

export const accountsRoutes: readonly NounRoute[] = [
  { path: '/roles', load: () => import('./role-cards.tsx').then((page) => page.RoleCards) },
  { path: '/sign-in', load: () => import('./sign-in-page.tsx').then((page) => page.SignInPage) },
  { path: '/setup', load: () => import('./setup-page.tsx').then((page) => page.SetupPage) },
  { path: '/account', load: () => import('./account-page.tsx').then((page) => page.AccountPage) },
  { path: '/people', load: () => import('./people-page.tsx').then((page) => page.PeoplePage) },
  { path: '/account-settings', load: () => import('./settings-page.tsx').then((page) => page.SettingsPage) },
];
