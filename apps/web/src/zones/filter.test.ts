import { describe, expect, it } from 'vitest';
import { filterOf, listStateOf } from './filter.ts';

const where = { dataset: 'training', asOf: '2021-06-10', place: '330000' } as const;

describe('filters of the register', () => {
  it('opens on the zones that count, by place', () => {
    expect(filterOf(listStateOf({}), where)).toEqual({ dataset: 'training', asOf: '2021-06-10', status: 'counted', sort: 'jurisdiction' });
  });
  it('reads what the address says', () => {
    const state = listStateOf({ q: '浦江', type: 'local', grade: 'local', status: 'all', sort: 'area', desc: '1', page: '3', view: 'map' });
    expect(state).toMatchObject({ page: 3, show: 'map' });
    expect(filterOf(state, { ...where, place: '330700' })).toMatchObject({
      query: '浦江',
      type: 'local',
      grade: 'local',
      status: 'all',
      sort: 'area',
      descending: true,
      jurisdiction: '330700',
    });
  });
  it('leaves out words it does not know', () => {
    expect(listStateOf({ type: 'x', grade: 'y', status: 'z', sort: 'w', page: '-1' })).toMatchObject({
      type: undefined,
      grade: undefined,
      status: 'counted',
      sort: 'jurisdiction',
      page: 1,
    });
  });
});
