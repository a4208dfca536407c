// A row in each table that the training province leaves empty, so that a restore is tested on every table there is.
import { sql } from 'kysely';
import { sealWhenDue } from './audit/index.ts';
import type { Database } from './platform/database.ts';
import { openSigner } from './platform/signing.ts';

const hash = (seed: string) => sql`encode(sha256(${seed}::bytea), 'hex')`;
/** Awkward on purpose: quotes, line ends, characters beyond the first plane. */
const awkward = '训练 "𠮷"\n\\x00 \'--';

export async function fillEmptyTables(db: Database, home: string): Promise<void> {
  await people(db);
  await identities(db);
  await sessions(db);
  await imports(db);
  await paper(db);
  await boundaries(db);
  await planner(db);
  await definitions(db);
  await statistics(db);
  await sql`insert into zone_act_shares (dataset, from_zone, to_zone, act_id, share)
    select a.dataset, a.zone_id, b.zone_id, a.act_id, 0.123456789012345678901 from zone_act_parties a
    join zone_act_parties b using (act_id) where a.side = 'from' and b.side = 'to' limit 1`.execute(db);
  await sealWhenDue(db, openSigner(home));
}

async function people(db: Database): Promise<void> {
  await sql`insert into people (id, login, name, added_on) values ('p1', 'anquan', ${awkward}, '2021-01-01'), ('p2', 'xitong', '乙', '2021-01-01'),
    ('p3', 'jingban', '丙', '2021-01-02')`.execute(db);
  await sql`insert into people_secrets (person_id, password_hash, must_change, totp_step) values ('p1', '$argon2id$x', false, 9007199254740993)`.execute(
    db,
  );
  await sql`insert into password_history (person_id, password_hash) values ('p1', '$argon2id$y')`.execute(db);
  await sql`insert into recovery_codes (person_id, code_sha256) values ('p1', ${hash('a')})`.execute(db);
  await sql`insert into sign_in_failures (key, failures, last_at) values ('10.0.0.1', 3, now())`.execute(db);
  await sql`insert into setup_tokens (token_sha256, expires_at, used_at) values (${hash('b')}, now(), now())`.execute(db);
  await sql`insert into account_settings (content, set_by) values ('{"idleMinutes": 15}', 'p1')`.execute(db);
  await sql`insert into offices (id, person_id, unit_id, role, valid_from, origin, granted)
    select 'o1', 'p1', id, 'security-admin', '2021-01-01'::date, 'setup', true from units where parent is null`.execute(db);
  await sql`insert into offices (id, person_id, unit_id, role, valid_from, origin, proposed_by)
    select 'o2', 'p3', id, 'county', '2021-01-02'::date, 'granted', 'p2' from units where jurisdiction = '330726' limit 1`.execute(db);
  // Decided and ended: rows that their own triggers would not take as they are now.
  await sql`update offices set granted = true, decided_by = 'p1', decided_at = now(), valid_to = '2021-03-01' where id = 'o2'`.execute(db);
}

async function identities(db: Database): Promise<void> {
  await sql`insert into people_identities (id, issuer, subject, person_id, invited_by) values ('i1', 'https://id.example', ${awkward}, 'p1', 'p2')`.execute(
    db,
  );
  await sql`insert into identity_invitations (token_sha256, person_id, invited_by, expires_at) values (${hash('c')}, 'p1', 'p2', now())`.execute(
    db,
  );
}

async function sessions(db: Database): Promise<void> {
  await sql`insert into account_sessions (id, token_sha256, person_id, office_id, began_at, last_seen_at, address, agent, identity_id, vouched)
    values ('s1', ${hash('d')}, 'p1', 'o1', now(), now(), '10.0.0.1', ${awkward}, 'i1', true)`.execute(db);
  await sql`insert into identity_flows (state_sha256, browser_sha256, sealed, purpose, session_id, back)
    values (${hash('e')}, ${hash('f')}, 'x', 'proof', 's1', '/me')`.execute(db);
}

async function imports(db: Database): Promise<void> {
  const id = '0b8f7a4e-3c1d-4e5f-8a9b-000000000001';
  const by = sql`'{"card": "county"}'::jsonb`;
  await sql`insert into import_batches (id, dataset, kind, jurisdiction, unit, ticket, file_name, file_sha256, file_size, mapping, state, made_on, made_by)
    values (${id}, 'training', 'zones', '330726', '330726', ${hash('g')}, ${awkward}, ${hash('h')}, 3, '[]', 's', '2021-06-10', ${by})`.execute(
    db,
  );
  await sql`insert into import_files (batch_id, dataset, bytes) values (${id}, 'training', '\\x00ff10')`.execute(db);
  await sql`insert into import_rows (batch_id, seq, dataset, kind, sheet, row_number, effect, label, changes)
    values (${id}, 1, 'training', 'zones', '表', 3, 'add', ${awkward}, '[{"before": null, "after": "1.10"}]')`.execute(db);
  await sql`insert into import_steps (batch_id, seq, dataset, kind, detail, acted_by) values (${id}, 1, 'training', 'asked', '{}', ${by})`.execute(
    db,
  );
  await sql`insert into import_mappings (unit, kind, sheet, columns, recorded_by) values ('330726', 'zones', '表', '{"A": "name"}', ${by})`.execute(
    db,
  );
}

