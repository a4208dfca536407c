// The register from the command line, spawned as a user would.
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test, vi } from 'vitest';

// Each case starts Node anew; on a busy machine that takes its time.
vi.setConfig({ testTimeout: 60_000 });

const bin = fileURLToPath(new URL('../bin/zhenghe.mjs', import.meta.url));

function zhenghe(...args: readonly string[]): Promise<{ readonly code: number; readonly out: string; readonly err: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [bin, ...args], { maxBuffer: 16_000_000 }, (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, out, err });
    });
  });
}

test('lists the register of a day as JSON, found by pinyin', async () => {
  const { code, out } = await zhenghe('zones', 'list', '--query', 'pingyang', '--on', '2015-01-01', '--format', 'json');
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ dataset: 'real', total: 1, rows: [{ id: 'zj-067', areaKm2: '8.28', areaCalibre: 'approved' }] });
});

test('marks the training register, on its own day', async () => {
  const { out } = await zhenghe('zones', 'list', '--dataset', 'training', '--place', '330726');
  expect(out).toMatch(/^【训练数据】2021-06-10，8 个/);
});

test('an unknown zone or a zone of a later day ends with 2 and says why', async () => {
  const unknown = await zhenghe('zones', 'show', 'nope', '--lang', 'en');
  expect([unknown.code, unknown.err]).toEqual([2, 'The register holds no zone nope.\n']);
  expect((await zhenghe('zones', 'show', 'zj-083', '--on', '2019-01-01')).code).toBe(2);
});
