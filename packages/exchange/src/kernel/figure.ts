// Reads a figure as people type it: full-width digits and a space beside the point are read with a note,
// anything that could be two figures, or no figure, is refused.
import { type Bilingual, isDecimalText } from '@zhenghe/engine/kernel';
import { type Reading, read, refuse } from './problem.ts';

export interface Figure {
  /** Decimal text: "17.24". */
  readonly number: string;
  /** What followed it, without spaces: 公顷, km2, %. */
  readonly unit: string;
}

const fullWidth = /[０-９．，－＋％（）\u3000]/;

export function readFigure(typed: string): Reading<Figure> {
  const notes: Bilingual[] = [];
  const plain = typed.normalize('NFKC').replace(/[−–—]/g, '-').trim();
  if (fullWidth.test(typed)) notes.push(fullWidthNote(plain));
  const match = /^([-+]?[\d.,'\s]*)(.*)$/su.exec(plain);
  const digits = (match?.[1] ?? '').trim();
  const unit = (match?.[2] ?? '').replace(/\s+/g, '').toLowerCase();
  if (!/\d/.test(digits)) return refuse(notANumber);
  const joined = joinSpaces(digits);
  if (joined === null) return refuse(twoNumbers);
  if (joined !== digits) notes.push(spaceNote(joined));
  const number = dropThousands(joined, notes);
  if ((number.match(/\./g)?.length ?? 0) > 1) return refuse(glued);
  const signed = number.replace(/^\+/, '');
  if (!isDecimalText(signed)) return refuse(notANumber);
  return read({ number: signed, unit }, notes);
}

/** "17. 24" is one figure with a stray space; "17 24" may be two. Null when it may be two. */
function joinSpaces(digits: string): string | null {
  const joined = digits.replace(/\s*\.\s*/g, '.').replace(/^([-+])\s+/, '$1');
  if (/\s/.test(joined)) return null;
  return joined;
}

function dropThousands(text: string, notes: Bilingual[]): string {
  if (!/^[-+]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(text)) return text;
  const number = text.replaceAll(',', '');
  notes.push({ zh: `去掉千分位逗号，读作 ${number}。`, en: `Thousands commas removed; read as ${number}.` });
  return number;
}

function fullWidthNote(plain: string): Bilingual {
  return { zh: `含全角字符，读作 ${plain}。`, en: `Full-width characters; read as ${plain}.` };
}

function spaceNote(joined: string): Bilingual {
  return { zh: `数字中间有空格，读作 ${joined}。`, en: `A space inside the figure; read as ${joined}.` };
}

const glued: Bilingual = {
  zh: '像是两个数连在了一起（有两个小数点），无法判断是哪个数。请分开填写，每格一个数。',
  en: 'This looks like two figures run together (two decimal points). Write one figure in each cell.',
};

const twoNumbers: Bilingual = {
  zh: '数字之间有空格，可能是两个数。请每格只填一个数。',
  en: 'There is a space between digits; this may be two figures. Write one figure in each cell.',
};

const notANumber: Bilingual = {
  zh: '不是数字。请填一个数，如 17.24；没有数据就留空。',
  en: 'This is not a number. Write one such as 17.24, or leave the cell empty when there is no figure.',
};
