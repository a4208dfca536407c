// What else could become of a park: each other zone of the plan, a zone of its own, conversion, abolition; and each of them as locks.
import { compare } from '../cost.ts';
import type { Instance, Lock, Outcome, Park } from '../instance.ts';
import type { Work } from './explain-work.ts';

export interface Choice {
  readonly outcome: Outcome;
  readonly lead: string | null;
}

/** Without what the plan says already; only what the park by itself may. */
export function choicesOf({ family, solved }: Pick<Work, 'family' | 'solved'>, park: Park): readonly Choice[] {
  const here = new Set(family.instance.parks.map(({ code }) => code));
  const zones = solved.plan.filter((zone) => here.has(zone.lead));
  const own = zones.find((zone) => zone.parks.includes(park.code));
  const alone = own?.parks.length === 1;
  const joined = [...zones].sort((a, b) => compare(a.lead, b.lead)).filter((zone) => zone !== own);
  const outside = (['convert', 'abolish'] as const).filter((outcome) => outcome === 'abolish' || park.convertLoss !== null);
  return [
    ...(park.forbidden ? [] : joined.map(({ lead }): Choice => ({ outcome: 'merge', lead }))),
    ...(park.forbidden || alone ? [] : [{ outcome: 'merge' as const, lead: park.code }]),
    ...outside
      .filter((outcome) => own !== undefined || solved.outcomes[park.code] !== outcome)
      .map((outcome): Choice => ({ outcome, lead: null })),
  ];
}

/** The family's instance in which the park has only this choice. */
export function withChoice(instance: Instance, park: Park, { outcome, lead }: Choice): Instance {
  const fixed: Lock = { outcome, park: park.code };
  if (lead === null) return { ...instance, locks: [...instance.locks, fixed] };
  if (lead !== park.code) return { ...instance, locks: [...instance.locks, fixed, { together: [park.code, lead] }] };
  const others = instance.parks.filter(({ code }) => code !== park.code);
  return { ...instance, locks: [...instance.locks, fixed, ...others.map(({ code }): Lock => ({ apart: [park.code, code] }))] };
}
