// A start as an operator meets it: in its own process, stopped, killed, doubled, with its port taken.
import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePort } from './platform/ports.ts';
import { isAlive } from './platform/processes.ts';

const main = fileURLToPath(new URL('./main.ts', import.meta.url));
let home: string;
let port: number;
const started: ChildProcess[] = [];

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'zhenghe-start-'));
  chmodSync(home, 0o755);
  // None of those that the system gives to whoever asks for any: it has to be free still when the server comes.
  port = await freePort(17_300 + (process.pid % 2000));
});
afterAll(async () => {
  for (const child of started) if (child.exitCode === null && child.signalCode === null) await stop(child, 'SIGTERM');
  rmSync(home, { recursive: true, force: true });
});

interface Start {
  readonly child: ChildProcess;
  readonly said: () => string;
  /** Null when it ended instead of becoming ready. */
  readonly address: string | null;
}

function start(env: Record<string, string> = {}): Promise<Start> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--import', 'tsx', main], {
      env: { ...process.env, ZHENGHE_HOME: home, PORT: String(port), ZHENGHE_PROFILE: 'production', ...env },
    });
    started.push(child);
    let said = '';
    const hear = (text: Buffer) => {
      said += text;
      const address = /Ready in .*(http:\S+)/.exec(said)?.[1];
      if (address) resolve({ child, said: () => said, address });
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('close', () => resolve({ child, said: () => said, address: null }));
  });
}

function stop(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  return new Promise((resolve) => {
    child.once('close', resolve);
    child.kill(signal);
  });
}

function postgresPid(): number {
  return Number.parseInt(readFileSync(join(home, 'postgres/postmaster.pid'), 'utf8'), 10);
}

describe('a start', () => {
  it('becomes ready, is the only one of its state directory, and leaves nothing running after Ctrl-C', async () => {
    const first = await start();
    expect(first.address).toBe(`http://127.0.0.1:${port}`);
    expect((await fetch(`${first.address}/healthz`)).status).toBe(200);
    const second = await start();
    expect(second.address).toBeNull();
    expect(second.child.exitCode).toBe(1);
    expect(second.said()).toContain(`process ${first.child.pid}`);
    expect(second.said()).toContain(`${first.address}`);
    const postgres = postgresPid();
    expect(await stop(first.child, 'SIGINT')).toBe(0);
    expect(isAlive(postgres)).toBe(false);
  });

  it('recovers from kill -9 of the server, and says what it did', async () => {
    const killed = await start();
    await stop(killed.child, 'SIGKILL');
    const orphan = postgresPid();
    const next = await start();
    expect(next.address).not.toBeNull();
    expect(next.said()).toContain(`process ${killed.child.pid} is gone`);
    expect(next.said()).toContain(`process ${orphan}) still works`);
    expect(isAlive(orphan)).toBe(false);
    await stop(next.child, 'SIGINT');
  });

  it('recovers from kill -9 of the server and of PostgreSQL', async () => {
    const killed = await start();
    const postgres = postgresPid();
    await stop(killed.child, 'SIGKILL');
    process.kill(postgres, 'SIGKILL');
    const next = await start();
    expect(next.said()).toContain('recovers from its log');
    expect((await fetch(`${next.address}/healthz`)).status).toBe(200);
    await stop(next.child, 'SIGINT');
  });

  it('stops its PostgreSQL also when the window it speaks to is closed', async () => {
    const running = await start();
    const postgres = postgresPid();
    running.child.stdout?.destroy();
    running.child.stderr?.destroy();
    expect(await stop(running.child, 'SIGHUP')).toBe(0);
    expect(isAlive(postgres)).toBe(false);
  });

  it('takes the next port when its own is taken, and says so', async () => {
    const other = await listenOn(port);
    const next = await start();
    other.close();
    expect(next.said()).toContain(`Port ${port} is taken`);
    expect(next.address).not.toBe(`http://127.0.0.1:${port}`);
    await stop(next.child, 'SIGINT');
  });

  it('ends in words when PostgreSQL is killed under it', async () => {
    const running = await start();
    const ended = new Promise((resolve) => running.child.once('close', resolve));
    process.kill(postgresPid(), 'SIGKILL');
    expect(await ended).toBe(1);
    expect(running.said()).toContain('PostgreSQL ended unexpectedly');
  });

  it('is refused before anything is touched when the demo would be open to others', async () => {
    const refused = await start({ ZHENGHE_PROFILE: 'demo', HOST: '0.0.0.0' });
    expect(refused.address).toBeNull();
    expect(refused.said()).toContain('HOST=0.0.0.0');
  });
});

function listenOn(taken: number): Promise<Server> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(taken, '127.0.0.1', () => resolve(server));
  });
}
