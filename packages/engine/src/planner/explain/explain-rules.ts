// Which rules bind in a group: where one step more would lower the cost of the province. A step is one zone, one piece, one park no longer
// protected, all national plates allowed together, one lock less; for the cap one zone.
import type { RuleUse, Solved } from '../answer.ts';
import { piecesOf, touchesOf } from '../cost.ts';
import type { Instance, Jurisdiction } from '../instance.ts';
import { type BindingRule, cleared, provincialCost, type Work } from './explain-work.ts';

/** Those that save something, the largest saving first. */
export async function rulesThere(work: Work): Promise<readonly BindingRule[]> {
  const steps = work.large ? [] : stepsOf(work);
  const found = await Promise.all(
    steps.map(async ({ rule, subject, wider }): Promise<BindingRule | null> => {
      const answer = await provincialCost(work, wider);
      const saving = answer === null ? 0 : cleared(work.solved.cost - answer.cost, work.solved.cost);
      return answer && saving > 0 ? { rule, subject, saving, proven: answer.proven } : null;
    }),
  );
  return [...found.flatMap((one) => one ?? []), ...capBinds(work.solved)].sort((a, b) => b.saving - a.saving);
}

/** Where the cap's price is known, it is what one zone more would save. */
export function capBinds({ capPrice }: Solved): readonly BindingRule[] {
  return capPrice !== null && capPrice > 0 ? [{ rule: 'zones-cap', subject: null, saving: capPrice, proven: true }] : [];
}

interface Step extends RuleUse {
  readonly wider: Instance;
}

function stepsOf({ family: { instance, lockPlaces }, solved }: Work): readonly Step[] {
  return [
    ...instance.jurisdictions.flatMap((one) => boundSteps(instance, one, solved)),
    ...pieceSteps(instance, solved),
    ...plateSteps(instance),
    ...instance.parks
      .filter((park) => park.forbidden)
      .map(
        ({ code }): Step => ({
          rule: 'forbidden',
          subject: code,
          wider: { ...instance, parks: instance.parks.map((park) => (park.code === code ? { ...park, forbidden: false } : park)) },
        }),
      ),
    ...lockPlaces.map(
      (place, at): Step => ({
        rule: 'lock',
        subject: String(place),
        wider: { ...instance, locks: instance.locks.filter((_, other) => other !== at) },
      }),
    ),
  ];
}

/** Only where the plan stands at the bound: elsewhere one step changes nothing. */
function boundSteps(instance: Instance, one: Jurisdiction, { plan }: Solved): readonly Step[] {
  const zones = plan.filter((zone) => zone.jurisdiction === one.code).length;
  const wider = (change: Partial<Jurisdiction>): Instance => ({
    ...instance,
    jurisdictions: instance.jurisdictions.map((other) => (other === one ? { ...one, ...change } : other)),
  });
  return [
    ...(zones === one.zonesMax ? [{ rule: 'zones-max', subject: one.code, wider: wider({ zonesMax: one.zonesMax + 1 }) } as const] : []),
    ...(zones === one.zonesMin && zones > 0
      ? [{ rule: 'zones-min', subject: one.code, wider: wider({ zonesMin: one.zonesMin - 1 }) } as const]
      : []),
  ];
}

/** The rule is the province's; what one piece more would save is told for these parks alone. */
function pieceSteps(instance: Instance, { plan }: Solved): readonly Step[] {
  const touches = touchesOf(instance);
  const most = instance.costs.maxDetachedPieces;
  const scattered = instance.parks.length > most + 1 && piecesOf(instance.parks, touches).length > most + 1;
  const jurisdiction = plan.find((zone) => instance.parks.some(({ code }) => code === zone.lead))?.jurisdiction;
  if (!scattered || jurisdiction === undefined) return [];
  return [
    { rule: 'detached-pieces', subject: jurisdiction, wider: { ...instance, costs: { ...instance.costs, maxDetachedPieces: most + 1 } } },
  ];
}

function plateSteps(instance: Instance): readonly Step[] {
  const plates = instance.parks.filter((park) => park.level === 3).map((park) => park.code);
  const [first] = instance.jurisdictions;
  if (plates.length < 2 || !first) return [];
  return [{ rule: 'national-plates', subject: first.code, wider: { ...instance, decisions: [...(instance.decisions ?? []), { plates }] } }];
}
