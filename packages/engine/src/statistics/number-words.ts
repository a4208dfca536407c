// What reading a figure has to say, in both languages: notes on what was read differently, and why something was not read.
import { type Bilingual, type DecimalText, type MissingReason, unitWord } from '../kernel/index.ts';

/** Chinese words for powers of ten that stand behind a figure. */
export const scales: ReadonlyMap<string, string> = new Map([
  ['百', '100'],
  ['千', '1000'],
  ['万', '10000'],
  ['十万', '100000'],
  ['百万', '1000000'],
  ['千万', '10000000'],
  ['亿', '100000000'],
  ['万亿', '1000000000000'],
]);

const reasons: Readonly<Record<MissingReason, Bilingual>> = {
  'not-given': { zh: '未给出', en: 'not given' },
  'not-applicable': { zh: '不适用', en: 'not applicable' },
  'not-collected': { zh: '未统计', en: 'not collected' },
  secret: { zh: '保密', en: 'secret' },
  'not-reported': { zh: '缺报', en: 'not reported' },
};

/** The words a sheet offers and reads back. */
export function absenceWord(reason: MissingReason): Bilingual {
  return reasons[reason];
}

const unitOf = (unit: string) => {
  const { zh, en } = unitWord(unit);
  return { zh: zh === '' ? '' : ` ${zh}`, en: en === '' ? '' : ` ${en}` };
};

export const readAsAbsent = (text: string, reason: MissingReason): Bilingual => ({
  zh: `「${text}」读作${reasons[reason].zh}。`,
  en: `"${text}" is read as ${reasons[reason].en}.`,
});
export const fullWidth = (plain: string): Bilingual => ({
  zh: `含全角字符，读作 ${plain}。`,
  en: `Full-width characters; read as ${plain}.`,
});
export const bracketed = (figure: string): Bilingual => ({
  zh: `括号表示负数，读作 ${figure}。`,
  en: `Brackets mean below zero; read as ${figure}.`,
});
export const thousands = (figure: string): Bilingual => ({
  zh: `去掉千分位逗号，读作 ${figure}。`,
  en: `Thousands commas removed; read as ${figure}.`,
});
export const spaces = (figure: string): Bilingual => ({
  zh: `数字中间有空格，读作 ${figure}。`,
  en: `A space inside the figure; read as ${figure}.`,
});
export const ownUnit = (unit: string): Bilingual => ({ zh: `去掉单位「${unit}」。`, en: `The unit ${unit} was taken off.` });
export const share = (figure: string): Bilingual => ({
  zh: `单位是 %，读作 ${figure} %；如果填的是比值，请乘以 100。`,
  en: `The unit is %: read as ${figure} %. If a share of one was meant, multiply it by 100.`,
});
export const shareOf = (percent: string, figure: string): Bilingual => ({
  zh: `${percent} % 读作 ${figure}。`,
  en: `${percent} % is read as ${figure}.`,
});

export const noNumber = (text: string): Bilingual => ({
  zh: `「${text}」不是数字。请填一个数；没有数据的选择原因。`,
  en: `"${text}" is not a number. Enter a figure, or say why there is none.`,
});
export const ambiguous = (text: string): Bilingual => ({
  zh: `「${text}」分不清是 0 还是没有数据。是 0 请填 0，没有数据请选择原因。`,
  en: `"${text}" may mean zero or no figure. Enter 0, or say why there is none.`,
});
export const formula: Bilingual = {
  zh: '这是公式，不予读取。请粘贴为数值。',
  en: 'This is a formula and was not read. Paste it as a value.',
};
export const errorValue = (text: string): Bilingual => ({ zh: `这是错误值 ${text}。`, en: `This is the error ${text}.` });
export const twoPoints = (text: string): Bilingual => ({
  zh: `「${text}」有两个小数点，像是两个数连在了一起。`,
  en: `"${text}" has two decimal points, as if two figures ran together.`,
});
export const twoNumbers = (text: string): Bilingual => ({
  zh: `「${text}」数字之间有空格，可能是两个数。每格只填一个数。`,
  en: `"${text}" has a space between digits; it may be two figures. One figure in each cell.`,
});
export const separators = (text: string): Bilingual => ({
  zh: `「${text}」的逗号不在千分位上，分不清是小数点还是千分位。`,
  en: `The commas of "${text}" do not part thousands; they may be decimal points.`,
});
export const exponent = (text: string): Bilingual => ({
  zh: `「${text}」是科学计数法，可能已被 Excel 截断。请写出全部数字。`,
  en: `"${text}" is in scientific notation; Excel may have cut it. Write all digits.`,
});
export const tooLarge = (text: string): Bilingual => ({
  zh: `「${text.slice(0, 40)}」超过整数 15 位、小数 12 位的上限。请核对单位。`,
  en: `"${text.slice(0, 40)}" has more than 15 digits before the point or 12 behind it. Check its unit.`,
});
export const tooFine = (text: string, decimals: number): Bilingual => ({
  zh: decimals === 0 ? `应为整数，填了 ${text}。` : `至多 ${decimals} 位小数，填了 ${text}。`,
  en: decimals === 0 ? `A whole number is expected, not ${text}.` : `At most ${decimals} decimals are expected, not ${text}.`,
});
export const percent = (figure: string, unit: string): Bilingual => ({
  zh: `填的是百分数 ${figure} %，这一项${unit === '' ? '没有单位' : `以${unit}计`}。`,
  en: `${figure} % is a percentage; this row has ${unit === '' ? 'no unit' : `the unit ${unit}`}.`,
});
export const scaled = (text: string, proposal: DecimalText | null, unit: string): Bilingual =>
  converted(`「${text}」带有数量级`, `"${text}" has a word of scale`, { proposal, unit });
export const otherUnit = (text: string, proposal: DecimalText | null, unit: string): Bilingual =>
  converted(`「${text}」是另一个单位`, `"${text}" is in another unit`, { proposal, unit });
export const strangeSuffix = (suffix: string, unit: string): Bilingual => ({
  zh: `数字后面的「${suffix.slice(0, 20)}」不能读取；这一项${unit === '' ? '没有单位' : `以${unit}计`}，只填数字。`,
  en: `"${suffix.slice(0, 20)}" behind the figure cannot be read; this row has ${unit === '' ? 'no unit' : `the unit ${unit}`}. Enter digits only.`,
});

function converted(
  zh: string,
  en: string,
  { proposal, unit }: { readonly proposal: DecimalText | null; readonly unit: string },
): Bilingual {
  const own = unitOf(unit);
  return {
    zh: `${zh}，没有读取。${proposal === null ? `请换算为${own.zh}。` : `换算后是 ${proposal}${own.zh}，请确认。`}`,
    en: `${en} and was not read. ${proposal === null ? `Convert it to${own.en}.` : `It comes to ${proposal}${own.en}; please confirm.`}`,
  };
}
