// The answers of imports as queries, and what a person does with a file and a batch.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, useAddress, useView } from '../shell/index.ts';
import { type Batch, type Effect, effects, type KindName } from './shapes.ts';

export function useKinds() {
  const { data: dataset } = useView();
  return useQuery(api.imports.kinds.queryOptions({ input: { dataset } }));
}

export const pageSize = 50;

export function useBatches() {
  const { data: dataset } = useView();
  const [search] = useAddress();
  const page = numberIn(search.page);
  return useQuery(api.imports.list.queryOptions({ input: { dataset, page, size: pageSize }, placeholderData: (before) => before }));
}

/** Asked again every second while it is being written. */
export function useBatch(id: string) {
  return useQuery(
    api.imports.get.queryOptions({
      input: { id },
      refetchInterval: ({ state }) => (state.data && isUnderWay(state.data) ? 1000 : false),
    }),
  );
}

export function isUnderWay({ state }: Pick<Batch, 'state'>): boolean {
  return state === 'waiting' || state === 'working';
}

export function useBatchRows(id: string, state: Batch['state']) {
  const [search] = useAddress();
  const effect = effectIn(search.effect);
  const input = { id, page: numberIn(search.page), size: 100, ...(effect && { effect }) };
  return useQuery(
    api.imports.rows.queryOptions({ input, enabled: state === 'committed' || state === 'undone', placeholderData: (before) => before }),
  );
}

export function useOrigins(kind: KindName, subject: string) {
  return useQuery(api.imports.origins.queryOptions({ input: { kind, subject } }));
}

export function effectIn(text: string | undefined): Effect | undefined {
  return effects.find((effect) => effect === text);
}

export function numberIn(text: string | undefined): number {
  const page = Number(text ?? '1');
  return Number.isInteger(page) && page > 0 ? page : 1;
}

export function useImportActions() {
  const cache = useQueryClient();
  // What was brought in may stand on any page.
  const onSuccess = () => cache.invalidateQueries();
  const told = (batch: Batch) => {
    cache.setQueryData(api.imports.get.queryKey({ input: { id: batch.id } }), batch);
    return onSuccess();
  };
  return {
    preview: useMutation(api.imports.preview.mutationOptions()),
    commit: useMutation(api.imports.commit.mutationOptions({ onSuccess })),
    undo: useMutation(api.imports.undo.mutationOptions({ onSuccess: told })),
    cancel: useMutation(api.imports.cancel.mutationOptions({ onSuccess: told })),
    template: useMutation(api.imports.template.mutationOptions()),
    file: useMutation(api.imports.file.mutationOptions()),
  };
}
