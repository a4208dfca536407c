// `npm start` in a fresh clone: checks Node, installs, builds, then runs the server in this same process. Uses Node alone.
// `npm start` gives young objects 64 MB: large answers are then collected young, about a tenth less work for each (bench pivot).
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { install, isInstalled } from './install.mjs';

const began = performance.now();
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const home = resolve(process.env.ZHENGHE_HOME || join(root, '.zhenghe'));
const oldestNode = [20, 20];

/** Lies beside what it speaks of, so that deleting dist also deletes the claim that it is fresh. */
const dist = join(root, 'apps/web/dist');
const buildStamp = join(dist, '.zhenghe-built');
const webSources = ['apps/web', 'packages/engine/src', 'packages/contract/src', 'package-lock.json'];
const preparing = join(root, '.zhenghe/preparing');

let child = null;
const endEarly = () => {
  child?.kill('SIGTERM');
  rmSync(preparing, { force: true });
  process.stdout.write('\n已停止。 Stopped.\n');
  process.exit(0);
};

try {
  checkNode();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, endEarly);
  await prepare();
  await serve();
} catch (fault) {
  process.stderr.write(`\n无法启动 Cannot start: ${fault instanceof Error ? fault.message : fault}\n`);
  process.exit(1);
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])) return;
  throw new Error(
    `Node ${process.versions.node} 太旧，需要 ${oldestNode.join('.')} 或更新的版本（https://nodejs.org）。\n` +
      `Node ${process.versions.node} is too old: ${oldestNode.join('.')} or newer is needed (https://nodejs.org).`,
  );
}

async function prepare() {
  const installed = isInstalled(root);
  const sources = digest(webSources);
  if (installed && stampIn(buildStamp) === sources) return;
  takeTurn();
  try {
    if (!installed) await install(root, run);
    if (stampIn(buildStamp) !== sources) await build(sources);
  } finally {
    rmSync(preparing, { force: true });
  }
}

async function build(sources) {
  say('正在生成网页 Building the pages.');
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  // Built beside and put in place at once: a server that is running never finds the folder empty.
  const next = join(root, `.zhenghe/dist-${process.pid}`);
  if ((await run(process.execPath, [vite, 'build', 'apps/web', '--outDir', next, '--emptyOutDir', '--logLevel', 'warn'])) !== 0)
    throw new Error('网页未能生成（见上） The pages could not be built (see above).');
  writeFileSync(join(next, '.zhenghe-built'), sources);
  rmSync(dist, { recursive: true, force: true });
  renameSync(next, dist);
}

async function serve() {
  mkdirSync(home, { recursive: true });
  const { register } = await import('tsx/esm/api');
  register();
  const { main } = await import(pathToFileURL(join(root, 'apps/server/src/main.ts')).href);
  // From here on the server answers the signals itself.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.removeListener(signal, endEarly);
  await main(began);
}

function run(program, args) {
  return new Promise((done, fail) => {
    child = spawn(program, args, { cwd: root, stdio: 'inherit', shell: program.endsWith('.cmd') });
    child.once('error', (fault) => fail(new Error(`${program} cannot be run: ${fault.message}`)));
    child.once('close', (code) => {
      child = null;
      done(code);
    });
  });
}

/** Two first starts at once would install over each other. */
function takeTurn() {
  const other = Number(stampIn(preparing));
  if (other && other !== process.pid && isAlive(other))
    throw new Error(
      `进程 ${other} 正在这里安装或生成网页，请等它完成。 Process ${other} is just installing or building here: wait for it.`,
    );
  mkdirSync(dirname(preparing), { recursive: true });
  writeFileSync(preparing, String(process.pid));
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

function stampIn(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

/** One hash over the names and contents of these files and folders. */
function digest(paths) {
  const hash = createHash('sha256');
  for (const path of paths)
    for (const file of filesIn(path))
      hash
        .update(file)
        .update('\0')
        .update(readFileSync(join(root, file)))
        .update('\0');
  return hash.digest('hex');
}

function filesIn(path) {
  if (!existsSync(join(root, path))) return [];
  if (!isFolder(path)) return [path];
  const names = readdirSync(join(root, path)).filter((name) => name !== 'dist' && name !== 'node_modules' && !name.includes('.test.'));
  return names.sort().flatMap((name) => filesIn(`${path}/${name}`));
}

function isFolder(path) {
  try {
    readdirSync(join(root, path));
    return true;
  } catch {
    return false;
  }
}

function say(line) {
  process.stdout.write(`${line}\n`);
}
