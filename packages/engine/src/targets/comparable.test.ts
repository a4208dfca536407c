import { describe, expect, it } from 'vitest';
import { comparability, type DefinedLine } from './comparable.ts';

const trade: DefinedLine = {
  title: { zh: '进出口总额占全省比重', en: "Share of the province's trade" },
  clause: { pack: 'zj-2020-guidance', clause: 'S2-表' },
  unit: '%',
  calibre: { zh: '目标值为全部开发区（园区）', en: 'the goal is of all zones' },
  indicator: 'trade',
  scope: { key: 'zones/province', name: { zh: '全部开发区，占全省', en: 'all zones, of the province' } },
};
const goods: DefinedLine = {
  ...trade,
  title: { zh: '货物贸易进出口占全省比重', en: "Share of the province's trade in goods" },
  clause: { pack: 'zj-2022-commerce', clause: 'S4-一(二)' },
  calibre: { zh: '货物贸易；开发区', en: 'trade in goods' },
  indicator: 'goods_trade',
};

describe('lines on one chart', () => {
  it("are refused where S2's 60 % is of all trade and S4's 45 % of trade in goods, with both definitions", () => {
    const answer = comparability([trade, goods]);
    expect(answer).toMatchObject({ comparable: false, differ: ['indicator', 'calibre'] });
    expect(answer.reason?.zh).toContain('“进出口总额占全省比重”（S2-表，范围：全部开发区，占全省，口径：目标值为全部开发区（园区），%）');
    expect(answer.reason?.zh).toContain('“货物贸易进出口占全省比重”（S4-一(二)');
    expect(answer.reason?.en).toContain('They differ in indicator, calibre');
  });

  it('may stand together where all of it is the same, in units that convert', () => {
    const later = { ...trade, clause: { pack: 'other', clause: 'S9-一' }, unit: '‰' };
    expect(comparability([trade, later])).toEqual({ comparable: true, reason: null });
    expect(comparability([trade]).comparable && comparability([]).comparable).toBe(true);
  });

  it('are refused by scope, unit, and where nothing says what a line measures', () => {
    const narrower = { ...trade, scope: { key: 'county', name: { zh: '全县', en: 'the county' } } };
    expect(comparability([trade, trade, narrower])).toMatchObject({ differ: ['scope'] });
    expect(comparability([trade, { ...trade, unit: '亿元' }])).toMatchObject({ differ: ['unit'] });
    const unmeasured = { ...trade, indicator: null };
    expect(comparability([unmeasured, unmeasured])).toMatchObject({ differ: ['indicator'] });
  });
});
