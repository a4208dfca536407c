// Under whom an act is written down, and whether a caller may change records of a data set at all: the same for every noun.
import type { RoleCard } from '@zhenghe/contract/accounts';
import type { Dataset } from '@zhenghe/contract/kernel';
import type { Bilingual } from '@zhenghe/engine/kernel';
import type { Caller } from '../platform/api.ts';

/** Who acted: the card, its unit as it was called, and the place it acts for. */
export interface Actor {
  readonly card: string;
  readonly unit: Bilingual;
  readonly jurisdiction: string;
}

export function actorOf({ id, unit, jurisdiction }: RoleCard): Actor {
  return { card: id, unit, jurisdiction };
}

const demoPractises = {
  zh: '演示角色不修改真实资料；请在训练数据中操作。',
  en: 'Demo cards do not change real records; use the training data.',
};

/** Why the caller changes nothing in that data set; null where the data set itself stands in nobody's way. */
export function barredFrom({ profile }: Pick<Caller, 'profile'>, dataset: Dataset): Bilingual | null {
  return profile === 'demo' && dataset === 'real' ? demoPractises : null;
}
