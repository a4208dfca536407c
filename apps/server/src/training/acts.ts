// The invented acts by which each place's parks become its zones, 2020-03 to 2021-12, and the days its plan moves on.
// Papers are visibly invented: 训练〔2020〕12号（虚构）.
import type { Day } from '@zhenghe/engine/kernel';
import type { ActRecord } from '../zones/index.ts';
import type { Chance } from './chance.ts';
import { baseDay, daysAfter, earlierOf, firstApprovals } from './days.ts';
import type { TrainingPark } from './parks.ts';
import type { TrainingUnit } from './units.ts';

/** Days on which the plan was saved, handed in, accepted by the city, approved by the province; null: not by the training day. */
export interface PlanCourse {
  readonly saved: Day;
  readonly submitted: Day | null;
  readonly accepted: Day | null;
  readonly approved: Day | null;
}

export interface UnitStory {
  readonly unit: TrainingUnit;
  readonly parks: readonly TrainingPark[];
  readonly course: PlanCourse;
  /** By the id of the park it happens to. */
  readonly endOn: ReadonlyMap<string, Day>;
  /** The day on which the merged parks come to their kept parks, and the day these take their final name. */
  readonly mergedOn: Day;
  readonly renamedOn: Day;
  readonly upgradedOn: Day | null;
}

const lastDay: Day = '2021-12-25';

export function storyOf(unit: TrainingUnit, parks: readonly TrainingPark[], order: number, chance: Chance): UnitStory {
  const course = courseOf(unit, chance);
  // A place whose plan is not approved by the training day acts in the half year after it: the course the exercise takes if all goes well.
  const start = course.approved ?? daysAfter('2021-06-20', chance.whole(0, 60));
  const day = (least: number, most: number): Day => earlierOf(daysAfter(start, chance.whole(least, most)), lastDay);
  const mergedOn = unit.place.code === '330726' ? '2021-10-31' : day(15, 75);
  const endOn = new Map<string, Day>();
  for (const park of parks) {
    if (park.fate.kind === 'merge') endOn.set(park.id, mergedOn);
    if (park.fate.kind === 'convert') endOn.set(park.id, day(10, 90));
    if (park.fate.kind === 'dissolve')
      endOn.set(park.id, chance.whole(1, 4) === 1 ? daysAfter('2020-03-02', chance.whole(0, 150)) : day(10, 90));
  }
  const upgrade = order % 16 === 5 && parks[0]?.grade === 'provincial';
  const renamedOn = earlierOf(daysAfter(mergedOn, 12), '2021-12-30');
  return {
    unit,
    parks,
    course,
    endOn,
    mergedOn,
    renamedOn,
    upgradedOn: upgrade ? earlierOf(daysAfter(renamedOn, 60), '2021-12-30') : null,
  };
}

export function actsOf(story: UnitStory): readonly ActRecord[] {
  const { parks, unit } = story;
  const single = parks.flatMap((park) => endingOf(park, story) ?? []);
  const kept = parks.filter((park) => park.fate.kind === 'keep');
  const mergers = kept.flatMap((park) => {
    const from = parks.filter(({ fate }) => fate.kind === 'merge' && fate.into === park.id).map(({ id }) => id);
    return from.length === 0 ? [] : [act('merge', story.mergedOn, from, [park.id], `${unit.short}整合优化`)];
  });
  const renames = kept.map((park) => act('rename', story.renamedOn, [park.id], [park.id], `原名${park.name}`));
  const first = kept[0];
  const upgrades = first && story.upgradedOn ? [act('upgrade', story.upgradedOn, [first.id], [first.id], '省级升国家级（虚构）')] : [];
  return [...single, ...mergers, ...renames, ...upgrades];
}

type Draft = Omit<ActRecord, 'id' | 'paper'>;

function act(kind: ActRecord['kind'], on: Day, from: readonly string[], to: readonly string[], note: string): ActRecord {
  const draft: Draft = { kind, on, from, to, note, dataset: 'training', precision: 'day' };
  const key = `${kind}-${(to[0] ?? from[0] ?? '').slice(3)}`;
  return { ...draft, id: `xl-act-${key}`, paper: paperOf(on, key) };
}

/** A number that looks like none in force: 训练〔2020〕123号（虚构）. */
function paperOf(on: Day, key: string): string {
  const number = [...key].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 997, 7) + 1;
  return `训练〔${on.slice(0, 4)}〕${number}号（虚构）`;
}

function endingOf(park: TrainingPark, story: UnitStory): ActRecord | null {
  const on = story.endOn.get(park.id);
  if (!on || park.fate.kind === 'merge' || park.fate.kind === 'keep') return null;
  return park.fate.kind === 'convert'
    ? act('convert', on, [park.id], [park.id], '转型提升，不再计数')
    : act('dissolve', on, [park.id], [], '淘汰撤销');
}

function courseOf(unit: TrainingUnit, chance: Chance): PlanCourse {
  const city = unit.place.level === 'city';
  if (unit.course === 'approved-first') {
    const submitted = daysAfter('2020-08-10', chance.whole(0, city ? 40 : 35));
    return reaching(submitted, city ? null : daysAfter(submitted, 8), firstApprovals);
  }
  if (unit.course === 'approved-later') {
    const submitted = daysAfter('2020-10-20', chance.whole(0, 110));
    return reaching(submitted, daysAfter(submitted, chance.whole(8, 20)), daysAfter(submitted, chance.whole(25, 60)));
  }
  if (unit.course === 'accepted') {
    const submitted = daysAfter('2021-04-12', chance.whole(0, 30));
    return reaching(submitted, daysAfter(submitted, chance.whole(7, 20)), null);
  }
  if (unit.course === 'submitted') return reaching(daysAfter('2021-05-10', chance.whole(0, 28)), null, null);
  return { saved: daysAfter('2021-03-01', chance.whole(0, 90)), submitted: null, accepted: null, approved: null };
}

function reaching(submitted: Day, accepted: Day | null, approved: Day | null): PlanCourse {
  const saved = daysAfter(submitted, -12);
  if (saved <= baseDay) throw new RangeError('a plan cannot be older than the exercise');
  return { saved, submitted, accepted, approved };
}
