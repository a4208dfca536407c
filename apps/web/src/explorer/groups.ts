// Groups of indicators in the order of the library, and how an indicator is searched for. Pure.
import { type IndicatorGroup, indicatorGroups } from '@zhenghe/engine/indicators';
import type { ChoiceRow } from './shapes.ts';

export interface ChoiceGroup {
  readonly group: IndicatorGroup;
  readonly rows: readonly ChoiceRow[];
}

/** Those that hold every word typed, in Chinese or English name or in their code; groups without any are left out. */
export function groupsFound(rows: readonly ChoiceRow[], typed: string): readonly ChoiceGroup[] {
  const parts = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const found = rows.filter(({ name, code }) => {
    const text = `${name.zh} ${name.en} ${code}`.toLowerCase();
    return parts.every((part) => text.includes(part));
  });
  return indicatorGroups
    .map((group) => ({ group, rows: found.filter((row) => groupOf(row) === group) }))
    .filter((one) => one.rows.length > 0);
}

function groupOf({ group }: ChoiceRow): IndicatorGroup {
  return indicatorGroups.find((one) => one === group) ?? 'other';
}
