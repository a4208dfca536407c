// PostgreSQL refuses to run as root: root starts it as the system user `postgres`; everybody else starts it as themselves.
import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { StartFault } from '../fault.ts';
import type { Say } from '../say.ts';

/** The system user PostgreSQL runs as; null means the user who starts it. */
export interface RunAs {
  readonly uid: number;
  readonly gid: number;
}

/** Creates the system user `postgres` when root has none. An existing data directory keeps the owner it has. */
export function runAs(dataDir: string, say: Say): RunAs | null {
  if (process.getuid?.() !== 0) return null;
  const owner = ownerOf(dataDir);
  if (owner && owner.uid !== 0) return owner;
  return systemUser() ?? createSystemUser(say);
}

/** Whether that user may enter this directory, or run this file; asked by trying it as that user. */
export function mayEnter(path: string, user: RunAs | null): boolean {
  if (!user) return true;
  return spawnSync('test', ['-x', path], { uid: user.uid, gid: user.gid, cwd: '/' }).status === 0;
}

function ownerOf(path: string): RunAs | null {
  const found = statSync(path, { throwIfNoEntry: false });
  return found ? { uid: found.uid, gid: found.gid } : null;
}

function systemUser(): RunAs | null {
  const [uid, gid] = [idOf('-u'), idOf('-g')];
  return uid === null || gid === null ? null : { uid, gid };
}

function idOf(flag: '-u' | '-g'): number | null {
  const answer = spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' });
  return answer.status === 0 ? Number.parseInt(answer.stdout, 10) : null;
}

function createSystemUser(say: Say): RunAs {
  spawnSync('groupadd', ['--system', 'postgres']);
  spawnSync('useradd', ['--system', '--gid', 'postgres', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres']);
  const created = systemUser();
  if (!created) {
    throw new StartFault(
      {
        zh: 'PostgreSQL 不能以 root 运行，系统用户 postgres 也未能建立。',
        en: 'PostgreSQL does not run as root, and a system user "postgres" could not be created.',
      },
      {
        zh: '请建立该用户（useradd --system postgres），或以普通用户启动，或设置 DATABASE_URL。',
        en: 'Create that user (useradd --system postgres), start as an ordinary user, or set DATABASE_URL.',
      },
    );
  }
  say('已建立系统用户 postgres（PostgreSQL 不能以 root 运行） Created the system user "postgres": PostgreSQL does not run as root.');
  return created;
}
