// Why there is no plan: a set of rules and locks that cannot hold together, from which none can be left out (deletion filter). Looks first
// for a group that has no plan by itself, then for provincial sums that the groups cannot keep together.
import type { RuleUse } from '../answer.ts';
import type { Desk } from '../desk.ts';
import type { Alternatives, Group, GroupCurve, GroupPoint, Prices } from '../group.ts';
import type { Caps, Instance, Park } from '../instance.ts';
import { coupled } from '../large/columns.ts';
import { cheapest, type Offer } from '../large/columns-picks.ts';
import { bare, keeps, type Row, rowsOf } from '../large/columns-rows.ts';
import { mayCarryPlatform } from '../large/heuristic-frame.ts';
import { type Family, familiesOf, forcedOnly, inOrder, keeping, keyOf, mostForced } from './conflict-family.ts';

/**
 * It cannot hold, and without any one of it a plan exists. Only where provincial sums are to blame may more stand there than is needed:
 * all bounds zones-max where several sums clash only together, a zones-max where platforms or public money do. Empty: none was found.
 */
export async function conflictOf(instance: Instance, desk: Desk): Promise<readonly RuleUse[]> {
  const families = familiesOf(instance);
  for (const family of families) {
    const found = isPlainlyPossible(family) ? [] : await conflictIn(family, desk);
    if (found.length > 0) return found;
  }
  return provincial({ families, caps: instance.caps, desk, offers: new Map(), curves: new Map() });
}

/** Parks locked into the zones of one group for which that is still no work. */
const atOnce = 14;

/** What is seen at once, before anything is solved: locks of one group that clash. Empty: nothing is. */
export async function lockConflict(instance: Instance, desk: Desk): Promise<readonly RuleUse[]> {
  for (const family of familiesOf(instance)) {
    const plainly = async (group: Group) => (forcedOnly(group).parks.length > atOnce ? 'unsure' : plainAnswer(group, desk));
    if (family.instance.locks.length > 0 && (await answerFor(family, family.rules, plainly)) === 'none') return conflictIn(family, desk);
  }
  return [];
}

/** Empty: the family has a plan, or nobody can tell. */
async function conflictIn(family: Family, desk: Desk): Promise<Rules> {
  const impossible = async (rules: Rules) => (await answerFor(family, rules, (group) => fullAnswer(group, desk))) === 'none';
  return (await impossible(family.rules)) ? inOrder(await filtered(family.rules, impossible)) : [];
}

type Rules = readonly RuleUse[];

/** Leaves out what is not needed for `impossible`: by halves, so that what has nothing to do with it goes at once. */
async function filtered(rules: Rules, impossible: (rules: Rules) => Promise<boolean>): Promise<Rules> {
  let kept = rules;
  const leaveOut = async (part: Rules): Promise<void> => {
    const rest = kept.filter((rule) => !part.includes(rule));
    if (await impossible(rest)) {
      kept = rest;
    } else if (part.length > 1) {
      const half = Math.ceil(part.length / 2);
      await leaveOut(part.slice(0, half));
      await leaveOut(part.slice(half));
    }
  };
  if (rules.length > 0) await leaveOut(rules);
  return kept;
}

/** Without locks each park may stand alone or in none: only the number of zones can be wrong. */
function isPlainlyPossible({ instance }: Family): boolean {
  if (instance.locks.length > 0) return false;
  return instance.jurisdictions.every(({ code, zonesMin, zonesMax, joins }) => {
    if (joins !== undefined) return true;
    const usable = instance.parks.filter((park) => park.jurisdiction === code && !park.forbidden).length;
    return zonesMin <= Math.min(zonesMax, usable);
  });
}

/** Whether a group has a plan. `unsure`: it could take long to know. */
type Possible = 'some' | 'none' | 'unsure';

async function answerFor(family: Family, rules: Rules, ask: (group: Group) => Promise<Possible>): Promise<Possible> {
  const ways = keeping(family, new Set(rules.map(keyOf)), mostForced);
  if (ways === null) return 'none';
  const answers: Possible[] = [];
  for (const { group } of ways.apart) answers.push(await ask(bare(group)));
  if (!answers.includes('none')) return answers.includes('unsure') ? 'unsure' : 'some';
  return ways.joint ? ask(bare(ways.joint.group)) : 'none';
}

