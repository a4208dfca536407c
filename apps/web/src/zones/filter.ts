// The register's filters as the address writes them, and as the API reads them. Pure. A word that is not known is left out.

import { zoneTypes } from '@zhenghe/engine/zones';
import type { ZoneRow, ZoneSort, ZoneStatus } from './shapes.ts';
import { sorts, statuses } from './shapes.ts';

export const pageSize = 50;
const grades = ['national', 'provincial', 'local'] as const;

export interface ListState {
  readonly query: string;
  readonly type: ZoneRow['type'] | undefined;
  readonly grade: ZoneRow['grade'] | undefined;
  readonly status: ZoneStatus;
  readonly sort: ZoneSort;
  readonly descending: boolean;
  readonly page: number;
  readonly show: 'table' | 'map';
}

export function listStateOf(search: Readonly<Record<string, string>>): ListState {
  const page = Number(search.page);
  return {
    query: search.q ?? '',
    type: known(zoneTypes, search.type),
    grade: known(grades, search.grade),
    status: known(statuses, search.status) ?? 'counted',
    sort: known(sorts, search.sort) ?? 'jurisdiction',
    descending: search.desc === '1',
    page: Number.isInteger(page) && page >= 1 ? page : 1,
    show: search.view === 'map' ? 'map' : 'table',
  };
}

interface Where {
  readonly dataset: 'real' | 'training';
  readonly asOf: string;
  readonly place: string;
}

/** What the API is asked; the whole province is asked by leaving the place out. */
export function filterOf(state: ListState, { dataset, asOf, place }: Where) {
  return {
    dataset,
    asOf,
    status: state.status,
    sort: state.sort,
    ...(state.descending ? { descending: true } : {}),
    ...(state.query === '' ? {} : { query: state.query.slice(0, 60) }),
    ...(state.type ? { type: state.type } : {}),
    ...(state.grade ? { grade: state.grade } : {}),
    ...(place === '330000' ? {} : { jurisdiction: place }),
  };
}

function known<T extends string>(allowed: readonly T[], text: string | undefined): T | undefined {
  return allowed.find((one) => one === text);
}
