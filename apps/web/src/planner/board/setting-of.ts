// Which setting a rule takes its figure from; null: none, it is the law's or a lock's. Pure.
import type { RuleUse, Settings } from '../shapes.ts';

const settings: Readonly<Partial<Record<RuleUse['rule'], keyof Settings>>> = {
  'zones-cap': 'zonesCap',
  'zones-min': 'quotas',
  'zones-max': 'quotas',
  forbidden: 'protectedShare',
  'detached-pieces': 'maxDetachedPieces',
  'staff-share': 'staffShare',
  platforms: 'platforms',
};

export function settingOf(rule: RuleUse['rule']): keyof Settings | null {
  return settings[rule] ?? null;
}
