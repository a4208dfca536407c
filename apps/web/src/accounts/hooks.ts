// The session after a change of it: what another identity was shown is forgotten.
import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { api } from '../shell/index.ts';

/** Asks the session again and drops everything else that was read before. */
export function useNewSession(): () => Promise<void> {
  const cache = useQueryClient();
  return useCallback(async () => {
    const key = api.accounts.session.queryKey();
    cache.removeQueries({ predicate: (query) => JSON.stringify(query.queryKey) !== JSON.stringify(key) });
    await cache.refetchQueries({ queryKey: key });
  }, [cache]);
}

/** After a change in the administration: lists are read again. */
export function useListsAgain(): () => Promise<void> {
  const cache = useQueryClient();
  return useCallback(() => cache.invalidateQueries({ queryKey: api.accounts.key() }), [cache]);
}
