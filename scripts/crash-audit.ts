// `node --import tsx scripts/crash-audit.ts [rounds]`: kill -9 of the server or of PostgreSQL while plans are saved, again and again.
// After each round: every acknowledged save is there, every saved version has its audit entry and the other way round. At the end
// the log is exported and verified. Works on 127.0.0.1 and in a directory of its own, and stops by itself.
import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { exportLog } from '../apps/server/src/audit/export.ts';
import { verifyFile } from '../apps/server/src/audit/verify-file.ts';
import { withDatabase } from '../apps/server/src/platform/borrow.ts';
import { openSigner } from '../apps/server/src/platform/signing.ts';

const main = fileURLToPath(new URL('../apps/server/src/main.ts', import.meta.url));
const planId = 'training-330726';
const longestRoundMs = 400_000;

interface Running {
  readonly child: ChildProcess;
  readonly address: string;
}

export interface CrashReport {
  readonly rounds: number;
  readonly acknowledged: number;
  /** Written though the answer was lost: allowed, but never without its entry. */
  readonly unanswered: number;
  readonly problems: readonly string[];
}

export async function crashAudit(rounds: number, say: (line: string) => void): Promise<CrashReport> {
  const home = mkdtempSync(join(tmpdir(), 'zhenghe-crash-'));
  chmodSync(home, 0o755);
  const acknowledged = new Set<string>();
  const problems: string[] = [];
  let running: Running | null = null;
  try {
    for (let round = 1; round <= rounds; round += 1) {
      running = await start(home);
      problems.push(...(await lost(running.address, acknowledged)));
      const victim = round % 2 === 1 ? 'server' : 'PostgreSQL';
      const saved = await saveUntilKilled(running, home, victim, round);
      for (const title of saved) acknowledged.add(title);
      running = null;
      say(`round ${round}: killed the ${victim} after ${saved.length} acknowledged saves, ${problems.length} problems so far`);
    }
    return { rounds, acknowledged: acknowledged.size, ...(await finish(home, acknowledged, problems)), problems };
  } finally {
    if (running) await ended(running.child, 'SIGTERM');
    rmSync(home, { recursive: true, force: true });
  }
}

function start(home: string): Promise<Running> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, ZHENGHE_HOME: home, PORT: '0', ZHENGHE_PROFILE: 'demo', HOST: '127.0.0.1', DATABASE_URL: '' };
    const child = spawn(process.execPath, ['--import', 'tsx', main], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    const hear = (text: Buffer) => {
      said += text;
      const address = /Ready in .*(http:\S+)/.exec(said)?.[1];
      if (address) resolve({ child, address });
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('close', () => reject(new Error(`the server did not become ready:\n${said}`)));
    setTimeout(() => child.kill('SIGTERM'), longestRoundMs).unref();
  });
}

function ended(child: ChildProcess, signal: NodeJS.Signals | null): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once('close', () => resolve());
    if (signal) child.kill(signal);
  });
}

/** Saves as fast as it is answered, until the kill ends it. Answers the titles that were acknowledged. */
async function saveUntilKilled({ child, address }: Running, home: string, victim: string, round: number): Promise<readonly string[]> {
  const cookie = await countyClerk(address);
  const saved: string[] = [];
  const kill = async () => {
    await wait(100 + ((round * 377) % 1500));
    if (victim === 'server') child.kill('SIGKILL');
    else process.kill(Number.parseInt(readFileSync(join(home, 'postgres/postmaster.pid'), 'utf8'), 10), 'SIGKILL');
  };
  // The first save warms the server up; from the second on the kill may come at any moment.
  saved.push(await firstSave(address, cookie, `round ${round} save 0`));
  const killing = kill();
  killing.catch(() => undefined); // Told where it is awaited, not while a save is under way.
  for (let count = 1; ; count += 1) {
    const title = `round ${round} save ${count}`;
    if ((await save(address, cookie, title).catch(String)) !== null) break;
    saved.push(title);
  }
  await killing;
  await ended(child, null);
  return saved;
}

/** On a machine with much else to do the first answer may be late: that is no loss, so it is asked again, and the reason kept. */
async function firstSave(address: string, cookie: string, title: string): Promise<string> {
  const reasons: string[] = [];
  while (reasons.length < 3) {
    const reason = await save(address, cookie, title).catch(String);
    if (reason === null) return title;
    reasons.push(reason);
  }
  throw new Error(`the server saves nothing even before anything is killed: ${reasons.join('; ')}`);
}

