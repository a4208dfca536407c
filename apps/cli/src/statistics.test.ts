// A file of figures from the command line, spawned as a user would.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { zhengheIn } from './testing.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhenghe-figures-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function check(lines: readonly string[], ...args: readonly string[]) {
  const file = join(folder, 'figures.csv');
  writeFileSync(file, ['单位编号,指标,报告期,数值', ...lines].join('\n'));
  return zhengheIn(undefined, 'statistics', 'check', file, '--dataset', 'training', ...args);
}

test('figures that hold together end with 0', async () => {
  const { code, out } = await check(['xl-330726-01,gross_output,2021-05,120000', 'xl-330726-01,export_delivery,2021-05,20000']);
  expect([code, out]).toEqual([0, '2 个数，0 处问题\n']);
});

test('a figure that is more than the whole is a finding and ends with 1', async () => {
  const { code, out } = await check(['xl-330726-01,fdi,2021-05,100', 'xl-330726-01,fdi_manufacturing,2021-05,300'], '--format', 'json');
  expect(code).toBe(1);
  expect(JSON.parse(out).findings).toMatchObject([{ kind: 'arithmetic', severity: 'block', period: '2021-05' }]);
});

test('every cell that cannot be read is told, and ends with 2', async () => {
  const { code, err } = await check(['xl-330726-01,gross_output,2021-05,1.2.3', 'nobody,gross_output,2021-05,1'], '--lang', 'en');
  expect(code).toBe(2);
  expect(err).toContain('row 2  column D  value "1.2.3"');
  expect(err).toContain('row 3  column A  value "nobody"');
});
