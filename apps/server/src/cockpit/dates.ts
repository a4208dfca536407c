// The dates that bind a place, provincial beside local, and the quota of each place; both read from the rules in force.
import type { DayAnswer } from '@zhenghe/contract/cockpit';
import type { Jurisdiction } from '@zhenghe/contract/territory';
import { type Day, daysBetween } from '@zhenghe/engine/kernel';
import { classOf, type Rulebook, rulesInForce } from '@zhenghe/rulebook';
import { provincialQuotas, provincialRules } from '../policy/index.ts';
import type { PlaceCount } from '../zones/index.ts';

/** One place of each class, to read the rules that bind the class: the province is in none of its own. */
const examples = ['330100', '330700', '330726'] as const;

/** Soonest first. A province, and a city for its counties, also sees the provincial dates it has to see kept. */
export function bindingDates(rulebook: Rulebook, jurisdiction: string, asOf: Day): DayAnswer['dates'] {
  const inForce = rulesInForce(rulebook, { on: asOf, jurisdiction });
  const own = inForce.ok ? inForce.rules : [];
  const watched = classOf(jurisdiction) === 'county' ? [] : examples.flatMap((place) => provincialRules(rulebook, place, asOf));
  const dates = new Map<string, DayAnswer['dates'][number]>();
  for (const rule of [...own, ...watched]) {
    if (rule.kind !== 'milestone-by') continue;
    const { title, due, clause } = rule;
    // One sentence of a document may bind several classes; it is one date.
    dates.set([clause.pack, clause.clause, title.zh, due].join(' '), { title, due, days: daysBetween(asOf, due), clause });
  }
  return [...dates.values()].sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
}

/** Zones now and at the base against the provincial quota of the place's class; null where no quota is in force. */
export function quotas(
  rulebook: Rulebook,
  places: readonly Pick<Jurisdiction, 'code' | 'name' | 'level'>[],
  counts: readonly PlaceCount[],
  asOf: Day,
): DayAnswer['quota'] {
  const byPlace = new Map(counts.map((count) => [count.jurisdiction, count]));
  const quotaOf = provincialQuotas(rulebook, asOf);
  return places
    .filter((place) => place.level !== 'province')
    .map(({ code, name }) => {
      const rule = quotaOf(code);
      const count = byPlace.get(code);
      return { code, name, now: count?.now ?? 0, base: count?.base ?? 0, max: rule?.max ?? null, clause: rule?.clause ?? null };
    });
}
