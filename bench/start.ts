// How long a start takes once everything is installed: first with an empty state directory, then again. Goal of the second: < 8 s.
import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const start = fileURLToPath(new URL('../scripts/start.mjs', import.meta.url));
const goalSeconds = 8;

/** Seconds from the command to the line that names the address. */
function secondsToReady(home: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const began = performance.now();
    const child = spawn(process.execPath, [start], { env: { ...process.env, ZHENGHE_HOME: home, PORT: '0' } });
    let said = '';
    let seconds: number | null = null;
    const hear = (text: Buffer) => {
      said += text;
      if (seconds !== null || !/Ready in/.test(said)) return;
      seconds = (performance.now() - began) / 1000;
      child.kill('SIGINT');
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('close', (code) => {
      if (seconds !== null && code === 0) resolve(seconds);
      else reject(new Error(`the start ended with ${code}:\n${said}`));
    });
  });
}

export async function benchStart(): Promise<string> {
  const home = mkdtempSync(join(tmpdir(), 'zhenghe-bench-'));
  chmodSync(home, 0o711); // Under root PostgreSQL runs as another user, who must be able to enter.
  try {
    const first = await secondsToReady(home);
    const again = [await secondsToReady(home), await secondsToReady(home), await secondsToReady(home)];
    const worst = Math.max(...again);
    const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.versions.node}`;
    return [
      `start (${machine})`,
      `  first, empty state directory   ${first.toFixed(1)} s`,
      `  again, worst of three          ${worst.toFixed(1)} s   goal < ${goalSeconds} s: ${worst < goalSeconds ? 'met' : 'MISSED'}`,
    ].join('\n');
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(await benchStart());
