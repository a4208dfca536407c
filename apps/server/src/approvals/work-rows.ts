// The tasks of a work list, read in one statement: how many each list holds, and the first of each. Tasks that stand read partial
// indexes that end with a task; those that ended after the asked day are few unless one looks far back.
import type { Dataset } from '@zhenghe/contract/kernel';
import type { CaseState, TaskKind } from '@zhenghe/engine/approvals';
import type { Bilingual, Day } from '@zhenghe/engine/kernel';
import { type RawBuilder, sql } from 'kysely';
import type { Database } from '../platform/database.ts';

export const lists = ['late', 'returned', 'due', 'waitingOnMe', 'waitingOnOthers', 'stuck'] as const;
export type List = (typeof lists)[number];

export interface TaskRow {
  readonly noun: string;
  readonly id: string;
  readonly kind: TaskKind;
  readonly state: CaseState;
  readonly unit: string;
  readonly unitName: Bilingual;
  readonly since: Day;
  readonly due: Day | null;
}

export interface WorkAsked {
  readonly dataset: Dataset;
  readonly on: Day;
  /** What is due up to and with this day stands apart from what can wait. */
  readonly near: Day;
  readonly unit: string;
  /** Beginning of the codes of the places whose standstill the unit is told; null when it leads nobody. */
  readonly leads: string | null;
}

type Condition = RawBuilder<unknown>;
type Found = Readonly<Record<List, { readonly total: number; readonly rows: readonly TaskRow[] }>>;

const most = 50;

/** What is seldom, and dear to plan and to ask of each task: looked for only once it is known to be there. */
interface Seldom {
  /** Somebody lets the unit act in its stead on that day. */
  readonly lent: boolean;
  /** Tasks stood on that day that have ended since. */
  readonly ended: boolean;
}

export async function listWork(db: Database, asked: WorkAsked): Promise<Found> {
  const { lent, ended, ...found } = await read(db, asked, { lent: false, ended: false });
  return lent || ended ? read(db, asked, { lent, ended }) : found;
}

async function read(db: Database, asked: WorkAsked, seldom: Seldom): Promise<Found & Seldom> {
  const { dataset, on, unit } = asked;
  const where = conditions(asked, seldom);
  const shown = lists.flatMap((list) => (where[list] ? [{ list, where: where[list] }] : []));
  const totals = sql.join(shown.map((one) => sql`${total(asked, one, seldom)} as ${sql.ref(one.list)}`));
  const answers = sql.join(
    shown.map((one) => sql`${sql.lit(one.list)}, json_build_object('total', ${sql.ref(one.list)}, 'rows', ${first(asked, one, seldom)})`),
  );
  const { rows } = await sql<{ found: Partial<Found> & Seldom }>`
    with ended as materialized (
      select * from approval_tasks where dataset = ${dataset} and valid_to > ${on}::date and valid_from <= ${on}::date
    ), counted as materialized (select ${totals})
    select json_build_object(${answers}, 'ended', exists (select from ended), 'lent', exists (
      select from approval_actions where kind = 'delegate' and to_unit = ${unit} and acted_on <= ${on}::date and due >= ${on}::date
    )) as found from counted`.execute(db);
  return { ...nothing, ...rows[0]?.found };
}

const empty = { total: 0, rows: [] };
const nothing = {
  late: empty,
  returned: empty,
  due: empty,
  waitingOnMe: empty,
  waitingOnOthers: empty,
  stuck: empty,
  lent: false,
  ended: false,
};

interface Shown {
  readonly list: List;
  readonly where: Condition;
}

const standing = ({ dataset, on }: WorkAsked) => sql`t.dataset = ${dataset} and t.valid_to is null and t.valid_from <= ${on}::date`;

function total(asked: WorkAsked, { where }: Shown, { ended }: Seldom): Condition {
  const open = sql`(select count(*) from approval_tasks t where ${standing(asked)} and ${where})`;
  return ended ? sql`${open} + (select count(*) from ended t where ${where})` : open;
}

/** Nothing is looked for in a list that holds nothing. */
function first(asked: WorkAsked, { list, where }: Shown, { ended }: Seldom): Condition {
  const order = list === 'stuck' ? sql`t.since, t.subject` : sql`t.latest, t.since, t.subject`;
  const open = sql`select * from approval_tasks t where ${standing(asked)} and ${where} order by ${order} limit ${most}`;
  const both = sql`select * from ((${open}) union all (select * from ended t where ${where})) t order by ${order} limit ${most}`;
  return sql`case when ${sql.ref(list)} = 0 then '[]'::json else (
    select json_agg(json_build_object('noun', t.noun, 'id', t.subject, 'kind', t.kind, 'state', t.state, 'unit', t.unit,
      'unitName', t.unit_name, 'since', t.since, 'due', t.due) order by ${order}) from (${ended ? both : open}) t) end`;
}

function conditions({ unit, dataset, on, near, leads }: WorkAsked, { lent, ended }: Seldom): Readonly<Record<List, Condition | null>> {
  const instead = sql`exists (
    select from approval_actions l where l.kind = 'delegate' and l.to_unit = ${unit} and l.noun = t.noun and l.subject = t.subject
      and l.unit = t.unit and l.acted_on <= ${on}::date and l.due >= ${on}::date)`;
  const mine = lent ? sql`(t.unit = ${unit} or ${instead})` : sql`t.unit = ${unit}`;
  const asks = sql`unit = ${unit} and not ready and kind in ('review', 'decide')`;
  const handed = sql`select noun, subject from approval_actions
      where unit = ${unit} and kind in ('submit', 'accept', 'return') and acted_on <= ${on}::date
    union select noun, subject from approval_tasks where dataset = ${dataset} and valid_to is null and valid_from <= ${on}::date and ${asks}`;
  return {
    late: sql`${mine} and t.latest < ${on}::date`,
    returned: sql`${mine} and t.kind = 'mend' and t.latest >= ${on}::date`,
    due: sql`${mine} and t.kind <> 'mend' and t.ready and t.latest >= ${on}::date and t.latest <= ${near}::date`,
    waitingOnMe: sql`${mine} and t.kind <> 'mend' and t.ready and t.latest > ${near}::date`,
    waitingOnOthers: sql`not ${mine} and (t.noun, t.subject) in (${handed} ${ended ? sql`union select noun, subject from ended where ${asks}` : sql``})`,
    stuck: leads === null ? null : sql`t.unit <> ${unit} and starts_with(t.jurisdiction, ${leads})`,
  };
}
