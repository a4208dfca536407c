// `npm test`: everything, on a fresh clone: code checks, unit, law cases, properties, integration on real PostgreSQL,
// browser journeys. `npm test -- unit|check|e2e` runs a part. Ends with one line "N passed, N failed".
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium } from './chromium.mjs';
import { findGdal } from './gdal.mjs';
import { install, isInstalled } from './install.mjs';

const wanted = new Set(process.argv.slice(2));
const wants = (part) => wanted.size === 0 || wanted.has(part);
const out = mkdtempSync(join(tmpdir(), 'zhenghe-test-'));
// All that tests, browser and server put down lies in here and goes with it. Open to enter, as PostgreSQL runs as another user under root.
chmodSync(out, 0o711);
process.env.TMPDIR = out;
const total = { passed: 0, failed: 0 };

const say = (text) => console.log(`\n▸ ${text}`);
const npx = (name, args, env = {}) =>
  spawnSync('npx', ['--no-install', name, ...args], { stdio: 'inherit', env: { ...process.env, ...env } }).status === 0;

function count(passed, failed) {
  total.passed += passed;
  total.failed += failed;
}

/** Child with our output; answers its exit code. */
function run(program, args) {
  return spawnSync(program, args, { stdio: 'inherit' }).status ?? 1;
}

function checks() {
  say('code: format, types, arrows, unused, house rules');
  const ok = spawnSync(process.execPath, ['scripts/check.mjs'], { stdio: 'inherit' }).status === 0;
  count(ok ? 1 : 0, ok ? 0 : 1);
}

function vitest() {
  say('unit, law cases, properties, integration (vitest)');
  findGdal(say);
  const report = join(out, 'vitest.json');
  const ok = npx('vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]);
  const { numPassedTests, numFailedTests } = readReport(report, { numPassedTests: 0, numFailedTests: 1 });
  count(numPassedTests, ok ? 0 : Math.max(numFailedTests, 1));
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
    const { stats } = readReport(report, { stats: { expected: 0, unexpected: 1 } });
    count(stats.expected, ok ? 0 : Math.max(stats.unexpected, 1));
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

function readReport(path, otherwise) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : otherwise;
}

try {
  if (!isInstalled(process.cwd())) await install(process.cwd(), run);
  if (wants('check')) checks();
  if (wants('unit')) vitest();
  if (wants('e2e')) await journeys();
} catch (fault) {
  console.error(`\n${fault.message}`);
  total.failed += 1;
} finally {
  rmSync(out, { recursive: true, force: true });
}
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;
