import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { holderOf, holdHome } from './lock.ts';
import { beganAt } from './processes.ts';
import { silent } from './say.ts';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'zhenghe-lock-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

describe('the state directory', () => {
  it('is held by one process, and a second is told by whom and where it answers', async () => {
    const hold = await holdHome(home, silent);
    hold.at('http://127.0.0.1:7300');
    await expect(holdHome(home, silent)).rejects.toThrow(`process ${process.pid}`);
    await expect(holdHome(home, silent)).rejects.toThrow('http://127.0.0.1:7300');
    expect(holderOf(home)?.pid).toBe(process.pid);
    hold.release();
    expect(holderOf(home)).toBeNull();
  });

  it('is taken over from a process that is gone, saying so', async () => {
    writeFileSync(join(home, 'running.json'), JSON.stringify({ pid: await endedProcess(), began: '1' }));
    const said: string[] = [];
    const hold = await holdHome(home, (line) => said.push(line));
    expect(said.join()).toContain('is gone');
    hold.release();
  });

  it('is taken over when the number of the process now means another one', async () => {
    writeFileSync(join(home, 'running.json'), JSON.stringify({ pid: process.pid, began: 'long ago' }));
    const hold = await holdHome(home, silent);
    expect(JSON.parse(readFileSync(join(home, 'running.json'), 'utf8')).began).toBe(beganAt(process.pid));
    hold.release();
  });

  it('is taken over when its lock was cut off by a crash', async () => {
    writeFileSync(join(home, 'running.json'), '{"pi');
    (await holdHome(home, silent)).release();
  });

  it('is waited for while its holder stops', async () => {
    const first = await holdHome(home, silent);
    first.leaving();
    setTimeout(first.release, 300);
    const second = await holdHome(home, silent);
    second.release();
  });
});

function endedProcess(): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['-e', '']);
    child.once('close', () => resolve(child.pid ?? 0));
  });
}
