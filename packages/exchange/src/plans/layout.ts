// The workbook form of zhenghe-plan/1: its sheets and columns, said once for the writer and the reader.
// Row 1 of each sheet is a banner, row 2 the header, rows from 3 the data.
import type { Bilingual } from '@zhenghe/engine/kernel';
import {
  answerWords,
  columnWords,
  conversionWords,
  levelWords,
  managerWords,
  outcomeWords,
  partKindWords,
  phaseWords,
  type Words,
} from './words.ts';

/** Lists of a plan that other rows refer to by name. */
export type Referable = 'parks' | 'zones' | 'parts';

export type CellKind =
  | { readonly as: 'text'; readonly blank?: string }
  | { readonly as: 'names' }
  | { readonly as: 'area' }
  | { readonly as: 'share' }
  | { readonly as: 'count' }
  | { readonly as: 'day' }
  | { readonly as: 'jurisdiction' }
  /** 是/否; blank is 否. */
  | { readonly as: 'flag' }
  /** 是/否; blank is missing. */
  | { readonly as: 'known-flag' }
  | { readonly as: 'word'; readonly words: Words }
  | { readonly as: 'words'; readonly words: Words }
  /** A row of another sheet by its name or code; `free` also takes any other text. */
  | { readonly as: 'one'; readonly of: Referable; readonly free?: true }
  | { readonly as: 'many'; readonly of: Referable };

export interface Column {
  readonly key: string;
  readonly title: Bilingual;
  readonly kind: CellKind;
  readonly required?: true;
  readonly hint?: string;
  readonly width: number;
}

export const listKeys = ['parks', 'zones', 'parts', 'blocks', 'sums', 'townships', 'milestones', 'answers'] as const;
export type ListKey = (typeof listKeys)[number];

export interface SheetLayout {
  readonly key: ListKey;
  readonly name: Bilingual;
  /** A workbook without it is not a plan. */
  readonly required: boolean;
  /** Given to rows without a code: p1, p2 …; null where rows have no code. */
  readonly codePrefix: string | null;
  readonly columns: readonly Column[];
}

export const firstDataRow = 3;
export const trainingMark = '训练数据';
export const readMe: Bilingual = { zh: '说明', en: 'Read me' };
export const planSheet: Bilingual = { zh: '方案', en: 'Plan' };

export function sheetTitle(name: Bilingual): string {
  return `${name.zh} ${name.en}`;
}

const codeHint = '可不填；不填由系统按行编号。其他表按名称引用即可。 Optional: rows are numbered when it is empty.';
const areaHint = '平方公里。也可带单位写公顷、亩，读入时换算。没有数据就留空，空白不是 0。 km²; leave empty when unknown, empty is not 0.';

function area(key: string, zh: string, en: string): Column {
  return { key, title: { zh: `${zh}（km²）`, en: `${en} (km²)` }, kind: { as: 'area' }, hint: areaHint, width: 18 };
}

function code(): Column {
  return { key: 'code', title: { zh: '编码', en: 'Code' }, kind: { as: 'text' }, hint: codeHint, width: 10 };
}

function named(key: string, zh: string, en: string): Column {
  return { key, title: { zh, en }, kind: { as: 'text' }, required: true, width: 30 };
}

const level: Column = {
  key: 'level',
  title: { zh: '级别', en: 'Level' },
  kind: { as: 'word', words: levelWords },
  required: true,
  width: 12,
};

