// Words of the panel beside the target sheet.
import type { WordsLike } from '../ui/index.ts';

const zh = {
  gathered: '汇总',
  publication: '截至发布号',
  measuredBy: '衡量指标',
  scope: '范围',
  why: '为什么不能衡量',
  explore: '在“查询”里展开',
};

const en: WordsLike<typeof zh> = {
  gathered: 'Gathered from',
  publication: 'As of publication',
  measuredBy: 'Measured by',
  scope: 'Over',
  why: 'Why it cannot be measured',
  explore: 'Open in the explorer',
};

export const panelWords = { zh, en };
