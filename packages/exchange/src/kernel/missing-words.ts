// Why a figure is missing, in the words of docs/glossary.md; every workbook writes and reads the same ones.
import { type MissingReason, missingReasons } from '@zhenghe/engine/kernel';

export const missingWords: Readonly<Record<MissingReason, string>> = {
  'not-given': '未给出',
  'not-applicable': '不适用',
  'not-collected': '未统计',
  secret: '保密',
  'not-reported': '未报送',
};

/** Said for the same in other forms; read, never written. */
const otherWords: ReadonlyMap<string, MissingReason> = new Map([
  ['未采集', 'not-collected'],
  ['涉密', 'secret'],
  ['缺报', 'not-reported'],
  ['未报', 'not-reported'],
]);

/** The reason a word or a code stands for; undefined when it is neither. */
export function missingReasonOf(text: string): MissingReason | undefined {
  return missingReasons.find((reason) => text === missingWords[reason] || text === reason) ?? otherWords.get(text);
}
