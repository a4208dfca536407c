// Whether a process number still means the process it meant when it was written down.
import { readFileSync } from 'node:fs';
import { codeOf } from './fault.ts';

export function isAlive(pid: number): boolean {
  return isTaken(pid) && !isZombie(pid);
}

/** Whether the system still has a process of that number, be it only one that ended and was not yet collected. */
export function isTaken(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (fault) {
    return codeOf(fault) === 'EPERM';
  }
}

/** When the process began, in the kernel's own clock; null where the system does not tell. Guards against reused numbers. */
export function beganAt(pid: number): string | null {
  return statFields(pid)?.[19] ?? null;
}

/** A process that has ended but was not yet collected by its parent counts as gone. */
function isZombie(pid: number): boolean {
  return statFields(pid)?.[0] === 'Z';
}

/** Fields of /proc/PID/stat after the command name (which may hold spaces): 0 is the state, 19 the start time. */
function statFields(pid: number): readonly string[] | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return null; // No /proc on this system, or no such process.
  }
}
