// A plan's own dates against the date the clause asks for (S2-(十四), S1-四(二), F28).
import { type Bilingual, countEn, type Day, daysBetween, isDay, isMissing, type Place, type Said } from '../../kernel/index.ts';
import type { MilestonePhase, Plan } from '../plan.ts';
import type { Check } from './check.ts';

const phases: Readonly<Record<MilestonePhase, Bilingual>> = {
  plan: { zh: '制定整合方案', en: 'plan drawn up' },
  relations: { zh: '理顺体制关系', en: 'relations settled' },
  complete: { zh: '完成整合提升', en: 'integration complete' },
};

export const milestoneBy: Check<'milestone-by'> = (rule, { plan }) => {
  const name = phases[rule.phase];
  const where: Place = { table: 'milestones', row: rule.phase, field: 'due', label: name.zh };
  const base = { where, cells: [where], allowed: rule.due };
  const due = dateOf(plan, rule.phase);
  if (due === null) return [{ ...base, outcome: 'unknown', ...notGiven(name, rule.due) }];
  const days = daysBetween(rule.due, due);
  if (days > 0) return [{ ...base, measured: due, outcome: 'fail', ...late(name, { due, asked: rule.due, days }) }];
  const message = { zh: `“${name.zh}”定在 ${due}，不晚于 ${rule.due}。`, en: `“${name.en}” is set for ${due}, not after ${rule.due}.` };
  return [{ ...base, measured: due, outcome: 'pass', message }];
};

function notGiven(name: Bilingual, asked: Day): Pick<Said, 'message' | 'mend'> {
  return {
    message: { zh: `“${name.zh}”没有填日期，要求 ${asked}。`, en: `No date is given for “${name.en}”; ${asked} is asked for.` },
    mend: { zh: '补填日期。', en: 'Fill in the date.' },
  };
}

function late(name: Bilingual, at: { readonly due: Day; readonly asked: Day; readonly days: number }): Pick<Said, 'message' | 'mend'> {
  return {
    message: {
      zh: `“${name.zh}”定在 ${at.due}，要求 ${at.asked}，晚 ${at.days} 天。`,
      en: `“${name.en}” is set for ${at.due}; ${at.asked} is asked for: ${countEn(at.days, 'day')} late.`,
    },
    mend: {
      zh: '把日期提前；不能提前的，由具名人员登记例外并附同意延期的文件。',
      en: 'Bring the date forward; where that cannot be, a named person records the exception with the paper that allows the delay.',
    },
  };
}

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
