// All SQL of the plans. Versions and actions are only inserted; where a plan stands is folded by the engine.

import type { Dataset } from '@zhenghe/contract/kernel';
import { planFromWire } from '@zhenghe/contract/plan-wire';
import { Plan as PlanFile } from '@zhenghe/contract/plans';
import type { CaseStanding } from '@zhenghe/engine/approvals';
import type { Bilingual, Day } from '@zhenghe/engine/kernel';
import { type Plan, type PlanStanding, type PlanState, planStanding, type VersionAction } from '@zhenghe/engine/plans';
import { sql } from 'kysely';
import type { Actor } from '../accounts/index.ts';
import { listCases, standingOf, unitName } from '../approvals/index.ts';
import type { Database } from '../platform/database.ts';
import { findSourceFile, type SourceFile } from '../platform/source-files.ts';
import type { PlanCounts } from './checking.ts';
import { type NewPlan, type NewVersionAction, planHash } from './record.ts';

/** With the name of the unit that holds it; null to whoever may not know it, the holder of what is published being its place. */
export interface HeldStanding extends Omit<PlanStanding, 'holder'> {
  readonly holder: Bilingual | null;
}

/** One line of the list: a plan as it stood at the end of the asked day. */
export interface PlanLine {
  readonly id: string;
  readonly dataset: Dataset;
  readonly code: string;
  readonly jurisdiction: string;
  readonly title: string;
  readonly standing: HeldStanding;
  readonly zones: number;
  readonly parks: number;
  readonly areaBefore: string | null;
  readonly areaAfter: string | null;
  readonly blocking: number;
  readonly unknown: number;
}

interface LineRow extends Omit<PlanLine, 'standing'> {
  readonly version: number;
  readonly recordedOn: Day;
  readonly inForceFrom: Day | null;
  readonly history: readonly VersionAction[];
}

/**
 * Every plan the caller may see of a data set as of a day; `within` is a jurisdiction's code prefix, '3307' for a city with its
 * counties. Whoever may not read the case reads what is published: the version in force, else one open to the public.
 */
export async function listPlans(db: Database, dataset: Dataset, asOf: Day, within = ''): Promise<readonly PlanLine[]> {
  const { rows } = await sql<LineRow>`
    select p.id, p.dataset, p.code, p.jurisdiction, v.title, v.version, v.zones, v.parks, v.blocking, v.unknown,
      v.recorded_on::text as "recordedOn", f.from_day::text as "inForceFrom",
      v.area_before::text as "areaBefore", v.area_after::text as "areaAfter", a.history
    from plans p
    left join approval_cases c on c.noun = 'plans' and c.subject = p.id
    join lateral (
      select max(version) as newest, max(version) filter (where not exists (
          select from plans_in_force f where f.plan_id = p.id and f.version = plan_actions.version)) as open,
        json_agg(json_build_object('kind', kind, 'version', version, 'on', acted_on) order by seq) as history
      from plan_actions where plan_id = p.id and acted_on <= ${asOf}::date
    ) a on a.newest is not null
    left join lateral (
      select version, from_day from plans_in_force
      where plan_id = p.id and from_day <= ${asOf}::date order by from_day desc, version desc limit 1
    ) f on true
    join plan_versions v on v.plan_id = p.id and v.version = case when c.subject is null then coalesce(f.version, a.open) else a.newest end
    where p.dataset = ${dataset} and starts_with(p.jurisdiction, ${within})
    order by p.jurisdiction, p.code`.execute(db);
  const cases = await listCases(db, { noun: 'plans', dataset, asOf, within });
  const standings = new Map(cases.map(({ head, actions }) => [head.id, standingOf(head, actions)]));
  return rows.map(({ history, version, recordedOn, inForceFrom, ...line }) => {
    const ofCase = standings.get(line.id);
    return { ...line, standing: ofCase ? folded(line.id, history, ofCase) : published({ version, recordedOn, inForceFrom }) };
  });
}

function folded(id: string, history: readonly VersionAction[], ofCase: CaseStanding): HeldStanding {
  const standing = planStanding(history, ofCase);
  if (!standing) throw new PlanHistoryFault(`plan ${id} has no version`);
  return { ...standing, holder: unitName(ofCase, standing.holder) };
}

/** As it stands to whoever may not know more. */
function published({ version, recordedOn, inForceFrom }: Pick<LineRow, 'version' | 'recordedOn' | 'inForceFrom'>): HeldStanding {
  return { state: inForceFrom === null ? 'draft' : 'approved', version, since: inForceFrom ?? recordedOn, holder: null };
}

