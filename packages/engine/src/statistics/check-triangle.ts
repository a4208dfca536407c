// Tax, electricity and land of one unit move together over a year; where one runs away from the others, somebody looks (evaluation.md H).
import { Decimal } from '../kernel/index.ts';
import type { FormCheck } from './form.ts';
import { figureOf, type Looking, pastOf, type Said } from './looking.ts';
import type { SheetRow } from './sheet-rows.ts';

type Triangle = Extract<FormCheck, { kind: 'triangle' }>;

interface Side {
  readonly row: SheetRow;
  /** This year over the year before. */
  readonly growth: Decimal;
}

/** The growth factors of the two that are farthest apart, one over the other, may differ by `spread` per cent. Needs at least two of the three. */
export function triangle(check: Triangle, looking: Looking): readonly Said[] {
  const sides = [check.tax, check.electricity, check.land]
    .flatMap((code) => sideOf(code, looking) ?? [])
    .sort((a, b) => a.growth.comparedTo(b.growth));
  const [slow, fast] = [sides[0], sides.at(-1)];
  if (!slow || !fast || slow === fast) return [];
  const apart = fast.growth.dividedBy(slow.growth).minus(1).times(100);
  if (apart.lessThanOrEqualTo(check.spread)) return [];
  const each = (language: 'zh' | 'en') => sides.map(({ row, growth }) => `${row.indicator.name[language]} ×${growth.toFixed(2)}`);
  const keys = [check.tax, check.electricity, check.land].flatMap(
    (code) => sides.find(({ row }) => row.indicator.code === code)?.row.key ?? [],
  );
  return [
    {
      key: keys.join('+'),
      cells: keys,
      measured: `${apart.toFixed(1)} %`,
      expected: `≤ ${new Decimal(check.spread).toFixed()} %`,
      message: {
        zh: `与上年同期相比，${each('zh').join('、')}，走势相差 ${apart.toFixed(1)} %，超过 ${check.spread} %。`,
        en: `Against the same period last year: ${each('en').join(', ')}. They moved ${apart.toFixed(1)} % apart; ${check.spread} % is expected at most.`,
      },
      mend: { zh: '请核对这几项；若属实，请说明原因。', en: 'Check these figures; if they are right, explain why.' },
    },
  ];
}

function sideOf(code: string, looking: Looking): Side | null {
  const row = looking.rows.find(({ indicator, row: { calibre } }) => indicator.code === code && calibre === null);
  const value = row && figureOf(looking, row.key);
  const past = row && pastOf(looking, row).find(({ period }) => period === looking.yearBefore);
  if (!row || !value?.isPositive() || value.isZero() || !past) return null;
  const before = new Decimal(past.value);
  return before.isPositive() && !before.isZero() ? { row, growth: value.dividedBy(before) } : null;
}
