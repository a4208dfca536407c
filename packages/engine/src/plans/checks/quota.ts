// How many zones may stand: the local quota by class of place, and the province's cap as its own rule (S2-二(二), S1-一(二)).
import { countEn, isMissing, type Said } from '../../kernel/index.ts';
import type { Plan } from '../plan.ts';
import { planPlace } from '../view.ts';
import type { Check, RuleOf } from './check.ts';

export const zonesWithin: Check<'zones-within'> = (rule, { plan }, context) => {
  if (context.class !== rule.class) return [];
  const count = plan.zones.length;
  const max = rule.max + (plan.industrialStrongCounty === true ? rule.extraForIndustrialStrongCounty : 0);
  const mayHaveMore = isMissing(plan.industrialStrongCounty) && rule.extraForIndustrialStrongCounty > 0;
  const where = planPlace(plan, 'zones');
  const base = { where, cells: [where], measured: String(count), allowed: rangeText(rule.min, max) };
  if (count > max && mayHaveMore && count <= max + rule.extraForIndustrialStrongCounty) return [hangsOnDesignation(base, plan, rule)];
  if (count > max) return [{ ...base, outcome: 'fail', ...tooMany(count, base.allowed) }];
  if (rule.min !== null && count < rule.min) return [{ ...base, outcome: 'fail', strength: 'may', ...tooFew(count, base.allowed) }];
  return [
    {
      ...base,
      outcome: 'pass',
      message: {
        zh: `整合后 ${count} 个开发区（园区），在 ${base.allowed} 个的名额内。`,
        en: `${countEn(count, 'zone')} after integration, within the quota of ${base.allowed}.`,
      },
    },
  ];
};

type Base = Pick<Said, 'where' | 'cells' | 'measured' | 'allowed'>;

function hangsOnDesignation(base: Base, plan: Plan, rule: RuleOf<'zones-within'>): Said {
  const allowed = `${rangeText(rule.min, rule.max)} (+${rule.extraForIndustrialStrongCounty})`;
  return {
    ...base,
    cells: [...base.cells, planPlace(plan, 'industrialStrongCounty')],
    allowed,
    outcome: 'unknown',
    message: {
      zh: `整合后 ${plan.zones.length} 个，名额 ${rule.max} 个；只有工业强县可再加 ${rule.extraForIndustrialStrongCounty} 个，方案未说明是否为工业强县。`,
      en: `${countEn(plan.zones.length, 'zone')} against a quota of ${rule.max}; only an industrial strong county may have ${rule.extraForIndustrialStrongCounty} more, and the plan does not say whether it is one.`,
    },
    mend: { zh: '填明是否为工业强县，并附认定文件。', en: 'State whether the county is designated, and name the paper.' },
  };
}

function tooMany(count: number, allowed: string): Pick<Said, 'message' | 'mend'> {
  return {
    message: {
      zh: `整合后 ${count} 个开发区（园区），超过 ${allowed} 个的名额。`,
      en: `${countEn(count, 'zone')} after integration, over the quota of ${allowed}.`,
    },
    mend: {
      zh: '继续归并；确需保留的，由具名人员登记例外并附文件。',
      en: 'Merge further; where one has to stay, a named person records the exception with its paper.',
    },
  };
}

function tooFew(count: number, allowed: string): Pick<Said, 'message' | 'mend'> {
  return {
    message: {
      zh: `整合后 ${count} 个开发区（园区），少于名额 ${allowed} 个；名额允许整合形成，不强制。`,
      en: `${countEn(count, 'zone')} after integration, fewer than the quota of ${allowed}; the quota permits, it does not oblige.`,
    },
    mend: { zh: '确认不再设立，或补列整合后的开发区（园区）。', en: 'Confirm that there is none, or list the zones after integration.' },
  };
}

export const provinceZonesAtMost: Check<'province-zones-at-most'> = (rule, { plan }, context) => {
  const here = plan.zones.length;
  const where = planPlace(plan, 'zones');
  const base = { where, cells: [where], allowed: String(rule.max) };
  if (context.zonesElsewhere === null) {
    return [
      {
        ...base,
        outcome: 'unknown',
        message: {
          zh: `本地 ${here} 个；没有全省其他地方的数量，无法与 ${rule.max} 个的总量比较。`,
          en: `${here} here; without the number elsewhere the province's cap of ${rule.max} cannot be checked.`,
        },
        mend: { zh: '连到全省名录后再核对。', en: 'Check again with the register of the whole province.' },
      },
    ];
  }
  const total = here + context.zonesElsewhere;
  const message = { zh: `本地 ${here} 个，全省 ${total}/${rule.max}。`, en: `${here} here, ${total}/${rule.max} in the province.` };
  if (total <= rule.max) return [{ ...base, measured: String(total), outcome: 'pass', message }];
  return [
    {
      ...base,
      measured: String(total),
      outcome: 'fail',
      message: {
        zh: `${message.zh.slice(0, -1)}，超出 ${total - rule.max} 个。`,
        en: `${message.en.slice(0, -1)}: ${total - rule.max} too many.`,
      },
      mend: {
        zh: '归并到总量以内，或由具名人员登记例外并附文件。',
        en: 'Merge down to the cap, or have a named person record the exception with its paper.',
      },
    },
  ];
};

function rangeText(min: number | null, max: number): string {
  return min === null || min >= max ? String(max) : `${min}–${max}`;
}
