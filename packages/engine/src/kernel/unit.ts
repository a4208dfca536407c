// Units as the documents write them, and as a reader of English knows them.
import type { Bilingual } from './text.ts';

const english: ReadonlyMap<string, string> = new Map(
  Object.entries({
    个: '',
    家: '',
    名: 'ranks',
    人: 'people',
    年: 'years',
    倍: 'times',
    系数: 'coefficient',
    万元: '10,000 yuan',
    亿元: '100 million yuan',
    '万元/亩': '10,000 yuan per mu',
    亩: 'mu',
    公顷: 'ha',
  }),
);

/** 个 and 家 count things that the title names, so English needs no word; an unknown unit stays as written. */
export function unitWord(unit: string | null): Bilingual {
  return { zh: unit ?? '', en: unit === null ? '' : (english.get(unit) ?? unit) };
}
