// Figures of parks through the wizard's door: read with their units, written beside what they correct, taken back as a batch.
import { loadPacks } from '@zhenghe/rulebook';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createLoadedDatabase } from '../load-testing.ts';
import { type Database, openDatabase, scoped, wholeProvince } from '../platform/database.ts';
import type { TestDatabase } from '../platform/test-database.ts';
import { clientAs, refusalOf } from '../testing.ts';
import { figuresOn } from '../zones/index.ts';

const on = '2021-06-10';
const rulebook = loadPacks();
let database: TestDatabase;
let serving: Database;

beforeAll(async () => {
  database = await createLoadedDatabase();
  serving = openDatabase(database.servingUrl);
}, 120_000);
afterAll(async () => {
  await serving?.destroy();
  await database?.drop();
});

const as = (card: string) => clientAs(card, { db: serving, rulebook, today: on });
const kind = { kind: 'figures', dataset: 'training', on } as const;
const csv = (...lines: readonly string[]) => new File([lines.join('\n')], 'figures.csv');
const park = 'xl-330726-01';
const figures = async (day = on) =>
  (await figuresOn(scoped(serving, wholeProvince), { dataset: 'training', day, within: '330726' })).get(park);

const look = (file: File, card: string) => as(card).imports.preview({ ...kind, file });
async function commit(file: File, card: string) {
  const { file: seen, state, at } = await look(file, card);
  return as(card).imports.commit({ ...kind, file, sha256: seen.sha256, state, at });
}

const outputs = '编号,产业,产值（万元）,截至,来源';
const parks = '编号,管理人员（人）,保护地（公顷）,截至,来源';

it('a county reports its own parks; a newer day counts from that day on, and undo takes it back', async () => {
  const before = await figures();
  const { batch } = await commit(csv(outputs, `${park},新材料,"1,234.5",2021-03-31,一季度报表`), 'county');
  expect((await figures())?.outputs).toEqual({ 新材料: '0.12345' });
  expect(await figures('2021-03-30')).toEqual(before);
  await as('county').imports.undo({ id: batch.id, reason: '报错了', on });
  expect(await figures()).toEqual(before);
});

it('the same park and day again correct it; hectares become km², a reason stays a reason', async () => {
  await commit(csv(parks, `${park},未统计,120,2021-04-30,台账`), 'county');
  expect(await figures()).toMatchObject({ staff: { missing: 'not-collected' }, protectedKm2: '1.20' });
  const seen = await look(csv(parks, `${park},31,120,2021-04-30,台账`), 'county');
  expect(seen.rows).toMatchObject([{ effect: 'change', changes: [{ before: '未统计', after: '31' }] }]);
  await commit(csv(parks, `${park},31,120,2021-04-30,台账`), 'county');
  expect(await figures()).toMatchObject({ staff: '31', protectedKm2: '1.20' });
  expect((await look(csv(parks, `${park},31,120.0,2021-04-30,台账`), 'county')).rows).toMatchObject([{ effect: 'same' }]);
});

it('answers every bad row at once and writes nothing', async () => {
  const before = await figures();
  const wrong = csv(
    parks,
    `${park},十人,1,2021-04-30,台账`,
    `${park},2.5,1,2021-04-30,台账`,
    `${park},-3,1,2021-04-30,台账`,
    `${park},3 家,1,2021-04-30,台账`,
  );
  const unread = await look(wrong, 'county');
  expect(unread.problems.map(({ row }) => row)).toEqual([2, 3, 4, 5]);
  const refused = await look(
    csv(
      outputs,
      `${park},,12,2021-04-30,台账`,
      `xl-330100-01,新材料,12,2021-04-30,台账`,
      `nobody,新材料,12,2021-04-30,台账`,
      `${park},新材料,12,2031-04-30,台账`,
    ),
    'county',
  );
  expect(refused.rows.map(({ effect }) => effect)).toEqual(['refused', 'refused', 'refused', 'refused']);
  expect(await figures()).toEqual(before);
  expect((await refusalOf(look(csv(outputs), 'land'))).code).toBe('NOT_ALLOWED');
});

it('offers a form with the parks of the place', async () => {
  const file = await as('county').imports.template({ ...kind, filled: true });
  expect(file.name).toBe('训练数据-园区数据-本地园区.xlsx');
  const { problems } = await look(file, 'county');
  expect(problems.length).toBeGreaterThan(0);
});
