// One check of a plan on one day: the rules in force at its place, the engine's findings, and the counts kept with a version.
import type { CheckResult } from '@zhenghe/contract/plans';
import { type Bilingual, type Day, type Finding, isMissing, needsReason } from '@zhenghe/engine/kernel';
import { checkPlan, type Plan, type PlanContext } from '@zhenghe/engine/plans';
import { classOf, type Rulebook, rulesInForce } from '@zhenghe/rulebook';

export type Checked =
  | { readonly ok: true; readonly check: CheckResult; readonly context: PlanContext }
  | { readonly ok: false; readonly reason: Bilingual };

/** `zonesElsewhere` is null where not every other place has a plan yet: the province's sum is then unknown, not small. */
export function checkOn(rulebook: Rulebook, plan: Plan, at: { readonly on: Day; readonly zonesElsewhere: number | null }): Checked {
  const inForce = rulesInForce(rulebook, { on: at.on, jurisdiction: plan.jurisdiction });
  if (!inForce.ok) return { ok: false, reason: inForce.reason };
  const group = classOf(plan.jurisdiction);
  if (group === null) return { ok: false, reason: noPlanOfProvince };
  const context = { class: group, zonesElsewhere: at.zonesElsewhere };
  const { totals, findings } = checkPlan(plan, inForce.rules, context);
  const check = { packs: [...inForce.packs], on: at.on, totals: { ...totals, sums: [...totals.sums] }, findings: onWire(findings) };
  return { ok: true, check, context };
}

const noPlanOfProvince = {
  zh: '方案由设区市和县（市、区）编制，省本级没有方案。',
  en: 'Cities and counties write plans; the province itself has none.',
};

/** What a version keeps of its own check, so that the list needs no second one. */
export interface PlanCounts {
  readonly area_before: string | null;
  readonly area_after: string | null;
  readonly blocking: number;
  readonly unknown: number;
  readonly packs: CheckResult['packs'];
}

export function countsOf(check: CheckResult): PlanCounts {
  const { before, after } = check.totals;
  return {
    area_before: isMissing(before) ? null : before,
    area_after: isMissing(after) ? null : after,
    blocking: check.findings.filter((finding) => finding.blocking).length,
    unknown: check.findings.filter((finding) => finding.outcome === 'unknown').length,
    packs: check.packs,
  };
}

/** What stops a submission: whatever blocks, and a departure from 原则上 without its written reason. */
export function stoppers(check: CheckResult): CheckResult['findings'] {
  return check.findings.filter((finding) => finding.blocking || needsReason(finding));
}

/** Findings in the contract's lists, which are not read-only. */
export function onWire(findings: readonly Finding[]): CheckResult['findings'] {
  return findings.map((finding) => ({ ...finding, cells: [...finding.cells] }));
}
