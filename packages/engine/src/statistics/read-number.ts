// One figure as people type or paste it: read exactly, or refused by name, never guessed. What is plainly meant is read with a note
// (full-width digits, thousands commas, a unit that is the row's own); what could be two things is refused with a proposal.

import { inUnit } from '../indicators/index.ts';
import { type Bilingual, type Cell, Decimal, type DecimalText, isDecimalText } from '../kernel/index.ts';
import { absenceIn, ambiguousAbsence } from './absence.ts';
import * as say from './number-words.ts';

export const numberProblems = [
  'text', // no figure at all
  'formula',
  'error', // #REF!, ####
  'two-points', // 1.2.3
  'two-numbers', // 12 34
  'separators', // 1,23
  'exponent', // 1e15
  'too-large', // more digits than are kept
  'decimals', // finer than the indicator
  'percent', // 45% where no per cent is asked
  'scaled', // 3.2亿
  'unit', // another unit, or none that is known
  'ambiguous', // 无: none, or zero
] as const;
export type NumberProblem = (typeof numberProblems)[number];

export interface NumberForm {
  readonly unit: string;
  /** Most digits after the point; null for any. */
  readonly decimals?: number | null;
  /** Whether "45%" is read: as 45 in a row of %, as 0.45 in a row without unit. By default only in a row of %. */
  readonly percentAllowed?: boolean;
}

export type NumberRead =
  | { readonly kind: 'blank' }
  | { readonly kind: 'value'; readonly value: Cell<DecimalText>; readonly notes: readonly Bilingual[] }
  | { readonly kind: 'problem'; readonly problem: NumberProblem; readonly message: Bilingual; readonly proposal: DecimalText | null };

type Refused = Extract<NumberRead, { kind: 'problem' }>;

const longest = 200;

/** Never throws. */
export function readNumber(typed: string, form: NumberForm): NumberRead {
  if (typed.length > longest) return refused('text', say.noNumber(`${typed.slice(0, 20)}…`));
  const plain = typed
    .normalize('NFKC')
    .replace(/[\p{Cc}\p{Cf}]/gu, ' ')
    .trim();
  if (plain === '') return { kind: 'blank' };
  const reason = absenceIn(plain);
  if (reason)
    return { kind: 'value', value: { missing: reason }, notes: /\p{Letter}/u.test(plain) ? [] : [say.readAsAbsent(plain, reason)] };
  const early = refusedAtSight(plain);
  if (early) return early;
  const parts = partsOf(plain);
  if (!parts) return refused('text', say.noNumber(plain));
  const notes: Bilingual[] = /[\uff01-\uff5e\u3000]/.test(typed) ? [say.fullWidth(plain)] : [];
  if (parts.bracketed) notes.push(say.bracketed(parts.digits));
  return withDigits(parts, form, notes);
}

function refused(problem: NumberProblem, message: Bilingual, proposal: DecimalText | null = null): Refused {
  return { kind: 'problem', problem, message, proposal: proposal !== null && isDecimalText(proposal) ? proposal : null };
}