async function boundaries(db: Database): Promise<void> {
  const id = '0b8f7a4e-3c1d-4e5f-8a9b-000000000003';
  const by = sql`'{"card": "county-land"}'::jsonb`;
  const target = sql`'{"kind": "plan", "plan": "training-330182"}'::jsonb`;
  await sql`insert into boundary_readings (id, dataset, jurisdiction, target, file_sha256, file_name, stage, share, asked_on, recorded_by)
    select ${id}, 'training', '330182', ${target}, sha256, ${awkward}, 'confirm', 0.25, '2021-06-10', ${by} from source_files limit 1`.execute(
    db,
  );
  await sql`insert into boundary_drafts (id, revision, dataset, jurisdiction, target, survey_grade, content, findings, recorded_by)
    values (${id}, 1, 'training', '330182', ${target}, true, '[{"code": "b01", "at": 119.210307803}]', '[]', ${by})`.execute(db);
  await sql`insert into boundary_mappings (unit, fields, mapping) values ('330182', ${awkward}, '{"地块编号": "code"}')`.execute(db);
  await sql`insert into boundary_reports (key, dataset, jurisdiction, report) values (${hash('k')}, 'training', '330182', '{"set": "x"}')`.execute(
    db,
  );
}

async function planner(db: Database): Promise<void> {
  const run = '0b8f7a4e-3c1d-4e5f-8a9b-000000000004';
  const by = sql`'{"card": "province"}'::jsonb`;
  const { rows } = await sql<{ id: string; scope: string }>`select id, scope from planner_scenarios order by id limit 1`.execute(db);
  const { id, scope } = rows[0] ?? { id: '', scope: '' };
  await sql`insert into planner_instances (scope, hash, dataset, content) values (${scope}, ${hash('l')}, 'training', '{"x": 519.003}')`.execute(
    db,
  );
  await sql`insert into planner_runs (id, scenario_id, version, dataset, scope, kind, instance_hash, question, engine, asked_by)
    values (${run}, ${id}, 1, 'training', ${scope}, 'solve', ${hash('l')}, ${hash('m')}, ${awkward}, ${by})`.execute(db);
  await sql`insert into planner_run_steps (run_id, dataset, kind, detail) values (${run}, 'training', 'news', '{"done": 3}')`.execute(db);
  await sql`insert into planner_results (run_id, dataset, result, status, cost, zones, beside)
    values (${run}, 'training', '{"kind": "solve"}', 'optimal', 1234.5678901234567, 148, '[0.1]')`.execute(db);
  await sql`insert into planner_closings (scenario_id, dataset, reason, recorded_by) values (${id}, 'training', ${awkward}, ${by})`.execute(
    db,
  );
  await sql`insert into planner_adoptions (scenario_id, version, jurisdiction, plan_id, plan_version, dataset, made, run_id, reason, recorded_by)
    select ${id}, 1, p.jurisdiction, p.id, 1, 'training', 'version', ${run}, ${awkward}, ${by}
    from plans p where p.dataset = 'training' order by p.id limit 1`.execute(db);
}

async function statistics(db: Database): Promise<void> {
  const by = sql`'{"card": "zone"}'::jsonb`;
  const { rows } = await sql<{ id: string }>`select id from statistics_filings order by id limit 1`.execute(db);
  const filing = rows[0]?.id ?? '';
  await sql`insert into statistics_locks (dataset, form, period, locked_on, reason, recorded_by)
    values ('training', 'zone-monthly', '2021-04', '2021-06-10', ${awkward}, ${by})`.execute(db);
  await sql`insert into statistics_evidence (filing, key, sha256, name, size, recorded_by)
    select ${filing}, 'tax_revenue', sha256, ${awkward}, size, ${by} from source_files order by sha256 limit 1`.execute(db);
  await sql`insert into statistics_requests (filing, key, asked_sha256, answer)
    values (${filing}, 'request-1', ${hash('o')}, '{"value": "1.10"}')`.execute(db);
}

async function definitions(db: Database): Promise<void> {
  const by = sql`'{"card": "province"}'::jsonb`;
  const [first, second] = ['0b8f7a4e-3c1d-4e5f-8a9b-000000000005', '0b8f7a4e-3c1d-4e5f-8a9b-000000000006'];
  const add = (id: string, base: string | null) => sql`
    insert into definition_proposals (id, dataset, kind, code, base, from_day, title, body, sha256, reason, proposed_on, unit, person, recorded_by)
    values (${id}, 'training', 'indicator', 'tax_example', ${base}, '2021-07-01', '{}', '{"least": "0.10"}', ${hash('n')}, ${awkward},
      '2021-06-10', '330000', 'p1', ${by})`;
  await add(first, null).execute(db);
  await add(second, first).execute(db);
  await sql`insert into definition_decisions (proposal_id, dataset, kind, code, decision, version, in_force_from, reason, decided_on, person, recorded_by)
    values (${first}, 'training', 'indicator', 'tax_example', 'put-in-force', 1, '2021-07-01', ${awkward}, '2021-06-11', 'p2', ${by})`.execute(
    db,
  );
}

/** With bytes of its own, so that a file comes back as the code promises it. */
async function paper(db: Database): Promise<void> {
  const id = '0b8f7a4e-3c1d-4e5f-8a9b-000000000002';
  await sql`insert into documents (id, dataset, code, kind, plan_id, version, plan_sha256, packs, content, content_sha256, made_on, made_by)
    select ${id}, p.dataset, 'ABCDEFGH2345', 'plan', p.id, v.version, v.sha256, '[]', '{"n": 1.10}', ${hash('i')}, '2021-06-10', '{}'
    from plans p join plan_versions v on v.plan_id = p.id where p.dataset = 'training' order by p.id, v.version limit 1`.execute(db);
  await sql`insert into document_steps (document_id, seq, dataset, kind) values (${id}, 91, 'training', 'asked')`.execute(db);
  await sql`insert into document_files (document_id, dataset, sha256, size, name, address, bytes)
    values (${id}, 'training', ${hash('j')}, 3, ${awkward}, 'http://x', '\\x00ff10')`.execute(db);
}