/** From the parks alone that locks ask into zones: a plan of these is one of all; none of them even in pieces, and there is none. */
async function plainAnswer(group: Group, desk: Desk): Promise<Possible> {
  const forced = forcedOnly(group);
  if (await hasZones(forced, desk)) return 'some';
  const inPieces = { ...forced, zonesMin: 0, costs: { ...group.costs, maxDetachedPieces: group.parks.length } };
  return (await hasZones(inPieces, desk)) ? 'unsure' : 'none';
}

async function fullAnswer(group: Group, desk: Desk): Promise<Possible> {
  const plain = await plainAnswer(group, desk);
  if (plain !== 'unsure') return plain;
  return (await hasZones(group, desk)) ? 'some' : 'none';
}

/** Few zones first: each further one is more work. */
async function hasZones(group: Group, desk: Desk): Promise<boolean> {
  const { zonesMin, zonesMax } = group;
  for (let from = zonesMin, to = Math.min(Math.max(2, zonesMin), zonesMax); from <= zonesMax; from = to + 1, to = from) {
    const { points } = await desk.curve({ ...group, zonesMin: from, zonesMax: to });
    if (points.length > 0) return true;
  }
  return false;
}

interface Province {
  readonly families: readonly Family[];
  readonly caps: Caps;
  readonly desk: Desk;
  /** What a family offers under some of its rules and prices: asked for again and again. */
  readonly offers: Map<string, Promise<Offer | null>>;
  readonly curves: Map<string, Promise<GroupCurve>>;
}

/** The cap on zones by itself, then each of the other sums with it, then all of them. */
async function provincial(province: Province): Promise<Rules> {
  const local = province.families.flatMap((family) => family.rules);
  const parks = province.families.flatMap((family) => family.instance.parks);
  const cap: RuleUse = { rule: 'zones-cap', subject: null };
  const rows = rowsOf(province.caps, parks);
  for (const row of [null, ...rows]) {
    const universe = [cap, ...local, ...(row ? [ruleOf(row)] : [])];
    const impossible = (rules: Rules) => singlyImpossible(province, row, rules);
    if (await impossible(universe)) return inOrder(await filtered(universe, impossible));
  }
  if (rows.length < 2) return [];
  const [bounds, others] = [local.filter(({ rule }) => rule === 'zones-max'), local.filter(({ rule }) => rule !== 'zones-max')];
  const universe = [cap, ...rows.map(ruleOf), ...others];
  const impossible = (rules: Rules) => jointlyImpossible(province, [...rules, ...bounds]);
  return (await impossible(universe)) ? inOrder([...(await filtered(universe, impossible)), ...bounds]) : [];
}

function ruleOf({ code }: Row): RuleUse {
  return { rule: code === 'staffShare' ? 'staff-share' : code, subject: null };
}

const free: Prices = { staff: 0, platform: 0, budget: 0 };
/** What counts, when only this row does. */
const pricesOfRow: Readonly<Record<Row['code'], Prices>> = {
  staffShare: { ...free, staff: 1 },
  platforms: { ...free, platform: -1 },
  budget: { ...free, budget: 1 },
};

/** Exactly: the least sum of the row (or nothing) over the groups under the cap, by dynamic programming. */
async function singlyImpossible(province: Province, row: Row | null, rules: Rules): Promise<boolean> {
  const keys = new Set(rules.map(keyOf));
  if (row && !keys.has(keyOf(ruleOf(row)))) return singlyImpossible(province, null, rules);
  const offers = await Promise.all(province.families.map((family) => offerOf(province, family, { keys, row })));
  const known = offers.flatMap((offer) => offer ?? []);
  if (known.length < offers.length) return true;
  const picked = cheapest(known, capOf(province, keys), (point) => point.bound);
  return picked === null || (row !== null && !keeps(row, picked.value));
}

function capOf({ caps, families }: Province, keys: ReadonlySet<string>): number {
  const all = families.reduce((sum, family) => sum + family.instance.parks.length, 0);
  return keys.has('zones-cap ') ? Math.min(caps.zones, all) : all;
}

interface Asked {
  readonly keys: ReadonlySet<string>;
  readonly row: Row | null;
}

