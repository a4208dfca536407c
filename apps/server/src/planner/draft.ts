// The draft plan of one place from a solved scenario (zhenghe-plan/1): outcomes, zones and their parts as proposed, figures as the register
// has them. What neither knows stays missing; what the draft said of other things stays.
import { type Cell, isMissing, notGiven } from '@zhenghe/engine/kernel';
import { type Instance, type PlannedZone, type Plan as Proposed, piecesOf, touchesOf } from '@zhenghe/engine/planner';
import type { Plan, PlanBlock, PlanPark, PlanPart, PlanZone } from '@zhenghe/engine/plans';
import { emptyPlan } from '../plans/index.ts';
import type { ParkOnDay } from '../zones/index.ts';
import { compare } from './instance.ts';
import type { OneInstance } from './register.ts';

export interface Proposal {
  readonly made: OneInstance;
  readonly proposed: Proposed;
  readonly dataset: 'real' | 'training';
  /** The scenario, its version and the hash of the instance, in words. */
  readonly source: string;
}

interface Drafting extends Proposal {
  readonly place: string;
  readonly parks: readonly ParkOnDay[];
  readonly zones: readonly NamedZone[];
  /** Of a park by its id: its code in the plan. */
  readonly codeOf: (park: string) => string;
  readonly before: Plan | null;
}

interface NamedZone {
  readonly code: string;
  readonly zone: PlannedZone;
  readonly name: string;
  readonly lead: ParkOnDay;
}

export function draftOf(
  proposal: Proposal,
  place: { readonly code: string; readonly name: string },
  on: string,
): (before: Plan | null) => Plan {
  const parks = proposal.made.parks.filter(({ jurisdiction }) => jurisdiction === place.code);
  const empty = emptyPlan({ dataset: proposal.dataset, jurisdiction: place.code, on, name: place.name, parks });
  return (before) => {
    const known = new Map((before?.parks ?? []).map(({ name, code }) => [name, code]));
    const codes = new Map(parks.map(({ id, name }) => [id, known.get(name) ?? id]));
    const drafting = {
      ...proposal,
      place: place.code,
      parks,
      before,
      zones: zonesAt(proposal, place.code),
      codeOf: (id: string) => codes.get(id) ?? id,
    };
    const parts = drafting.zones.flatMap((zone) => partsOf(drafting, zone));
    return {
      ...(before ?? empty),
      source: proposal.source,
      parks: parks.map((park) => parkOf(drafting, park)),
      zones: drafting.zones.map((zone) => zoneOf(drafting, zone)),
      parts: parts.map(({ part }) => part),
      blocks: parts.flatMap(({ part, parks: own }) => own.flatMap((park) => blocksOf(drafting, park, part.code))),
      sums: [],
      organisation: organisationOf(drafting),
    };
  };
}

/** A zone stands in the plan of its lead's place. */
function zonesAt({ made, proposed }: Proposal, place: string): readonly NamedZone[] {
  const parks = new Map(made.parks.map((park) => [park.id, park]));
  return proposed.plan
    .flatMap((zone) => {
      const lead = parks.get(zone.lead);
      return lead && lead.jurisdiction === place ? [{ zone, lead, name: lead.name }] : [];
    })
    .sort((a, b) => compare(a.zone.lead, b.zone.lead))
    .map((zone, index) => ({ ...zone, code: `z${index + 1}` }));
}

function parkOf({ made, proposed, zones, codeOf, before }: Drafting, park: ParkOnDay): PlanPark {
  const outcome = proposed.outcomes[park.id] ?? 'abolish';
  const was = before?.parks.find(({ name }) => name === park.name);
  const base = {
    ...{ code: codeOf(park.id), name: park.name, level: park.grade },
    approvedArea: was && !isMissing(was.approvedArea) ? was.approvedArea : park.approvedKm2,
    outcomes: [outcome],
  };
  if (outcome === 'merge') {
    const own = zones.find(({ zone }) => zone.parks.includes(park.id));
    const elsewhere = proposed.plan.find((zone) => zone.parks.includes(park.id))?.lead;
    const receivedBy = own?.code ?? made.parks.find(({ id }) => id === elsewhere)?.name;
    return { ...base, ...(receivedBy === undefined ? {} : { receivedBy }) };
  }
  return { ...base, ...(outcome === 'convert' && was?.convertsTo ? { convertsTo: was.convertsTo } : {}) };
}

