// The field's own terms for types, grades, labels, calibres and acts, in both languages.
import type { ActKind, AreaCalibre, UncountedLabel, ZoneType } from '@zhenghe/engine/zones';
import type { WordsLike } from '../ui/index.ts';

const type: Record<ZoneType, string> = {
  'national-etdz': '国家级经济技术开发区',
  'national-hitech': '国家级高新技术产业开发区',
  customs: '海关特殊监管区',
  'provincial-new-area': '省级大湾区新区',
  'provincial-etdz': '省级经济开发区',
  'provincial-hitech': '省级高新技术产业园区',
  'provincial-industrial': '省级工业（产业）园区',
  'provincial-cluster': '省级产业集聚区',
  local: '市县自行设立的园区',
};
const typeEn: Record<ZoneType, string> = {
  'national-etdz': 'National economic and technological zone',
  'national-hitech': 'National high-tech zone',
  customs: 'Special customs area',
  'provincial-new-area': 'Provincial new area',
  'provincial-etdz': 'Provincial economic development zone',
  'provincial-hitech': 'Provincial high-tech park',
  'provincial-industrial': 'Provincial industrial park',
  'provincial-cluster': 'Provincial cluster area',
  local: 'Local park',
};
const label: Record<UncountedLabel, string> = {
  'characteristic-town': '特色小镇',
  'small-business-park': '小微企业园',
  'innovation-park': '科创园区',
  'city-district': '城市功能区',
};
const labelEn: Record<UncountedLabel, string> = {
  'characteristic-town': 'Characteristic town',
  'small-business-park': 'Small-business park',
  'innovation-park': 'Innovation park',
  'city-district': 'City district',
};
const calibre: Record<AreaCalibre, string> = {
  approved: '核准面积',
  planned: '规划面积',
  integrated: '整合提升范围',
  entrusted: '授权管理面积',
  buildable: '可建设面积',
  administrative: '行政管辖面积',
};
const calibreEn: Record<AreaCalibre, string> = {
  approved: 'Approved area',
  planned: 'Planned area',
  integrated: 'Integrated area',
  entrusted: 'Entrusted area',
  buildable: 'Buildable area',
  administrative: 'Administrative area',
};
const act: Record<ActKind, string> = {
  found: '设立',
  merge: '合并',
  split: '分设',
  'split-off': '划出',
  dissolve: '撤销',
  convert: '转型',
  upgrade: '升级',
  rename: '更名',
};
const actEn: Record<ActKind, string> = {
  found: 'Founded',
  merge: 'Merged',
  split: 'Split',
  'split-off': 'Split off',
  dissolve: 'Dissolved',
  convert: 'Converted',
  upgrade: 'Upgraded',
  rename: 'Renamed',
};

const zh = {
  type,
  label,
  calibre,
  act,
  grade: { national: '国家级', provincial: '省级', local: '市县级' },
  confidence: { high: '高', medium: '中', low: '低' },
};

const en: WordsLike<typeof zh> = {
  type: typeEn,
  label: labelEn,
  calibre: calibreEn,
  act: actEn,
  grade: { national: 'National', provincial: 'Provincial', local: 'City or county' },
  confidence: { high: 'high', medium: 'medium', low: 'low' },
};

export const terms = { zh, en };
