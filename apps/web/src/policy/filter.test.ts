import { expect, it } from 'vitest';
import { citationText, filterOf, readCitation, unitsOf } from './filter.ts';

it('reads the filters of an address and leaves out a strength nobody knows', () => {
  expect(filterOf({ q: '用地', strength: 'must', lang: 'zh' })).toEqual({ q: '用地', strength: 'must' });
  expect(filterOf({ strength: 'very' })).toEqual({});
});

it('puts the units most clauses name first', () => {
  expect(unitsOf([{ units: ['省商务厅'] }, { units: ['省发展改革委', '省商务厅'] }])).toEqual(['省商务厅', '省发展改革委']);
});

it('carries an open clause through the address', () => {
  expect(readCitation(citationText('zj-2020-guidance', 'S2-(十三)'))).toEqual({ pack: 'zj-2020-guidance', clause: 'S2-(十三)' });
  expect(readCitation(undefined)).toBe(null);
  expect(readCitation('zj')).toBe(null);
});
