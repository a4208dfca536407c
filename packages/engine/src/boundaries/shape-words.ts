// What each finding about an outline says, in both languages.
import type { Bilingual } from '../kernel/index.ts';
import type { ShapeFindingKind } from './finding.ts';

type Words = (feature: string, measured: string | null, other?: string) => Bilingual;

const size = (measured: string | null) => (measured === null ? { zh: '', en: '' } : { zh: `（${measured}）`, en: ` (${measured})` });

export const shapeWords: Readonly<Record<ShapeFindingKind, Words>> = {
  'unclosed-ring': (feature, measured) => ({
    zh: `${feature}的界线没有闭合，首尾相距${size(measured).zh || '不为零'}。补齐缺少的界址点。`,
    en: `The boundary of ${feature} does not close: its ends lie apart${size(measured).en}. Add the missing points.`,
  }),
  'duplicate-ring': (feature) => ({
    zh: `${feature}有一圈界线重复，已只取一次。`,
    en: `${feature} holds the same ring twice; it is taken once.`,
  }),
  'duplicate-vertex': (feature) => ({
    zh: `${feature}有重复的界址点，已去掉一个。`,
    en: `${feature} repeats a point; one is left out.`,
  }),
  'wrong-orientation': (feature) => ({
    zh: `${feature}的界线方向相反，已掉转，面积不变。`,
    en: `A ring of ${feature} ran the wrong way round and was turned; the area is the same.`,
  }),
  'self-intersection': (feature) => ({
    zh: `${feature}的界线自相交，面积无从计算。请在此处改正界址点顺序。`,
    en: `The boundary of ${feature} crosses itself here, so it has no area. Mend the order of the points.`,
  }),
  spike: (feature, measured) => ({
    zh: `${feature}在此处有尖刺${size(measured).zh}。`,
    en: `${feature} has a spike here${size(measured).en}.`,
  }),
  sliver: (feature, measured) => ({
    zh: `${feature}有不足 1 平方米的碎片${size(measured).zh}，已略去。`,
    en: `${feature} holds a sliver under 1 m²${size(measured).en}; it is left out.`,
  }),
  'too-few-vertices': (feature) => ({
    zh: `${feature}有一圈界线不足三个点，不成面。`,
    en: `A ring of ${feature} has fewer than three points and bounds nothing.`,
  }),
  'block-overlap': (feature, measured, other) => ({
    zh: `${feature}与${other}重叠${size(measured).zh}。同一方案的区块不能重叠。`,
    en: `${feature} and ${other} overlap${size(measured).en}. Blocks of one plan may not.`,
  }),
  'outside-county': (feature, measured) => ({
    zh: `${feature}有一部分在本县界外${size(measured).zh}。`,
    en: `Part of ${feature} lies outside its county${size(measured).en}.`,
  }),
  gap: (feature, measured, other) => ({
    zh: `${feature}与${other}之间有细缝${size(measured).zh}。如应相接，请用同一组界址点。`,
    en: `A narrow gap lies between ${feature} and ${other}${size(measured).en}. If they meet, use the same points.`,
  }),
  'not-finite': (feature) => ({
    zh: `${feature}有不是坐标的数值。`,
    en: `${feature} holds a figure that is no coordinate.`,
  }),
  empty: (feature) => ({ zh: `${feature}没有可用的界线。`, en: `${feature} has no usable boundary.` }),
};
