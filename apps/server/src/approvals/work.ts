// My work today: whose turn it is, read from the derived tasks as they stood on the asked day; one query a list.
import type { MyWork, WorkItem } from '@zhenghe/contract/approvals';
import type { Dataset } from '@zhenghe/contract/kernel';
import type { CaseState, TaskKind, Workflow } from '@zhenghe/engine/approvals';
import { addWorkingDays, type Day, workingDaysBetween } from '@zhenghe/engine/kernel';
import { type RawBuilder, sql } from 'kysely';
import type { Context } from '../platform/api.ts';
import type { Database } from '../platform/database.ts';
import { unitName } from './act.ts';
import { officialCalendar } from './calendar.ts';
import { unitOfCard } from './record.ts';
import type { Wiring } from './subject.ts';

interface TaskRow {
  readonly noun: string;
  readonly id: string;
  readonly workflow: Workflow;
  readonly kind: TaskKind;
  readonly unit: string;
  readonly since: Day;
  readonly due: Day | null;
  readonly total: number;
}

const most = 100;
/** What is due within these working days stands apart from what can wait. */
const soon = 5;
const lists = ['late', 'returned', 'due', 'waitingOnMe', 'waitingOnOthers', 'stuck'] as const;

export async function myWork(context: Context, wiring: Wiring, asked: { readonly dataset: Dataset; readonly on: Day }): Promise<MyWork> {
  const { card } = context.caller;
  const unit = unitOfCard(card);
  const rows = await Promise.all(
    lists.map(async (list) => {
      const leader = card?.role === 'province' || card?.role === 'city';
      if (unit === null || (list === 'stuck' && !leader)) return [];
      return listTasks(context.db, { ...asked, where: conditions(unit, asked.on)[list], stuck: list === 'stuck' });
    }),
  );
  const titles = await described(context.db, wiring, rows.flat());
  const listOf = (index: number) => {
    const found = rows[index] ?? [];
    return { total: found[0]?.total ?? 0, items: found.map((row) => itemOf(row, asked.on, titles)) };
  };
  return { late: listOf(0), returned: listOf(1), due: listOf(2), waitingOnMe: listOf(3), waitingOnOthers: listOf(4), stuck: listOf(5) };
}

type Condition = RawBuilder<unknown>;

function conditions(unit: string, on: Day): Readonly<Record<(typeof lists)[number], Condition>> {
  const near = addWorkingDays(officialCalendar, on, soon);
  const mine = sql`(t.unit = ${unit} or exists (
    select 1 from approval_actions l where l.kind = 'delegate' and l.to_unit = ${unit} and l.noun = t.noun and l.subject = t.subject
      and l.unit = t.unit and l.acted_on <= ${on}::date and l.due >= ${on}::date))`;
  const inTime = sql`(t.due is null or t.due >= ${on}::date)`;
  const handed = sql`exists (
    select 1 from approval_actions a where a.noun = t.noun and a.subject = t.subject and a.unit = ${unit}
      and a.kind in ('submit', 'accept', 'return') and a.acted_on <= ${on}::date)`;
  const asking = sql`(t.kind = 'opine' and exists (
    select 1 from approval_tasks o where o.noun = t.noun and o.subject = t.subject and o.unit = ${unit} and o.kind in ('review', 'decide')
      and o.valid_from <= ${on}::date and (o.valid_to is null or o.valid_to > ${on}::date)))`;
  return {
    late: sql`${mine} and t.due < ${on}::date`,
    returned: sql`${mine} and t.kind = 'mend' and ${inTime}`,
    due: sql`${mine} and t.kind <> 'mend' and t.ready and t.due >= ${on}::date and t.due <= ${near}::date`,
    waitingOnMe: sql`${mine} and t.kind <> 'mend' and t.ready and (t.due is null or t.due > ${near}::date)`,
    waitingOnOthers: sql`not ${mine} and (${handed} or ${asking})`,
    stuck: sql`t.unit <> ${unit} and starts_with(t.jurisdiction, ${unit.replace(/(00){1,2}$/, '')})`,
  };
}

async function listTasks(
  db: Database,
  asked: { readonly dataset: Dataset; readonly on: Day; readonly where: Condition; readonly stuck: boolean },
): Promise<readonly TaskRow[]> {
  const order = asked.stuck ? sql`t.since, t.subject` : sql`t.due nulls last, t.since, t.subject`;
  const { rows } = await sql<TaskRow>`
    select n.*, c.workflow from (
      select t.noun, t.subject as id, t.kind, t.unit, t.since::text as since, t.due::text as due, count(*) over ()::int as total,
        row_number() over (order by ${order}) as place
      from approval_tasks t
      where t.dataset = ${asked.dataset} and t.valid_from <= ${asked.on}::date and (t.valid_to is null or t.valid_to > ${asked.on}::date)
        and ${asked.where}
      order by ${order} limit ${most}
    ) n join approval_cases c on c.noun = n.noun and c.subject = n.id
    order by n.place`.execute(db);
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

function itemOf(row: TaskRow, on: Day, titles: Titles): WorkItem {
  const { noun, id, kind, unit, since, due } = row;
  const found = titles.get(`${noun}/${id}`);
  return {
    noun,
    id,
    title: found?.title ?? id,
    place: found?.place ?? '',
    link: found?.link ?? '/',
    state: stateWith[kind](row),
    task: kind,
    unit: { id: unit, name: unitName(row, unit) },
    since,
    due,
    daysLeft: due === null ? null : workingDaysBetween(officialCalendar, on, due),
    daysHeld: Math.max(0, workingDaysBetween(officialCalendar, since, on)),
  };
}

/** The case's state follows from what is to be done; an opinion is given to a step that reviews or decides. */
const stateWith: Readonly<Record<TaskKind, (row: TaskRow) => CaseState>> = {
  draft: () => 'draft',
  mend: () => 'returned',
  review: () => 'review',
  decide: () => 'decide',
  opine: ({ workflow, unit }) => workflow.steps.find(({ unit: own }) => unit.startsWith(`${own.id}/`))?.kind ?? 'review',
};
