// All SQL of the definitions. Proposals and decisions are only inserted.
import type { DefinitionKind as Kind } from '@zhenghe/contract/definitions';
import type { Dataset } from '@zhenghe/contract/kernel';
import type { Day } from '@zhenghe/engine/kernel';
import { type RawBuilder, sql } from 'kysely';
import type { Database } from '../platform/database.ts';
import type { BodyOf, Decision, Drafted, Proposal } from './record.ts';

const columns = sql`p.id, p.dataset, p.kind, p.code, p.base, p.from_day::text as "from", p.title, p.body, p.sha256, p.reason,
  p.proposed_on::text as "on", p.unit, p.person, p.recorded_by as by,
  case when d.proposal_id is not null then json_build_object('decision', d.decision, 'version', d.version, 'from', d.in_force_from::text,
    'reason', d.reason, 'on', d.decided_on::text, 'person', d.person, 'by', d.recorded_by) end as decided`;

async function draftedWhere(db: Database, where: RawBuilder<unknown>): Promise<readonly Drafted[]> {
  const { rows } = await sql<Drafted>`
    select ${columns} from definition_proposals p left join definition_decisions d on d.proposal_id = p.id
    where ${where} order by p.seq desc`.execute(db);
  return rows;
}

export interface DefinitionsAsked {
  readonly dataset: Dataset;
  readonly kind?: Kind | undefined;
  readonly code?: string | undefined;
}

/** Newest first. */
export function listDrafted(db: Database, { dataset, kind, code }: DefinitionsAsked): Promise<readonly Drafted[]> {
  const ofKind = kind === undefined ? sql`true` : sql`p.kind = ${kind}`;
  const ofCode = code === undefined ? sql`true` : sql`p.code = ${code}`;
  return draftedWhere(db, sql`p.dataset = ${dataset} and ${ofKind} and ${ofCode}`);
}

export async function findDrafted(db: Database, id: string): Promise<Drafted | null> {
  return (await draftedWhere(db, sql`p.id = ${id}`))[0] ?? null;
}

/** Holds the definitions of a data set against other writers until the transaction ends: what one version says, another rests on. */
export async function hold(tx: Database, dataset: Dataset): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`definitions/${dataset}`}, 0))`.execute(tx);
}

export interface Newest {
  readonly id: string;
  readonly version: number;
  readonly title: Proposal['title'];
}

/** The version put in force last, whatever its day; null where only a pack, or nothing, has the code. */
export async function findNewest(db: Database, of: Pick<Proposal, 'dataset' | 'kind' | 'code'>): Promise<Newest | null> {
  const { rows } = await sql<Newest>`
    select p.id, d.version, p.title from definition_decisions d join definition_proposals p on p.id = d.proposal_id
    where d.dataset = ${of.dataset} and d.kind = ${of.kind} and d.code = ${of.code} and d.decision = 'put-in-force'
    order by d.version desc limit 1`.execute(db);
  return rows[0] ?? null;
}

/** Days after that one on which something else comes into force: a draft has to hold on each of them. */
export async function listDaysAfter(db: Database, dataset: Dataset, day: Day): Promise<readonly Day[]> {
  const { rows } = await sql<{ day: Day }>`
    select distinct in_force_from::text as day from definition_decisions
    where dataset = ${dataset} and decision = 'put-in-force' and in_force_from > ${day}::date order by 1`.execute(db);
  return rows.map((row) => row.day);
}

export interface InForce<K extends Kind = Kind> {
  readonly id: string;
  readonly code: string;
  readonly version: number;
  readonly from: Day;
  readonly body: BodyOf<K>;
}

export interface InForceAsked<K extends Kind = Kind> {
  readonly dataset: Dataset;
  readonly kind: K;
  readonly on: Day;
}

const standing = ({ dataset, kind, on }: InForceAsked) => sql`
  select distinct on (d.code) d.proposal_id as id, d.code, d.version, d.in_force_from::text as "from"
  from definition_decisions d
  where d.dataset = ${dataset} and d.kind = ${kind} and d.decision = 'put-in-force' and d.in_force_from <= ${on}::date
  order by d.code, d.version desc`;

/** One for each code, by code: of those whose day has come, the version decided last. Codes that only packs have are not there. */
export async function listInForce<K extends Kind>(db: Database, asked: InForceAsked<K>): Promise<readonly InForce<K>[]> {
  const { rows } = await sql<InForce<K>>`
    select s.id, s.code, s.version, s."from", p.body from (${standing(asked)}) s join definition_proposals p on p.id = s.id
    order by s.code`.execute(db);
  return rows;
}

/** The ids alone, in the order of codes: what was made from the same ids is the same. */
export async function listInForceIds(db: Database, asked: InForceAsked): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`select s.id from (${standing(asked)}) s order by s.code`.execute(db);
  return rows.map(({ id }) => id);
}

export async function insertProposal(tx: Database, proposal: Proposal): Promise<void> {
  const { id, dataset, kind, code, base, from, title, body, sha256, reason, on, unit, person, by } = proposal;
  await sql`
    insert into definition_proposals (id, dataset, kind, code, base, from_day, title, body, sha256, reason, proposed_on, unit, person,
      recorded_by)
    values (${id}, ${dataset}, ${kind}, ${code}, ${base}, ${from}, ${JSON.stringify(title)}::jsonb, ${JSON.stringify(body)}::json,
      ${sha256}, ${reason}, ${on}, ${unit}, ${person}, ${JSON.stringify(by)}::jsonb)`.execute(tx);
}

export async function insertDecision(tx: Database, of: Proposal, decided: Decision): Promise<void> {
  const { decision, version, from, reason, on, person, by } = decided;
  await sql`
    insert into definition_decisions (proposal_id, dataset, kind, code, decision, version, in_force_from, reason, decided_on, person,
      recorded_by)
    values (${of.id}, ${of.dataset}, ${of.kind}, ${of.code}, ${decision}, ${version}, ${from}, ${reason}, ${on}, ${person},
      ${JSON.stringify(by)}::jsonb)`.execute(tx);
}

export async function deleteDefinitions(tx: Database, dataset: 'training'): Promise<void> {
  await sql`delete from definition_proposals where dataset = ${dataset}`.execute(tx);
}
