// The dates that bind a place, provincial beside local, and the quota of each place; both read from the rules in force.
import type { DayAnswer } from '@zhenghe/contract/cockpit';
import type { Jurisdiction } from '@zhenghe/contract/territory';
import { type Day, daysBetween } from '@zhenghe/engine/kernel';
import type { Rule } from '@zhenghe/engine/plans';
import { classOf, type Rulebook, rulesInForce } from '@zhenghe/rulebook';
import { provincialRules } from '../policy/index.ts';
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

/** Zones now and at the base against the quota that binds the place most; null where no quota is in force. */
export function quotas(
  rulebook: Rulebook,
  places: readonly Pick<Jurisdiction, 'code' | 'name' | 'level'>[],
  counts: readonly PlaceCount[],
  asOf: Day,
): DayAnswer['quota'] {
  const byPlace = new Map(counts.map((count) => [count.jurisdiction, count]));
  return places
    .filter((place) => place.level !== 'province')
    .map(({ code, name }) => {
      const rule = bindingQuota(rulebook, code, asOf);
      const count = byPlace.get(code);
      return {
        code,
        name,
        now: count?.now ?? 0,
        base: count?.base ?? 0,
        max: rule?.max ?? null,
        extra: rule?.extraForIndustrialStrongCounty ?? 0,
        clause: rule?.clause ?? null,
      };
    });
}

type Quota = Extract<Rule, { readonly kind: 'zones-within' }>;

/** Rules of a hundred places cost tens of milliseconds, and the law does not change while the product runs. */
const kept = new WeakMap<Rulebook, Map<string, Quota | null>>();
const mostKept = 5000;

/** Of a provincial and a local quota the one that grants least without further facts; a tie goes to the province. */
function bindingQuota(rulebook: Rulebook, jurisdiction: string, on: Day): Quota | null {
  const held = kept.get(rulebook) ?? new Map<string, Quota | null>();
  kept.set(rulebook, held);
  const key = `${jurisdiction} ${on}`;
  const known = held.get(key);
  if (known !== undefined) return known;
  if (held.size >= mostKept) held.clear();
  const inForce = rulesInForce(rulebook, { on, jurisdiction });
  const own = (inForce.ok ? inForce.rules : [])
    .filter((rule) => rule.kind === 'zones-within')
    .filter((rule) => rule.class === classOf(jurisdiction));
  const quota = own.reduce<Quota | null>((least, rule) => (least === null || rule.max < least.max ? rule : least), null);
  held.set(key, quota);
  return quota;
}
