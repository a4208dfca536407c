// From the register to an instance (S2-二(二)): pure over what was read, so that the server and the command line make the same one.
// Weights are exact decimals until the last step; what is missing is listed with what was done about it.
import type { MissingFigure, PlannerSettings } from '@zhenghe/contract/planner';
import { Decimal, isMissing } from '@zhenghe/engine/kernel';
import type { Instance, Lock, Park, PlateDecision } from '@zhenghe/engine/planner';
import { hashOf } from '@zhenghe/rulebook';
import { adjacencyOf, type Drawn, toPlane } from './adjacency.ts';
import { type KnownFigures, knownFigures, type RegisterPark } from './known-figures.ts';

export interface Place {
  readonly code: string;
  readonly name: string;
}

export interface Quota {
  readonly min: number;
  readonly max: number;
}

export interface InstanceAsked {
  readonly parks: readonly RegisterPark[];
  readonly places: readonly Place[];
  /** In force; the settings may depart from them. */
  readonly quotas: ReadonlyMap<string, Quota>;
  readonly settings: PlannerSettings;
  readonly drawn: Drawn;
  readonly locks: readonly Lock[];
  readonly decisions: readonly PlateDecision[];
}

export interface MadeInstance {
  readonly instance: Instance;
  readonly missing: readonly MissingFigure[];
  /** Jurisdictions in which drawn land decides for every pair. */
  readonly drawnIn: readonly string[];
  /** Names of the industries, in the order of `outputs`. */
  readonly industries: readonly string[];
}

const levels = { national: 3, provincial: 2, local: 1 } as const;

export function instanceFrom(asked: InstanceAsked): MadeInstance {
  const { settings, drawn } = asked;
  const parks = [...asked.parks].sort((a, b) => compare(a.id, b.id));
  const known = knownFigures(parks, settings.missing);
  const plane = toPlane();
  const made = parks.map((park) => parkOf(park, known, { settings, at: plane(park.point) }));
  const together = jointGroups(settings);
  return {
    instance: {
      jurisdictions: jurisdictionsOf(asked),
      parks: made,
      adjacency: adjacencyOf(made, { touchKm: Number(settings.touchKm), drawn, together }),
      costs: {
        zone: Number(settings.zoneCost),
        detachedPiece: Number(settings.pieceCost),
        industry: Number(settings.industryCost),
        maxDetachedPieces: settings.maxDetachedPieces,
      },
      caps: {
        zones: settings.zonesCap,
        staffShare: settings.staffShare === null ? null : Number(settings.staffShare),
        platforms: settings.platforms,
      },
      locks: asked.locks,
      decisions: asked.decisions,
    },
    missing: known.missing,
    drawnIn: [...new Set(parks.map(({ jurisdiction }) => jurisdiction))].filter((code) =>
      parks.every((park) => park.jurisdiction !== code || drawn.parks.has(park.id)),
    ),
    industries: known.industries,
  };
}

/** Its identity: rows stand in the order of their codes, so the same question has the same hash. */
export function instanceHash(instance: Instance): string {
  return hashOf(instance);
}

function parkOf(
  park: RegisterPark,
  known: KnownFigures,
  at: { readonly settings: PlannerSettings; readonly at: readonly [number, number] },
): Park {
  const { settings } = at;
  const [x, y] = at.at;
  const { staff, output, outputs, protectedHa, protectedKnown } = known.of(park.id);
  const abolishLoss = new Decimal(settings.abolishOutput).times(output).plus(new Decimal(settings.abolishStaff).times(staff));
  return {
    code: park.id,
    name: park.name,
    jurisdiction: park.jurisdiction,
    level: levels[park.grade],
    ...{ x, y },
    weight: new Decimal(settings.distanceCost).times(output).toNumber(),
    outputs: outputs.map((one) => one.toNumber()),
    staff: staff.toNumber(),
    abolishLoss: abolishLoss.toNumber(),
    convertLoss: park.grade === 'local' ? abolishLoss.times(settings.convertShare).toNumber() : null,
    trimLoss: new Decimal(settings.trimCost).times(protectedHa ?? 0).toNumber(),
    forbidden: isForbidden(park, protectedKnown ? protectedHa : null, settings.protectedShare),
    trimHa: protectedHa?.toNumber() ?? null,
  };
}

/** Unknown land bars nobody, and a median that stands in for it neither: the list of missing figures says so. */
function isForbidden({ areaKm2 }: RegisterPark, protectedHa: Decimal | null, share: string | null): boolean {
  if (share === null || protectedHa === null || isMissing(areaKm2) || new Decimal(areaKm2).isZero()) return false;
  return protectedHa.greaterThan(new Decimal(areaKm2).times(100).times(share));
}

function jurisdictionsOf({ parks, places, quotas, settings }: InstanceAsked): Instance['jurisdictions'] {
  const bearing = new Set(parks.map(({ jurisdiction }) => jurisdiction));
  const single = places
    .filter(({ code }) => bearing.has(code))
    .map(({ code, name }) => {
      const { min, max } = settings.quotas[code] ?? quotas.get(code) ?? { min: 0, max: 0 };
      return { code, name, zonesMin: min, zonesMax: max };
    });
  const joint = settings.joint.map(({ code, name, joins, min, max }) => ({
    code,
    name,
    zonesMin: min,
    zonesMax: max,
    joins: [...joins].sort(),
  }));
  return [...single, ...joint].sort((a, b) => compare(a.code, b.code));
}

/** Places that may form zones together. */
function jointGroups({ joint }: PlannerSettings): ReadonlyMap<string, string> {
  return new Map(joint.flatMap(({ code, joins }) => joins.map((member) => [member, code] as const)));
}

export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
