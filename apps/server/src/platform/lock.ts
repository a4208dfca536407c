// One running copy for each state directory: two servers on one database directory would destroy it.
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { codeOf, StartFault } from './fault.ts';
import { beganAt, isAlive } from './processes.ts';
import type { Say } from './say.ts';

export interface Hold {
  /** Notes where the holder can be reached, for the message to a second copy. */
  readonly at: (address: string) => void;
  /** Notes that the holder is on its way out: a second copy then waits a little. */
  readonly leaving: () => void;
  readonly release: () => void;
}

interface Holder {
  readonly pid: number;
  readonly began: string | null;
  readonly address?: string;
  readonly leaving?: boolean;
}

const patienceMs = 20_000;

export async function holdHome(home: string, say: Say): Promise<Hold> {
  const path = join(home, 'running.json');
  let mine: Holder = { pid: process.pid, began: beganAt(process.pid) };
  for (let waited = 0; !created(path, mine); waited += 200) {
    const holder = readHolder(path);
    if (holder && isRunning(holder)) {
      if (!holder.leaving || waited > patienceMs) throw heldBy(holder, home);
      if (waited === 0) say(`等待正在停止的一份 Waiting for the copy that is stopping (process ${holder.pid}).`);
      await wait(200);
    } else {
      say('上次没有正常停止，接管其状态目录');
      say(`The last run ended without stopping (process ${holder?.pid ?? 'unknown'} is gone): taking over its state directory.`);
      discard(path, holder);
    }
  }
  const note = (more: Partial<Holder>) => {
    mine = { ...mine, ...more };
    renameSync(written(path, mine), path);
  };
  return { at: (address) => note({ address }), leaving: () => note({ leaving: true }), release: () => rmSync(path, { force: true }) };
}

/** Who holds the state directory now; null when nobody does. */
export function holderOf(home: string): { readonly pid: number; readonly address?: string } | null {
  const holder = readHolder(join(home, 'running.json'));
  return holder && isRunning(holder) ? holder : null;
}

function heldBy(holder: Holder, home: string): StartFault {
  const where = holder.address ? { zh: `地址 ${holder.address}。`, en: ` It answers at ${holder.address}.` } : { zh: '', en: '' };
  return new StartFault(
    {
      zh: `另一份（进程 ${holder.pid}）已在使用 ${home}。${where.zh}`,
      en: `Another copy (process ${holder.pid}) already works with ${home}.${where.en}`,
    },
    {
      zh: `请使用那一份，或停止它（在那里按 Ctrl-C，或 kill ${holder.pid}），或用 ZHENGHE_HOME 为这一份另设目录。`,
      en: `Use that one, stop it (Ctrl-C there, or kill ${holder.pid}), or give this one its own directory with ZHENGHE_HOME.`,
    },
  );
}

/** The name is the lock: the system lets exactly one process give it. The file bears its content before its name, so nobody reads half. */
function created(path: string, holder: Holder): boolean {
  const ready = written(path, holder);
  try {
    linkSync(ready, path);
    return true;
  } catch (fault) {
    if (codeOf(fault) === 'EEXIST') return false;
    throw fault;
  } finally {
    rmSync(ready, { force: true });
  }
}

function written(path: string, holder: Holder): string {
  const ready = `${path}.${process.pid}.new`;
  writeFileSync(ready, JSON.stringify(holder));
  return ready;
}

function readHolder(path: string): Holder | null {
  try {
    const holder: Holder = JSON.parse(readFileSync(path, 'utf8'));
    return Number.isInteger(holder.pid) ? holder : null;
  } catch {
    return null; // Gone in the meantime, or cut off by a crash while it was written.
  }
}

/** The number must still mean the same process: numbers are used again, above all after a restart of the machine. */
function isRunning(holder: Holder): boolean {
  return isAlive(holder.pid) && beganAt(holder.pid) === holder.began;
}

/** Moved away under a name of our own, and given back when another copy was quicker and the lock is already its own. */
function discard(path: string, stale: Holder | null): void {
  const away = `${path}.${process.pid}`;
  try {
    renameSync(path, away);
    const moved = readHolder(away);
    if (moved && moved.pid !== stale?.pid && isRunning(moved)) linkSync(away, path);
  } catch (fault) {
    const code = codeOf(fault);
    if (code !== 'ENOENT' && code !== 'EEXIST') throw fault;
  }
  rmSync(away, { force: true });
}
