// The audit answers as queries, and the two things an auditor can do.
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, client, useAddress, useView } from '../shell/index.ts';
import { saveFile } from '../ui/index.ts';
import { filterOf } from './filter.ts';
import { checkProof } from './proof.ts';

export function useEntries() {
  const [search] = useAddress();
  const { data: dataset } = useView();
  return useQuery(api.audit.list.queryOptions({ input: { ...filterOf(search), dataset }, placeholderData: keepPreviousData }));
}

export function useEntry(id: string) {
  const entry = useQuery(api.audit.get.queryOptions({ input: { id } }));
  const checked = useQuery({
    queryKey: ['audit-proof', id, entry.dataUpdatedAt],
    queryFn: () => (entry.data ? checkProof(entry.data) : null),
    enabled: entry.data !== undefined,
  });
  return { entry, checked: checked.data ?? null };
}

export function useHead() {
  return useQuery(api.audit.head.queryOptions());
}

/** Both sign what is not signed yet, so what is shown of heads and proofs is asked for again. */
export function useVerify() {
  const cache = useQueryClient();
  return useMutation({ mutationFn: () => client.audit.verify(), onSuccess: () => cache.invalidateQueries({ queryKey: api.audit.key() }) });
}

export function useExport() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: () => client.audit.export(),
    onSuccess: (file) => {
      saveFile(file, file.name || 'audit.jsonl');
      return cache.invalidateQueries({ queryKey: api.audit.key() });
    },
  });
}
