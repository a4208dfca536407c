// Which training parks are in the statistics: the 148 that are kept, and those of the largest that had been merged by the training day.
// A kept zone files for what it holds: from the day of a merger on, for the merged park too, so that totals go on as they were.
import type { Day } from '@zhenghe/engine/kernel';
import type { UnitStory } from './acts.ts';
import { trainingDay } from './days.ts';
import type { TrainingPark } from './parks.ts';
import { finalName } from './zones.ts';

export interface ReportingPart {
  readonly park: TrainingPark;
  /** From which day it is part of the unit; null from the beginning. */
  readonly from: Day | null;
}

export interface ReportingUnit {
  readonly id: string;
  /** As it is called on the training day. */
  readonly name: string;
  readonly jurisdiction: string;
  readonly park: TrainingPark;
  readonly parts: readonly ReportingPart[];
  /** The day it went into another; null while it lasts. */
  readonly until: Day | null;
}

const mostMerged = 60;
/** First day of the roster: the first period that was filed. */
export const rosterDay: Day = '2016-01-01';

export function reportingUnits(stories: readonly UnitStory[]): readonly ReportingUnit[] {
  const merged = new Map(mergedParks(stories).map((one) => [one.park.id, one]));
  return stories.flatMap((story) =>
    story.parks.flatMap((park): readonly ReportingUnit[] => {
      const common = { id: park.id, jurisdiction: story.unit.place.code, park };
      const own: ReportingPart = { park, from: null };
      if (merged.has(park.id)) return [{ ...common, name: park.name, parts: [own], until: story.mergedOn }];
      if (park.fate.kind !== 'keep') return [];
      const taken = [...merged.values()].filter(({ into }) => into === park.id);
      const name = story.renamedOn <= trainingDay ? finalName(park, story.unit.short) : park.name;
      return [{ ...common, name, parts: [own, ...taken.map((one) => ({ park: one.park, from: story.mergedOn }))], until: null }];
    }),
  );
}

interface Merged {
  readonly park: TrainingPark;
  readonly into: string;
}

/** The largest park that each kept zone took in, the largest of all first, until there are enough. */
function mergedParks(stories: readonly UnitStory[]): readonly Merged[] {
  const all = stories.flatMap(({ parks, mergedOn }) =>
    mergedOn > trainingDay ? [] : parks.flatMap((park) => (park.fate.kind === 'merge' ? [{ park, into: park.fate.into }] : [])),
  );
  const largest = new Map<string, Merged>();
  for (const one of all) if (one.park.hundredths > (largest.get(one.into)?.park.hundredths ?? 0)) largest.set(one.into, one);
  const inTurn = [...largest.values()].sort((a, b) => b.park.hundredths - a.park.hundredths || (a.park.id < b.park.id ? -1 : 1));
  return inTurn.slice(0, mostMerged);
}

/** Parts it holds on the day; none where it is gone by then. */
export function partsOn({ parts, until }: ReportingUnit, day: Day): readonly TrainingPark[] {
  if (until !== null && until <= day) return [];
  return parts.filter(({ from }) => from === null || from <= day).map(({ park }) => park);
}
