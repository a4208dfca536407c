// Says in words what zod found in a plan.
import { planFromWire } from '@zhenghe/contract/plan-wire';
import { Plan as PlanSchema } from '@zhenghe/contract/plans';
import type { Bilingual } from '@zhenghe/engine/kernel';
import type { Plan } from '@zhenghe/engine/plans';
import { expected, type Issue, reasonOf, shown, valueAt } from '../kernel/index.ts';

export interface SchemaProblem {
  readonly path: readonly PropertyKey[];
  readonly value: string | null;
  readonly reason: Bilingual;
}

export type Parsed = { readonly ok: true; readonly plan: Plan } | { readonly ok: false; readonly problems: readonly SchemaProblem[] };

export function parsePlan(candidate: unknown): Parsed {
  const parsed = PlanSchema.safeParse(candidate);
  if (parsed.success) return { ok: true, plan: planFromWire(parsed.data) };
  return {
    ok: false,
    problems: parsed.error.issues.map((issue) => ({
      path: issue.path,
      value: shown(valueAt(candidate, issue.path)),
      reason: reasonOf(issue, innerReason),
    })),
  };
}

/** A cell that is a value or a missing mark: what the value should be says more than "invalid union". */
function innerReason(issue: Extract<Issue, { code: 'invalid_union' }>): Bilingual {
  const first = issue.errors[0]?.[0];
  const inner = first ? reasonOf(first, innerReason) : expected('value');
  return {
    zh: `${inner.zh}没有数据请写 null 或 {"missing":"not-given"}。`,
    en: `${inner.en} Where there is none, write null or {"missing":"not-given"}.`,
  };
}
