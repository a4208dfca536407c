// All SQL of the cases. Cases and actions are only inserted; the tasks are derived from them and written anew with each action.
import type { Dataset } from '@zhenghe/contract/kernel';
import type { Action } from '@zhenghe/engine/approvals';
import type { Day } from '@zhenghe/engine/kernel';
import { sql } from 'kysely';
import type { Database } from '../platform/database.ts';
import type { CaseHead, CaseKey, TaskSpan, WrittenAction } from './record.ts';
import { taskSpans, unitName } from './record.ts';

const head = sql`noun, subject as id, dataset, jurisdiction, workflow, opened_on::text as "openedOn"`;

export async function findCase(db: Database, { noun, id }: CaseKey): Promise<CaseHead | null> {
  const { rows } = await sql<CaseHead>`select ${head} from approval_cases where noun = ${noun} and subject = ${id}`.execute(db);
  return rows[0] ?? null;
}

/** The same, held against everyone else who acts in it until the transaction ends. */
export async function findCaseToChange(tx: Database, { noun, id }: CaseKey): Promise<CaseHead | null> {
  const { rows } = await sql<CaseHead>`
    select ${head} from approval_cases where noun = ${noun} and subject = ${id} for update`.execute(tx);
  return rows[0] ?? null;
}

type ActionRow = { readonly [K in keyof WrittenAction]: WrittenAction[K] | null };

const action = sql`json_build_object('seq', seq, 'kind', kind, 'on', acted_on, 'unit', unit, 'by', by_unit, 'version', version,
  'sha256', sha256, 'actor', acted_by - 'hand', 'hand', coalesce(acted_by ->> 'hand', acted_by ->> 'card'), 'stance', stance, 'text', words, 'paper', paper, 'to', to_unit, 'due', due, 'reasons', reasons,
  'recordedAt', recorded_at)`;

/** The whole record, oldest first. */
export async function listActions(db: Database, { noun, id }: CaseKey): Promise<readonly WrittenAction[]> {
  const { rows } = await sql<{ action: ActionRow }>`
    select ${action} as action from approval_actions where noun = ${noun} and subject = ${id} order by seq`.execute(db);
  return rows.map((row) => written(row.action));
}

export interface CaseRecord {
  readonly head: CaseHead;
  readonly actions: readonly WrittenAction[];
}

/** The case with its whole record, in one statement. */
export async function findCaseRecord(db: Database, { noun, id }: CaseKey): Promise<CaseRecord | null> {
  const { rows } = await sql<CaseHead & { actions: readonly ActionRow[] | null }>`
    select ${head}, (
      select json_agg(${action} order by seq) from approval_actions a where a.noun = c.noun and a.subject = c.subject
    ) as actions
    from approval_cases c where noun = ${noun} and subject = ${id}`.execute(db);
  return rows.map(({ actions, ...kept }) => ({ head: kept, actions: (actions ?? []).map(written) }))[0] ?? null;
}

/** Every case of a noun and data set with what was done by the end of a day; not yet opened ones are left out. */
export async function listCases(
  db: Database,
  asked: { readonly noun: string; readonly dataset: Dataset; readonly asOf: Day; readonly within?: string },
): Promise<readonly CaseRecord[]> {
  const { rows } = await sql<CaseHead & { actions: readonly ActionRow[] | null }>`
    select ${head}, (
      select json_agg(${action} order by seq) from approval_actions a
      where a.noun = c.noun and a.subject = c.subject and a.acted_on <= ${asked.asOf}::date
    ) as actions
    from approval_cases c
    where noun = ${asked.noun} and dataset = ${asked.dataset} and opened_on <= ${asked.asOf}::date
      and starts_with(jurisdiction, ${asked.within ?? ''})`.execute(db);
  return rows.map(({ actions, ...kept }) => ({ head: kept, actions: (actions ?? []).map(written) }));
}

/** JSON's null is the engine's absent. */
function written(row: ActionRow): WrittenAction {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as unknown as WrittenAction;
}