/** Thrown when a stored plan lacks what every plan has: our bug, never a user's mistake. */
export class PlanHistoryFault extends Error {}

export interface PlanHead {
  readonly id: string;
  readonly dataset: Dataset;
  readonly code: string;
  readonly jurisdiction: string;
}

export async function findPlan(db: Database, id: string): Promise<PlanHead | null> {
  const { rows } = await sql<PlanHead>`select id, dataset, code, jurisdiction from plans where id = ${id}`.execute(db);
  return rows[0] ?? null;
}

/** Holds a place against another plan being begun for it until the transaction ends. */
export async function holdPlace(tx: Database, { dataset, jurisdiction }: Pick<PlanHead, 'dataset' | 'jurisdiction'>): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`plans-of/${dataset}/${jurisdiction}`}, 0))`.execute(tx);
}

/** The plan of a place; the oldest where there are several. */
export async function findPlanOf(
  db: Database,
  { dataset, jurisdiction }: Pick<PlanHead, 'dataset' | 'jurisdiction'>,
): Promise<PlanHead | null> {
  const { rows } = await sql<PlanHead>`
    select id, dataset, code, jurisdiction from plans where dataset = ${dataset} and jurisdiction = ${jurisdiction} order by id limit 1`.execute(
    db,
  );
  return rows[0] ?? null;
}

/** The same, with the plan held against other writers until the transaction ends. */
export async function findPlanToChange(tx: Database, id: string): Promise<PlanHead | null> {
  const { rows } = await sql<PlanHead>`select id, dataset, code, jurisdiction from plans where id = ${id} for update`.execute(tx);
  return rows[0] ?? null;
}

export interface WrittenVersion extends VersionAction {
  readonly by: Actor;
  readonly note: string | null;
  /** The file it was imported from. */
  readonly source: { readonly name: string; readonly size: number; readonly sha256: string } | null;
  readonly recordedAt: string;
}

/** How the versions came about, oldest first. */
export async function listVersionActions(db: Database, id: string): Promise<readonly WrittenVersion[]> {
  const { rows } = await sql<WrittenVersion>`
    select a.kind, a.version, a.acted_on::text as "on", a.acted_by as by, a.note, to_json(a.recorded_at) #>> '{}' as "recordedAt",
      case when s.sha256 is not null then json_build_object('name', s.name, 'size', s.size, 'sha256', s.sha256) end as source
    from plan_actions a left join source_files s on s.sha256 = a.source_sha256
    where a.plan_id = ${id} order by a.seq`.execute(db);
  return rows;
}

export interface PlanVersion {
  readonly version: number;
  readonly plan: Plan;
  readonly sha256: string;
  readonly by: Bilingual;
}

export async function findVersion(db: Database, id: string, version: number): Promise<PlanVersion | null> {
  const { rows } = await sql<{ version: number; content: unknown; sha256: string; by: Actor }>`
    select version, content, sha256, recorded_by as by from plan_versions where plan_id = ${id} and version = ${version}`.execute(db);
  const row = rows[0];
  if (!row) return null;
  return { version: row.version, plan: planFromWire(PlanFile.parse(row.content)), sha256: row.sha256, by: row.by.unit };
}

/** The newest version in force that came before that one. */
export async function inForceBefore(db: Database, id: string, version: number): Promise<Plan | null> {
  const { rows } = await sql<{ version: number }>`
    select max(version)::int as version from plans_in_force where plan_id = ${id} and version < ${version} having max(version) is not null`.execute(
    db,
  );
  const [before] = rows;
  return before ? ((await findVersion(db, id, before.version))?.plan ?? null) : null;
}

export interface NewVersion extends Pick<NewPlan, 'plan' | 'on' | 'by' | 'note' | 'dataset'> {
  readonly planId: string;
  readonly version: number;
  readonly counts: PlanCounts;
}

/** Bulk insert of heads; ids and codes must be new. */
export async function insertHeads(tx: Database, heads: readonly PlanHead[]): Promise<void> {
  if (heads.length === 0) return;
  await sql`
    insert into plans (id, dataset, code, jurisdiction)
    select id, dataset, code, jurisdiction
    from jsonb_to_recordset(${JSON.stringify(heads)}::jsonb) as t (id text, dataset text, code text, jurisdiction text)`.execute(tx);
}

export async function insertVersions(tx: Database, versions: readonly NewVersion[]): Promise<void> {
  if (versions.length === 0) return;
  const rows = versions.map(({ planId, version, dataset, plan, counts, on, by, note }) => ({
    plan_id: planId,
    version,
    dataset,
    title: plan.title,
    content: plan,
    sha256: planHash(plan),
    zones: plan.zones.length,
    parks: plan.parks.length,
    ...counts,
    recorded_on: on,
    recorded_by: by,
    note: note ?? null,
  }));
  await sql`
    insert into plan_versions (plan_id, version, dataset, title, content, sha256, zones, parks, area_before, area_after,
      blocking, unknown, packs, recorded_on, recorded_by, note)
    select plan_id, version, dataset, title, content, sha256, zones, parks, area_before, area_after,
      blocking, unknown, packs, recorded_on, recorded_by, note
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as t (plan_id text, version int, dataset text, title text, content jsonb,
      sha256 text, zones int, parks int, area_before numeric, area_after numeric, blocking int, unknown int, packs jsonb,
      recorded_on date, recorded_by jsonb, note text)`.execute(tx);
}

/** Adds actions after those already written; within one plan they must come in order. The caller folds them first when people act. */
export async function appendVersionActions(tx: Database, actions: readonly NewVersionAction[]): Promise<void> {
  if (actions.length === 0) return;
  const rows = actions.map(({ planId, dataset, kind, version, on, by, note, source }, place) => ({
    place,
    plan_id: planId,
    dataset,
    kind,
    version,
    acted_on: on,
    acted_by: by,
    note: note ?? null,
    source_sha256: source ?? null,
  }));
  await sql`
    insert into plan_actions (plan_id, seq, dataset, kind, version, acted_on, acted_by, note, source_sha256)
    select t.plan_id,
      coalesce((select max(seq) from plan_actions a where a.plan_id = t.plan_id), 0) + row_number() over (partition by t.plan_id order by t.place),
      t.dataset, t.kind, t.version, t.acted_on, t.acted_by, t.note, t.source_sha256
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as t (place int, plan_id text, dataset text, kind text, version int,
      acted_on date, acted_by jsonb, note text, source_sha256 text)`.execute(tx);
}

/** What the newest version of each plan the caller may see says of land and of its place. */
export interface PlanLand {
  readonly id: string;
  readonly jurisdiction: string;
  readonly strongCounty: boolean;
  /** The set of boundaries; null while it carries none. */
  readonly boundaries: string | null;
  /** Code of a block → name of the park it came from. */
  readonly parkOfBlock: Readonly<Record<string, string>>;
}

export async function listPlanLand(db: Database, dataset: Dataset, within: string): Promise<readonly PlanLand[]> {
  const { rows } = await sql<PlanLand>`
    select distinct on (p.id) p.id, p.jurisdiction, v.content -> 'industrialStrongCounty' = 'true'::jsonb as "strongCounty",
      v.content -> 'boundaries' ->> 'sha256' as boundaries,
      case when v.content ? 'boundaries' then (
        select coalesce(jsonb_object_agg(b ->> 'code', k ->> 'name'), '{}'::jsonb)
        from jsonb_array_elements(v.content -> 'blocks') b
        join jsonb_array_elements(v.content -> 'parks') k on k ->> 'code' = b ->> 'park') else '{}'::jsonb end as "parkOfBlock"
    from plans p join plan_versions v on v.plan_id = p.id
    where p.dataset = ${dataset} and starts_with(p.jurisdiction, ${within})
    order by p.id, v.version desc`.execute(db);
  return rows;
}

/** Titles and places of many. */
export async function listTitles(db: Database, ids: readonly string[]): Promise<readonly { id: string; title: string; place: string }[]> {
  const { rows } = await sql<{ id: string; title: string; place: string }>`
    select distinct on (p.id) p.id, v.title, p.jurisdiction as place
    from plans p join plan_versions v on v.plan_id = p.id
    where p.id = any(${ids}) order by p.id, v.version desc`.execute(db);
  return rows;
}

/** The file a version was imported from; null when it was not. */
export async function findSource(db: Database, id: string, version: number): Promise<SourceFile | null> {
  const { rows } = await sql<{ sha256: string }>`
    select source_sha256 as sha256 from plan_actions
    where plan_id = ${id} and version = ${version} and source_sha256 is not null order by seq limit 1`.execute(db);
  return rows[0] ? findSourceFile(db, rows[0].sha256) : null;
}

/** All training plans with their versions and actions, and the files that only they were read from. */
export async function deleteTrainingPlans(tx: Database): Promise<void> {
  await sql`delete from plans where dataset = 'training'`.execute(tx);
  await sql`delete from source_files s where not exists (select from plan_actions a where a.source_sha256 = s.sha256)
      and not exists (select from boundary_readings r where r.file_sha256 = s.sha256)
      and not exists (select from boundary_sets b where b.source_sha256 = s.sha256)
      and not exists (select from statistics_evidence e where e.sha256 = s.sha256)`.execute(tx);
}

/** The newest version's number; null where there is no plan. */
export async function latestVersion(db: Database, id: string): Promise<number | null> {
  const { rows } = await sql<{ latest: number | null }>`
    select max(version)::int as latest from plan_versions where plan_id = ${id}`.execute(db);
  return rows[0]?.latest ?? null;
}

/** Plans that have no case yet: those recorded before there were cases. */
export async function listWithoutCase(db: Database): Promise<readonly (PlanHead & { readonly openedOn: Day })[]> {
  const { rows } = await sql<PlanHead & { openedOn: Day }>`
    select p.id, p.dataset, p.code, p.jurisdiction, min(a.acted_on)::text as "openedOn"
    from plans p join plan_actions a on a.plan_id = p.id
    where not exists (select 1 from approval_cases c where c.noun = 'plans' and c.subject = p.id)
    group by p.id`.execute(db);
  return rows;
}

export async function putInForce(
  tx: Database,
  row: {
    readonly planId: string;
    readonly dataset: Dataset;
    readonly version: number;
    readonly on: Day;
    readonly paper: string | null;
    readonly sha256: string;
  },
): Promise<void> {
  await sql`
    insert into plans_in_force (plan_id, dataset, version, from_day, paper, sha256)
    values (${row.planId}, ${row.dataset}, ${row.version}, ${row.on}::date, ${row.paper}, ${row.sha256})`.execute(tx);
}

/** Versions in force, with the day from which each is; the oldest first. Open to everyone. */
export async function listInForce(db: Database, id: string): Promise<readonly { version: number; from: Day }[]> {
  const { rows } = await sql<{ version: number; from: Day }>`
    select version, from_day::text as "from" from plans_in_force where plan_id = ${id} order by from_day, version`.execute(db);
  return rows;
}

/** Which versions were approved, by whom and since when; the oldest first. Open to everyone. */
export async function listApprovals(db: Database, id: string): Promise<readonly { version: number; on: Day; by: Bilingual }[]> {
  const { rows } = await sql<{ version: number; on: Day; by: Bilingual }>`
    select version, acted_on::text as "on", unit as by from plan_approvals(${id})`.execute(db);
  return rows;
}

/** Other places that have a plan, and the zones they keep; a draft counts at most the quota of its place. The same for every caller. */
export async function countZonesElsewhere(
  db: Database,
  asked: Pick<PlanHead, 'dataset' | 'jurisdiction'> & { readonly on: Day; readonly quotas: Readonly<Record<string, number | null>> },
): Promise<{ readonly places: number; readonly zones: number }> {
  const { rows } = await sql<{ places: number; zones: number }>`
    select places, zones
    from zones_planned_elsewhere(${asked.dataset}, ${asked.on}::date, ${asked.jurisdiction}, ${JSON.stringify(asked.quotas)}::jsonb)`.execute(
    db,
  );
  return rows[0] ?? { places: 0, zones: 0 };
}

/** How many plans stood at each step in places whose codes begin so. The same for every caller. */
export async function countStates(
  db: Database,
  { dataset, asOf, within }: { readonly dataset: Dataset; readonly asOf: Day; readonly within: string },
): Promise<ReadonlyMap<PlanState, number>> {
  const { rows } = await sql<{ state: PlanState; plans: number }>`
    select state, plans from counted_plans(${dataset}, ${asOf}::date, ${within})`.execute(db);
  return new Map(rows.map(({ state, plans }) => [state, plans]));
}

/** sha256 of each version of these plans, by 'id version'. */
export async function listHashes(db: Database, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ key: string; sha256: string }>`
    select plan_id || ' ' || version as key, sha256 from plan_versions where plan_id = any(${ids})`.execute(db);
  return new Map(rows.map(({ key, sha256 }) => [key, sha256]));
}
