// Area growth must be explained: a reason with its approving paper, or it stops the submission (S2-(十三), F08).
import { answerTo, type Decimal, km2, listEn, listZh, type Said, shownAnswer, signedKm2, signedPercent } from '../../kernel/index.ts';
import { planPlace } from '../view.ts';
import { type Check, names } from './check.ts';

export const growthExplained: Check<'growth-explained'> = (rule, view) => {
  const { plan } = view;
  const before = view.whole.areaBefore;
  const after = view.whole.areaAfter;
  const base = { where: planPlace(plan, 'growth'), cells: [...before.cells, ...after.cells] };
  if (!before.sum || !after.sum)
    return [{ ...base, outcome: 'unknown', ...unmeasured([...new Set(names([...before.missing, ...after.missing]))]) }];
  const growth = after.sum.minus(before.sum);
  const size = sizeOf(growth, before.sum);
  const said = { ...base, measured: size, allowed: km2(before.sum) };
  if (!growth.isPositive() || growth.isZero()) return [{ ...said, outcome: 'pass', message: noGrowth(size) }];
  const answer = answerTo(plan.answers, rule.id, rule.id, 'reason');
  if (answer?.paper?.trim()) {
    return [
      { ...said, outcome: 'pass', message: explained(size, answer.paper), settled: { blocking: false, answer: shownAnswer(answer) } },
    ];
  }
  return [{ ...said, outcome: 'fail', ...unexplained(size), settled: { blocking: true } }];
};

function sizeOf(growth: Decimal, before: Decimal): string {
  return before.isZero() ? signedKm2(growth) : `${signedKm2(growth)} (${signedPercent(growth.dividedBy(before))})`;
}

function unmeasured(missing: readonly string[]): Pick<Said, 'message' | 'mend'> {
  if (missing.length === 0) {
    return { message: { zh: '方案没有区块，无法计算面积变化。', en: 'The plan has no block, so the change of area cannot be measured.' } };
  }
  return {
    message: {
      zh: `面积变化无法计算，缺少：${listZh(missing)}。`,
      en: `The change of area cannot be measured; missing: ${listEn(missing)}.`,
    },
    mend: { zh: '补填缺少的面积。', en: 'Fill in the missing areas.' },
  };
}

function noGrowth(size: string): Said['message'] {
  return { zh: `整合后面积没有增加：${size}。`, en: `The area does not grow: ${size}.` };
}

function explained(size: string, paper: string): Said['message'] {
  return {
    zh: `整合后面积 ${size}，已附理由和依据文件（${paper}）。`,
    en: `The area changes by ${size}; a reason and its paper (${paper}) are given.`,
  };
}

function unexplained(size: string): Pick<Said, 'message' | 'mend'> {
  return {
    message: {
      zh: `整合后面积 ${size}，须说明扩大的理由并附批准文件。`,
      en: `The area grows by ${size}: the reason and the approving paper are required.`,
    },
    mend: {
      zh: '写明扩大理由，填上批准文件的名称和文号；或压减面积。',
      en: 'Write the reason and name the approving paper with its number, or reduce the area.',
    },
  };
}
