// Working days by the official calendar: Monday to Friday, less public holidays, plus make-up days (调休上班).
// The lists are data handed in; a year they do not cover counts its plain weekdays.
import { type Day, daysBetween, isDay } from './day.ts';

export interface WorkCalendar {
  /** Mondays to Fridays that are off, sorted. */
  readonly off: readonly Day[];
  /** Saturdays and Sundays that are worked, sorted. */
  readonly worked: readonly Day[];
}

/** A Monday; only differences from it have meaning. */
const anchor: Day = '1970-01-05';

export function workCalendar(lists: { readonly holidays: readonly Day[]; readonly makeUps: readonly Day[] }): WorkCalendar {
  const off = [...new Set(lists.holidays)].filter((day) => !isWeekend(day)).sort();
  const worked = [...new Set(lists.makeUps)].filter(isWeekend).sort();
  return { off, worked };
}

export function isWorkingDay(calendar: WorkCalendar, day: Day): boolean {
  return workingDaysBetween(calendar, dayAfter(day, -1), day) === 1;
}

/** Working days after `from` up to and with `to`; negative when `to` is earlier. */
export function workingDaysBetween(calendar: WorkCalendar, from: Day, to: Day): number {
  return ordinal(calendar, to) - ordinal(calendar, from);
}

/** The day on which `count` working days after `from` are over; the day itself does not count. */
export function addWorkingDays(calendar: WorkCalendar, from: Day, count: number): Day {
  let day = from;
  let left = count;
  while (left > 0) {
    day = dayAfter(day, 1);
    if (isWorkingDay(calendar, day)) left -= 1;
  }
  return day;
}

/** The calendar day `count` days later. */
export function addDays(from: Day, count: number): Day {
  let day = from;
  for (let left = count; left > 0; left -= 1) day = dayAfter(day, 1);
  return day;
}

/** Working days since the anchor, up to and with the day. */
function ordinal({ off, worked }: WorkCalendar, day: Day): number {
  const days = daysBetween(anchor, day) + 1;
  const weeks = Math.floor(days / 7);
  return weeks * 5 + Math.min(days - weeks * 7, 5) - countUpTo(off, day) + countUpTo(worked, day);
}

function countUpTo(sorted: readonly Day[], day: Day): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? '') <= day) low = middle + 1;
    else high = middle;
  }
  return low;
}

function isWeekend(day: Day): boolean {
  const days = daysBetween(anchor, day);
  return days - Math.floor(days / 7) * 7 > 4;
}

/** The next or the previous day. */
/** The next day, or the one before. */
export function dayAfter(day: Day, step: 1 | -1): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const tries =
    step === 1
      ? [text(year, month, date + 1), text(year, month + 1, 1), text(year + 1, 1, 1)]
      : [text(year, month, date - 1), ...[31, 30, 29, 28].map((last) => text(year, month - 1, last)), text(year - 1, 12, 31)];
  return tries.find(isDay) ?? day;
}

function text(year: number, month: number, date: number): string {
  return [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(date).padStart(2, '0')].join('-');
}
