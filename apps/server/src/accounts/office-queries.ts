// Units and offices: all SQL of these tables.
import type { RoleCard, Unit, unitKinds } from '@zhenghe/contract/accounts';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Database } from '../platform/database.ts';

export type UnitRecord = z.infer<typeof Unit>;

const unitColumns = sql`id, kind, function, coalesce(case_unit, case when kind in ('province', 'city', 'county') then jurisdiction end) as "caseUnit",
  name, parent, jurisdiction, valid_from as "from", valid_to as "to"`;

/** Units that exist on that day, from the top down; `query` is part of a name. */
export async function listUnits(db: Database, on: string, query = ''): Promise<UnitRecord[]> {
  const { rows } = await sql<UnitRecord>`select ${unitColumns} from units
    where valid_from <= ${on} and (valid_to is null or valid_to > ${on}) and (${query} = '' or position(${query} in name) > 0)
    order by jurisdiction, parent nulls first, kind, name, id`.execute(db);
  return rows;
}

export async function findUnit(db: Database, id: string): Promise<UnitRecord | null> {
  const { rows } = await sql<UnitRecord>`select ${unitColumns} from units where id = ${id}`.execute(db);
  return rows[0] ?? null;
}

export interface NewUnit {
  readonly id: string;
  readonly kind: (typeof unitKinds)[number];
  readonly name: string;
  readonly function?: string | null;
  readonly parent: string | null;
  readonly jurisdiction: string;
  readonly from: string;
  readonly to?: string | null;
  readonly source: string;
}

/** Units that are there already stay as they are: people may have worked on them. */
export async function insertUnits(tx: Database, units: readonly NewUnit[]): Promise<number> {
  const rows = units.map(({ from, to = null, ...rest }) => ({ ...rest, valid_from: from, valid_to: to }));
  await sql`insert into units (id, kind, name, function, parent, jurisdiction, valid_from, valid_to, source)
    select id, kind, name, function, parent, jurisdiction, valid_from, valid_to, source
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as t (id text, kind text, name text, function text, parent text, jurisdiction text,
      valid_from date, valid_to date, source text)
    on conflict (id) do nothing`.execute(tx);
  return rows.length;
}

/** The department that has that function in that place on some day from then on. */
export async function findDepartment(db: Database, place: string, duty: string, from: string): Promise<UnitRecord | null> {
  const { rows } = await sql<UnitRecord>`select ${unitColumns} from units
    where jurisdiction = ${place} and function = ${duty} and (valid_to is null or valid_to > ${from}) limit 1`.execute(db);
  return rows[0] ?? null;
}

/** Departments of one function in one place are added one after the other; the trigger of 0078 takes the same lock. */
export async function holdFunction(tx: Database, place: string, duty: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`units ${place}/${duty}`}, 0))`.execute(tx);
}

export async function endUnitOn(tx: Database, id: string, on: string): Promise<void> {
  await sql`update units set valid_to = ${on} where id = ${id} and valid_to is null`.execute(tx);
}

export async function unitInUse(tx: Database, id: string, on: string): Promise<boolean> {
  const { rows } = await sql`select 1 as one from offices where unit_id = ${id} and granted is not false
      and (valid_to is null or valid_to > ${on})
    union all select 1 from units where parent = ${id} and (valid_to is null or valid_to > ${on}) limit 1`.execute(tx);
  return rows.length > 0;
}

export interface OfficeRecord {
  readonly id: string;
  readonly personId: string;
  readonly personName: string;
  readonly unitId: string;
  readonly unitName: string;
  /** As cases name the unit, where the role is the unit's own kind. */
  readonly caseUnit: string | null;
  readonly jurisdiction: string;
  readonly role: RoleCard['role'];
  readonly from: string;
  readonly to: string | null;
  readonly granted: boolean | null;
  readonly proposerId: string | null;
  readonly proposedBy: string | null;
  readonly decidedBy: string | null;
}

const officeColumns = sql`o.id, o.person_id as "personId", p.name as "personName", o.unit_id as "unitId", u.name as "unitName",
  case when u.kind = o.role then u.case_unit end as "caseUnit", u.jurisdiction, o.role, o.valid_from as "from", o.valid_to as "to", o.granted, o.proposed_by as "proposerId",
  pp.name as "proposedBy", dp.name as "decidedBy"`;
const joined = sql`offices o join people p on p.id = o.person_id join units u on u.id = o.unit_id
  left join people pp on pp.id = o.proposed_by left join people dp on dp.id = o.decided_by`;

export async function listOffices(db: Database): Promise<readonly OfficeRecord[]> {
  const { rows } = await sql<OfficeRecord>`select ${officeColumns} from ${joined}
    order by o.granted nulls first, u.jurisdiction, p.name, o.valid_from desc`.execute(db);
  return rows;
}

/** Granted offices that hold on that day. */
export async function officesOn(db: Database, person: string, on: string): Promise<readonly OfficeRecord[]> {
  const { rows } = await sql<OfficeRecord>`select ${officeColumns} from ${joined}
    where o.person_id = ${person} and o.granted and o.valid_from <= ${on} and (o.valid_to is null or o.valid_to > ${on})
    order by o.valid_from, o.id`.execute(db);
  return rows;
}

export async function allOfficesOf(db: Database, person: string): Promise<readonly OfficeRecord[]> {
  const { rows } = await sql<OfficeRecord>`select ${officeColumns} from ${joined} where o.person_id = ${person} and o.granted`.execute(db);
  return rows;
}

export async function findOffice(db: Database, id: string): Promise<OfficeRecord | null> {
  const { rows } = await sql<OfficeRecord>`select ${officeColumns} from ${joined} where o.id = ${id}`.execute(db);
  return rows[0] ?? null;
}

/** For a decision: nobody else decides it at the same time. */
export async function holdOffice(tx: Database, id: string): Promise<OfficeRecord | null> {
  await sql`select from offices where id = ${id} for update`.execute(tx);
  return findOffice(tx, id);
}

export interface NewOffice {
  readonly id: string;
  readonly personId: string;
  readonly unitId: string;
  readonly role: RoleCard['role'];
  readonly from: string;
  readonly to: string | null;
  /** Null only for the first two administrators. */
  readonly proposedBy: string | null;
}

export async function insertOffice(tx: Database, office: NewOffice): Promise<void> {
  const { id, personId, unitId, role, from, to, proposedBy } = office;
  const setup = proposedBy === null;
  await sql`insert into offices (id, person_id, unit_id, role, valid_from, valid_to, origin, proposed_by, granted)
    values (${id}, ${personId}, ${unitId}, ${role}, ${from}, ${to}, ${setup ? 'setup' : 'granted'}, ${proposedBy}, ${setup ? true : null})`.execute(
    tx,
  );
}

export async function decideOffice(tx: Database, id: string, by: string, granted: boolean): Promise<void> {
  await sql`update offices set granted = ${granted}, decided_by = ${by}, decided_at = now() where id = ${id}`.execute(tx);
}

export async function endOfficeOn(tx: Database, id: string, on: string): Promise<void> {
  await sql`update offices set valid_to = greatest(${on}::date, valid_from) where id = ${id}`.execute(tx);
}

export async function countAdminsOn(tx: Database, role: string, on: string): Promise<number> {
  const { rows } = await sql<{
    count: number;
  }>`select count(distinct o.person_id) as count from offices o join people p on p.id = o.person_id
    where o.role = ${role} and o.granted and p.ended_on is null and o.valid_from <= ${on}
      and (o.valid_to is null or o.valid_to > ${on})`.execute(tx);
  return rows[0]?.count ?? 0;
}
