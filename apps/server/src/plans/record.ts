// What is written down of a plan: who acted, a version with its counts, an action. Shared by queries, actions and the loaders.

import type { Dataset } from '@zhenghe/contract/kernel';
import type { Day } from '@zhenghe/engine/kernel';
import type { Plan, VersionAction } from '@zhenghe/engine/plans';
import { hashOf } from '@zhenghe/rulebook';
import type { Actor } from '../accounts/index.ts';

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

export interface NewVersionAction extends VersionAction {
  readonly planId: string;
  readonly dataset: Dataset;
  readonly by: Actor;
  readonly note?: string;
  /** sha256 of the file an import was read from. */
  readonly source?: string;
}

export function planHash(plan: Plan): string {
  return hashOf(plan);
}
