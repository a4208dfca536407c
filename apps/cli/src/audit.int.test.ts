// The audit commands as an operator uses them: export from a state directory, verify as a stranger.
import { execFile } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';

const bin = fileURLToPath(new URL('../bin/zhenghe.mjs', import.meta.url));
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhenghe-cli-audit-'));
  chmodSync(folder, 0o755);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function zhenghe(...args: readonly string[]): Promise<{ readonly code: number; readonly out: string; readonly err: string }> {
  const env = { ...process.env, ZHENGHE_HOME: join(folder, 'home'), DATABASE_URL: '' };
  return new Promise((resolve) => {
    execFile(process.execPath, [bin, ...args], { env }, (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, out, err });
    });
  });
}

test('export, then verify offline: 0 whole, 1 touched, 2 not possible', async () => {
  const file = join(folder, 'log.jsonl');
  const made = await zhenghe('audit', 'export', file, '--format', 'json');
  expect([made.code, made.err.includes('Fault')]).toEqual([0, false]);
  expect(JSON.parse(made.out)).toMatchObject({ file, size: 0, heads: 1 });
  const whole = await zhenghe('audit', 'verify', file, '--lang', 'en');
  expect([whole.code, whole.out]).toEqual([0, expect.stringContaining('Whole. 0 entries, 1 heads')]);
  expect(await zhenghe('audit', 'export', file)).toMatchObject({ code: 2, err: expect.stringContaining('exists already') });

  const bad = join(folder, 'bad.jsonl');
  writeFileSync(bad, readFileSync(file, 'utf8').replace(/"sm3":"./, '"sm3":"f'));
  const touched = await zhenghe('audit', 'verify', bad, '--lang', 'en');
  expect([touched.code, touched.out]).toEqual([1, expect.stringContaining('not validly signed')]);
  expect((await zhenghe('audit', 'verify', file, '--against', bad)).code).toBe(2);
  expect((await zhenghe('audit', 'verify', join(folder, 'none'))).code).toBe(2);
  expect((await zhenghe('audit', 'verify', file, '--key', file)).code).toBe(2);
  const { publicKey } = readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
    .find((line) => line.kind === 'key');
  const pem = join(folder, 'key.pem');
  writeFileSync(pem, publicKey);
  expect((await zhenghe('audit', 'verify', file, '--key', pem)).code).toBe(0);
});