export async function insertCases(tx: Database, heads: readonly CaseHead[]): Promise<void> {
  if (heads.length === 0) return;
  const rows = heads.map(({ id, openedOn, ...kept }) => ({ ...kept, subject: id, opened_on: openedOn }));
  await sql`
    insert into approval_cases (noun, subject, dataset, jurisdiction, workflow, opened_on)
    select noun, subject, dataset, jurisdiction, workflow, opened_on
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as t (noun text, subject text, dataset text, jurisdiction text,
      workflow jsonb, opened_on date)`.execute(tx);
}

export async function insertActions(tx: Database, cases: readonly CaseRecord[]): Promise<void> {
  const rows = cases.flatMap(({ head: { noun, id, dataset }, actions }) => actions.map((one) => actionRow({ noun, id, dataset }, one)));
  if (rows.length === 0) return;
  await sql`
    insert into approval_actions (noun, subject, seq, dataset, kind, unit, by_unit, version, sha256, acted_on, acted_by,
      stance, words, paper, to_unit, due, reasons)
    select noun, subject, seq, dataset, kind, unit, by_unit, version, sha256, acted_on, acted_by,
      stance, words, paper, to_unit, due, reasons
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as t (noun text, subject text, seq int, dataset text, kind text, unit text,
      by_unit text, version int, sha256 text, acted_on date, acted_by jsonb, stance text, words text, paper text, to_unit text,
      due date, reasons jsonb)`.execute(tx);
}

function actionRow(key: CaseKey & { readonly dataset: Dataset }, one: WrittenAction) {
  return {
    noun: key.noun,
    subject: key.id,
    dataset: key.dataset,
    seq: one.seq,
    kind: one.kind,
    unit: one.unit,
    by_unit: one.by,
    version: one.version,
    sha256: one.sha256,
    acted_on: one.on,
    // The person behind the card, where another hand is asked for; a person may hold two offices of one unit.
    acted_by: one.hand === undefined || one.hand === one.actor.card ? one.actor : { ...one.actor, hand: one.hand },
    stance: one.stance ?? null,
    words: one.text ?? null,
    paper: one.paper ?? null,
    to_unit: one.to ?? null,
    due: one.due ?? null,
    reasons: one.reasons ?? [],
  };
}

/** Writes the derived tasks of these cases anew from all their actions. */
export async function writeTasks(tx: Database, cases: readonly { readonly head: CaseHead; readonly actions: readonly Action[] }[]) {
  if (cases.length === 0) return;
  const keys = cases.map(({ head: { noun, id } }) => ({ noun, subject: id }));
  await sql`
    delete from approval_tasks t using jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) as k (noun text, subject text)
    where t.noun = k.noun and t.subject = k.subject`.execute(tx);
  const rows = cases.flatMap((one) => taskSpans(one.head, one.actions).map((span) => taskRow(one.head, span)));
  await sql`
    insert into approval_tasks (noun, subject, dataset, jurisdiction, kind, unit, unit_name, state, since, due, ready, valid_from, valid_to)
    select noun, subject, dataset, jurisdiction, kind, unit, unit_name, state, since, due, ready, valid_from, valid_to
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as t (noun text, subject text, dataset text, jurisdiction text, kind text,
      unit text, unit_name jsonb, state text, since date, due date, ready boolean, valid_from date, valid_to date)`.execute(tx);
}

function taskRow({ noun, id, dataset, jurisdiction, workflow }: CaseHead, { from, to, ...task }: TaskSpan) {
  return {
    ...task,
    unit_name: unitName({ workflow }, task.unit),
    noun,
    subject: id,
    dataset,
    jurisdiction,
    valid_from: from,
    valid_to: to,
  };
}

export async function deleteCases(tx: Database, dataset: 'training'): Promise<void> {
  await sql`delete from approval_cases where dataset = ${dataset}`.execute(tx);
}