export const sheetLayouts: readonly SheetLayout[] = [
  {
    key: 'parks',
    name: { zh: '园区', en: 'Parks' },
    required: true,
    codePrefix: 'p',
    columns: [
      code(),
      named('name', '园区名称', 'Park before'),
      level,
      area('approvedArea', '核准面积', 'Approved area'),
      {
        key: 'outcomes',
        title: { zh: '四个一批去向', en: 'Outcome' },
        kind: { as: 'words', words: outcomeWords },
        hint: '每个园区恰好一种去向。 Exactly one for each park.',
        width: 16,
      },
      { key: 'convertsTo', title: { zh: '转型为', en: 'Converts to' }, kind: { as: 'word', words: conversionWords }, width: 14 },
      {
        key: 'receivedBy',
        title: { zh: '承接单位', en: 'Received by' },
        kind: { as: 'one', of: 'zones', free: true },
        hint: '承接的开发区名称或单位名称。 The zone or unit that receives it.',
        width: 24,
      },
    ],
  },
  {
    key: 'zones',
    name: { zh: '开发区', en: 'Zones' },
    required: true,
    codePrefix: 'z',
    columns: [
      code(),
      named('name', '开发区名称', 'Zone after'),
      level,
      { key: 'plates', title: { zh: '牌子', en: 'Plates' }, kind: { as: 'names' }, hint: '多个用顿号分开。 Separate with 、', width: 30 },
      {
        key: 'industries',
        title: { zh: '主导产业', en: 'Main industries' },
        kind: { as: 'names' },
        hint: '多个用顿号分开。 Separate with 、',
        width: 36,
      },
      { key: 'body', title: { zh: '管理机构', en: 'Management body' }, kind: { as: 'text', blank: '' }, width: 30 },
      {
        key: 'flagship',
        title: { zh: '高能级战略平台', en: 'Flagship platform' },
        kind: { as: 'flag' },
        hint: '是 / 否，空白为否。 Empty means no.',
        width: 12,
      },
    ],
  },
  {
    key: 'parts',
    name: { zh: '部分', en: 'Parts' },
    required: true,
    codePrefix: 't',
    columns: [
      code(),
      { key: 'zone', title: { zh: '所属开发区', en: 'Zone' }, kind: { as: 'one', of: 'zones' }, required: true, width: 30 },
      named('name', '部分名称', 'Part'),
      { key: 'kind', title: { zh: '类别', en: 'Kind' }, kind: { as: 'word', words: partKindWords }, required: true, width: 14 },
      {
        key: 'managedBy',
        title: { zh: '管理方式', en: 'Managed by' },
        kind: { as: 'word', words: managerWords },
        required: true,
        width: 14,
      },
      { key: 'entrustedTo', title: { zh: '委托乡镇', en: 'Entrusted to' }, kind: { as: 'names' }, width: 24 },
      {
        key: 'keepsBody',
        title: { zh: '保留片区管理机构', en: 'Keeps a body' },
        kind: { as: 'known-flag' },
        hint: '是 / 否；未知留空。 Leave empty when unknown.',
        width: 14,
      },
    ],
  },
  {
    key: 'blocks',
    name: { zh: '区块', en: 'Blocks' },
    required: true,
    codePrefix: 'b',
    columns: [
      code(),
      named('name', '区块名称', 'Block'),
      { key: 'park', title: { zh: '整合前园区', en: 'Park before' }, kind: { as: 'one', of: 'parks' }, required: true, width: 30 },
      { key: 'part', title: { zh: '整合后部分', en: 'Part after' }, kind: { as: 'one', of: 'parts' }, required: true, width: 24 },
      area('areaBefore', '整合前面积', 'Area before'),
      area('areaAfter', '整合后面积', 'Area after'),
    ],
  },
  {
    key: 'sums',
    name: { zh: '合计', en: 'Sums' },
    required: false,
    codePrefix: 's',
    columns: [
      code(),
      named('label', '合计名称', 'Sum'),
      { key: 'column', title: { zh: '口径', en: 'Column' }, kind: { as: 'word', words: columnWords }, required: true, width: 12 },
      {
        key: 'parts',
        title: { zh: '包含的部分', en: 'Parts summed' },
        kind: { as: 'many', of: 'parts' },
        hint: '多个用顿号分开；空白为全部区块。 Empty means all blocks.',
        width: 40,
      },
      area('value', '方案所列数', 'Declared'),
    ],
  },
  {
    key: 'townships',
    name: { zh: '乡镇', en: 'Townships' },
    required: false,
    codePrefix: null,
    columns: [
      named('name', '乡镇（街道）', 'Township'),
      {
        key: 'hosted',
        title: { zh: '开发区托管', en: 'Hosted' },
        kind: { as: 'flag' },
        hint: '是 / 否，空白为否。 Empty means no.',
        width: 14,
      },
      {
        key: 'protectedShare',
        title: { zh: '保护区域占比', en: 'Protected share' },
        kind: { as: 'share' },
        hint: '0 到 1，或百分数（如 35%）。 0 to 1, or a percentage.',
        width: 16,
      },
    ],
  },
  {
    key: 'milestones',
    name: { zh: '时间', en: 'Milestones' },
    required: false,
    codePrefix: null,
    columns: [
      { key: 'phase', title: { zh: '阶段', en: 'Phase' }, kind: { as: 'word', words: phaseWords }, required: true, width: 16 },
      { key: 'due', title: { zh: '完成日期', en: 'Due' }, kind: { as: 'day' }, hint: '如 2021-06-30', width: 16 },
    ],
  },
  {
    key: 'answers',
    name: { zh: '理由', en: 'Answers' },
    required: false,
    codePrefix: null,
    columns: [
      {
        key: 'finding',
        title: { zh: '检查项', en: 'Finding' },
        kind: { as: 'text' },
        required: true,
        hint: '检查结果中的编号。 The id shown with the finding.',
        width: 34,
      },
      { key: 'kind', title: { zh: '类型', en: 'Kind' }, kind: { as: 'word', words: answerWords }, required: true, width: 12 },
      { key: 'text', title: { zh: '内容', en: 'Text' }, kind: { as: 'text' }, required: true, width: 60 },
      { key: 'paper', title: { zh: '依据文件', en: 'Paper' }, kind: { as: 'text' }, width: 30 },
      { key: 'by', title: { zh: '记录人', en: 'Recorded by' }, kind: { as: 'text' }, width: 16 },
    ],
  },
];

