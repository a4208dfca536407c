// The view of the board as the address holds it.
import { isPeriod } from '@zhenghe/engine/kernel';

const boardStates = ['all', 'late', 'mine', 'returned', 'approved', 'open'] as const;
const boardSorts = ['place', 'name', 'state', 'due', 'filled'] as const;
export const pageSize = 200;

interface BoardView {
  readonly period?: string;
  readonly state: (typeof boardStates)[number];
  readonly sort: (typeof boardSorts)[number];
  readonly search: string;
  readonly page: number;
}

/** What the address does not say, or says wrongly, is the plain view. */
export function boardView({ period, state, sort, q, page }: Readonly<Record<string, string>>): BoardView {
  return {
    ...(period !== undefined && isPeriod(period) && { period }),
    state: boardStates.find((one) => one === state) ?? 'all',
    sort: boardSorts.find((one) => one === sort) ?? 'place',
    search: (q ?? '').slice(0, 60),
    page: Math.max(1, Math.trunc(Number(page)) || 1),
  };
}
