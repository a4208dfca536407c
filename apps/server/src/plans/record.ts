// What is written down of a plan: who acted, a version with its counts, an action. Shared by queries, actions and the loaders.
import { createHash } from 'node:crypto';
import type { Dataset } from '@zhenghe/contract/kernel';
import type { Bilingual, Day } from '@zhenghe/engine/kernel';
import type { Plan, PlanActionKind } from '@zhenghe/engine/plans';

/** Who acted: the role card, its unit, and the place it acts for. */
export interface Actor {
  readonly card: string;
  readonly unit: Bilingual;
  readonly jurisdiction: string;
}

/** The product itself, when it loads records that ship with it. */
export const loader: Actor = { card: 'loader', unit: { zh: '随产品装载', en: 'Loaded with the product' }, jurisdiction: '330000' };

/** A new plan with its first version. `on` is the day it counts from. */
export interface NewPlan {
  readonly id: string;
  readonly dataset: Dataset;
  readonly plan: Plan;
  readonly on: Day;
  readonly by: Actor;
  /** imported: read from a file or shipped with the product; saved: typed in. */
  readonly kind: 'saved' | 'imported';
  readonly note?: string;
}

export interface NewPlanAction {
  readonly planId: string;
  readonly dataset: Dataset;
  readonly kind: PlanActionKind;
  readonly version: number;
  readonly on: Day;
  readonly by: Actor;
  readonly note?: string;
}

/** Keys sorted at every level, so that one content has one hash. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

export function planHash(plan: Plan): string {
  return createHash('sha256').update(canonicalJson(plan)).digest('hex');
}
