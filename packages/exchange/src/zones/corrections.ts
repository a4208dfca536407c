// The form of corrections and additions to the register: bodies, names, grades, areas. An empty cell leaves the record as it is.
import type { ImportColumn, ImportLayout } from '../imports/index.ts';
import { calibreWords, gradeWords, typeWords } from './words.ts';

const wordsOf = (words: Readonly<Record<string, string>>): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(Object.entries(words).map(([code, word]) => [code, [word]]));

const id = (needed: boolean): ImportColumn => ({
  key: 'id',
  title: { zh: '编号', en: 'Id' },
  form: { as: 'text', longest: 40 },
  ...(needed ? { needed: true as const } : {}),
  synonyms: ['园区编号', '开发区编号', '代码', '编码', 'zone', 'code'],
  hint: { zh: '名录中的编号；新增的开发区留空。', en: 'Its id in the register; empty for a new body.' },
  width: 16,
});

const since = (needed: boolean): ImportColumn => ({
  key: 'since',
  title: { zh: '起始', en: 'Since' },
  form: { as: 'rough-day' },
  ...(needed ? { needed: true as const } : {}),
  synonyms: ['自', '起', '起始日', '起始日期', '生效日期', '日期', 'from', 'date'],
  hint: { zh: '2015-06-01；只知道年月写 2015-06 或 2015。', en: '2015-06-01; 2015-06 or 2015 where no more is known.' },
  width: 14,
});

/** A row of bodies may only confirm what is on record, as the filled template does: that needs no paper. */
const paper: ImportColumn = {
  key: 'document',
  title: { zh: '依据', en: 'Document' },
  form: { as: 'text', longest: 200 },
  synonyms: ['文件', '文号', '依据文件', '批准文号', '来源', '资料来源', 'source', 'paper'],
  hint: { zh: '写明出处的文件和文号。', en: 'The paper that states it, with its number.' },
  width: 40,
};

const document: ImportColumn = { ...paper, needed: true };

const name = (needed: boolean): ImportColumn => ({
  key: 'name',
  title: { zh: '名称', en: 'Name' },
  form: { as: 'text', longest: 120 },
  ...(needed ? { needed: true as const } : {}),
  synonyms: ['开发区名称', '园区名称', '开发区', '园区', '管理机构', '机构名称'],
  width: 34,
});

const type: ImportColumn = {
  key: 'type',
  title: { zh: '类型', en: 'Type' },
  form: { as: 'word', words: wordsOf(typeWords) },
  synonyms: ['开发区类型', '园区类型'],
  width: 26,
};

const grade: ImportColumn = {
  key: 'grade',
  title: { zh: '级别', en: 'Grade' },
  form: { as: 'word', words: wordsOf(gradeWords) },
  synonyms: ['等级', 'level'],
  width: 12,
};

const note: ImportColumn = {
  key: 'note',
  title: { zh: '说明', en: 'Note' },
  form: { as: 'text', longest: 300 },
  synonyms: ['备注', 'remark'],
  width: 30,
};

const place: ImportColumn = {
  key: 'place',
  title: { zh: '地区', en: 'Place' },
  form: { as: 'text', longest: 40 },
  synonyms: ['行政区划', '行政区划代码', '所在地', '县（市、区）', '设区市', 'jurisdiction'],
  hint: { zh: '市或县的名称或代码；修改时留空。', en: 'Name or code of the city or county; empty for a body on record.' },
  width: 14,
};

const founded: ImportColumn = {
  ...since(false),
  key: 'founded',
  title: { zh: '设立日', en: 'Founded' },
  synonyms: ['设立日期', '设立时间', '成立日期', '成立时间', '批准日期', '批准设立时间'],
};

const calibre: ImportColumn = {
  key: 'calibre',
  title: { zh: '口径', en: 'Calibre' },
  form: { as: 'word', words: wordsOf(calibreWords) },
  needed: true,
  synonyms: ['面积口径'],
  width: 16,
};

const area: ImportColumn = {
  key: 'area',
  title: { zh: '面积（km²）', en: 'Area (km²)' },
  form: { as: 'area' },
  needed: true,
  synonyms: ['核准面积', '规划面积', '面积（公顷）', '面积（亩）', 'km2'],
  hint: {
    zh: '平方公里；也可带单位写公顷、亩。没有数据写“未给出”等原因。',
    en: 'km²; ha and mu with their unit. Write why where there is no figure.',
  },
  width: 14,
};

export const correctionLayout: ImportLayout = [
  {
    key: 'bodies',
    title: { zh: '开发区', en: 'Zones' },
    about: {
      zh: '新增的开发区，或已有开发区的设立日。编号留空为新增；有编号的，名称用来核对。新增或更正的行须写明依据。',
      en: 'New bodies, or the founding day of bodies on record. Without an id a body is new; with one, the name only confirms it. A row that adds or changes names its document.',
    },
    columns: [id(false), name(true), place, type, grade, founded, paper, note],
  },
  {
    key: 'names',
    title: { zh: '名称沿革', en: 'Names' },
    about: { zh: '从某日起的名称；同一起始日为更正。', en: 'The name from a day on; the same first day corrects it.' },
    columns: [id(true), name(true), since(true), document],
  },
  {
    key: 'grades',
    title: { zh: '级别沿革', en: 'Grades' },
    about: { zh: '从某日起的类型和级别；同一起始日为更正。', en: 'Type and grade from a day on; the same first day corrects them.' },
    columns: [id(true), { ...type, needed: true }, { ...grade, needed: true }, since(true), document],
  },
  {
    key: 'areas',
    title: { zh: '面积', en: 'Areas' },
    about: {
      zh: '某口径从某日起的面积；同一口径、同一起始日为更正。',
      en: 'An area by calibre from a day on; the same calibre and day correct it.',
    },
    columns: [id(true), calibre, area, since(true), document, note],
  },
];
