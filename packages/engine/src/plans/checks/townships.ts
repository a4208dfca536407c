// A township with much protected land does not stay hosted by a zone (S2-(十三), F09).
import { Decimal, type Place, percentAgainst, type Said } from '../../kernel/index.ts';
import type { PlanTownship } from '../plan.ts';
import { figureOf, planPlace } from '../view.ts';
import type { Check } from './check.ts';

export const protectedTownshipNotHosted: Check<'protected-township-not-hosted'> = (rule, { plan }) => {
  const where = planPlace(plan, 'townships');
  if (plan.townships.length === 0) {
    const message = { zh: '方案没有列出乡镇（街道）。', en: 'The plan lists no township.' };
    return [{ outcome: 'unknown', where, cells: [where], message, mend: { zh: '补列相关乡镇（街道）。', en: 'List the townships.' } }];
  }
  const hosted = plan.townships.filter((township) => township.hosted);
  if (hosted.length > 0) return hosted.map((township) => oneTownship(township, rule.maxShare === null ? null : new Decimal(rule.maxShare)));
  const cells = plan.townships.map((township) => townshipPlace(township, 'hosted'));
  return [{ outcome: 'pass', where, cells, message: { zh: '没有乡镇（街道）由开发区托管。', en: 'No township is hosted by a zone.' } }];
};

function oneTownship(township: PlanTownship, max: Decimal | null): Said {
  const where = townshipPlace(township, 'protectedShare');
  const base = { key: township.name, where, cells: [townshipPlace(township, 'hosted'), where] };
  const share = figureOf(township.protectedShare);
  if (!share) {
    return {
      ...base,
      ...(max && { allowed: `≤ ${percentAgainst(max, max)}` }),
      outcome: 'unknown',
      message: {
        zh: `${township.name}由开发区托管，没有填保护面积占比。`,
        en: `${township.name} is hosted; its protected share is not given.`,
      },
      mend: { zh: '补填保护面积占比。', en: 'Fill in the protected share.' },
    };
  }
  if (!max) return { ...base, measured: percentAgainst(share, share), outcome: 'unknown', message: noLine(township, share) };
  const said = { ...base, measured: percentAgainst(share, max), allowed: `≤ ${percentAgainst(max, max)}` };
  const message = {
    zh: `${township.name}由开发区托管，保护面积占 ${said.measured}，上限 ${percentAgainst(max, max)}。`,
    en: `${township.name} is hosted and ${said.measured} of it is protected; at most ${percentAgainst(max, max)}.`,
  };
  if (share.lessThanOrEqualTo(max)) return { ...said, outcome: 'pass', message };
  return { ...said, outcome: 'fail', message, mend: { zh: '解除托管，或写明理由。', en: 'Release it from hosting, or give the reason.' } };
}

function noLine(township: PlanTownship, share: Decimal): Said['message'] {
  return {
    zh: `${township.name}由开发区托管，保护面积占 ${percentAgainst(share, share)}；条文只说“较高”，没有给出数目。`,
    en: `${township.name} is hosted and ${percentAgainst(share, share)} of it is protected; the text says “high” but gives no number.`,
  };
}

function townshipPlace(township: PlanTownship, field: keyof PlanTownship): Place {
  return { table: 'townships', row: township.name, field, label: township.name };
}
