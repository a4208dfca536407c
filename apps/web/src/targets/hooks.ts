// The target sheet as queries.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, useView } from '../shell/index.ts';

export function useSheet() {
  const { data: dataset, on, place } = useView();
  return useQuery(api.targets.sheet.queryOptions({ input: { dataset, on, place }, placeholderData: keepPreviousData, enabled: on !== '' }));
}

export function useComparison(ids: readonly string[]) {
  const { data: dataset, on } = useView();
  return useQuery(
    api.targets.compare.queryOptions({
      input: { dataset, on, ids: ids.join(',') },
      enabled: ids.length > 1 && on !== '',
      placeholderData: keepPreviousData,
    }),
  );
}
