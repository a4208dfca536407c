// The form of figures of parks: staff and protected land one row a park, output one row a park and industry. An empty cell says nothing.
import type { ImportColumn, ImportLayout } from '../imports/index.ts';

const id: ImportColumn = {
  key: 'id',
  title: { zh: '编号', en: 'Id' },
  form: { as: 'text', longest: 40 },
  needed: true,
  synonyms: ['园区编号', '开发区编号', '代码', '编码', 'zone', 'code'],
  hint: { zh: '名录中的编号。', en: 'Its id in the register.' },
  width: 16,
};

const name: ImportColumn = {
  key: 'name',
  title: { zh: '名称', en: 'Name' },
  form: { as: 'text', longest: 120 },
  synonyms: ['开发区名称', '园区名称', '开发区', '园区'],
  hint: { zh: '用来核对编号。', en: 'To confirm the id.' },
  width: 34,
};

const asOf: ImportColumn = {
  key: 'asOf',
  title: { zh: '截至', en: 'As of' },
  form: { as: 'day' },
  needed: true,
  synonyms: ['截至日期', '数据日期', '日期', '统计日期', 'date'],
  hint: { zh: '数据说的是哪一天，如 2019-12-31。', en: 'The day the figure speaks of, as 2019-12-31.' },
  width: 14,
};

const source: ImportColumn = {
  key: 'source',
  title: { zh: '来源', en: 'Source' },
  form: { as: 'text', longest: 200 },
  needed: true,
  synonyms: ['依据', '资料来源', '出处', 'paper'],
  hint: { zh: '报表、文件或台账的名称。', en: 'The return, paper or ledger it comes from.' },
  width: 36,
};

const staff: ImportColumn = {
  key: 'staff',
  title: { zh: '管理人员（人）', en: 'Staff (persons)' },
  form: { as: 'figure', units: { 人: '1', 名: '1' }, whole: true },
  synonyms: ['管理人员', '人员', '编制人数', '在职人数'],
  hint: { zh: '没有数据写“未统计”等原因，不要写 0。', en: 'Write why where there is no figure, never 0.' },
  width: 14,
};

const protectedLand: ImportColumn = {
  key: 'protected',
  title: { zh: '保护地（km²）', en: 'Protected land (km²)' },
  form: { as: 'area' },
  synonyms: ['保护地面积', '保护面积', '保护地（公顷）', '保护地（亩）'],
  hint: {
    zh: '生态红线、永久基本农田、水源保护区合计，不重复计算；也可带单位写公顷、亩。',
    en: 'Red lines, basic farmland and water sources together, counted once; ha and mu with their unit.',
  },
  width: 16,
};

const industry: ImportColumn = {
  key: 'industry',
  title: { zh: '产业', en: 'Industry' },
  form: { as: 'text', longest: 60 },
  synonyms: ['行业', '主导产业'],
  hint: { zh: '没有产值数据时留空，在产值一栏写原因。', en: 'Empty where there is no output at all; say why under output.' },
  width: 18,
};

const output: ImportColumn = {
  key: 'output',
  title: { zh: '产值（亿元）', en: 'Output (100 million yuan)' },
  form: { as: 'figure', units: { 亿元: '1', 亿: '1', 万元: '10000' } },
  needed: true,
  synonyms: ['产值', '产值（万元）', '工业总产值', '规上工业总产值'],
  hint: { zh: '亿元；也可带单位写万元。', en: 'In 亿元; 万元 with its unit.' },
  width: 18,
};

export const figureLayout: ImportLayout = [
  {
    key: 'parks',
    title: { zh: '人员与保护地', en: 'Staff and land' },
    about: {
      zh: '每个园区一行：管理人员、保护地面积。同一园区同一天再报为更正。',
      en: 'One row a park: staff and protected land. The same park and day again correct it.',
    },
    columns: [id, name, staff, protectedLand, asOf, source],
  },
  {
    key: 'outputs',
    title: { zh: '产值', en: 'Output' },
    about: {
      zh: '每个园区、每个产业一行。同一园区、产业、同一天再报为更正。',
      en: 'One row a park and industry. The same park, industry and day again correct it.',
    },
    columns: [id, name, industry, output, asOf, source],
  },
];