/** The lines of the sheet 方案: key and value below each other. Those with a dot go into an inner object. */
export const planLines: readonly Column[] = [
  { key: 'code', title: { zh: '方案编码', en: 'Plan code' }, kind: { as: 'text' }, hint: '可不填。 Optional.', width: 0 },
  { key: 'title', title: { zh: '方案名称', en: 'Title' }, kind: { as: 'text' }, required: true, width: 0 },
  {
    key: 'jurisdiction',
    title: { zh: '行政区划', en: 'Jurisdiction' },
    kind: { as: 'jurisdiction' },
    required: true,
    hint: '六位行政区划代码，如 330726。 Six-digit code.',
    width: 0,
  },
  {
    key: 'industrialStrongCounty',
    title: { zh: '工业强县', en: 'Industrial strong county' },
    kind: { as: 'known-flag' },
    hint: '是 / 否；未知留空。 Leave empty when unknown.',
    width: 0,
  },
  { key: 'source', title: { zh: '数据来源', en: 'Source' }, kind: { as: 'text' }, width: 0 },
  {
    key: 'training',
    title: { zh: '训练数据', en: 'Training data' },
    kind: { as: 'flag' },
    hint: '虚构的练习数据填「是」。 Yes for invented data.',
    width: 0,
  },
  { key: 'organisation.bodiesBefore', title: { zh: '整合前机构数', en: 'Bodies before' }, kind: { as: 'count' }, width: 0 },
  { key: 'organisation.bodiesAfter', title: { zh: '整合后机构数', en: 'Bodies after' }, kind: { as: 'count' }, width: 0 },
  { key: 'organisation.staffBefore', title: { zh: '整合前人员数', en: 'Staff before' }, kind: { as: 'count' }, width: 0 },
  { key: 'organisation.staffAfter', title: { zh: '整合后人员数', en: 'Staff after' }, kind: { as: 'count' }, width: 0 },
];

/** 整合前面积（公顷） and Area before (km²) * are both the column 整合前面积. */
export function headerName(header: string): string {
  const line = header.normalize('NFKC').split(/\r?\n/)[0] ?? '';
  return line
    .replace(/[(（[][^)）\]]*[)）\]]?/g, '')
    .replace(/[*＊\s]/g, '')
    .toLowerCase();
}

/** Whether a header a person sees names this column, in either language. */
export function names(header: string, column: Column): boolean {
  const name = headerName(header);
  return name !== '' && (name === headerName(column.title.zh) || name === headerName(column.title.en));
}
