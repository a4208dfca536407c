// The whole training province from one seed: register, acts and plans. Pure: the same version gives the same bytes.
import type { Jurisdiction } from '@zhenghe/contract/territory';
import type { ActRecord, ZoneRecord } from '../zones/index.ts';
import { actsOf, storyOf, type UnitStory } from './acts.ts';
import { chanceFrom } from './chance.ts';
import { parksOf, type TrainingPark } from './parks.ts';
import { spreadUnits, zonesAtEnd } from './units.ts';
import { platesAtEnd, recordsOf } from './zones.ts';

/** Raise it whenever the generator's output changes: the next start then replaces the province. */
export const generatorVersion = 8;
const seed = 20_201_012;

export interface TrainingProvince {
  readonly stories: readonly UnitStory[];
  readonly zones: readonly ZoneRecord[];
  readonly acts: readonly ActRecord[];
}

export function trainingProvince(places: readonly Jurisdiction[]): TrainingProvince {
  const chance = chanceFrom(seed);
  const stories = spreadUnits(places, chance).map((unit, order) => storyOf(unit, parksOf(unit, order, chance), order, chance));
  const second = secondPlates(stories);
  return {
    stories,
    zones: stories.flatMap((story) => recordsOf(story, (park) => second.has(park.id))),
    acts: stories.flatMap(actsOf),
  };
}

/** National zones first, then in the order of places, until the plates are as many as they should be. */
function secondPlates(stories: readonly UnitStory[]): ReadonlySet<string> {
  const kept: readonly TrainingPark[] = stories.flatMap(({ parks }) => parks.filter(({ fate }) => fate.kind === 'keep'));
  const inTurn = [...kept.filter(({ grade }) => grade === 'national'), ...kept.filter(({ grade }) => grade !== 'national')];
  return new Set(inTurn.slice(0, platesAtEnd - zonesAtEnd).map(({ id }) => id));
}
