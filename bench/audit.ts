// What the audit costs a write (aim < 1 ms), and how long a stranger waits for the proof of 1,000,000 entries (aim < 30 s).
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { sql } from 'kysely';
import { sealLog } from '../apps/server/src/audit/actions.ts';
import { exportLog } from '../apps/server/src/audit/export.ts';
import { recordAudit } from '../apps/server/src/audit/index.ts';
import { verifyFile } from '../apps/server/src/audit/verify-file.ts';
import type { Database } from '../apps/server/src/platform/database.ts';
import { openSigner } from '../apps/server/src/platform/signing.ts';
import { createTestDatabase, startTestPostgres } from '../apps/server/src/platform/test-database.ts';

const writes = 2000;
const entries = 1_000_000;
const appendAimMs = 1;
const verifyAimSeconds = 30;

export async function auditLog(): Promise<string> {
  const postgres = await startTestPostgres();
  const database = await createTestDatabase(postgres);
  const folder = mkdtempSync(join(tmpdir(), 'zhenghe-bench-audit-'));
  try {
    const append = await appendMs(database.db);
    await fill(database.db);
    const signer = openSigner(folder);
    const seal = await seconds(() => sealLog(database.db, signer));
    const file = join(folder, 'log.jsonl');
    const write = await seconds(() => exportLog(database.db, signer, file));
    let whole = false;
    const used = process.cpuUsage();
    const verify = await seconds(async () => {
      whole = (await verifyFile(file, { key: signer.publicKey })).ok;
    });
    const { user, system } = process.cpuUsage(used);
    if (!whole) throw new Error('the log of the bench does not verify');
    return [
      `audit (${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.versions.node})`,
      `  append to an open transaction  ${append.toFixed(2)} ms   aim < ${appendAimMs} ms: ${append < appendAimMs ? 'met' : 'MISSED'}`,
      `  first head over ${entries} entries ${seal.toFixed(1)} s, export ${write.toFixed(1)} s, ${(statSync(file).size / 1e6).toFixed(0)} MB`,
      `  verify ${entries} entries       ${verify.toFixed(1)} s   aim < ${verifyAimSeconds} s: ${verify < verifyAimSeconds ? 'met' : 'MISSED'}`,
      `  processor time of that         ${((user + system) / 1e6).toFixed(1)} s   (other work on the machine moves it less than the clock)`,
    ].join('\n');
  } finally {
    rmSync(folder, { recursive: true, force: true });
    await database.drop();
    await postgres.stop();
  }
}

/** The middle of many: one row more in a transaction that is open anyway. */
async function appendMs(db: Database): Promise<number> {
  const caller = { profile: 'production' as const, card: null };
  const times: number[] = [];
  for (let index = 0; index < writes; index += 1) {
    await db.transaction().execute(async (tx) => {
      const began = performance.now();
      await recordAudit(tx, {
        caller,
        requestId: `b${index}`,
        dataset: 'training',
        action: 'plans/save',
        object: 'plans/b',
        before: null,
        after: null,
      });
      times.push(performance.now() - began);
    });
  }
  return times.sort((a, b) => a - b)[Math.floor(writes / 2)] ?? 0;
}

async function fill(db: Database): Promise<void> {
  await sql`set statement_timeout = 0`.execute(db);
  await sql`
    insert into audit_entries (dataset, actor, role, unit, jurisdiction, action, object, before_sha256, after_sha256, request_id)
    select 'training', 'county', 'county', '浦江县开发区整合提升工作专班', '330726', 'plans/save', 'plans/training-330726',
      encode(sha256(n::text::bytea), 'hex'), encode(sha256((n + 1)::text::bytea), 'hex'), md5(n::text)
    from generate_series(1, ${entries - writes}::int) n`.execute(db);
  await sql`vacuum analyze audit_entries`.execute(db);
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) console.log(await auditLog());
