import { describe, expect, it } from 'vitest';
import { parcelsOf } from './parcels.ts';
import type { Feature } from './shape.ts';

const parcel = (code: string, attributes: Feature['attributes']): Feature => ({
  code,
  name: code,
  attributes,
  shape: [
    [
      [
        [119.2, 29.4],
        [119.201, 29.4],
        [119.201, 29.401],
        [119.2, 29.401],
        [119.2, 29.4],
      ],
    ],
  ],
});

describe('parcels of closed zones', () => {
  const on = '2021-06-10';
  it('tells who is late on the day, the longest late first; what is done is not late', () => {
    const rows = parcelsOf(
      [
        parcel('p1', { deadline: '2021-12-31' }),
        parcel('p2', { deadline: '2021-06-09' }),
        parcel('p3', { deadline: '2021年3月31日' }),
        parcel('p4', { deadline: '2021-03-31', 状态: '已完成' }),
        parcel('p5', { deadline: '年底前' }),
        parcel('p6', {}),
      ],
      on,
    );
    expect(rows.map(({ code, state, lateDays }) => [code, state, lateDays])).toEqual([
      ['p3', 'late', 71],
      ['p2', 'late', 1],
      ['p1', 'open', null],
      ['p6', 'undated', null],
      ['p5', 'undated', null],
      ['p4', 'done', null],
    ]);
  });
  it('a deadline today is not late; what is not said stays unsaid', () => {
    const [row] = parcelsOf([parcel('p1', { deadline: on, use: ' ', receiver: '某镇' })], on);
    expect(row).toMatchObject({ state: 'open', use: null, nextUse: null, receiver: '某镇', park: null });
    expect(Number(row?.area)).toBeGreaterThan(9000);
  });
});
