import { expect, it } from 'vitest';
import type { Indicator } from '../shapes.ts';
import { draftOf, emptyCalibre, emptyDraft, gapsOf, type IndicatorDraft, indicatorOf } from './draft.ts';

const both = (text: string) => ({ zh: text, en: text });

const indicator: Indicator = {
  ...{ code: 'tax_per_mu', name: both('亩均税收'), aliases: ['单位用地税收', '亩产税收'], meaning: both('每亩用地产生的税收') },
  ...{ group: 'efficiency', unit: '万元/亩', decimals: 2, direction: 'up', formula: '税收收入 / 用地面积', numerator: both('税收收入') },
  ...{ denominator: null, accrual: 'flow', gathering: 'weighted', weight: 'land_used', source: both('计算'), owner: both('经信') },
  ...{ frequency: 'year', warning: '1.50', good: null, least: null, most: '900', publication: 'evaluation-only', starred: true },
  calibres: [
    { id: 'first', from: null, title: both('最初'), note: null, clause: null, comparable: true },
    {
      id: 'used',
      from: '2021-Q2',
      title: both('实际用地'),
      note: both('改'),
      clause: { pack: 'zj', clause: 'S2-(十六) 二' },
      comparable: false,
    },
  ],
  ...{ clause: { pack: 'zj-2020-guidance', clause: 'S2-(十六)' }, note: both('注'), mergedInto: null, retired: false },
};

const whole: IndicatorDraft = { ...draftOf(indicator) };

it('an indicator opened and left as it is goes back as it came', () => {
  expect(indicatorOf(draftOf(indicator))).toEqual(indicator);
  expect(gapsOf(whole)).toEqual([]);
});

it('says what is missing, and what cannot be read', () => {
  expect(gapsOf(emptyDraft)).toEqual([
    'code',
    'nameZh',
    'nameEn',
    'meaningZh',
    'meaningEn',
    'unit',
    'sourceZh',
    'sourceEn',
    'ownerZh',
    'ownerEn',
  ]);
  expect(gapsOf({ ...whole, code: 'Tax Per Mu' })).toEqual(['code']);
  expect(gapsOf({ ...whole, formula: ' ' })).toEqual(['formula']);
  expect(gapsOf({ ...whole, derived: false, formula: '' })).toEqual([]);
  expect(gapsOf({ ...whole, decimals: '9' })).toEqual(['decimals']);
  expect(gapsOf({ ...whole, warning: '1.5.2' })).toEqual(['number']);
  expect(gapsOf({ ...whole, noteEn: '' })).toEqual(['note']);
  expect(gapsOf({ ...whole, clause: 'zj-2020-guidance' })).toEqual(['clause']);
});

it('a definition after the first needs its period', () => {
  const next = { ...emptyCalibre, id: 'next', titleZh: '新', titleEn: 'new' };
  expect(gapsOf({ ...whole, calibres: [...whole.calibres, next] })).toEqual(['calibres']);
  expect(gapsOf({ ...whole, calibres: [...whole.calibres, { ...next, from: '2022' }] })).toEqual([]);
});

it('takes names apart by any comma, and leaves the formula of a filed one behind', () => {
  expect(indicatorOf({ ...whole, aliases: '甲、乙, 丙，；丁' }).aliases).toEqual(['甲', '乙', '丙', '丁']);
  expect(indicatorOf({ ...whole, derived: false }).formula).toBeNull();
  expect(indicatorOf({ ...whole, gathering: 'sum' }).weight).toBeNull();
});
