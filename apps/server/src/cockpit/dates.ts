// The dates that bind a place, provincial beside local, and the quota of each place; both read from the rules in force.
import type { DayAnswer } from '@zhenghe/contract/cockpit';
import type { Jurisdiction } from '@zhenghe/contract/territory';
import { type Day, daysBetween } from '@zhenghe/engine/kernel';
import type { Rule } from '@zhenghe/engine/plans';
import { classOf, type Rulebook, rulesInForce } from '@zhenghe/rulebook';
import type { PlaceCount } from './queries.ts';

/** One place of each class, to read the rules that bind the class: the province is in none of its own. */
const examples = ['330100', '330700', '330726'] as const;

/** Soonest first. A province, and a city for its counties, also sees the provincial dates it has to see kept. */
export function bindingDates(rulebook: Rulebook, jurisdiction: string, asOf: Day): DayAnswer['dates'] {
  const own = rulesAt(rulebook, jurisdiction, asOf);
  const watched =
    classOf(jurisdiction) === 'county' ? [] : examples.flatMap((place) => provincial(rulebook, rulesAt(rulebook, place, asOf)));
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
  const rules = new Map(examples.map((place) => [classOf(place), quotaRule(provincial(rulebook, rulesAt(rulebook, place, asOf)))]));
  return places
    .filter((place) => place.level !== 'province')
    .map(({ code, name }) => {
      const rule = rules.get(classOf(code)) ?? null;
      const count = byPlace.get(code);
      return { code, name, now: count?.now ?? 0, base: count?.base ?? 0, max: rule?.max ?? null, clause: rule?.clause ?? null };
    });
}

function quotaRule(rules: readonly Rule[]): Extract<Rule, { kind: 'zones-within' }> | null {
  for (const rule of rules) if (rule.kind === 'zones-within') return rule;
  return null;
}

/** On a day before any pack nothing binds. */
function rulesAt(rulebook: Rulebook, jurisdiction: string, on: Day): readonly Rule[] {
  const inForce = rulesInForce(rulebook, { on, jurisdiction });
  return inForce.ok ? inForce.rules : [];
}

function provincial(rulebook: Rulebook, rules: readonly Rule[]): readonly Rule[] {
  return rules.filter((rule) => rulebook.pack(rule.clause.pack)?.head.jurisdiction === '330000');
}
