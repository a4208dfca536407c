// How the training province is spread over the 101 real places: parks at the start, zones at the end, and how far each plan has come.
import type { Jurisdiction } from '@zhenghe/contract/territory';
import type { Chance } from './chance.ts';

/** What has become of the place's plan by the training day. */
export type Course = 'approved-first' | 'approved-later' | 'accepted' | 'submitted' | 'draft';

export interface TrainingUnit {
  readonly place: Jurisdiction;
  /** 浦江, 杭州: the name without its ending. */
  readonly short: string;
  readonly parks: number;
  readonly keep: number;
  readonly course: Course;
}

export const parksAtStart = 1010;
export const zonesAtEnd = 148;
const pujiang = '330726';
/** Two drafts that ask for one zone more than their quota: 永康 over Jinhua's one, 龙泉 over the province's two. */
export const overQuota: readonly string[] = ['330784', '331181'];
const specialCities = ['330100', '330200'];
const jinhua = '3307';

/** Courses that the role cards need; the rest is dealt by chance. */
const givenCourses: ReadonlyMap<string, Course> = new Map([
  [pujiang, 'draft'],
  ['330702', 'approved-first'],
  ['330703', 'approved-later'],
  ['330723', 'submitted'],
  ['330727', 'submitted'],
  ['330781', 'submitted'],
  ['330782', 'accepted'],
  ['330783', 'accepted'],
  ['330784', 'draft'],
  ['331100', 'draft'],
  ['331181', 'draft'],
]);
/** 33 as on 2020-10-12 (S0-¶1); the others are invented. */
const courseCounts: readonly (readonly [Course, number])[] = [
  ['approved-first', 33],
  ['approved-later', 36],
  ['accepted', 8],
  ['submitted', 10],
  ['draft', 14],
];

export function spreadUnits(places: readonly Jurisdiction[], chance: Chance): readonly TrainingUnit[] {
  const bearing = places.filter((place) => place.level !== 'province');
  const parks = dealParks(bearing, chance);
  const keep = dealKeep(bearing, chance);
  const courses = dealCourses(bearing, chance);
  return bearing.map((place, index) => ({
    place,
    short: shortName(place.name),
    parks: parks[index] ?? 0,
    keep: keep.get(place.code) ?? 1,
    course: courses.get(place.code) ?? 'draft',
  }));
}

export function shortName(name: string): string {
  return name.replace(/(畲族自治县|[市县区])$/, '');
}

/** Between 7 and 14 each, 9 or more where three stay (bodies are to be cut by 60 %), eight for 浦江 as in its annex, 1010 in all. */
function dealParks(places: readonly Jurisdiction[], chance: Chance): readonly number[] {
  const parks = places.map((place) => (place.code === pujiang ? 8 : chance.whole(leastParks(place), 13)));
  let left = parksAtStart - parks.reduce((sum, count) => sum + count, 0);
  while (left !== 0) {
    const index = chance.whole(0, places.length - 1);
    const changed = (parks[index] ?? 0) + Math.sign(left);
    const place = places[index];
    if (!place || place.code === pujiang || changed < leastParks(place) || changed > 14) continue;
    parks[index] = changed;
    left -= Math.sign(left);
  }
  return parks;
}

function leastParks({ code }: Jurisdiction): number {
  return specialCities.includes(code) ? 9 : 7;
}

/** 杭州 and 宁波 three, other cities two, counties one, and some counties outside 金华 a second: never over a quota. */
function dealKeep(places: readonly Jurisdiction[], chance: Chance): ReadonlyMap<string, number> {
  const keep = new Map(
    places.map((place) => [place.code, specialCities.includes(place.code) ? 3 : place.level === 'city' ? 2 : 1] as const),
  );
  const mayHaveTwo = chance.shuffled(places.filter((place) => place.level === 'county' && !place.code.startsWith(jinhua)));
  const inTurn = [
    ...mayHaveTwo.filter((place) => overQuota.includes(place.code)),
    ...mayHaveTwo.filter((place) => !overQuota.includes(place.code)),
  ];
  const rest = zonesAtEnd - [...keep.values()].reduce((sum, count) => sum + count, 0);
  for (const place of inTurn.slice(0, rest)) keep.set(place.code, 2);
  return keep;
}

/** Cities come first: their date is 2020-09-30. */
function dealCourses(places: readonly Jurisdiction[], chance: Chance): ReadonlyMap<string, Course> {
  const courses = new Map<string, Course>(givenCourses);
  const open = places.filter((place) => !courses.has(place.code));
  const queue = [...open.filter((place) => place.level === 'city'), ...chance.shuffled(open.filter((place) => place.level !== 'city'))];
  for (const [course, count] of courseCounts) {
    const given = [...courses.values()].filter((one) => one === course).length;
    for (const place of queue.splice(0, count - given)) courses.set(place.code, course);
  }
  return courses;
}
