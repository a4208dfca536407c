// Pages of consultation: the rounds, one round, its answer table, and what became of a receipt.
import type { NounRoute } from '../shell/index.ts';

export const consultationRoutes: readonly NounRoute[] = [
  {
    path: '/consultation',
    load: () => import('./list-page.tsx').then((page) => page.ListPage),
    nav: { order: 4.5, title: { zh: '征求意见', en: 'Consultation' } },
  },
  { path: '/consultation/receipt', load: () => import('./receipt-page.tsx').then((page) => page.ReceiptPage) },
  { path: '/consultation/$round', load: () => import('./round-page.tsx').then((page) => page.RoundPage) },
  { path: '/consultation/$round/answers', load: () => import('./answers-page.tsx').then((page) => page.AnswersPage) },
];