/** Its plate is its lead's (牌子就高); a decision that lets further national plates stand in it keeps those too. */
function zoneOf({ made }: Drafting, { code, name, lead, zone }: NamedZone): PlanZone {
  const national = made.parks.filter(({ id, grade }) => grade === 'national' && id !== zone.lead && zone.parks.includes(id));
  return {
    code,
    name,
    level: lead.grade,
    plates: [name, ...national.map((park) => park.name)],
    industries: industriesOf(made, zone, lead),
    body: '',
    flagship: false,
  };
}

/** The three with the largest output; those the register names for the lead where no output is known. */
function industriesOf({ instance, industries }: OneInstance, { parks }: PlannedZone, lead: ParkOnDay): readonly string[] {
  const own = instance.parks.filter(({ code }) => parks.includes(code));
  const sums = industries.map((name, at) => ({ name, output: own.reduce((sum, { outputs }) => sum + (outputs[at] ?? 0), 0) }));
  const largest = sums.filter(({ output }) => output > 0).sort((a, b) => b.output - a.output || compare(a.name, b.name));
  return largest.length > 0 ? largest.slice(0, 3).map(({ name }) => name) : lead.industries.slice(0, 3);
}

/** Each connected piece is a part; that of the lead is the core. */
function partsOf(
  { made: { instance } }: Drafting,
  { code, zone }: NamedZone,
): readonly { readonly part: PlanPart; readonly parks: readonly string[] }[] {
  const pieces = piecesIn(instance, zone);
  const core = pieces.find((piece) => piece.includes(zone.lead)) ?? [];
  return [core, ...pieces.filter((piece) => piece !== core)].map((parks, at) => ({
    parks,
    part: {
      ...{ code: `${code}-${at + 1}`, zone: code, name: at === 0 ? '核心区' : `片区${at}` },
      kind: at === 0 ? 'core' : 'district',
      ...{ managedBy: 'committee', entrustedTo: [], keepsBody: notGiven },
    },
  }));
}

function piecesIn(instance: Instance, { parks }: PlannedZone): readonly (readonly string[])[] {
  return piecesOf(
    instance.parks.filter(({ code }) => parks.includes(code)),
    touchesOf(instance),
  );
}

/** The blocks the draft had of the park, else the park as one; how much of it stays nobody has measured yet. */
function blocksOf({ before, codeOf, parks }: Drafting, id: string, part: string): readonly PlanBlock[] {
  const park = parks.find((one) => one.id === id);
  if (!park) return [];
  const code = codeOf(id);
  const held = (before?.blocks ?? []).filter((block) => block.park === code).map((block) => ({ ...block, part }));
  const whole: PlanBlock = {
    code: `b-${code}`.slice(0, 60),
    name: park.name,
    park: code,
    part,
    areaBefore: park.areaKm2,
    areaAfter: notGiven,
  };
  return held.length > 0 ? held : [whole];
}

/** One body for each zone (S2-(三)); staff only where every park's is known. */
function organisationOf({ made, proposed, parks, zones, before }: Drafting): Plan['organisation'] {
  const lacking = new Set(made.missing.filter(({ figure }) => figure === 'staff').map(({ park }) => park));
  const staff = new Map(made.instance.parks.map((park) => [park.code, park.staff]));
  const sum = (of: readonly ParkOnDay[]): Cell<number> => {
    const total = of.reduce((all, { id }) => all + (staff.get(id) ?? 0), 0);
    return of.some(({ id }) => lacking.has(id)) || !Number.isInteger(total) ? notGiven : total;
  };
  const known = (cell: Cell<number>, held: Cell<number> | undefined) => (isMissing(cell) ? (held ?? cell) : cell);
  const held = before?.organisation;
  return {
    bodiesBefore: held?.bodiesBefore ?? notGiven,
    bodiesAfter: zones.length,
    staffBefore: known(sum(parks), held?.staffBefore),
    staffAfter: sum(parks.filter(({ id }) => proposed.outcomes[id] === 'merge')),
  };
}
