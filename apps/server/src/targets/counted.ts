// The one target that is counted and not filed: the number of zones (S2-表, 总数 1010 → 150), from the register of the day.
import type { Meter } from '@zhenghe/contract/zones';
import { type Day, periodAt, periodEnd } from '@zhenghe/engine/kernel';
import type { Target } from '@zhenghe/rulebook';
import type { YearFigure } from './reckon.ts';

export function isZoneCount({ measure }: Target): boolean {
  return measure === 'zones.cap';
}

/** At the end of each year since the base, and now; nothing of a register that holds only part of the zones. */
export function zoneCounts({ base, course, now }: Meter, on: Day): readonly YearFigure[] {
  if (!now.complete) return [{ period: periodAt('month', on), value: null, missing: 'not-given', of: 0, expected: 1 }];
  const yearEnds = course.filter((point) => point.on > base.on && point.on < on && point.on === periodEnd(periodAt('year', point.on)));
  const past = yearEnds.map((point) => counted(periodAt('year', point.on), point.count));
  return [...past, counted(periodAt('month', on), now.count)];
}

function counted(period: string, count: number): YearFigure {
  return { period, value: String(count), missing: null, of: 1, expected: 1 };
}
