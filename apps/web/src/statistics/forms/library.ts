// The indicators a form may name, by code.

import { useQuery } from '@tanstack/react-query';
import type { IndicatorRow } from '@zhenghe/contract/indicators';
import { useMemo } from 'react';
import { api, useView } from '../../shell/index.ts';

export type Known = ReadonlyMap<string, IndicatorRow>;

export function useLibrary(): Known {
  const { data: dataset, on } = useView();
  const rows = useQuery(api.indicators.library.queryOptions({ input: { dataset, on, search: '' }, staleTime: 10 * 60_000 })).data;
  return useMemo(() => new Map((rows ?? []).map((row) => [row.code, row])), [rows]);
}
