// The register from the command line, spawned as a user would.
import { expect, test } from 'vitest';
import { zhengheIn } from './testing.ts';

const zhenghe = (...args: readonly string[]) => zhengheIn(undefined, ...args);

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

test('a workbook that cannot be written, and a word every object knows, were told as faults of the program', async () => {
  const { code, err } = await zhenghe('zones', 'export', 'no-such-folder/list.xlsx', '--lang', 'en');
  expect([code, err]).toEqual([2, 'no-such-folder/list.xlsx cannot be written (ENOENT).\n']);
  expect((await zhenghe('constructor')).code).toBe(2);
});

test('names and plates of a later day stood in the JSON of an earlier one', async () => {
  const { out } = await zhenghe('zones', 'show', 'xl-330726-01', '--dataset', 'training', '--on', '2021-06-10', '--format', 'json');
  const zone = JSON.parse(out);
  const days = [zone.names, zone.plateList, zone.areas, zone.blocks].flat().flatMap(({ from, to }) => [from, ...(to ? [to] : [])]);
  expect(days.every((day) => day <= '2021-06-10')).toBe(true);
});
