// The API as typed queries. Types come from the contract; nothing of its schemas is in the bundle.
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import { QueryClient } from '@tanstack/react-query';
import type { Client } from '@zhenghe/contract/client';
import { reasonOf } from '../ui/index.ts';

const link = new RPCLink({ url: () => `${window.location.origin}/rpc` });

/** Plain calls: `await client.plans.template({ id })`. */
export const client: Client = createORPCClient(link);

/** For TanStack Query: `useQuery(api.zones.get.queryOptions({ input: { id, asOf } }))`. */
export const api = createTanstackQueryUtils(client);

export const queryClient = new QueryClient({
  defaultOptions: {
    // A refusal with its reason stays a refusal; only what may be a passing fault is tried once more.
    queries: { staleTime: 30_000, retry: (count, error) => count < 1 && reasonOf(error) === null, refetchOnWindowFocus: false },
  },
});
