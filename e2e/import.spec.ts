// Files handed in, by one wizard: a bad file changes nothing and lists every bad cell; a good one is looked at row by row, written as a
// batch, told of each record, and undone.
import type { Page } from '@playwright/test';
import { writePlanWorkbook } from '../packages/exchange/src/plans/index.ts';
import { accessible } from './accessible.ts';
import { expect, test } from './visitor.ts';

const id = 'training-330726';
const on = '2021-06-10';
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const drop = (page: Page, name: string, buffer: Buffer, mimeType = xlsx) =>
  page.locator('input[type=file]').setInputFiles({ name, mimeType, buffer });

test('a bad workbook is refused with every bad cell by sheet, row and column, and nothing changes', async ({ page, visitor }) => {
  await visitor.as('county');
  const before = await planOf(page);
  const [first, second, ...others] = before.plan.blocks;
  const blocks = [{ ...first, areaAfter: '200000' }, { ...second, areaBefore: '-1' }, ...others];
  const bytes = await writePlanWorkbook({ ...before.plan, blocks });
  await visitor.open(`/plans/${id}/import`);
  await drop(page, '坏表.xlsx', Buffer.from(bytes));
  const bad = page.getByRole('region', { name: '读不了的地方' });
  await expect(bad.getByRole('row', { name: /200000/ })).toBeVisible();
  await expect(bad.getByRole('row', { name: /-1/ })).toBeVisible();
  await expect(page.getByText('没有写入任何数据')).toBeVisible();
  await expect(page.getByRole('button', { name: /^写入/ })).toHaveCount(0);
  expect((await planOf(page)).version).toBe(before.version);
});

test('a file that is no workbook is refused in words', async ({ page, visitor }) => {
  await visitor.as('county');
  await visitor.open(`/plans/${id}/import`);
  await drop(page, '坏.xlsx', Buffer.from('not a zip'));
  await expect(page.locator('.notice.bad')).toBeVisible();
});

test('a good workbook shows what differs, and only then can be saved; the same file twice has nothing to save', async ({
  page,
  visitor,
}) => {
  await visitor.as('county');
  const { plan, version } = await planOf(page);
  const same = Buffer.from(await writePlanWorkbook(plan));
  await visitor.open(`/plans/${id}/import`);
  await drop(page, '同样.xlsx', same);
  await expect(page.getByText('没有要写入的内容')).toBeVisible();
  await expect(page.getByRole('button', { name: /^写入/ })).toBeDisabled();
  const [first, ...others] = plan.blocks;
  const changed = Buffer.from(await writePlanWorkbook({ ...plan, blocks: [{ ...first, areaAfter: '17.25' }, ...others] }));
  await drop(page, '改了.xlsx', changed);
  await expect(page.getByRole('row', { name: /区块 Blocks 第 3 行.*17\.24 → 17\.25/ })).toBeVisible();
  await expect(page.getByRole('button', { name: '写入 1 行' })).toBeEnabled();
  await accessible(page);
  expect((await planOf(page)).version, 'nothing is written before it is confirmed').toBe(version);
});

test('the province corrects the register from a table of its own, sees where the name came from, and takes it back', async ({
  page,
  visitor,
}) => {
  await visitor.as('province');
  const zone = 'xl-330100-02';
  const before = await zoneOf(page, zone);
  const name = `${before.name}（更正）`;
  await visitor.open('/imports/new/zones');
  // Headings of its own, new with each run: the columns are said once and remembered from then on.
  const [row, called, since, paper] = ['序', '称呼', '从何时', '文'].map((heading) => `${heading}${Date.now()}`);
  await drop(page, '本厅台账.csv', Buffer.from(`${row},${called},${since},${paper}\n${zone},${name},2021年5月,训练文件1号\n`), 'text/csv');
  await expect(page.getByText('没有读到任何一行')).toBeVisible();
  await choose(page, '「本厅台账」是', '名称沿革');
  await choose(page, '编号 *', row);
  await choose(page, '名称 *', called);
  await choose(page, '起始 *', since);
  await choose(page, '依据 *', paper);
  await page.getByRole('button', { name: '按此读取' }).click();
  await expect(page.getByRole('row', { name: new RegExp(`第 2 行.*${before.name}`) })).toBeVisible();
  await accessible(page);
  await page.getByRole('button', { name: '写入 1 行' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /导入批次/ })).toBeVisible();
  const batch = new URL(page.url()).pathname;
  expect((await zoneOf(page, zone)).name).toBe(name);
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '下载原始文件' }).click()]);
  expect(file.suggestedFilename()).toBe('本厅台账.csv');
  await accessible(page);
  await visitor.open(`/zones/${zone}`);
  const origins = page.getByRole('region', { name: '导入来源' });
  await expect(origins.getByRole('row', { name: /本厅台账\.csv · 本厅台账 · 第 2 行/ }).first()).toBeVisible();
  await origins
    .getByRole('link', { name: /第 \d+ 批/ })
    .first()
    .click();
  await expect(page).toHaveURL(new RegExp(batch));
  await page.getByLabel('撤销的理由').fill('演示更正，撤回');
  await page.getByRole('button', { name: '撤销整批' }).click();
  await expect(page.getByRole('button', { name: '撤销整批' })).toHaveCount(0);
  await expect(page.getByText('演示更正，撤回')).toBeVisible();
  expect(await zoneOf(page, zone)).toEqual(before);
  await visitor.open('/imports');
  await expect(page.getByRole('row', { name: /本厅台账\.csv.*已撤销/ }).first()).toBeVisible();
});

test('who keeps no register finds no door to it', async ({ page, visitor }) => {
  await visitor.as('county');
  await visitor.open('/imports/new/zones');
  await expect(page.getByText('您当前的身份没有可以导入的文件')).toBeVisible();
  const answer = await page.request.get(`/api/imports/templates/zones?dataset=training&on=${on}`);
  expect(answer.status()).toBe(403);
});

async function choose(page: Page, label: string, option = '') {
  await page.getByRole('combobox', { name: label, exact: true }).click();
  await page.locator('.ant-select-dropdown:visible').getByTitle(option, { exact: true }).click();
}

async function planOf(page: Page) {
  const answer = await page.request.get(`/api/plans/${id}?on=${on}`);
  return answer.json();
}

async function zoneOf(page: Page, zone: string) {
  const answer = await page.request.get(`/api/zones/${zone}?asOf=${on}`);
  return answer.json();
}
