// Names that files give to our fields, in Chinese and English: for the columns of a table of vertices, and for the wizard's first guess.

/** Stands in every file made of invented land: as an attribute, in a header, in a layer's name. */
export const trainingMark = '训练数据';
/** The attribute that carries the mark in GeoJSON, KML and tables; a .dbf calls it DATASET. */
export const datasetField = '数据性质';

/** What the wizard can map a field to. */
export type MappedField = 'code' | 'name' | 'zone' | 'township' | 'use' | 'next-use' | 'receiver' | 'deadline' | 'level';

/** The first word of each is what our own files write. */
export const fieldWords: Readonly<Record<MappedField, readonly string[]>> = {
  code: [
    '地块编号',
    '区块编号',
    '区块编码',
    '地块编码',
    '地块号',
    '宗地号',
    '宗地代码',
    '图斑编号',
    '编号',
    '编码',
    'code',
    'blockcode',
    'block',
    'parcel',
    'bsm',
    'dkbh',
    'dkh',
    'qkbh',
    'id',
  ],
  name: ['地块名称', '区块名称', '图斑名称', '名称', 'name', 'blockname', 'dkmc', 'qkmc', 'mc'],
  zone: ['所属开发区', '开发区', '开发区名称', 'zone', 'kfq', 'kfqmc'],
  township: ['乡镇', '所在乡镇', '乡镇街道', '乡镇名称', 'township', 'town', 'xzmc', 'xz'],
  use: ['用途', '地块用途', '土地用途', '地类', '地类名称', 'use', 'landuse', 'dkyt', 'dlmc', 'dlbm'],
  'next-use': ['再利用方向', '拟用途', '规划用途', 'nextuse', 'ghyt'],
  receiver: ['承接单位', '接收单位', 'receiver', 'cjdw'],
  deadline: ['完成时限', '期限', '截止日期', 'deadline', 'wcsx'],
  level: ['级别', '保护级别', '等级', 'level', 'grade', 'jb'],
};

/** A heading without case, spaces, units and brackets: "X坐标（m）" is "x坐标". */
export function plainHeading(heading: string): string {
  return heading
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\([^)]*\)|\[[^\]]*\]|[\s_*:·.-]/g, '');
}

/** Which of our fields the fields of a file most likely are; each of ours is given once, to its best word. */
export function guessMapping(fields: readonly string[]): Readonly<Record<string, MappedField>> {
  const mapping: Record<string, MappedField> = {};
  const known: readonly MappedField[] = ['code', 'name', 'zone', 'township', 'use', 'next-use', 'receiver', 'deadline', 'level'];
  for (const target of known) {
    const field = fieldWords[target]
      .map((word) => fields.find((candidate) => plainHeading(candidate) === word && !Object.hasOwn(mapping, candidate)))
      .find((found) => found !== undefined);
    if (field !== undefined) Object.defineProperty(mapping, field, { value: target, enumerable: true, configurable: true, writable: true });
  }
  return mapping;
}

/** Our names of attributes as our files write them: use is 用途. What has no word of its own stays as it is. */
export function inFileWords(attributes: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const words = new Map(Object.entries(fieldWords).map(([field, [word]]) => [field, word]));
  return Object.fromEntries(Object.entries(attributes).map(([name, text]) => [words.get(name) ?? name, text]));
}
