// Reads what an instance is made of: parks and figures of the register on a day, quotas in force, drawn land.

import type { Dataset } from '@zhenghe/contract/kernel';
import type { MissingFigure, PlannerSettings } from '@zhenghe/contract/planner';
import { prefixOf } from '@zhenghe/engine/accounts';
import type { Bilingual, Day } from '@zhenghe/engine/kernel';
import type { Instance, Lock, PlateDecision } from '@zhenghe/engine/planner';
import type { Rulebook } from '@zhenghe/rulebook';
import { listPlanLand } from '../plans/index.ts';
import type { Database } from '../platform/database.ts';
import { listJurisdictions } from '../territory/index.ts';
import { figuresOn, noFigures, type ParkOnDay, parksOn } from '../zones/index.ts';
import { drawnLand } from './drawn.ts';
import { instanceFrom, instanceHash, type Place, type Quota } from './instance.ts';
import { leftOut } from './left-out.ts';
import { quotasOf } from './quotas.ts';

export interface RegisterAsked {
  readonly dataset: Dataset;
  /** 330000, a city or a county. */
  readonly scope: string;
  /** Of the register. */
  readonly day: Day;
  /** On which the rules are in force. */
  readonly rulesOn: Day;
}

export interface OneInstance {
  readonly instance: Instance;
  readonly hash: string;
  readonly missing: readonly MissingFigure[];
  readonly adjacencyFrom: { readonly boundaries: readonly string[]; readonly touchKm: string };
  readonly leftOut: readonly Bilingual[];
  readonly places: Readonly<Record<string, readonly [number, number]>>;
  readonly industries: readonly string[];
  readonly parks: readonly ParkOnDay[];
}

interface InstanceAsked extends RegisterAsked {
  readonly settings: PlannerSettings;
  readonly locks?: readonly Lock[];
  readonly decisions?: readonly PlateDecision[];
}

/** Under the connection's own scope: who may not read the figures of a place gets them as missing. */
export async function instanceOf(db: Database, rulebook: Rulebook, asked: InstanceAsked): Promise<OneInstance> {
  const { dataset, scope, day, settings, locks = [], decisions = [] } = asked;
  const within = prefixOf(scope);
  const ground = await groundOf(db, rulebook, asked);
  const [parks, figures] = [await parksOn(db, { dataset, day, within }), await figuresOn(db, { dataset, day, within })];
  const parkIds = new Map(parks.map(({ id, name, jurisdiction }) => [`${jurisdiction} ${name}`, id]));
  const made = instanceFrom({
    ...{ settings, locks, decisions, places: ground.places, quotas: ground.quotas },
    // Points of the real register are those of the county seat, set apart so that none hides another.
    parks: parks.map((park) => ({ ...park, ownPoint: dataset === 'training', figures: figures.get(park.id) ?? noFigures() })),
    drawn: await drawnLand(db, rulebook, { dataset, land: ground.land, parkIds }),
  });
  return {
    ...{ instance: made.instance, hash: instanceHash(made.instance), missing: made.missing, industries: made.industries, parks },
    adjacencyFrom: { boundaries: made.drawnIn, touchKm: settings.touchKm },
    leftOut: leftOut({ dataset, settings, missing: made.missing, scope }),
    places: Object.fromEntries(parks.map(({ id, point }) => [id, point])),
  };
}

interface Ground {
  readonly places: readonly Place[];
  readonly quotas: ReadonlyMap<string, Quota>;
  readonly land: Awaited<ReturnType<typeof listPlanLand>>;
}

/** Places of the scope with the quotas in force there. */
export async function groundOf(db: Database, rulebook: Rulebook, asked: RegisterAsked): Promise<Ground> {
  const within = prefixOf(asked.scope);
  const all = await listJurisdictions(db);
  const places = all.filter(({ code, level }) => level !== 'province' && code.startsWith(within));
  const land = await listPlanLand(db, asked.dataset, within);
  const strong = new Set(land.filter(({ strongCounty }) => strongCounty).map(({ jurisdiction }) => jurisdiction));
  const quotas = quotasOf(rulebook, { on: asked.rulesOn, places: places.map(({ code }) => code), strong });
  return { places, quotas, land };
}
