// A zone body (管理机构) through time: its names, plates, areas by calibre and the acts that made and unmade it.
import type { Cell, Day, DecimalText, Precision } from '../kernel/index.ts';

/** The nine types of S2's preamble, and the two labels that leave the count of 150. */
export const zoneTypes = [
  'national-etdz', // 国家级经济技术开发区
  'national-hitech', // 国家级高新技术产业开发区
  'customs', // 海关特殊监管区
  'provincial-new-area', // 省级大湾区新区
  'provincial-etdz', // 省级经济开发区
  'provincial-hitech', // 省级高新技术产业园区
  'provincial-industrial', // 省级工业（产业）园区
  'provincial-cluster', // 省级产业集聚区
  'local', // 市县自行设立的园区
] as const;
export type ZoneType = (typeof zoneTypes)[number];

/** A label outside the count (S2-二(一): 不含转型提升的特色小镇、小微企业园等). */
export const uncountedLabels = ['characteristic-town', 'small-business-park', 'innovation-park', 'city-district'] as const;
export type UncountedLabel = (typeof uncountedLabels)[number];

/** 面积口径. One zone has several areas, each with its document. */
export const areaCalibres = [
  'approved', // 核准面积
  'planned', // 规划面积
  'integrated', // 整合提升范围
  'entrusted', // 授权管理
  'buildable', // 可建设（城镇开发边界内）
  'administrative', // 行政管辖
] as const;
export type AreaCalibre = (typeof areaCalibres)[number];

export interface ZoneArea {
  readonly calibre: AreaCalibre;
  readonly areaKm2: Cell<DecimalText>;
  readonly from: Day;
  /** How exactly `from` is known; absent is to the day. */
  readonly fromPrecision?: Precision;
  readonly document: string;
  readonly note?: string;
}

export interface ZonePlate {
  readonly name: string;
  readonly level: 'national' | 'provincial' | 'local';
  readonly from: Day;
  readonly to?: Day;
  readonly document?: string;
}

/** A block (区块) with its four boundary texts (四至). */
export interface ZoneBlock {
  readonly name: string;
  readonly areaKm2: Cell<DecimalText>;
  readonly east?: string;
  readonly south?: string;
  readonly west?: string;
  readonly north?: string;
}

/** merge 合并, split 分设, dissolve 撤销, convert 转型, upgrade 升级, rename 更名, split-off 划出, found 设立. */
export const actKinds = ['found', 'merge', 'split', 'split-off', 'dissolve', 'convert', 'upgrade', 'rename'] as const;
export type ActKind = (typeof actKinds)[number];

/** One dated act with its paper: the zones it takes from, the zones it gives to, and what it carries over. */
export interface LineageAct {
  readonly id: string;
  readonly kind: ActKind;
  readonly on: Day;
  readonly paper: string;
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly note?: string;
  /** Share of each source's sums that goes to each receiver; 1 in all for each source. Needed for split and split-off. */
  readonly shares?: readonly { readonly from: string; readonly to: string; readonly share: DecimalText }[];
}
