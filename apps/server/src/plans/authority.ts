// Who may change a plan: the place itself, in training. Real records are read by demo cards and changed by none.
import type { Bilingual } from '@zhenghe/engine/kernel';
import { type Actor, actorOf, barredFrom, mayActOn } from '../accounts/index.ts';
import type { Caller } from '../platform/api.ts';
import type { PlanHead } from './queries.ts';

export type Allowed = { readonly ok: true; readonly by: Actor } | { readonly ok: false; readonly reason: Bilingual };

const nobody = { zh: '公众可以查看，不能修改方案。', en: 'The public may read a plan, not change it.' };

/** A plan is written and submitted by its own county or city; a city may act for its counties only where it accepts them. */
export function mayWrite(caller: Caller, plan: PlanHead): Allowed {
  const { card } = caller;
  if (!card || card.role === 'public') return { ok: false, reason: nobody };
  if (!mayActOn(caller, 'plans.save', plan.jurisdiction)) return { ok: false, reason: otherPlace(card.unit) };
  const barred = barredFrom(caller, plan.dataset);
  return barred ? { ok: false, reason: barred } : { ok: true, by: actorOf(card) };
}

function otherPlace(unit: Bilingual): Bilingual {
  return {
    zh: `${unit.zh}不编制这个方案；方案由其所属的市或县编制和报送。`,
    en: `${unit.en} does not write this plan; its own city or county writes and submits it.`,
  };
}
