// Groups of indicators, in the order of the library, in words; and how an indicator is searched for. Pure.
import { type IndicatorGroup, indicatorGroups } from '@zhenghe/engine/indicators';
import type { WordsLike } from '../ui/index.ts';
import type { ChoiceRow } from './shapes.ts';

const zh: Record<IndicatorGroup, string> = {
  scale: '规模',
  efficiency: '效益',
  innovation: '创新',
  openness: '开放',
  structure: '结构',
  green: '绿色',
  land: '土地',
  firms: '企业',
  institutions: '体制机制',
  other: '其他',
};
const en: WordsLike<typeof zh> = {
  scale: 'Scale',
  efficiency: 'Efficiency',
  innovation: 'Innovation',
  openness: 'Openness',
  structure: 'Structure',
  green: 'Green',
  land: 'Land',
  firms: 'Firms',
  institutions: 'Institutions',
  other: 'Other',
};

export const groupWords = { zh, en };

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
