// Scenarios that come with the training province: a baseline of the whole and one of 金华 with a few locks. Not solved: a start is to be quick.
import type { Day } from '@zhenghe/engine/kernel';
import type { Lock } from '@zhenghe/engine/planner';
import type { Rulebook } from '@zhenghe/rulebook';
import type { Actor } from '../accounts/index.ts';
import type { Database } from '../platform/database.ts';
import { defaultsOf } from './defaults.ts';
import { insertScenario, insertVersion } from './queries.ts';
import { groundOf } from './register.ts';

interface Ready {
  readonly id: string;
  readonly scope: string;
  readonly name: string;
  readonly locks: readonly Lock[];
  readonly by: Actor;
}

const ready: readonly Ready[] = [
  {
    id: '33000000-0000-4000-8000-000000000001',
    scope: '330000',
    name: '训练·全省基线 Baseline',
    locks: [],
    by: { card: 'province', unit: { zh: '训练·省开发区处', en: 'Training: provincial zone division' }, jurisdiction: '330000' },
  },
  {
    id: '33070000-0000-4000-8000-000000000001',
    scope: '330700',
    name: '训练·金华（有锁定）Jinhua with locks',
    locks: [
      { together: ['xl-330726-01', 'xl-330726-02'] },
      { apart: ['xl-330726-01', 'xl-330726-07'] },
      { outcome: 'convert', park: 'xl-330726-08' },
    ],
    by: { card: 'city', unit: { zh: '训练·设区市专班', en: 'Training: task force of the city' }, jurisdiction: '330700' },
  },
];

/** Answers how many were written. Needs the register of that day. */
export async function insertTrainingScenarios(
  tx: Database,
  rulebook: Rulebook,
  { day, rulesOn }: { readonly day: Day; readonly rulesOn: Day },
): Promise<number> {
  for (const { id, scope, name, locks, by } of ready) {
    const head = { id, dataset: 'training', scope, day, rulesOn } as const;
    const { quotas } = await groundOf(tx, rulebook, head);
    const { settings } = defaultsOf(rulebook, { scope, on: rulesOn, quotas });
    await insertScenario(tx, head, by);
    await insertVersion(tx, head, { version: 1, name, settings, locks, decisions: [], note: '训练数据 Training data', by });
  }
  return ready.length;
}
