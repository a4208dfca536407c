// Which rules a plan breaks, straight from the definition and apart from the code that searches (S2-二(二)). Their clauses stand in the
// rulebook.
import type { Plan, RuleUse } from './answer.ts';
import { compare, costOf, isLess, piecesOf, touchesOf, type ZoneView, zoneViews } from './cost.ts';
import type { Instance, Jurisdiction, Lock } from './instance.ts';

/** Every rule a whole plan breaks, each once; none when it is legal. Throws PlanFault. */
export function ruleBreaks(instance: Instance, plan: Plan): readonly RuleUse[] {
  const zones = zoneViews(instance, plan);
  const touches = touchesOf(instance);
  return [
    ...provincial(instance, plan),
    ...boundsBroken(instance, zones),
    ...zones.flatMap((view) => zoneBreaks(instance, view, touches)),
    ...instance.parks
      .filter((park) => park.convertLoss === null && plan.outcomes[park.code] === 'convert')
      .map((park) => use('may-convert', park.code)),
    ...instance.locks.flatMap((lock, place) => (holds(lock, plan) ? [] : [use('lock', String(place))])),
  ].filter((one, place, all) => all.findIndex((other) => other.rule === one.rule && other.subject === one.subject) === place);
}

function use(rule: RuleUse['rule'], subject: string | null): RuleUse {
  return { rule, subject };
}

function provincial(instance: Instance, plan: Plan): readonly RuleUse[] {
  const { caps } = instance;
  const { zones, staff, platforms, budget } = costOf(instance, plan);
  return [
    ...(zones > caps.zones ? [use('zones-cap', null)] : []),
    ...(caps.staffShare !== null && isLess(caps.staffShare * staff.of, staff.kept) ? [use('staff-share', null)] : []),
    ...(platforms < (caps.platforms ?? 0) ? [use('platforms', null)] : []),
    ...(typeof caps.budget === 'number' && isLess(caps.budget, budget) ? [use('budget', null)] : []),
  ];
}

/** A joint jurisdiction is taken where a zone stands in it; its bounds then stand for those of its members. */
function boundsBroken({ jurisdictions }: Instance, zones: readonly ZoneView[]): readonly RuleUse[] {
  const count = (codes: readonly string[]) => zones.filter((view) => codes.includes(view.zone.jurisdiction)).length;
  const joint = jurisdictions.filter((one) => one.joins !== undefined);
  const taken = joint.filter((one) => count([one.code]) > 0 || emptyFitsOnlyJoint(one, jurisdictions, count(one.joins ?? [])));
  const replaced = new Set(taken.flatMap((one) => one.joins ?? []));
  const bound = [...jurisdictions.filter((one) => one.joins === undefined && !replaced.has(one.code)), ...taken];
  return bound
    .sort((a, b) => compare(a.code, b.code))
    .flatMap((one) => {
      const here = count([one.code, ...(one.joins ?? [])]);
      return [...(here < one.zonesMin ? [use('zones-min', one.code)] : []), ...(here > one.zonesMax ? [use('zones-max', one.code)] : [])];
    });
}

/** No zone tells which way was taken: the joint one, where only it allows none. */
function emptyFitsOnlyJoint(joint: Jurisdiction, all: readonly Jurisdiction[], zonesOfMembers: number): boolean {
  const members = all.filter((one) => joint.joins?.includes(one.code));
  return zonesOfMembers === 0 && joint.zonesMin === 0 && members.some((one) => one.zonesMin > 0);
}

type Touches = ReturnType<typeof touchesOf>;

function zoneBreaks({ costs, decisions = [] }: Instance, { zone, parks }: ZoneView, touches: Touches): readonly RuleUse[] {
  const plates = parks.filter((park) => park.level === 3).map((park) => park.code);
  const decided = decisions.some((decision) => plates.every((plate) => decision.plates.includes(plate)));
  return [
    ...parks.filter((park) => park.forbidden).map((park) => use('forbidden', park.code)),
    ...(plates.length > 1 && !decided ? [use('national-plates', zone.jurisdiction)] : []),
    ...(piecesOf(parks, touches).length > 1 + costs.maxDetachedPieces ? [use('detached-pieces', zone.jurisdiction)] : []),
  ];
}

function holds(lock: Lock, { plan, outcomes }: Plan): boolean {
  if ('outcome' in lock) return outcomes[lock.park] === lock.outcome;
  if ('together' in lock) return plan.some((zone) => lock.together.every((park) => zone.parks.includes(park)));
  return !plan.some((zone) => lock.apart.every((park) => zone.parks.includes(park)));
}
