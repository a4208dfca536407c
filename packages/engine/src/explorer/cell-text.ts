// The cells of a row as one text, as they travel: an answer has thousands, and a text is made, checked, written and compressed at once
// where a list of lists is walked through cell by cell at every step.
import type { DecimalText, MissingReason } from '../kernel/index.ts';
import type { PackedCell } from './values.ts';

/** 12.5,3,4,1;,0,2,0,not-reported: value (nothing where there is none), of, expected, notes and, if there is one, the reason. */
export function cellsText(cells: readonly PackedCell[]): string {
  let text = '';
  for (const [value, of, expected, bits, missing] of cells) {
    if (text !== '') text += ';';
    text += `${value ?? ''},${of},${expected},${bits}`;
    if (missing !== undefined) text += `,${missing}`;
  }
  return text;
}

/** Reads what `cellsText` wrote. */
export function cellsIn(text: string): readonly PackedCell[] {
  return text === '' ? [] : text.split(';').map(cellIn);
}

function cellIn(text: string): PackedCell {
  const [value = '', of, expected, bits, missing] = text.split(',');
  const counts = [Number(of), Number(expected), Number(bits)] as const;
  if (value !== '') return [value as DecimalText, ...counts];
  return missing === undefined ? [null, ...counts] : [null, ...counts, missing as MissingReason];
}
