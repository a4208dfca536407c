// Arithmetic between rows: both sides are formulas over the sheet, held against each other in one unit. A missing figure says nothing.
import type { Library } from '../indicators/index.ts';
import { Decimal, isMissing } from '../kernel/index.ts';
import { compiledText, type Figures } from './compute-cells.ts';
import type { FormCheck } from './form.ts';
import { type Looking, roughly, type Said, withUnit } from './looking.ts';

type Arithmetic = Extract<FormCheck, { kind: 'arithmetic' }>;

const relations = {
  '=': { zh: '应等于', en: 'should equal' },
  '<=': { zh: '不应大于', en: 'should not exceed' },
  '>=': { zh: '不应小于', en: 'should not be below' },
};

/** The two sides as one formula, so that a bare number takes the unit of the other side; the tolerance is in that unit too. */
export function differenceText({ left, right }: Pick<Arithmetic, 'left' | 'right'>): string {
  return `(${left}) - (${right})`;
}

export function arithmetic(
  check: Arithmetic,
  looking: Looking,
  given: { readonly library: Library; readonly figures: Figures },
): readonly Said[] {
  const { library, figures } = given;
  const formula = compiledText(differenceText(check), library);
  if (!formula || formula.filed.some((code) => (figures.get(code) ?? null) === null)) return [];
  const difference = formula.evaluate((code) => figures.get(code) ?? null);
  if (isMissing(difference) || holds(check, difference)) return [];
  const side = (text: string) => {
    const value = compiledText(text, library)?.evaluate((code) => figures.get(code) ?? null);
    return value === undefined || isMissing(value) ? null : value;
  };
  const left = side(check.left);
  const right = side(check.right) ?? left?.minus(difference) ?? null;
  const cells = cellsOf(check, looking, { library, filed: formula.filed });
  return [
    sayOf(check, {
      left: left ?? (right ? right.plus(difference) : difference),
      right: right ?? new Decimal(0),
      unit: formula.unit,
      cells,
    }),
  ];
}

function holds({ relation, tolerance }: Arithmetic, difference: Decimal): boolean {
  const slack = new Decimal(tolerance).abs();
  if (relation === '=') return difference.abs().lessThanOrEqualTo(slack);
  return relation === '<=' ? difference.lessThanOrEqualTo(slack) : difference.greaterThanOrEqualTo(slack.negated());
}

/** The left side's rows first: that is where the finding is shown. */
function cellsOf(
  { left }: Arithmetic,
  { rows }: Looking,
  { library, filed }: { readonly library: Library; readonly filed: readonly string[] },
): readonly string[] {
  const first = new Set(compiledText(left, library)?.filed ?? []);
  const order = [...filed.filter((code) => first.has(code)), ...filed.filter((code) => !first.has(code))];
  return order.flatMap((code) => rows.find(({ indicator, row }) => indicator.code === code && row.calibre === null)?.key ?? []);
}

interface Sides {
  readonly left: Decimal;
  readonly right: Decimal;
  readonly unit: string;
  readonly cells: readonly string[];
}

function sayOf({ title, relation, tolerance }: Arithmetic, { left, right, unit, cells }: Sides): Said {
  const bare = unit === '1' ? '' : unit;
  const [one, other] = [withUnit(roughly(left, 6), bare), withUnit(roughly(right, 6), bare)];
  const sign = { '=': '=', '<=': '≤', '>=': '≥' }[relation];
  const slack = new Decimal(tolerance);
  const allowed = slack.isZero() ? '' : ` ±${slack.toFixed()}`;
  const apart = withUnit(roughly(left.minus(right).abs(), 6), bare);
  return {
    key: '',
    cells,
    measured: one.zh,
    expected: `${sign} ${other.zh}${allowed}`,
    message: {
      zh: `${title.zh}：左边 ${one.zh}，${relations[relation].zh}右边 ${other.zh}，相差 ${apart.zh}。`,
      en: `${title.en}: the left side is ${one.en} and ${relations[relation].en} ${other.en}; they differ by ${apart.en}.`,
    },
    mend: { zh: '请核对标出的各格，改正填错的一格。', en: 'Check the marked cells and mend the one that is wrong.' },
  };
}
