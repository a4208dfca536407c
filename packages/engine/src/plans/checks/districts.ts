// Districts (片区) of a zone: how many there are, and that none keeps a management body (S2-二(二), S2-(三), F10).
import { countEn, isMissing, type Said } from '../../kernel/index.ts';
import type { PlanPart, PlanZone } from '../plan.ts';
import { type PlanView, partPlace, planPlace, zonePlace } from '../view.ts';
import type { Check } from './check.ts';

export const districtsAtMost: Check<'districts-at-most'> = (rule, view) =>
  view.plan.zones.map((zone) => countDistricts(zone, districtsOf(view, zone), rule.max));

function countDistricts(zone: PlanZone, districts: readonly PlanPart[], max: number | null): Said {
  const count = districts.length;
  const base = { key: zone.code, where: zonePlace(zone), cells: districts.map((part) => partPlace(part)), measured: String(count) };
  if (count === 0) {
    return { ...base, ...(max !== null && { allowed: String(max) }), outcome: 'pass', message: noDistrict(zone) };
  }
  if (max === null) {
    return {
      ...base,
      outcome: 'unknown',
      message: {
        zh: `${zone.name}有 ${count} 个片区；条文要求严格控制，但没有给出数目。`,
        en: `${zone.name} has ${countEn(count, 'district')}; the text asks for strict control but gives no number.`,
      },
    };
  }
  const message = {
    zh: `${zone.name}有 ${count} 个片区，上限 ${max} 个。`,
    en: `${zone.name} has ${countEn(count, 'district')}; at most ${max}.`,
  };
  if (count <= max) return { ...base, allowed: String(max), outcome: 'pass', message };
  return { ...base, allowed: String(max), outcome: 'fail', message, mend: { zh: '归并片区。', en: 'Merge districts.' } };
}

function noDistrict(zone: PlanZone): Said['message'] {
  return { zh: `${zone.name}没有片区。`, en: `${zone.name} has no district.` };
}

export const districtKeepsNoBody: Check<'district-keeps-no-body'> = (_rule, { plan }) => {
  const districts = plan.parts.filter((part) => part.kind === 'district');
  if (districts.length > 0) return districts.map(keepsNoBody);
  const where = planPlace(plan, 'parts');
  if (plan.parts.length === 0) {
    const message = { zh: '方案没有列出各组成部分。', en: 'The plan lists no part.' };
    return [{ outcome: 'unknown', where, cells: [where], message, mend: { zh: '补列组成部分。', en: 'List the parts.' } }];
  }
  return [{ outcome: 'pass', where, cells: [where], message: { zh: '方案没有片区。', en: 'The plan has no district.' } }];
};

function keepsNoBody(part: PlanPart): Said {
  const where = partPlace(part, 'keepsBody');
  const base = { key: part.code, where, cells: [where] };
  if (isMissing(part.keepsBody)) {
    return {
      ...base,
      outcome: 'unknown',
      message: { zh: `${part.name}没有填是否保留管理机构。`, en: `${part.name}: whether a management body remains is not given.` },
      mend: { zh: '填明是否保留。', en: 'Say whether it remains.' },
    };
  }
  if (!part.keepsBody) return { ...base, outcome: 'pass', message: withoutBody(part) };
  return {
    ...base,
    outcome: 'fail',
    message: { zh: `${part.name}仍保留片区管理机构。`, en: `${part.name} keeps a management body of its own.` },
    mend: { zh: '撤销片区管理机构，可委托属地乡镇（街道）管理。', en: 'Close it; the district may be entrusted to its township.' },
  };
}

function withoutBody(part: PlanPart): Said['message'] {
  if (part.managedBy === 'committee' || part.entrustedTo.length === 0) {
    return { zh: `${part.name}不保留管理机构。`, en: `${part.name} keeps no management body.` };
  }
  return {
    zh: `${part.name}不保留管理机构，委托${part.entrustedTo.join('、')}管理。`,
    en: `${part.name} keeps no management body; it is entrusted to ${part.entrustedTo.join(', ')}.`,
  };
}

function districtsOf(view: PlanView, zone: PlanZone): readonly PlanPart[] {
  return view.plan.parts.filter((part) => part.zone === zone.code && part.kind === 'district');
}
