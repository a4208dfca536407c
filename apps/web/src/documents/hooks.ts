// The papers of a plan as a query that looks again while one is being made, and what can be done with them.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Answers } from '@zhenghe/contract/client';
import { api, useView } from '../shell/index.ts';

export type DocumentRow = Answers['documents']['list']['rows'][number];
export type DocumentKind = DocumentRow['kind'];

function isUnderWay({ state }: DocumentRow): boolean {
  return state === 'waiting' || state === 'working';
}

export function useDocuments(plan: string, version: number) {
  const { on } = useView();
  return useQuery(
    api.documents.list.queryOptions({
      input: { plan, version, on },
      refetchInterval: ({ state }) => (state.data?.rows.some(isUnderWay) ? 700 : false),
    }),
  );
}

export function useDocumentActions() {
  const cache = useQueryClient();
  const onSuccess = () => cache.invalidateQueries({ queryKey: api.documents.list.key() });
  return {
    make: useMutation(api.documents.make.mutationOptions({ onSuccess })),
    cancel: useMutation(api.documents.cancel.mutationOptions({ onSuccess })),
    download: useMutation(api.documents.file.mutationOptions()),
  };
}

/** A printed code does not change what it stands for; only whether it is still the newest version may. */
export function useVerified(code: string) {
  return useQuery(api.documents.verify.queryOptions({ input: { code }, retry: false }));
}
