// Whose figures measure a target, in words and as a question to the figures. The flagships (高能级战略平台) were never listed by name,
// so no figure of theirs can be summed up.
import type { Bilingual } from '@zhenghe/engine/kernel';
import type { ZoneType } from '@zhenghe/engine/zones';
import type { TargetScope } from '@zhenghe/rulebook';

/** Figures of zones below a place, of some types where the list is not empty; or a place's own. */
export type Whose =
  | { readonly kind: 'zones'; readonly place: string; readonly types: readonly ZoneType[] }
  | { readonly kind: 'place'; readonly place: string };

const types: Readonly<Record<'zones' | 'economic-zones' | 'hitech-zones', readonly ZoneType[]>> = {
  zones: [],
  'economic-zones': ['national-etdz', 'provincial-etdz'],
  'hitech-zones': ['national-hitech', 'provincial-hitech'],
};

/** Null for the flagships. */
export function whoseOf({ units }: TargetScope, place: string): Whose | null {
  if (units === 'flagships') return null;
  if (units === 'province') return { kind: 'place', place: '330000' };
  return units === 'county' ? { kind: 'place', place } : { kind: 'zones', place, types: types[units] };
}

/** Whose figures stand under the line: another whole, or null for the same units. */
export function overOf({ over }: TargetScope, place: string): Whose | null {
  if (over === 'same') return null;
  return { kind: 'place', place: over === 'province' ? '330000' : place };
}

const unitWords: Readonly<Record<TargetScope['units'], Bilingual>> = {
  zones: { zh: '全部开发区', en: 'all zones' },
  'economic-zones': { zh: '经济（技术）开发区', en: 'economic zones' },
  'hitech-zones': { zh: '高新区', en: 'hi-tech zones' },
  flagships: { zh: '高能级战略平台', en: 'flagship platforms' },
  province: { zh: '全省', en: 'the province' },
  county: { zh: '全县（市、区）', en: 'the county' },
};

export function scopeName({ units, over }: TargetScope): Bilingual {
  const own = unitWords[units];
  if (over === 'same') return own;
  const whole = unitWords[over];
  return { zh: `${own.zh}，占${whole.zh}`, en: `${own.en}, of ${whole.en}` };
}

export const noFlagships: Bilingual = {
  zh: '高能级战略平台没有公布名单，不能汇总',
  en: 'The flagship platforms were never listed by name: nothing can be summed up',
};
