import { loadPacks } from '@zhenghe/rulebook';
import { describe, expect, it } from 'vitest';
import { bindingDates, quotas } from './dates.ts';

const rulebook = loadPacks();
const duesOf = (place: string, on = '2021-06-10') =>
  bindingDates(rulebook, place, on).map(({ clause, due, days }) => [clause.pack, due, days]);

describe('the dates that bind', () => {
  it('show a county the provincial date beside its own later one', () => {
    expect(duesOf('330726')).toEqual([
      ['zj-2020-guidance', '2020-12-31', -161],
      ['pujiang-2021', '2021-06-30', 20],
      ['pujiang-2021', '2021-10-31', 143],
      ['zj-2020-guidance', '2021-12-31', 204],
      ['pujiang-2021', '2021-12-31', 204],
    ]);
  });

  it('show the province and a city the dates they have to see kept, each once', () => {
    const provincial = [
      ['zj-2020-guidance', '2020-09-30', -253],
      ['zj-2020-guidance', '2020-12-31', -161],
      ['zj-2020-guidance', '2021-12-31', 204],
    ];
    expect(duesOf('330000')).toEqual(provincial);
    expect(duesOf('330700')).toEqual(provincial);
  });

  it('are none on a day before any pack', () => expect(duesOf('330726', '2010-01-01')).toEqual([]));
});

describe('the quota of each place', () => {
  const places = [
    { code: '330000', name: '浙江省', level: 'province' as const },
    { code: '330100', name: '杭州市', level: 'city' as const },
    { code: '330700', name: '金华市', level: 'city' as const },
    { code: '330726', name: '浦江县', level: 'county' as const },
  ];

  it('is 3 and 2 by class, and Jinhua’s stricter 1 with its one more for an industrially strong county; the province has none', () => {
    const list = quotas(rulebook, places, [{ jurisdiction: '330726', base: 8, now: 8 }], '2021-06-10');
    expect(list.map(({ code, base, now, max, extra }) => [code, base, now, max, extra])).toEqual([
      ['330100', 0, 0, 3, 0],
      ['330700', 0, 0, 2, 0],
      ['330726', 8, 8, 1, 1],
    ]);
    expect(list[2]?.clause?.pack).toBe('jinhua-2020');
    expect(list[0]?.clause?.pack).toBe('zj-2020-guidance');
  });

  it('is not given on a day before any pack', () => {
    expect(quotas(rulebook, places, [], '2010-01-01').map(({ max, clause }) => [max, clause])).toEqual([
      [null, null],
      [null, null],
      [null, null],
    ]);
  });
});
