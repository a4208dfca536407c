// When the next figure of an indicator is due: by the forms of the day that ask units of that kind for it.
import type { Dataset } from '@zhenghe/contract/kernel';
import { addWorkingDays, type Day, type Period, partsOf, periodAfter, periodEnd } from '@zhenghe/engine/kernel';
import type { Audience } from '@zhenghe/engine/statistics';
import type { Rulebook } from '@zhenghe/rulebook';
import { officialCalendar } from '../approvals/index.ts';
import type { Database } from '../platform/database.ts';
import { asksFor, formsOn } from './forms.ts';

export interface NextDueAsked {
  readonly dataset: Dataset;
  readonly on: Day;
  /** Filed indicators: the first form that asks for any of them tells. */
  readonly indicators: readonly string[];
  readonly place: 'zone' | 'county' | 'city' | 'province';
  /** The period of the figure at hand. */
  readonly period: Period;
}

const audiences: Readonly<Record<NextDueAsked['place'], Audience>> = {
  zone: 'zones',
  county: 'counties',
  city: 'cities',
  province: 'province',
};

/** The last day to hand in the period after; null where no form in force asks for it. */
export async function nextDue(db: Database, rulebook: Rulebook, asked: NextDueAsked): Promise<Day | null> {
  const forms = await formsOn(db, rulebook, asked);
  const found = forms.find(({ form }) => {
    const rows = form.groups.flatMap((group) => group.rows);
    return form.audience === audiences[asked.place] && rows.some(({ indicator }) => asked.indicators.includes(indicator));
  });
  if (!found) return null;
  const { form } = found;
  const own = partsOf(asked.period).grain === form.frequency ? periodAfter(asked.period, 1) : null;
  return own && asksFor(form, own) ? addWorkingDays(officialCalendar, periodEnd(own), form.dueDays) : null;
}
