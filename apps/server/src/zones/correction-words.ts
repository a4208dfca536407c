// What is said of rows of a file of corrections, in both languages; and the closed lists its cells were read by.
import type { Bilingual, MissingReason } from '@zhenghe/engine/kernel';
import type { AreaCalibre } from '@zhenghe/engine/zones';
import { calibreWords } from '@zhenghe/exchange/zones';

export const fields = {
  founded: { zh: '设立日', en: 'Founding day' },
  document: { zh: '依据', en: 'Document' },
  name: { zh: '名称', en: 'Name' },
  place: { zh: '地区', en: 'Place' },
  type: { zh: '类型', en: 'Type' },
  grade: { zh: '级别', en: 'Grade' },
  area: { zh: '面积 km²', en: 'Area km²' },
  note: { zh: '说明', en: 'Note' },
} as const satisfies Readonly<Record<string, Bilingual>>;

export const missing: Readonly<Record<MissingReason, string>> = {
  'not-given': '未给出',
  'not-applicable': '不适用',
  'not-collected': '未统计',
  secret: '保密',
  'not-reported': '未报送',
};

const calibres: Readonly<Record<AreaCalibre, string>> = {
  approved: 'Approved',
  planned: 'Planned',
  integrated: 'Integrated',
  entrusted: 'Entrusted',
  buildable: 'Buildable',
  administrative: 'Administrative',
};

export const areaOf = (calibre: AreaCalibre): Bilingual => ({ zh: `${calibreWords[calibre]} km²`, en: `${calibres[calibre]} area km²` });

export const twice = (sheet: string, row: number): Bilingual => ({
  zh: `与「${sheet}」第 ${row} 行说的是同一件事。请只留一行。`,
  en: `Row ${row} of ${sheet} speaks of the same. Keep one of them.`,
});

export const unknownId = (id: string): Bilingual => ({
  zh: `名录中没有编号 ${id}。新增的开发区请留空编号。`,
  en: `The register holds no id ${id}. Leave the id empty for a new body.`,
});

export const otherPlace: Bilingual = {
  zh: '不在您负责的地区，请交由当地或省里办理。',
  en: 'It is not in a place you answer for; leave it to that city or to the province.',
};

export const otherName = (name: string): Bilingual => ({
  zh: `编号与名称不符：名录中它叫「${name}」。改名请填「名称沿革」表。`,
  en: `Id and name do not agree: the register calls it "${name}". A new name goes to the sheet Names.`,
});

export const otherPlaceOf = (name: string): Bilingual => ({
  zh: `地区与名录不符：「${name}」登记在别处。`,
  en: `Its place does not agree with the register, which has "${name}" elsewhere.`,
});

export const gradeElsewhere: Bilingual = {
  zh: '类型或级别与名录不同。变更请填「级别沿革」表，写明起始日和依据。',
  en: 'Type or grade differs from the register. A change goes to the sheet Grades, with its day and document.',
};

export const noDocument: Bilingual = {
  zh: '没有写依据。请填写出处的文件。',
  en: 'The document is missing. Name the paper that states it.',
};

export const future = (on: string): Bilingual => ({
  zh: `日期晚于截至日期 ${on}。`,
  en: `The day lies after the as-of day ${on}.`,
});

export const unknownPlace = (text: string): Bilingual => ({
  zh: `没有「${text}」这个市或县。请写全名（浦江县）或 6 位代码。`,
  en: `There is no city or county "${text}". Write its whole name or its six-digit code.`,
});

export const newNeeds: Bilingual = {
  zh: '新增开发区须填：名称、地区、类型、级别、设立日、依据。',
  en: 'A new body needs name, place, type, grade, founding day and document.',
};

export const onRecord = (id: string): Bilingual => ({
  zh: `该地已有同名开发区，编号 ${id}。修改请填编号。`,
  en: `A body of that name is on record there as ${id}. Give the id to change it.`,
});

/** The code itself; the reader let no other text through. */
export function codeIn<K extends string>(words: Readonly<Record<K, string>>, text: string | undefined): K {
  for (const code in words) if (code === text) return code;
  throw new RangeError(`no such code: ${text}`);
}
