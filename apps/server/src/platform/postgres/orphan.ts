// After a `kill -9` a PostgreSQL of ours may still run, or its pid file may name a process that is long gone. Both are put right here.
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { StartFault } from '../fault.ts';
import { isAlive, isTaken } from '../processes.ts';
import type { Say } from '../say.ts';

const patienceMs = 15_000;
/** Sessions of a dead PostgreSQL notice it at once, and end. */
const childrenEndMs = 1000;

/** Leaves the data directory free to be started on, and says what it had to do. */
export async function recover(dataDir: string, say: Say): Promise<void> {
  const pid = pidIn(dataDir);
  if (pid === null) return;
  if (isAlive(pid) && isPostgresOf(pid, dataDir)) {
    say(`上次的 PostgreSQL 仍在运行，先停止它 A PostgreSQL of an earlier run (process ${pid}) still works on ${dataDir}: stopping it.`);
    await stopProcess(pid);
    return;
  }
  // The number may by now belong to some other program, or to a dead process nobody collected: PostgreSQL would then refuse to start.
  // When the number is free the file stays, and PostgreSQL itself checks by it that no process of the dead one is left.
  if (isTaken(pid)) {
    await wait(childrenEndMs);
    rmSync(join(dataDir, 'postmaster.pid'), { force: true });
  }
  say('上次没有正常关闭数据库，PostgreSQL 按日志恢复');
  say(`The last run ended without closing its database (process ${pid} is gone): PostgreSQL recovers from its log.`);
}

/** A fast shutdown first (sessions are cut, everything committed is written), then an immediate one. */
export async function stopProcess(pid: number): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    signalTo(pid, signal);
    if (await endedWithin(pid, patienceMs)) return;
  }
  throw new StartFault(
    { zh: `PostgreSQL（进程 ${pid}）停不下来。`, en: `PostgreSQL (process ${pid}) does not stop.` },
    { zh: '请结束该进程，再启动。', en: 'End that process, then start again.' },
  );
}

function signalTo(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (fault) {
    // Already gone is what was wanted; anything else (another user's process) shows when it has not ended in time.
    if (!(fault instanceof Error)) throw fault;
  }
}

async function endedWithin(pid: number, ms: number): Promise<boolean> {
  for (let waited = 0; waited < ms; waited += 50) {
    if (!isAlive(pid)) return true;
    await wait(50);
  }
  return false;
}

function pidIn(dataDir: string): number | null {
  try {
    const pid = Number.parseInt(readFileSync(join(dataDir, 'postmaster.pid'), 'utf8'), 10);
    return Number.isInteger(pid) && pid > 0 ? pid : null;
  } catch {
    return null; // No pid file: it was stopped in good order, or never started.
  }
}

function isPostgresOf(pid: number, dataDir: string): boolean {
  const command = spawnSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' });
  const line = command.status === 0 ? command.stdout : commandLine(pid);
  return line.includes('postgres') && line.includes(dataDir);
}

function commandLine(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return '';
  }
}
