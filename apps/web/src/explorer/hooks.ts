// The explorer's answers as queries. A question changed while its answer is on its way aborts the request.
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { api, useView } from '../shell/index.ts';
import { answerIn } from './answer.ts';
import type { FigurePlace } from './question.ts';
import type { Ask } from './shapes.ts';

export function useChoices() {
  const { data: dataset, on } = useView();
  return useQuery(api.explorer.choices.queryOptions({ input: { dataset, on }, enabled: on !== '' }));
}

/** The answer, whether it is on its way, and how to stop that. */
export function usePivot(ask: Ask) {
  const cache = useQueryClient();
  const options = api.explorer.pivot.queryOptions({ input: ask, select: answerIn, placeholderData: keepPreviousData });
  const query = useQuery(options);
  const { queryKey } = options;
  const stop = useCallback(() => void cache.cancelQueries({ queryKey, exact: true }), [cache, queryKey]);
  return { query, stop, stopped: query.fetchStatus === 'idle' && query.status === 'pending' };
}

export function useCard(at: FigurePlace, map: 'then' | 'today') {
  const { data: dataset, on } = useView();
  const input = { dataset, on, indicator: at.indicator, unit: at.row, period: at.period, map };
  return useQuery(api.explorer.card.queryOptions({ input }));
}

export function useIndicator(code: string) {
  const { data: dataset, on } = useView();
  return useQuery(api.indicators.get.queryOptions({ input: { code, dataset, on } }));
}

/** A second question beside the one on the page: it is not stopped with it. */
export function useParts(ask: Ask) {
  return useQuery(api.explorer.pivot.queryOptions({ input: ask, select: answerIn }));
}

export function useTags() {
  const { data: dataset, on } = useView();
  return useQuery(api.explorer.tags.queryOptions({ input: { dataset, on }, enabled: on !== '' }));
}