function refusedAtSight(plain: string): Refused | null {
  if (ambiguousAbsence.has(plain)) return refused('ambiguous', say.ambiguous(plain));
  if (plain.startsWith('=')) return refused('formula', say.formula);
  if (/^#/.test(plain)) return refused('error', say.errorValue(plain));
  return null;
}

interface Parts {
  readonly digits: string;
  readonly suffix: string;
  readonly bracketed: boolean;
}

/** Sign and digits, then whatever follows. A leading apostrophe is how Excel marks text. */
function partsOf(plain: string): Parts | null {
  const bracket = /^\(\s*([\d.,\s]+)\s*\)(.*)$/su.exec(plain);
  const text = (bracket ? `-${bracket[1]?.trim()}${bracket[2]}` : plain).replace(/^'/, '').replace(/^[−–—]\s*/u, '-');
  const match = /^([-+]?\s*[¥$￥]?\s*[\d.,\s]*\d[\d.,\s]*)(.*)$/su.exec(text);
  if (!match) return null;
  return {
    digits: (match[1] ?? '').replace(/[¥$￥]/g, '').trim(),
    suffix: (match[2] ?? '').replace(/\s+/g, ''),
    bracketed: bracket !== null,
  };
}

function withDigits({ digits, suffix }: Parts, form: NumberForm, notes: Bilingual[]): NumberRead {
  const exponent = /^e([-+]?\d{1,4})$/i.exec(suffix);
  const joined = digits.replace(/\s*\.\s*/g, '.').replace(/^([-+])\s+/, '$1');
  if (/\s/.test(joined)) return refused('two-numbers', say.twoNumbers(joined));
  if ((joined.match(/\./g)?.length ?? 0) > 1) return refused('two-points', say.twoPoints(joined));
  const bare = withoutThousands(joined, notes);
  if (bare === null) return refused('separators', say.separators(joined));
  if (joined !== digits) notes.push(say.spaces(bare));
  const figure = plainDecimal(bare);
  if (exponent) return refused('exponent', say.exponent(`${digits}${suffix}`), scaledText(figure, `1e${exponent[1] ?? 0}`));
  if (!isDecimalText(figure)) return refused('too-large', say.tooLarge(figure));
  return suffix === '' ? fine(figure, form, notes) : withSuffix(figure, suffix, form, notes);
}

function withoutThousands(text: string, notes: Bilingual[]): string | null {
  if (!text.includes(',')) return text;
  if (!/^[-+]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(text)) return null;
  const bare = text.replaceAll(',', '');
  notes.push(say.thousands(bare));
  return bare;
}

/** No plus, no leading zeros, a digit on both sides of the point. */
function plainDecimal(text: string): string {
  const sign = text.startsWith('-') ? '-' : '';
  const [whole = '', part = ''] = text.replace(/^[-+]/, '').split('.');
  const number = `${whole.replace(/^0+(?=\d)/, '') || '0'}${part === '' ? '' : `.${part}`}`;
  return /[1-9]/.test(number) ? `${sign}${number}` : number;
}

function scaledText(figure: string, by: string): DecimalText {
  return new Decimal(figure).times(by).toFixed();
}

function fine(figure: DecimalText, { unit, decimals = null }: NumberForm, notes: readonly Bilingual[]): NumberRead {
  const places = new Decimal(figure).decimalPlaces();
  if (decimals !== null && places > decimals) {
    return refused('decimals', say.tooFine(figure, decimals), new Decimal(figure).toFixed(decimals));
  }
  const share = unit === '%' && /^-?0\.\d*[1-9]/.test(figure) ? [say.share(figure)] : [];
  const value = decimals === null ? figure : trimmed(figure, decimals);
  return { kind: 'value', value, notes: [...notes, ...share] };
}

/** Zeros beyond the indicator's decimals say nothing. */
function trimmed(figure: DecimalText, decimals: number): DecimalText {
  const places = figure.split('.')[1]?.length ?? 0;
  return places > decimals ? new Decimal(figure).toFixed(decimals) : figure;
}

function withSuffix(figure: DecimalText, suffix: string, form: NumberForm, notes: readonly Bilingual[]): NumberRead {
  const { unit } = form;
  if (suffix === '%') return perCent(figure, form, notes);
  if (suffix === unit.normalize('NFKC').replace(/\s+/g, '')) return fine(figure, form, [...notes, say.ownUnit(unit)]);
  const scale = say.scales.get(suffix);
  if (scale !== undefined) {
    const proposal = proposed(new Decimal(figure).times(scale).dividedBy(ownScale(unit)), form);
    return refused('scaled', say.scaled(`${figure}${suffix}`, proposal, unit), proposal);
  }
  const converted = inUnit(new Decimal(figure), suffix, unit);
  if (converted) {
    const proposal = proposed(converted, form);
    return refused('unit', say.otherUnit(`${figure} ${suffix}`, proposal, unit), proposal);
  }
  return refused(/^\d|[~～〜-]\d/.test(suffix) || suffix.length > 12 ? 'text' : 'unit', say.strangeSuffix(suffix, unit));
}

function perCent(figure: DecimalText, form: NumberForm, notes: readonly Bilingual[]): NumberRead {
  const { unit, percentAllowed = unit === '%' } = form;
  if (unit === '%' && percentAllowed) return fine(figure, form, notes);
  const bare = unit === '' || unit === '1' || unit === '系数' || unit === '倍';
  const share = bare ? new Decimal(figure).dividedBy(100).toFixed() : null;
  if (share !== null && percentAllowed) return fine(share, form, [...notes, say.shareOf(figure, share)]);
  return refused('percent', say.percent(figure, unit), share);
}

/** 万 of 万元. */
function ownScale(unit: string): Decimal {
  for (const [word, scale] of [...say.scales].sort(([a], [b]) => b.length - a.length)) {
    if (unit.startsWith(word) && unit.length > word.length) return new Decimal(scale);
  }
  return new Decimal(1);
}

function proposed(value: Decimal, { decimals = null }: NumberForm): DecimalText | null {
  const text = (decimals === null ? value.toDecimalPlaces(12) : value.toDecimalPlaces(decimals)).toFixed();
  return isDecimalText(text) ? text : null;
}
