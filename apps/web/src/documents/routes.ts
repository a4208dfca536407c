// Pages of documents: the public check of a printed code.
import type { NounRoute } from '../shell/index.ts';

export const documentsRoutes: readonly NounRoute[] = [
  { path: '/verify', load: () => import('./verify-page.tsx').then((page) => page.VerifyStart) },
  { path: '/verify/$code', load: () => import('./verify-page.tsx').then((page) => page.VerifyPage) },
];
