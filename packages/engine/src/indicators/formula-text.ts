// What a Chinese keyboard types becomes what the parser reads: （）＋－×÷≥≤ and full-width digits; “…” quotes a name as `…` does.
// Inside quotes nothing is touched. Places found by the parser are turned back into places of the text as typed.
import type { Span } from './formula-node.ts';

export interface PlainFormula {
  readonly text: string;
  /** From a place in `text` to the place as typed. */
  readonly place: (from: number, to: number) => Span;
}

const signs: ReadonlyMap<string, string> = new Map([
  ['（', '('],
  ['）', ')'],
  ['＋', '+'],
  ['－', '-'],
  ['−', '-'],
  ['×', '*'],
  ['＊', '*'],
  ['÷', '/'],
  ['／', '/'],
  ['，', ','],
  ['．', '.'],
  ['＜', '<'],
  ['＞', '>'],
  ['≤', '<='],
  ['≥', '>='],
  ['≠', '!='],
  ['＝', '='],
  ['＆', '&'],
  ['｜', '|'],
  ['！', '!'],
  ['？', '?'],
  ['：', ':'],
  ['\u3000', ' '],
]);
const quotes = new Set(['`', '“', '”']);

export function plainFormula(typed: string): PlainFormula {
  const from: number[] = [];
  let text = '';
  let quoted = false;
  for (let index = 0; index < typed.length; index += 1) {
    const letter = typed.charAt(index);
    const plain = quotes.has(letter) ? '`' : quoted ? letter : plainLetter(letter);
    if (plain === '`') quoted = !quoted;
    for (let part = 0; part < plain.length; part += 1) from.push(index);
    text += plain;
  }
  const placeOf = (index: number) => from[index] ?? typed.length;
  // The end of a sign that became two letters is the end of the sign.
  return { text, place: (start, end) => ({ from: placeOf(start), to: end > start ? placeOf(end - 1) + 1 : placeOf(end) }) };
}

function plainLetter(letter: string): string {
  const digit = letter.charCodeAt(0) - 0xff10;
  return digit >= 0 && digit <= 9 ? String(digit) : (signs.get(letter) ?? letter);
}
