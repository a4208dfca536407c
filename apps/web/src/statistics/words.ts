// Words of statistics that several of its pages share.
import type { WordsLike } from '../ui/index.ts';

const zh = {
  nav: '统计',
  tabs: { board: '填报', forms: '报表', burden: '负担', roster: '入统名单' },
  training: '训练数据',
  states: { draft: '未报送', returned: '已退回', review: '审核中', decide: '待审定', approved: '已审定', refused: '不予通过' },
  grain: { month: '月报', quarter: '季报', half: '半年报', year: '年报' },
  audience: { zones: '开发区', counties: '县（市、区）', cities: '设区市', province: '省' },
  productDefault: '产品默认，没有文件规定',
  fromText: '文件规定',
  late: '逾期',
  notLate: '未逾期',
  noDay: '没有期限',
  notOpened: '还没开过期',
  cancel: '取消',
  close: '关闭',
  notYours: '您现在的身份看不到统计报表',
  notYoursNext: '统计报表属于填报和审核的单位：开发区、县、市、省和统计部门。公开的数据在数据查询里。',
};

const en: WordsLike<typeof zh> = {
  nav: 'Statistics',
  tabs: { board: 'Filing', forms: 'Forms', burden: 'Burden', roster: 'Who files' },
  training: 'Training data',
  states: {
    draft: 'Not handed in',
    returned: 'Returned',
    review: 'Under review',
    decide: 'Waiting for approval',
    approved: 'Approved',
    refused: 'Refused',
  },
  grain: { month: 'monthly', quarter: 'quarterly', half: 'half-yearly', year: 'yearly' },
  audience: { zones: 'zones', counties: 'counties', cities: 'cities', province: 'the province' },
  productDefault: 'product default, no document sets it',
  fromText: 'set by a document',
  late: 'Late',
  notLate: 'Not late',
  noDay: 'no day set',
  notOpened: 'no period opened yet',
  cancel: 'Cancel',
  close: 'Close',
  notYours: 'Your role does not see statistical forms',
  notYoursNext:
    'Forms belong to the units that fill and check them: zones, counties, cities, the province and their statistics offices. Public figures stand in the explorer.',
};

export const words = { zh, en };
