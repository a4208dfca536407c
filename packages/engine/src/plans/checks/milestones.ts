// A plan's own dates against the date the clause asks for (S2-(十四), S1-四(二), F28).
import { daysBetween, isDay, isMissing, type Place } from '../../kernel/index.ts';
import type { MilestonePhase, Plan } from '../plan.ts';
import { countEn } from '../print.ts';
import type { Check } from './check.ts';

const phases: Readonly<Record<MilestonePhase, { readonly zh: string; readonly en: string }>> = {
  plan: { zh: '制定整合方案', en: 'plan drawn up' },
  relations: { zh: '理顺体制关系', en: 'relations settled' },
  complete: { zh: '完成整合提升', en: 'integration complete' },
};

export const milestoneBy: Check<'milestone-by'> = (rule, { plan }) => {
  const name = phases[rule.phase];
  const where: Place = { table: 'milestones', row: rule.phase, field: 'due', label: name.zh };
  const base = { where, cells: [where], allowed: rule.due };
  const due = dateOf(plan, rule.phase);
  if (due === null) {
    return [
      {
        ...base,
        outcome: 'unknown',
        message: { zh: `“${name.zh}”没有填日期，要求 ${rule.due}。`, en: `No date is given for “${name.en}”; ${rule.due} is asked for.` },
        mend: { zh: '补填日期。', en: 'Fill in the date.' },
      },
    ];
  }
  const late = daysBetween(rule.due, due);
  if (late <= 0) {
    return [
      {
        ...base,
        measured: due,
        outcome: 'pass',
        message: { zh: `“${name.zh}”定在 ${due}，不晚于 ${rule.due}。`, en: `“${name.en}” is set for ${due}, not after ${rule.due}.` },
      },
    ];
  }
  return [
    {
      ...base,
      measured: due,
      outcome: 'fail',
      message: {
        zh: `“${name.zh}”定在 ${due}，要求 ${rule.due}，晚 ${late} 天。`,
        en: `“${name.en}” is set for ${due}; ${rule.due} is asked for: ${countEn(late, 'day')} late.`,
      },
      mend: {
        zh: '把日期提前；不能提前的，由具名人员登记例外并附同意延期的文件。',
        en: 'Bring the date forward; where that cannot be, a named person records the exception with the paper that allows the delay.',
      },
    },
  ];
};

/** The latest date a plan gives for a phase; null when none is given or one of them is missing. */
function dateOf(plan: Plan, phase: MilestonePhase): string | null {
  let latest: string | null = null;
  for (const milestone of plan.milestones) {
    if (milestone.phase !== phase) continue;
    if (isMissing(milestone.due) || !isDay(milestone.due)) return null;
    if (latest === null || milestone.due > latest) latest = milestone.due;
  }
  return latest;
}
