// The official holiday and make-up lists (State Council notices, 2004 onwards) as data: npm `chinese-days`, read once.
import { workCalendar } from '@zhenghe/engine/kernel';
import lists from 'chinese-days/dist/chinese-days.json' with { type: 'json' };

export const officialCalendar = workCalendar({ holidays: Object.keys(lists.holidays), makeUps: Object.keys(lists.workdays) });
