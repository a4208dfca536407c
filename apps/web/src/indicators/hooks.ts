// The library and its drafts as queries, and what can be done with them. After an action everything of both is asked for again.
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api, useAddress, useSession, useView } from '../shell/index.ts';
import { filterOf } from './filter.ts';
import type { DefinitionKind, Indicator } from './shapes.ts';

export function useLibrary() {
  const { data: dataset, on } = useView();
  const [search, change] = useAddress();
  const filter = filterOf(search);
  const query = useQuery(
    api.indicators.library.queryOptions({ input: { dataset, on, ...filter }, enabled: on !== '', placeholderData: keepPreviousData }),
  );
  return { query, filter, change };
}

/** All in use, for choosing one. */
export function useAllIndicators(enabled = true) {
  const { data: dataset, on } = useView();
  return useQuery(api.indicators.library.queryOptions({ input: { dataset, on }, enabled: enabled && on !== '' }));
}

export function useIndicator(code: string) {
  const { data: dataset, on } = useView();
  return useQuery(api.indicators.get.queryOptions({ input: { code, dataset, on }, enabled: on !== '' && code !== '' }));
}

const staff: readonly string[] = ['province', 'city', 'county', 'department', 'zone'];

/** Drafts and versions are for units; everybody else reads what is in force. */
export function useIsStaff(): boolean {
  const role = useSession()?.card?.role;
  return role !== undefined && staff.includes(role);
}

/** Units of the province define indicators; the server asks again. */
export function useMayDefine(): boolean {
  const card = useSession()?.card;
  return card?.jurisdiction === '330000' && (card.role === 'province' || card.role === 'department');
}

export function useVersions(asked: { readonly kind?: DefinitionKind; readonly code?: string } = {}) {
  const { data: dataset } = useView();
  const enabled = useIsStaff();
  return useQuery(api.definitions.list.queryOptions({ input: { dataset, ...asked }, enabled }));
}

/** What a formula comes to, a moment after the last key. */
export function useTypedFormula(asked: { readonly code: string | null; readonly formula: string; readonly unit: string | null }) {
  const { data: dataset, on } = useView();
  const settled = useSettled(asked, 200);
  const enabled = on !== '' && settled.formula.trim() !== '';
  return useQuery(
    api.indicators.formula.queryOptions({ input: { dataset, on, ...settled }, enabled, placeholderData: keepPreviousData, staleTime: 0 }),
  );
}

/** Everything that would stop a draft; not asked while fields are still empty. */
export function useChecked(body: Indicator | null, from: string) {
  const { data: dataset } = useView();
  const settled = useSettled({ body, from }, 400);
  const definition = { kind: 'indicator', body: settled.body ?? emptyBody } as const;
  const input = { dataset, from: settled.from, definition };
  return useQuery(api.definitions.check.queryOptions({ input, enabled: settled.body !== null && settled.from !== '', staleTime: 0 }));
}

/** Stands in the key of a query that is not asked. */
const emptyBody = {} as Indicator;

export function useMerging(code: string, into: string) {
  const { data: dataset, on } = useView();
  return useQuery(api.indicators.merging.queryOptions({ input: { code, into, dataset, on }, enabled: into !== '', staleTime: 0 }));
}

export function useDefinitionActions() {
  const cache = useQueryClient();
  const onSuccess = () =>
    Promise.all(
      [api.definitions.key(), api.indicators.key(), api.statistics.key(), api.explorer.key()].map((queryKey) =>
        cache.invalidateQueries({ queryKey }),
      ),
    );
  return {
    propose: useMutation(api.definitions.propose.mutationOptions({ onSuccess })),
    decide: useMutation(api.definitions.decide.mutationOptions({ onSuccess })),
    withdraw: useMutation(api.definitions.withdraw.mutationOptions({ onSuccess })),
    bundle: useMutation(api.indicators.bundle.mutationOptions()),
    readBundle: useMutation(api.indicators.readBundle.mutationOptions({ onSuccess })),
  };
}

/** The value as it was when nothing had changed for that long. */
function useSettled<T>(value: T, milliseconds: number): T {
  const key = JSON.stringify(value);
  const [settled, settle] = useState({ key, value });
  useEffect(() => {
    if (settled.key === key) return;
    const timer = setTimeout(() => settle({ key, value }), milliseconds);
    return () => clearTimeout(timer);
  }, [settled.key, key, value, milliseconds]);
  return settled.value;
}
