// Who asks, and what the product opens on.
import { useQuery } from '@tanstack/react-query';
import type { Answers } from '@zhenghe/contract/client';
import { api } from './api.ts';

export type SessionData = Answers['accounts']['session'];

export function useSessionQuery() {
  return useQuery(api.accounts.session.queryOptions({ staleTime: Number.POSITIVE_INFINITY }));
}

/** Inside the frame the session is there: the frame waits for it before it shows a page. */
export function useSession(): SessionData | undefined {
  return useSessionQuery().data;
}
