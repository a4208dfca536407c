// What differs between two scenarios besides the answer: settings, and parks that end elsewhere. Pure.
import type { Instance, Settings, Solved } from '../shapes.ts';

export interface SettingDifference {
  readonly setting: keyof Settings;
  readonly first: string;
  readonly second: string;
}

/** Settings as text; those of places and joint jurisdictions as JSON. */
export function settingDifferences(first: Settings, second: Settings): readonly SettingDifference[] {
  const keys = Object.keys(first) as (keyof Settings)[];
  return keys.flatMap((setting) => {
    const [one, other] = [textOf(first[setting]), textOf(second[setting])];
    return one === other ? [] : [{ setting, first: one, second: other }];
  });
}

function textOf(value: Settings[keyof Settings]): string {
  if (value === null) return '–';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

const weights: readonly (keyof Settings)[] = [
  'zoneCost',
  'distanceCost',
  'pieceCost',
  'industryCost',
  'abolishOutput',
  'abolishStaff',
  'convertShare',
  'trimCost',
];

/** Costs compare only where one unit weighs the same in both. */
export function weighsAlike(differences: readonly SettingDifference[]): boolean {
  return !differences.some(({ setting }) => weights.includes(setting));
}

export interface ParkDifference {
  readonly code: string;
  readonly name: string;
  readonly jurisdiction: string;
  readonly first: Standing;
  readonly second: Standing;
}

export interface Standing {
  readonly outcome: Solved['outcomes'][string];
  /** Name of the zone's lead; null in no zone. */
  readonly lead: string | null;
}

interface Side {
  readonly instance: Instance;
  readonly answer: Solved;
}

/** Parks that both have and that end otherwise, and how many only one has. */
export function parkDifferences(first: Side, second: Side): { readonly parks: readonly ParkDifference[]; readonly alone: number } {
  const [ones, others] = [standings(first), standings(second)];
  const parks = first.instance.parks.flatMap(({ code, name, jurisdiction }): ParkDifference[] => {
    const [one, other] = [ones.get(code), others.get(code)];
    if (!one || !other || (one.outcome === other.outcome && one.lead === other.lead)) return [];
    return [{ code, name, jurisdiction, first: one, second: other }];
  });
  const shared = [...ones.keys()].filter((code) => others.has(code)).length;
  return { parks, alone: ones.size + others.size - 2 * shared };
}

function standings({ instance, answer }: Side): ReadonlyMap<string, Standing> {
  const names = new Map(instance.parks.map(({ code, name }) => [code, name]));
  const leads = new Map(answer.plan.flatMap(({ lead, parks }) => parks.map((code) => [code, lead] as const)));
  return new Map(
    Object.entries(answer.outcomes).map(([code, outcome]) => {
      const lead = leads.get(code);
      return [code, { outcome, lead: lead === undefined ? null : (names.get(lead) ?? lead) }];
    }),
  );
}
