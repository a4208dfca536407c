// Pages of accounts: the demo's role cards; in production the setup, sign-in, one's own account, and its administration.
import type { NounRoute, SessionData } from '../shell/index.ts';

/** The three administrators; others find what concerns them from the page itself. */
const isAdmin = ({ card }: SessionData) => /-admin$/.test(card?.role ?? '');
/** The two that administer accounts; the auditor reads what they did in the log. */
const administers = ({ card }: SessionData) => card?.role === 'security-admin' || card?.role === 'system-admin';

export const accountsRoutes: readonly NounRoute[] = [
  { path: '/roles', load: () => import('./role-cards.tsx').then((page) => page.RoleCards) },
  { path: '/sign-in', load: () => import('./sign-in-page.tsx').then((page) => page.SignInPage) },
  { path: '/setup', load: () => import('./setup-page.tsx').then((page) => page.SetupPage) },
  { path: '/account', load: () => import('./account-page.tsx').then((page) => page.AccountPage) },
  {
    path: '/people',
    load: () => import('./people-page.tsx').then((page) => page.PeoplePage),
    nav: { order: 10, title: { zh: '人员和任职', en: 'People' }, shownTo: administers },
  },
  {
    path: '/data-classes',
    load: () => import('./data-classes-page.tsx').then((page) => page.DataClassesPage),
    nav: { order: 11, title: { zh: '数据分级', en: 'Data classes' }, shownTo: isAdmin },
  },
  {
    path: '/rights',
    load: () => import('./rights-page.tsx').then((page) => page.RightsPage),
    nav: { order: 12, title: { zh: '有效权限', en: 'Rights' }, shownTo: isAdmin },
  },
  {
    path: '/account-settings',
    load: () => import('./settings-page.tsx').then((page) => page.SettingsPage),
    nav: { order: 13, title: { zh: '登录设置', en: 'Sign-in rules' }, shownTo: administers },
  },
];