async function countyClerk(address: string): Promise<string> {
  const answer = await post(address, '/api/session/role', { card: 'county' }, '');
  return answer.headers.get('set-cookie')?.split(';')[0] ?? '';
}

interface Detail {
  readonly version: number;
  readonly plan: { readonly title: string };
}

async function detailOf(answer: Response): Promise<Detail> {
  const detail: Detail = JSON.parse(await answer.text());
  return detail;
}

/** Null when it was acknowledged, else why not. */
async function save(address: string, cookie: string, title: string): Promise<string | null> {
  const got = await fetch(`${address}/api/plans/${planId}?on=2021-06-10`, { headers: { cookie } });
  if (!got.ok) return `read ${got.status}`;
  const { version, plan } = await detailOf(got);
  const answer = await post(
    address,
    `/api/plans/${planId}/versions`,
    { basedOn: version, plan: { ...plan, title }, on: '2021-06-10' },
    cookie,
  );
  if (!answer.ok) return `save ${answer.status} ${await answer.text()}`;
  return (await detailOf(answer)).plan.title === title ? null : 'another plan was answered';
}

function post(address: string, path: string, body: object, cookie: string): Promise<Response> {
  const headers = { 'content-type': 'application/json', origin: address, cookie };
  return fetch(`${address}${path}`, { method: 'POST', headers, body: JSON.stringify(body), signal: AbortSignal.timeout(60_000) });
}

/** The newest acknowledged save must be the newest version, or one that came after it without an answer. */
async function lost(address: string, acknowledged: ReadonlySet<string>): Promise<readonly string[]> {
  const newest = [...acknowledged].at(-1);
  if (newest === undefined) return [];
  const got = await fetch(`${address}/api/plans/${planId}?on=2021-06-10`, { headers: { cookie: await countyClerk(address) } });
  if (!got.ok) return [`after "${newest}" the plan is answered with ${got.status}`];
  const { title } = (await detailOf(got)).plan;
  const follows = /^(round \d+) save (\d+)$/.exec(newest);
  return title === newest || title === `${follows?.[1]} save ${Number(follows?.[2]) + 1}` ? [] : [`after "${newest}" stands "${title}"`];
}

/** Through the database itself: versions and entries one to one, and the log whole. */
async function finish(home: string, acknowledged: ReadonlySet<string>, problems: string[]): Promise<Pick<CrashReport, 'unanswered'>> {
  const env = { ...process.env, ZHENGHE_HOME: home, ZHENGHE_PROFILE: 'demo', DATABASE_URL: '' };
  return withDatabase(
    () => undefined,
    async ({ db }) => {
      const versions = await db
        .selectFrom('plan_versions')
        .select(['title', 'sha256'])
        .where('plan_id', '=', planId)
        .where('version', '>', 1)
        .execute();
      const entries = await db.selectFrom('audit_entries').select('after_sha256').where('object', '=', `plans/${planId}`).execute();
      const titles = new Set(versions.map((version) => version.title));
      const told = entries.map((entry) => entry.after_sha256).sort();
      for (const title of acknowledged) if (!titles.has(title)) problems.push(`acknowledged and lost: ${title}`);
      if (JSON.stringify(told) !== JSON.stringify(versions.map((version) => version.sha256).sort()))
        problems.push(`${versions.length} versions and ${told.length} audit entries do not fit`);
      const file = join(home, 'log.jsonl');
      await exportLog(db, openSigner(home), file);
      for (const finding of (await verifyFile(file)).findings) problems.push(finding.message.en);
      return { unanswered: versions.length - acknowledged.size };
    },
    env,
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const report = await crashAudit(Number(process.argv[2] ?? 100), console.log);
  const { rounds, acknowledged, unanswered, problems } = report;
  console.log(
    `${rounds} rounds: ${acknowledged} acknowledged saves, ${unanswered} more written without an answer, ${problems.length} problems`,
  );
  for (const problem of problems) console.log(`  ${problem}`);
  process.exitCode = problems.length > 0 ? 1 : 0;
}
