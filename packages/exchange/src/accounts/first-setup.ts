// The form of a first set-up: the tree of units, and the people with the offices proposed for them.
import type { ImportColumn, ImportLayout } from '../imports/index.ts';

/** Governments come from the list of divisions; the public is nobody's unit. */
export const unitKindWords = {
  department: '部门',
  zone: '开发区管理机构',
  township: '乡镇（街道）',
  company: '平台公司',
  firm: '企业',
} as const;

/** Administrators are appointed one by one, never from a list. */
export const officeWords = {
  province: '省级',
  city: '市级',
  county: '县级',
  department: '部门',
  zone: '开发区',
  township: '乡镇（街道）',
  company: '平台公司',
  firm: '企业',
} as const;

const wordsOf = (words: Readonly<Record<string, string>>, also: Readonly<Record<string, readonly string[]>> = {}) =>
  Object.fromEntries(Object.entries(words).map(([code, word]) => [code, [word, ...(also[code] ?? [])]]));

const day = { form: { as: 'day' }, hint: { zh: '如 2026-12-01。', en: 'Such as 2026-12-01.' }, width: 14 } as const;

const from: ImportColumn = {
  ...{ key: 'from', title: { zh: '自', en: 'From' }, ...day, needed: true },
  synonyms: ['起始', '起始日', '开始日期', '任职日期', 'since'],
};

export const setupLayout: ImportLayout = [
  {
    key: 'units',
    title: { zh: '单位', en: 'Units' },
    about: {
      zh: '一行一个单位；省、市、县政府和名录里的开发区已经有了，不用填。',
      en: 'One unit a row. Governments, and the bodies of zones on the register, are there already.',
    },
    columns: [
      {
        key: 'name',
        title: { zh: '单位名称', en: 'Unit' },
        form: { as: 'text', longest: 80 },
        needed: true,
        synonyms: ['名称', '单位', '机构名称'],
        width: 34,
      },
      {
        key: 'kind',
        title: { zh: '类别', en: 'Kind' },
        form: { as: 'word', words: wordsOf(unitKindWords, { zone: ['开发区', '管委会'], township: ['乡镇', '街道'] }) },
        needed: true,
        synonyms: ['单位类别', '类型'],
        width: 16,
      },
      {
        key: 'parent',
        title: { zh: '上级单位', en: 'Unit above' },
        form: { as: 'text', longest: 80 },
        needed: true,
        synonyms: ['上级', '主管单位', '所属单位', 'parent'],
        hint: { zh: '单位全称、编号，或政府的 6 位代码。', en: 'Its whole name, its id, or the six-digit code of a government.' },
        width: 34,
      },
      {
        key: 'function',
        title: { zh: '职能', en: 'Function' },
        form: { as: 'text', longest: 40 },
        synonyms: ['部门职能', '会签职能'],
        hint: { zh: '部门必填，如 自然资源部门；其他单位留空。', en: 'For departments, as the workflows name it; empty for others.' },
        width: 20,
      },
      from,
    ],
  },
  {
    key: 'people',
    title: { zh: '人员', en: 'People' },
    about: {
      zh: '一行一项任职；同一人有几项任职就写几行。任职只是申请，须由另一人逐项决定。',
      en: 'One office a row; a person with several has several rows. Offices are proposed only: a second person decides on each.',
    },
    columns: [
      {
        key: 'login',
        title: { zh: '登录名', en: 'Login' },
        form: { as: 'text', longest: 40 },
        needed: true,
        synonyms: ['账号', '用户名', 'account', 'user'],
        width: 18,
      },
      {
        key: 'name',
        title: { zh: '姓名', en: 'Name' },
        form: { as: 'text', longest: 60 },
        needed: true,
        synonyms: ['人员姓名'],
        width: 14,
      },
      {
        key: 'unit',
        title: { zh: '单位', en: 'Unit' },
        form: { as: 'text', longest: 80 },
        needed: true,
        synonyms: ['单位名称', '工作单位', '所在单位'],
        width: 34,
      },
      {
        key: 'role',
        title: { zh: '角色', en: 'Role' },
        form: { as: 'word', words: wordsOf(officeWords, { zone: ['管委会'], township: ['乡镇', '街道'] }) },
        needed: true,
        synonyms: ['岗位', '任职'],
        width: 14,
      },
      from,
      { key: 'to', title: { zh: '至', en: 'To' }, ...day, synonyms: ['截止', '结束日期', 'until'] },
    ],
  },
];
