// `npm test`: everything, on a fresh clone: code checks, unit, law cases, properties, integration on real PostgreSQL,
// browser journeys. `npm test -- unit|check|e2e` runs a part. Ends with what failed, by name, and one line "N passed, N failed".
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium } from './chromium.mjs';
import { findGdal } from './gdal.mjs';
import { install, isInstalled } from './install.mjs';
import { readJourneys, readReport, toldFailures } from './reports.mjs';

const wanted = new Set(process.argv.slice(2));
const wants = (part) => wanted.size === 0 || wanted.has(part);
const out = mkdtempSync(join(tmpdir(), 'zhenghe-test-'));
// All that tests, browser and server put down lies in here and goes with it. Open to enter, as PostgreSQL runs as another user under root.
chmodSync(out, 0o711);
process.env.TMPDIR = out;
const total = { passed: 0, failures: [] };

const say = (text) => console.log(`\n▸ ${text}`);
const npx = (name, args, env = {}) =>
  spawnSync('npx', ['--no-install', name, ...args], { stdio: 'inherit', env: { ...process.env, ...env } }).status === 0;

/** Counts what a part reported; one that failed without naming anything is itself what failed. */
function count(part, ok, report) {
  const failures = report?.failures ?? [];
  total.passed += report?.passed ?? 0;
  total.failures.push(...failures);
  if (!ok && failures.length === 0) total.failures.push({ name: part, why: report ? 'named nothing' : 'ended before it had a report' });
}

/** Child with our output; answers its exit code. */
function run(program, args) {
  return spawnSync(program, args, { stdio: 'inherit' }).status ?? 1;
}

function checks() {
  say('code: format, types, arrows, unused, house rules');
  const report = join(out, 'check.json');
  const env = { ...process.env, ZHENGHE_TEST_REPORT: report };
  const ok = spawnSync(process.execPath, ['scripts/check.mjs'], { stdio: 'inherit', env }).status === 0;
  count('npm run check', ok, readReport(report));
}

function vitest() {
  say('unit, law cases, properties, integration (vitest)');
  findGdal(say);
  const report = join(out, 'vitest.json');
  const ok = npx('vitest', ['run'], { ZHENGHE_TEST_REPORT: report });
  count('vitest', ok, readReport(report));
}

async function journeys() {
  say('browser journeys (Playwright)');
  const chromium = findChromium(say);
  const server = await startServer();
  const report = join(out, 'playwright.json');
  try {
    const ok = npx('playwright', ['test', '--reporter=list,json'], {
      ZHENGHE_URL: server.url,
      ZHENGHE_CHROMIUM: chromium,
      PLAYWRIGHT_JSON_OUTPUT_NAME: report,
    });
    count('playwright', ok, readJourneys(report));
  } finally {
    await server.stop();
  }
}

/** A server of its own, on a free port, with its own state folder; what it prints is shown when it fails to start. */
function startServer() {
  const home = join(out, 'home');
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    env: { ...process.env, ZHENGHE_HOME: home, PORT: '7390', ZHENGHE_PROFILE: 'demo', DATABASE_URL: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const stop = () => {
    child.kill('SIGINT');
    return ended;
  };
  return new Promise((resolve, reject) => {
    let printed = '';
    const timer = setTimeout(() => stop().then(() => reject(new Error(`the server did not come up in 180 s:\n${printed}`))), 180_000);
    const read = (chunk) => {
      printed += chunk;
      const address = /https?:\/\/127\.0\.0\.1:\d+/.exec(printed);
      if (address) {
        clearTimeout(timer);
        resolve({ url: address[0], stop });
      }
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`the server ended with ${code} before it was up:\n${printed}`));
    });
  });
}

try {
  if (!isInstalled(process.cwd())) await install(process.cwd(), run);
  if (wants('check')) checks();
  if (wants('unit')) vitest();
  if (wants('e2e')) await journeys();
} catch (fault) {
  console.error(`\n${fault.message}`);
  total.failures.push({ name: 'npm test', why: fault.message });
} finally {
  rmSync(out, { recursive: true, force: true });
}
// Last, as the end of a long log is what is looked at first.
console.log(toldFailures(total.failures));
console.log(`\n${total.passed} passed, ${total.failures.length} failed`);
process.exitCode = total.failures.length > 0 ? 1 : 0;
