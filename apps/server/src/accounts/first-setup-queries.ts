// SQL of a first set-up in bulk: what stands of units, people and offices, and what an undone set-up closes.
import { sql } from 'kysely';
import type { Database } from '../platform/database.ts';
import type { NewUnit } from './office-queries.ts';

export interface SetupUnit {
  readonly id: string;
  readonly kind: NewUnit['kind'];
  readonly name: string;
  readonly parent: string | null;
  readonly jurisdiction: string;
  readonly function: string | null;
}

export interface SetupPerson {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly ended: boolean;
  /** Signed in for the first time, with a password of one's own. */
  readonly active: boolean;
}

export interface SetupOffice {
  readonly personId: string;
  readonly unitId: string;
  readonly role: string;
}

export interface SetupStanding {
  readonly units: readonly SetupUnit[];
  readonly people: readonly SetupPerson[];
  /** Granted, or waiting for a decision, and not ended. */
  readonly offices: readonly SetupOffice[];
}

export async function setupStanding(db: Database): Promise<SetupStanding> {
  const [units, people, offices] = await Promise.all([
    sql<SetupUnit>`select id, kind, name, parent, jurisdiction, function from units where valid_to is null`.execute(db),
    sql<SetupPerson>`select p.id, p.login, p.name, p.ended_on is not null as ended, not s.must_change as active
      from people p join people_secrets s on s.person_id = p.id`.execute(db),
    sql<SetupOffice>`select person_id as "personId", unit_id as "unitId", role from offices
      where granted is not false and (valid_to is null or valid_to > valid_from and valid_to > current_date)`.execute(db),
  ]);
  return { units: units.rows, people: people.rows, offices: offices.rows };
}

/** Changes with whatever is done to any unit, person or office. */
export async function setupState(db: Database): Promise<string> {
  const { rows } = await sql<{ state: string }>`
    select md5(concat_ws('|',
      (select string_agg(concat_ws(' ', id, name, function, valid_to), ',' order by id) from units),
      (select string_agg(concat_ws(' ', p.id, p.name, p.ended_on, s.password_set_at), ',' order by p.id)
        from people p join people_secrets s on s.person_id = p.id),
      (select string_agg(concat_ws(' ', id, granted, valid_to), ',' order by id) from offices))) as state`.execute(db);
  return rows[0]?.state ?? '';
}

/** What was done to accounts after that moment, by whom: for who comes too late. */
export async function setupChanges(db: Database, at: string): Promise<readonly { readonly kind: string; readonly name: string }[]> {
  const { rows } = await sql<{ kind: string; name: string }>`
    select 'unit' as kind, name from units where recorded_at > ${at}::timestamptz
    union all select 'person', p.name from people p join people_secrets s on s.person_id = p.id
      where p.recorded_at > ${at}::timestamptz or s.password_set_at > ${at}::timestamptz
    union all select 'office', p.name from offices o join people p on p.id = o.person_id
      where o.proposed_at > ${at}::timestamptz or o.decided_at > ${at}::timestamptz
    limit 20`.execute(db);
  return rows;
}

export async function reopenPerson(tx: Database, id: string, name: string): Promise<void> {
  await sql`update people set ended_on = null, name = ${name} where id = ${id}`.execute(tx);
}

export interface SetupWritten {
  readonly units: readonly string[];
  readonly people: readonly string[];
  readonly offices: readonly string[];
}

/** What was built on a set-up since: a decided office, a person who has signed in, a unit that others use. */
export async function builtOn(tx: Database, { units, people, offices }: SetupWritten): Promise<readonly { kind: string; name: string }[]> {
  const { rows } = await sql<{ kind: string; name: string }>`
    select 'office' as kind, p.name from offices o join people p on p.id = o.person_id
      where o.id = any(${[...offices]}) and o.granted is not null
    union all select 'person', p.name from people p join people_secrets s on s.person_id = p.id
      where p.id = any(${[...people]}) and not s.must_change
    union all select 'person', p.name from offices o join people p on p.id = o.person_id
      where o.person_id = any(${[...people]}) and not o.id = any(${[...offices]}) and (o.valid_to is null or o.valid_to > o.valid_from)
    union all select 'unit', u.name from units u where u.id = any(${[...units]}) and (
      exists (select from offices o where o.unit_id = u.id and not o.id = any(${[...offices]}) and (o.valid_to is null or o.valid_to > o.valid_from))
      or exists (select from units c where c.parent = u.id and c.valid_to is null and not c.id = any(${[...units]})))
    limit 20`.execute(tx);
  return rows;
}

/** Nothing is deleted: offices never held, accounts never opened, units of one day without a function. */
export async function closeSetup(tx: Database, { units, people, offices }: SetupWritten, on: string): Promise<void> {
  await sql`update offices set valid_to = valid_from where id = any(${[...offices]})`.execute(tx);
  await sql`update people set ended_on = ${on} where id = any(${[...people]}) and ended_on is null`.execute(tx);
  await sql`update units set function = null, valid_to = greatest(${on}::date, valid_from + 1)
    where id = any(${[...units]}) and valid_to is null`.execute(tx);
}
