// What a person set that means nothing: told by the name of the setting, before an instance is made of it, which would say it of every park
// (or, of a distance or a share that bars parks, not at all).
import type { PlannerSettings } from '@zhenghe/contract/planner';
import type { Bilingual } from '@zhenghe/engine/kernel';
import type { instanceProblems } from '@zhenghe/engine/planner';
import type { Rulebook } from '@zhenghe/rulebook';

type Problem = ReturnType<typeof instanceProblems>[number];

const amounts = [
  ...(['touchKm', 'zoneCost', 'distanceCost', 'pieceCost', 'industryCost'] as const),
  ...(['abolishOutput', 'abolishStaff', 'convertShare', 'trimCost'] as const),
];
const shares = ['protectedShare', 'staffShare'] as const;
const largest = 1e9;

export function settingsProblems({ plannerDefaults }: Rulebook, settings: PlannerSettings): readonly Problem[] {
  const titles = new Map(plannerDefaults.settings.map(({ setting, title }) => [setting, title]));
  const within = (setting: (typeof amounts)[number] | (typeof shares)[number], most: number): readonly Problem[] => {
    const value = settings[setting];
    if (value === null || (Number(value) >= 0 && Number(value) <= most)) return [];
    return [outOf(setting, { value, most, title: titles.get(setting) ?? { zh: setting, en: setting } })];
  };
  return [
    ...amounts.flatMap((setting) => within(setting, largest)),
    ...shares.flatMap((setting) => within(setting, 1)),
    ...Object.entries(settings.quotas).flatMap(([code, { min, max }]) =>
      min > max ? [emptyRange(`quotas.${code}`, { code, min, max })] : [],
    ),
    ...settings.joint.flatMap(({ code, min, max }, place) => (min > max ? [emptyRange(`joint[${place}]`, { code, min, max })] : [])),
  ];
}

function outOf(
  setting: string,
  { value, most, title }: { readonly value: string; readonly most: number; readonly title: Bilingual },
): Problem {
  return {
    ...{ code: 'planner/setting', where: `settings.${setting}`, value },
    what: { zh: `“${title.zh}”不能是 ${value}。`, en: `“${title.en}” cannot be ${value}.` },
    expected: { zh: `0 至 ${most} 的数`, en: `a number from 0 to ${most}` },
    mend: { zh: '请改正。', en: 'Correct it.' },
  };
}

function emptyRange(where: string, { code, min, max }: { readonly code: string; readonly min: number; readonly max: number }): Problem {
  return {
    ...{ code: 'planner/empty-range', where: `settings.${where}`, value: `${min}–${max}` },
    what: {
      zh: `${code} 至少 ${min} 个、至多 ${max} 个开发区，不可能。`,
      en: `${code}: at least ${min} and at most ${max} zones is no number at all.`,
    },
    expected: { zh: '最少数不大于最多数', en: 'a minimum no larger than the maximum' },
    mend: { zh: '改其中一个。', en: 'Change one of the two.' },
  };
}
