// The register as a planner file, from a database of its own: nothing there, then the training province.
import { execFile } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PlannerFile } from '@zhenghe/contract/planner';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Ran } from './testing.ts';

const bin = fileURLToPath(new URL('../bin/zhenghe.mjs', import.meta.url));
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhenghe-cli-planner-'));
  chmodSync(folder, 0o755);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function zhenghe(...args: readonly string[]): Promise<Ran> {
  const env = { ...process.env, ZHENGHE_HOME: join(folder, 'home'), DATABASE_URL: '' };
  return new Promise((resolve) => {
    execFile(process.execPath, [bin, ...args], { env, maxBuffer: 16_000_000 }, (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, out, err });
    });
  });
}

test('export writes the training province as a file that solve reads; nothing is written where the register is empty', async () => {
  const path = join(folder, 'county.json');
  const asked = ['planner', 'export', path, '--dataset', 'training', '--on', '2021-06-10'];
  expect(await zhenghe(...asked, '--lang', 'en')).toMatchObject({ code: 2, err: expect.stringContaining('has no park in 330000') });
  expect((await zhenghe('demo', 'reset')).code).toBe(0);

  const county = await zhenghe(...asked, '--scope', '330726', '--format', 'json');
  expect(county.code).toBe(0);
  const told = JSON.parse(county.out);
  const { about, ...instance } = PlannerFile.parse(JSON.parse(readFileSync(path, 'utf8')));
  expect(about).toMatchObject({ training: true, day: '2021-06-10', scope: '330726' });
  expect([told.parks, told.jurisdictions]).toEqual([instance.parks.length, instance.jurisdictions.length]);
  expect(instance.parks.every(({ jurisdiction }) => jurisdiction === '330726')).toBe(true);
  expect(instance.parks.length).toBeGreaterThan(0);
  expect(await zhenghe(...asked, '--lang', 'en')).toMatchObject({ code: 2, err: expect.stringContaining('--force') });

  const solved = await zhenghe('planner', 'solve', path, '--format', 'json');
  expect(solved.code).toBe(0);
  expect(JSON.parse(solved.out)).toMatchObject({ status: 'optimal', instanceHash: told.instanceHash });
  const piped = await zhenghe('planner', 'export', '-', '--dataset', 'training', '--on', '2021-06-10', '--scope', '330726');
  expect(piped.out).toBe(readFileSync(path, 'utf8'));
}, 240_000);
