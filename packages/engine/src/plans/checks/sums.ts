// Every sum the document prints against its own blocks, exactly (S1-附件1). A difference of 0.01 km² is a difference.
import { type Decimal, km2, listEn, listZh, type Place, type Said, signedKm2 } from '../../kernel/index.ts';
import type { DeclaredSum } from '../plan.ts';
import { type ColumnSum, figureOf, planPlace } from '../view.ts';
import { type Check, names } from './check.ts';

export const sumsBalance: Check<'sums-balance'> = (_rule, view) => {
  if (view.plan.sums.length > 0) return view.recomputed.map(({ sum, added }) => oneSum(sum, added));
  const where = planPlace(view.plan, 'sums');
  return [
    {
      outcome: 'unknown',
      where,
      cells: [where],
      message: { zh: '方案没有列出合计，无法核对。', en: 'The plan prints no sum, so there is nothing to hold its blocks against.' },
      mend: { zh: '补列整合前、整合后合计。', en: 'Add the totals before and after.' },
    },
  ];
};

function oneSum(sum: DeclaredSum, added: ColumnSum): Said {
  const where: Place = { table: 'sums', row: sum.code, field: 'value', label: sum.label };
  const base = { key: sum.code, where, cells: [...added.cells, where] };
  const declared = figureOf(sum.value);
  const missing = declared ? added.missing : [...added.missing, where];
  const shown = { ...(added.sum && { measured: km2(added.sum) }), ...(declared && { allowed: km2(declared) }) };
  if (!added.sum || !declared) return { ...base, ...shown, outcome: 'unknown', ...cannotAdd(sum, missing) };
  if (added.sum.equals(declared)) return { ...base, ...shown, outcome: 'pass', message: balanced(sum, declared) };
  return { ...base, ...shown, outcome: 'fail', ...differs(sum, added.sum, declared) };
}

function balanced(sum: DeclaredSum, declared: Decimal): Said['message'] {
  return {
    zh: `“${sum.label}”各区块相加为 ${km2(declared)}，与所列一致。`,
    en: `The blocks of “${sum.label}” add up to ${km2(declared)}, as printed.`,
  };
}

function differs(sum: DeclaredSum, added: Decimal, declared: Decimal): Pick<Said, 'message' | 'mend'> {
  const gap = signedKm2(added.minus(declared));
  return {
    message: {
      zh: `“${sum.label}”各区块相加为 ${km2(added)}，所列为 ${km2(declared)}，相差 ${gap}。`,
      en: `The blocks of “${sum.label}” add up to ${km2(added)}, but ${km2(declared)} is printed: a difference of ${gap}.`,
    },
    mend: {
      zh: '核对标出的各格，改正区块面积或合计。',
      en: 'Go through the marked cells and correct a block or the sum.',
    },
  };
}

function cannotAdd(sum: DeclaredSum, missing: readonly Place[]): Pick<Said, 'message' | 'mend'> {
  if (missing.length === 0) {
    return {
      message: {
        zh: `“${sum.label}”所指的组成部分没有区块，无法相加。`,
        en: `A part that “${sum.label}” refers to has no block, so it cannot be added up.`,
      },
      mend: { zh: '补上区块，或改正合计所指的部分。', en: 'Add its blocks, or correct the parts the sum refers to.' },
    };
  }
  return {
    message: {
      zh: `“${sum.label}”缺少数据，无法核对：${listZh(names(missing))}。`,
      en: `“${sum.label}” cannot be checked; missing: ${listEn(names(missing))}.`,
    },
    mend: { zh: '补填缺少的面积。', en: 'Fill in the missing areas.' },
  };
}