/** null: the family has no plan under these rules. */
function offerOf(province: Province, family: Family, { keys, row }: Asked): Promise<Offer | null> {
  const own = family.rules.map(keyOf).filter((key) => keys.has(key));
  if (own.length === 0) return Promise.resolve({ apart: [freely(family, row)], joint: null });
  const name = `${row?.code ?? ''}/${family.instance.jurisdictions[0]?.code}/${own.join(',')}`;
  const known = province.offers.get(name) ?? offered(province.desk, keeping(family, keys, mostForced), { keys, row });
  province.offers.set(name, known);
  return known;
}

async function offered(desk: Desk, ways: Alternatives | null, { keys, row }: Asked): Promise<Offer | null> {
  if (ways === null) return null;
  const pointsOf = async (group: Group) => {
    const { points } = await desk.curve(bare(group), row ? pricesOfRow[row.code] : free);
    return keys.has(`zones-max ${group.code}`) ? points : [...points, ...beyond(group, row)];
  };
  return {
    apart: await Promise.all(ways.apart.map(({ group }) => pointsOf(group))),
    joint: ways.joint && (await pointsOf(ways.joint.group)),
  };
}

/** Where no rule is left every set of parks may be in zones, as many as are wished. */
function freely({ instance: { parks } }: Family, row: Row | null): readonly GroupPoint[] {
  const carrying = parks.filter(mayCarryPlatform).length;
  const money = parks.reduce((sum, park) => sum + (park.budget ?? 0), 0);
  if (row?.code === 'platforms') return Array.from({ length: carrying + 1 }, (_, zones) => pointAt(zones, -zones));
  return row?.code === 'budget' && parks.length > 0 ? [pointAt(0, money), pointAt(1, 0)] : [pointAt(0, 0)];
}

/**
 * More zones than were looked at, where no rule bounds them. Staff is never spared by another zone; what platforms and public money gain by
 * it is taken at its best – every park in a zone that may stand in one – so that a conflict is only told where there is one.
 */
function beyond({ parks, fixed, zonesMax }: Group, row: Row | null): readonly GroupPoint[] {
  const barred = (park: Park, place: number) => park.forbidden || fixed[place] === 'convert' || fixed[place] === 'abolish';
  const carrying = parks.filter((park, place) => mayCarryPlatform(park) && !barred(park, place)).length;
  const money = parks.reduce((sum, park, place) => sum + (barred(park, place) ? (park.budget ?? 0) : 0), 0);
  const further = Array.from({ length: Math.max(0, parks.length - zonesMax) }, (_, at) => zonesMax + 1 + at);
  if (row?.code === 'platforms') return further.map((zones) => pointAt(zones, -Math.min(zones, carrying)));
  return row?.code === 'budget' ? further.map((zones) => pointAt(zones, money)) : [];
}

function pointAt(zones: number, value: number): GroupPoint {
  return { zones, cost: value, bound: value, plan: { zones: [], leads: [], outcomes: [] } };
}

/** Only what the search proves. */
async function jointlyImpossible(province: Province, rules: Rules): Promise<boolean> {
  const keys = new Set(rules.map(keyOf));
  const ways = province.families.map((family) => keeping(family, keys, mostForced));
  const known = ways.flatMap((one) => one ?? []);
  if (known.length < ways.length) return true;
  const bared = known.map(
    ({ apart, joint }): Alternatives => ({
      apart: apart.map((component) => ({ ...component, group: bare(component.group) })),
      joint: joint && { ...joint, group: bare(joint.group) },
    }),
  );
  const caps: Caps = {
    zones: capOf(province, keys),
    staffShare: keys.has('staff-share ') ? province.caps.staffShare : null,
    platforms: keys.has('platforms ') ? (province.caps.platforms ?? null) : null,
    budget: keys.has('budget ') ? (province.caps.budget ?? null) : null,
  };
  const answer = await coupled(bared, caps, { ...province.desk, curve: (group, prices) => remembered(province, group, prices) });
  return answer.status === 'impossible';
}

/** Most groups stay as they are from one question to the next. */
function remembered({ curves, desk }: Province, group: Group, prices?: Prices): Promise<GroupCurve> {
  const name = JSON.stringify([group, prices ?? null]);
  const known = curves.get(name) ?? desk.curve(group, prices);
  curves.set(name, known);
  return known;
}
