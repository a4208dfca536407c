// Files handed in: a bad workbook changes nothing and lists every bad cell; a good one shows its differences first.
import type { Page } from '@playwright/test';
import { writePlanWorkbook } from '../packages/exchange/src/plans/index.ts';
import { expect, test } from './visitor.ts';

const id = 'training-330726';
const on = '2021-06-10';
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

test('a bad workbook is refused with every bad cell by sheet, row and column, and nothing changes', async ({ page, visitor }) => {
  await visitor.as('county');
  const before = await planOf(page);
  const [first, second, ...others] = before.plan.blocks;
  const blocks = [{ ...first, areaAfter: '200000' }, { ...second, areaBefore: '-1' }, ...others];
  const bytes = await writePlanWorkbook({ ...before.plan, blocks });
  await visitor.open(`/plans/${id}/import`);
  await page.locator('input[type=file]').setInputFiles({ name: '坏表.xlsx', mimeType: xlsx, buffer: Buffer.from(bytes) });
  const bad = page.getByRole('region', { name: '原因' });
  await expect(bad.getByRole('row', { name: /200000/ })).toBeVisible();
  await expect(bad.getByRole('row', { name: /-1/ })).toBeVisible();
  await expect(page.getByText('没有写入任何数据')).toBeVisible();
  await expect(page.getByRole('button', { name: /存为新版本/ })).toHaveCount(0);
  expect((await planOf(page)).version).toBe(before.version);
});

test('a file that is no workbook is refused in words', async ({ page, visitor }) => {
  await visitor.as('county');
  await visitor.open(`/plans/${id}/import`);
  await page.locator('input[type=file]').setInputFiles({ name: '坏.xlsx', mimeType: xlsx, buffer: Buffer.from('not a zip') });
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
  await page.locator('input[type=file]').setInputFiles({ name: '同样.xlsx', mimeType: xlsx, buffer: same });
  await expect(page.getByText('0 处不同')).toBeVisible();
  const save = page.getByRole('button', { name: '存为新版本' });
  await expect(save).toBeDisabled();
  const [first, ...others] = plan.blocks;
  const changed = Buffer.from(await writePlanWorkbook({ ...plan, blocks: [{ ...first, areaAfter: '17.25' }, ...others] }));
  await page.locator('input[type=file]').setInputFiles({ name: '改了.xlsx', mimeType: xlsx, buffer: changed });
  await expect(page.getByText('1 处不同')).toBeVisible();
  await expect(page.getByRole('row', { name: /17\.24.*17\.25/ })).toBeVisible();
  await expect(save).toBeEnabled();
  expect((await planOf(page)).version, 'nothing is written before it is confirmed').toBe(version);
});

async function planOf(page: Page) {
  const answer = await page.request.get(`/api/plans/${id}?on=${on}`);
  return answer.json();
}
