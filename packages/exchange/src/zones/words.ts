// The register's closed lists as an official prints them.
import type { AreaCalibre, UncountedLabel, ZonePlate, ZoneType } from '@zhenghe/engine/zones';

export const typeWords: Readonly<Record<ZoneType, string>> = {
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

export const gradeWords: Readonly<Record<ZonePlate['level'], string>> = { national: '国家级', provincial: '省级', local: '市县自设' };

export const labelWords: Readonly<Record<UncountedLabel, string>> = {
  'characteristic-town': '特色小镇',
  'small-business-park': '小微企业园',
  'innovation-park': '双创园',
  'city-district': '城市街区',
};

export const calibreWords: Readonly<Record<AreaCalibre, string>> = {
  approved: '核准面积',
  planned: '规划面积',
  integrated: '整合提升范围',
  entrusted: '授权管理',
  buildable: '可建设',
  administrative: '行政管辖',
};
