// The API as typed queries. Types come from the contract; nothing of its schemas is in the bundle.
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import { createTanstackQueryUtils, type OperationContext, TANSTACK_QUERY_OPERATION_CONTEXT_SYMBOL } from '@orpc/tanstack-query';
import { QueryClient } from '@tanstack/react-query';
import type { Answers, Client } from '@zhenghe/contract/client';
import { reasonOf } from '../ui/index.ts';
import { throughDoor } from './door.ts';
import { noteActivity } from './idle.ts';

export const queryClient = new QueryClient({
  defaultOptions: {
    // A refusal with its reason stays a refusal; only what may be a passing fault is tried once more.
    queries: { staleTime: 30_000, retry: (count, error) => count < 1 && reasonOf(error) === null, refetchOnWindowFocus: false },
  },
});

const link = new RPCLink<OperationContext>({
  url: () => `${window.location.origin}/rpc`,
  // For whom this page was drawn: the server says so when somebody else, or nobody, is signed in by now.
  headers: (): Record<string, string> => {
    const person = sessionNow()?.account?.person.id;
    return person ? { 'x-zhenghe-person': person } : {};
  },
  interceptors: [
    async ({ next, context }) => {
      const answer = await throughDoor(next, context[TANSTACK_QUERY_OPERATION_CONTEXT_SYMBOL]?.type === 'query');
      noteActivity();
      return answer;
    },
  ],
});

/** Plain calls: `await client.plans.template({ id })`. */
export const client: Client = createORPCClient(link);

/** For TanStack Query: `useQuery(api.zones.get.queryOptions({ input: { id, asOf } }))`. */
export const api = createTanstackQueryUtils(client);

/** The session as this page knows it. */
export function sessionNow(): Answers['accounts']['session'] | undefined {
  return queryClient.getQueryData(api.accounts.session.queryKey());
}
