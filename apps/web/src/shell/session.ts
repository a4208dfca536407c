// Who asks, and what the product opens on.
import { useQuery } from '@tanstack/react-query';
import type { Answers } from '@zhenghe/contract/client';
import { api, client, queryClient, sessionNow } from './api.ts';
import { askAtDoor } from './door.ts';

export type SessionData = Answers['accounts']['session'];

const asking = { ...api.accounts.session.queryOptions({ staleTime: Number.POSITIVE_INFINITY }), queryFn: sameOrAsk };

export function useSessionQuery() {
  return useQuery(asking);
}

/**
 * Asked before the first drawing, and answered once the page's own code has come too: frame and page are then drawn in one go, where a
 * page that comes a moment after its frame would be held back (see ui/later.tsx).
 */
export function askSessionWith(page: Promise<void>): void {
  const both = async () => (await Promise.all([sameOrAsk(), page]))[0];
  void queryClient.prefetchQuery({ ...asking, queryFn: both });
}

/** Inside the frame the session is there: the frame waits for it before it shows a page. */
export function useSession(): SessionData | undefined {
  return useSessionQuery().data;
}

/** A session that ended under the page does not turn the page into the public's: what was typed in it stays, and the door asks. */
async function sameOrAsk(): Promise<SessionData> {
  const before = sessionNow();
  const next = await client.accounts.session();
  if (!before?.account || next.account?.person.id === before.account.person.id) return next;
  void askAtDoor('sign-in');
  return before;
}

/** After signing in or out on purpose: the page is that person's from now on. */
export function takeSession(session: SessionData): void {
  queryClient.setQueryData(api.accounts.session.queryKey(), session);
}
