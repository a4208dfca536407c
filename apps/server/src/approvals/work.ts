// My work today: whose turn it is, read from the derived tasks as they stood on the asked day.
import type { MyWork, WorkItem } from '@zhenghe/contract/approvals';
import type { Dataset } from '@zhenghe/contract/kernel';
import type { CaseState, TaskKind } from '@zhenghe/engine/approvals';
import { addWorkingDays, type Bilingual, type Day, workingDaysBetween } from '@zhenghe/engine/kernel';
import { type RawBuilder, sql } from 'kysely';
import type { Context } from '../platform/api.ts';
import type { Database } from '../platform/database.ts';
import { officialCalendar } from './calendar.ts';
import { unitOfCard } from './record.ts';
import type { Wiring } from './subject.ts';

interface TaskRow {
  readonly noun: string;
  readonly id: string;
  readonly kind: TaskKind;
  readonly state: CaseState;
  readonly unit: string;
  readonly unitName: Bilingual;
  readonly since: Day;
  readonly due: Day | null;
}

interface Asked {
  readonly dataset: Dataset;
  readonly on: Day;
}

const most = 50;
/** What is due within these working days stands apart from what can wait. */
const soon = 5;
const lists = ['late', 'returned', 'due', 'waitingOnMe', 'waitingOnOthers', 'stuck'] as const;
type List = (typeof lists)[number];
type Condition = RawBuilder<unknown>;

export async function myWork(context: Context, wiring: Wiring, asked: Asked): Promise<MyWork> {
  const { db, caller } = context;
  const unit = unitOfCard(caller.card);
  if (unit === null) return { late: none, returned: none, due: none, waitingOnMe: none, waitingOnOthers: none, stuck: none };
  const leads = caller.card?.role === 'province' || caller.card?.role === 'city';
  const where = conditions(unit, { ...asked, lent: await hasLent(db, unit, asked.on), leads });
  const totals = await countTasks(db, asked, where);
  const rows = await Promise.all(lists.map((list) => (totals[list] > 0 ? listTasks(db, asked, list, where[list]) : [])));
  const titles = await described(db, wiring, rows.flat());
  const listOf = (list: List) => ({
    total: totals[list],
    items: (rows[lists.indexOf(list)] ?? []).map((row) => itemOf(row, asked.on, titles)),
  });
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

/** Whether anybody lets the unit act in its stead on that day: seldom, and dear to ask of each task. */
async function hasLent(db: Database, unit: string, on: Day): Promise<boolean> {
  const { rows } = await sql<{ lent: boolean }>`
    select exists (select 1 from approval_actions where kind = 'delegate' and to_unit = ${unit}
      and acted_on <= ${on}::date and due >= ${on}::date) as lent`.execute(db);
  return rows[0]?.lent ?? false;
}

function conditions(
  unit: string,
  { dataset, on, lent, leads }: Asked & { readonly lent: boolean; readonly leads: boolean },
): Readonly<Record<List, Condition>> {
  const near = addWorkingDays(officialCalendar, on, soon);
  const instead = sql`exists (
    select 1 from approval_actions l where l.kind = 'delegate' and l.to_unit = ${unit} and l.noun = t.noun and l.subject = t.subject
      and l.unit = t.unit and l.acted_on <= ${on}::date and l.due >= ${on}::date)`;
  const mine = lent ? sql`(t.unit = ${unit} or ${instead})` : sql`t.unit = ${unit}`;
  const handed = sql`select noun, subject from approval_actions
    where unit = ${unit} and kind in ('submit', 'accept', 'return') and acted_on <= ${on}::date`;
  const asking = sql`select noun, subject from approval_tasks
    where dataset = ${dataset} and unit = ${unit} and kind in ('review', 'decide') and not ready
      and valid_from <= ${on}::date and (valid_to is null or valid_to > ${on}::date)`;
  return {
    late: sql`${mine} and t.due < ${on}::date`,
    returned: sql`${mine} and t.kind = 'mend' and (t.due is null or t.due >= ${on}::date)`,
    due: sql`${mine} and t.kind <> 'mend' and t.ready and t.due >= ${on}::date and t.due <= ${near}::date`,
    waitingOnMe: sql`${mine} and t.kind <> 'mend' and t.ready and (t.due is null or t.due > ${near}::date)`,
    waitingOnOthers: sql`not ${mine} and (t.noun, t.subject) in (${handed} union ${asking})`,
    stuck: leads ? sql`t.unit <> ${unit} and starts_with(t.jurisdiction, ${unit.replace(/(00){1,2}$/, '')})` : sql`false`,
  };
}

const standing = ({ dataset, on }: Asked) =>
  sql`t.dataset = ${dataset} and t.valid_from <= ${on}::date and (t.valid_to is null or t.valid_to > ${on}::date)`;

async function countTasks(db: Database, asked: Asked, where: Readonly<Record<List, Condition>>): Promise<Readonly<Record<List, number>>> {
  const count = (list: List) => sql`(select count(*)::int from approval_tasks t where ${standing(asked)} and ${where[list]})`;
  const { rows } = await sql<Record<List, number>>`
    select ${count('late')} as late, ${count('returned')} as returned, ${count('due')} as due, ${count('waitingOnMe')} as "waitingOnMe",
      ${count('waitingOnOthers')} as "waitingOnOthers", ${count('stuck')} as stuck`.execute(db);
  return rows[0] ?? { late: 0, returned: 0, due: 0, waitingOnMe: 0, waitingOnOthers: 0, stuck: 0 };
}

async function listTasks(db: Database, asked: Asked, list: List, where: Condition): Promise<readonly TaskRow[]> {
  const order = list === 'stuck' ? sql`t.since, t.subject` : sql`t.due, t.since, t.subject`;
  const { rows } = await sql<TaskRow>`
    select t.noun, t.subject as id, t.kind, t.state, t.unit, t.unit_name as "unitName", t.since::text as since, t.due::text as due
    from approval_tasks t where ${standing(asked)} and ${where} order by ${order} limit ${most}`.execute(db);
  return rows;
}

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
