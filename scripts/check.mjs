// `npm run check`: everything a machine can say about the code without running it. Every step runs; all failures are told.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { houseRules } from './house-rules.mjs';

/** Fewer modules than this means the cruiser read nothing, not that the house is clean. */
const leastModules = 300;

const projects = [
  'packages/engine',
  'packages/engine/tsconfig.test.json',
  'packages/rulebook',
  'packages/contract',
  'packages/exchange',
  'apps/server',
  'apps/cli',
  'apps/web',
  '.',
];

const failures = [];

function step(name, run) {
  const started = performance.now();
  const problem = run();
  console.log(`${problem ? 'FAIL' : ' ok '} ${name} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
  if (problem) {
    console.log(problem);
    failures.push({ name, why: problem });
  }
}

function command(name, args) {
  const { status, stdout, stderr } = spawnSync('npx', ['--no-install', name, ...args], { encoding: 'utf8', maxBuffer: 1 << 28 });
  return { status, stdout, output: `${stdout}${stderr.replace(/^npm warn.*\n/gm, '')}` };
}

function passes(name, ...args) {
  const { status, output } = command(name, args);
  return status === 0 ? null : output;
}

function arrows() {
  const { stdout } = command('depcruise', ['packages', 'apps', '--config', '.dependency-cruiser.mjs', '--output-type', 'json']);
  const { summary } = JSON.parse(stdout);
  const broken = summary.violations.map((v) => `${v.rule.name}: ${v.from} → ${v.to}`);
  if (summary.totalCruised < leastModules) broken.push(`read only ${summary.totalCruised} modules, expected at least ${leastModules}`);
  return broken.join('\n') || null;
}

step('format and lint (biome)', () => passes('biome', 'check', '--error-on-warnings'));
for (const project of projects) step(`types ${project}`, () => passes('tsc', '-p', project));
step('arrows (dependency-cruiser)', arrows);
step('nothing unused (knip)', () => passes('knip'));
step('generated documents are fresh', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/docs.ts', '--check'], { encoding: 'utf8' });
  return status === 0 ? null : stdout + stderr;
});
step('house rules', () => houseRules(readFileSync).join('\n') || null);

if (failures.length > 0) {
  console.log(`\n${failures.length} failed: ${failures.map(({ name }) => name).join(', ')}`);
  process.exitCode = 1;
}
// For `npm test`, which counts all of it as one and tells at its end what failed.
if (process.env.ZHENGHE_TEST_REPORT)
  writeFileSync(process.env.ZHENGHE_TEST_REPORT, JSON.stringify({ passed: failures.length > 0 ? 0 : 1, failures }));
