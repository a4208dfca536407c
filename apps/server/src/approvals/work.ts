// My work today: whose turn it is, read from the derived tasks as they stood on the asked day.
import type { MyWork, WorkItem } from '@zhenghe/contract/approvals';
import type { Dataset } from '@zhenghe/contract/kernel';
import { addWorkingDays, type Day, workingDaysBetween } from '@zhenghe/engine/kernel';
import type { Context } from '../platform/api.ts';
import type { Database } from '../platform/database.ts';
import { sharedRead } from '../platform/shared-read.ts';
import { officialCalendar } from './calendar.ts';
import { unitOfCard } from './record.ts';
import type { Wiring } from './subject.ts';
import { type List, lists, listWork, type TaskRow, type WorkAsked } from './work-rows.ts';

interface Asked {
  readonly dataset: Dataset;
  readonly on: Day;
}

/** What is due within these working days stands apart from what can wait. */
const soon = 5;

export async function myWork({ db, caller }: Context, wiring: Wiring, asked: Asked): Promise<MyWork> {
  const unit = unitOfCard(caller.card);
  if (unit === null) return { late: none, returned: none, due: none, waitingOnMe: none, waitingOnOthers: none, stuck: none };
  const leads = caller.card?.role === 'province' || caller.card?.role === 'city' ? unit.replace(/(00){1,2}$/, '') : null;
  const all = { dataset: asked.dataset, on: asked.on, unit, leads, near: addWorkingDays(officialCalendar, asked.on, soon) };
  return sharedRead(db, `work ${JSON.stringify(all)}`, () => workOf(db, wiring, all));
}

async function workOf(db: Database, wiring: Wiring, asked: WorkAsked): Promise<MyWork> {
  const found = await listWork(db, asked);
  const titles = await described(
    db,
    wiring,
    lists.flatMap((list) => found[list].rows),
  );
  const listOf = (list: List) => ({ total: found[list].total, items: found[list].rows.map((row) => itemOf(row, asked.on, titles)) });
  return {
    late: listOf('late'),
    returned: listOf('returned'),
    due: listOf('due'),
    waitingOnMe: listOf('waitingOnMe'),
    waitingOnOthers: listOf('waitingOnOthers'),
    stuck: listOf('stuck'),
  };
}

const none = { total: 0, items: [] };

type Titles = ReadonlyMap<string, { readonly title: string; readonly place: string; readonly link: string }>;

async function described(db: Database, wiring: Wiring, rows: readonly TaskRow[]): Promise<Titles> {
  const titles = new Map<string, { title: string; place: string; link: string }>();
  for (const [noun, { subject }] of Object.entries(wiring)) {
    const ids = [...new Set(rows.filter((row) => row.noun === noun).map(({ id }) => id))];
    for (const [id, found] of ids.length > 0 ? await subject.describe(db, ids) : []) {
      titles.set(`${noun}/${id}`, { ...found, link: subject.link(id) });
    }
  }
  return titles;
}

function itemOf({ noun, id, kind, state, unit, unitName, since, due }: TaskRow, on: Day, titles: Titles): WorkItem {
  const found = titles.get(`${noun}/${id}`);
  return {
    noun,
    id,
    title: found?.title ?? id,
    place: found?.place ?? '',
    link: found?.link ?? '/',
    state,
    task: kind,
    unit: { id: unit, name: unitName },
    since,
    due,
    daysLeft: due === null ? null : workingDaysBetween(officialCalendar, on, due),
    daysHeld: Math.max(0, workingDaysBetween(officialCalendar, since, on)),
  };
}
