// The state directory (.zhenghe/ in the repository, or ZHENGHE_HOME): what this copy remembers between starts, and who holds it.
import { randomBytes } from 'node:crypto';
import { accessSync, chmodSync, constants, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { codeOf, StartFault } from './fault.ts';

/** Made at the first start; the file is readable by its owner only. */
export interface Remembered {
  readonly databasePassword: string;
  readonly databasePort: number | null;
  /** Signs the cookies of this copy. */
  readonly cookieSecret: string;
}

const fileName = 'remembered.json';

export function makeHome(home: string): void {
  try {
    mkdirSync(home, { recursive: true });
    accessSync(home, constants.W_OK);
  } catch (cause) {
    throw homeFault(home, cause);
  }
}

/** What was remembered; made now when this is the first start. */
export function openHome(home: string): Remembered {
  const path = join(home, fileName);
  try {
    if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8'));
    const fresh = { databasePassword: secret(), databasePort: null, cookieSecret: secret() };
    writePrivate(path, fresh);
    return fresh;
  } catch (cause) {
    throw homeFault(home, cause);
  }
}

export function remember(home: string, what: Remembered): void {
  writePrivate(join(home, fileName), what);
}

function homeFault(home: string, cause: unknown): unknown {
  const code = codeOf(cause);
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return new StartFault(
      {
        zh: `状态目录 ${home} 属于别的用户，或不能写入（${code}）。`,
        en: `The state directory ${home} belongs to another user or cannot be written (${code}).`,
      },
      {
        zh: '请由首次启动的用户启动，或用 ZHENGHE_HOME 另设目录。',
        en: 'Start as the user who started first, or set ZHENGHE_HOME to a directory of your own.',
      },
      { cause },
    );
  }
  if (cause instanceof SyntaxError) {
    const path = join(home, fileName);
    return new StartFault(
      { zh: `${path} 已损坏。`, en: `${path} is damaged.` },
      { zh: '请从备份恢复：其中有数据库密码。', en: 'Restore it from a backup: it holds the password of the database.' },
      { cause },
    );
  }
  return cause;
}

function secret(): string {
  return randomBytes(24).toString('base64url');
}

/** Written beside and moved into place: a crash leaves the old file or the new one, never half of one. */
function writePrivate(path: string, content: Remembered): void {
  const half = `${path}.${process.pid}`;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(half, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
  chmodSync(half, 0o600);
  renameSync(half, path);
}
