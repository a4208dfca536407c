// What can be said of one cell alone: a required row left empty, a figure outside what the indicator may be, more decimals than it has.
import { type Decimal, isMissing } from '../kernel/index.ts';
import type { FormCheck } from './form.ts';
import { figureOf, type Looking, roughly, type Said, withUnit } from './looking.ts';
import { namedRows, type SheetRow } from './sheet-rows.ts';

/** Blank is not zero and no reason: a required row needs a figure or a reason why there is none. */
export function unfilled({ rows, values }: Looking): readonly Said[] {
  return rows.flatMap(({ key, row, indicator, computed }): readonly Said[] => {
    if (computed || !row.required) return [];
    const value = values.get(key) ?? null;
    if (value !== null && !(isMissing(value) && value.missing === 'not-given')) return [];
    const { name } = indicator;
    return [
      {
        key,
        cells: [key],
        measured: null,
        expected: null,
        message: {
          zh: `「${name.zh}」是必填项，还没有填。空白不等于 0。`,
          en: `${name.en} is required and still empty. Empty is not zero.`,
        },
        mend: {
          zh: '请填数；没有数据的选择原因：不适用、未统计、保密、缺报。',
          en: 'Enter a figure, or choose why there is none: not applicable, not collected, secret, not reported.',
        },
      },
    ];
  });
}

export function within(check: Extract<FormCheck, { kind: 'within' }>, looking: Looking): readonly Said[] {
  return namedRows(looking.rows, check.rows).flatMap((row) => {
    const value = figureOf(looking, row.key);
    return value ? [...outside(row, value), ...tooFine(row, value)] : [];
  });
}

function outside({ key, indicator }: SheetRow, value: Decimal): readonly Said[] {
  const { name, unit, least, most } = indicator;
  const low = least !== null && value.lessThan(least);
  if (!low && (most === null || value.lessThanOrEqualTo(most))) return [];
  const bound = withUnit((low ? least : most) ?? '', unit);
  const own = withUnit(value, unit);
  return [
    {
      key,
      cells: [key],
      measured: own.zh,
      expected: `${low ? '≥' : '≤'} ${bound.zh}`,
      message: {
        zh: `「${name.zh}」为 ${own.zh}，${low ? '低于' : '高于'}允许的 ${bound.zh}。`,
        en: `${name.en} is ${own.en}, ${low ? 'below' : 'above'} the ${bound.en} it may be.`,
      },
      mend: { zh: '请核对数值和单位。', en: 'Check the figure and its unit.' },
    },
  ];
}

function tooFine({ key, indicator, computed }: SheetRow, value: Decimal): readonly Said[] {
  const { name, unit, decimals } = indicator;
  if (computed || value.decimalPlaces() <= decimals) return [];
  const rounded = withUnit(roughly(value, decimals), unit);
  const places =
    decimals === 0 ? { zh: '应为整数', en: 'a whole number' } : { zh: `至多 ${decimals} 位小数`, en: `at most ${decimals} decimals` };
  return [
    {
      key: `${key}:decimals`,
      cells: [key],
      measured: withUnit(value, unit).zh,
      expected: rounded.zh,
      message: {
        zh: `「${name.zh}」${places.zh}，填了 ${value.decimalPlaces()} 位。`,
        en: `${name.en} has ${value.decimalPlaces()} decimals; it takes ${places.en}.`,
      },
      mend: { zh: `四舍五入为 ${rounded.zh}，或核对单位。`, en: `Round it to ${rounded.en}, or check its unit.` },
    },
  ];
}
