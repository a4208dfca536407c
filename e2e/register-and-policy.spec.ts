// The register and the law: real areas by calibre with their papers, and a figure followed to where it is used.
import { expect, test } from './visitor.ts';

const today = 'data=real&on=2026-11-22';

test('a real zone has several areas by calibre, each with its document, and a source', async ({ page, visitor }) => {
  await visitor.as('public');
  await visitor.open(`/zones?${today}`);
  await page.getByRole('main').getByRole('searchbox').fill('pingyang');
  await page.getByRole('link', { name: '浙江平阳经济开发区' }).click();
  const areas = page.getByRole('region', { name: /面积/ }).getByRole('row');
  await expect(areas.filter({ hasText: '核准面积' })).toHaveCount(2);
  await expect(areas.filter({ hasText: '整合提升范围' })).toContainText('52.08');
  await expect(areas.filter({ hasText: '授权管理面积' })).toContainText('浙政函〔2012〕59号');
  await expect(page.getByText('ccpitzj.gov.cn')).toBeVisible();
  await expect(page.getByText('训练数据 Training data')).toHaveCount(0);
});

test('a merged park shows what it became, and the old name leads to the new one', async ({ page, visitor }) => {
  await visitor.as('public');
  await visitor.open('/zones/xl-330100-05');
  await expect(page.getByText('2020-12-16').first()).toBeVisible();
  await page.locator('.tree').getByRole('link').last().click();
  await expect(page.getByRole('heading', { level: 1 })).not.toContainText('第5园区');
});

test('a clause is found by its words, its figure opens, and shows where it is used', async ({ page, visitor }) => {
  await visitor.as('county');
  await visitor.open('/policy/clauses');
  await page.getByRole('main').getByRole('searchbox').fill('整合优化');
  await page.getByRole('row', { name: /S2-二\(二\)整合优化/ }).click();
  const panel = page.locator('.clause');
  await panel.locator('details.parameter').first().locator('summary').click();
  await expect(panel.locator('details[open] dd li').first()).toBeVisible();
});

test('a disagreement shows both clauses side by side', async ({ page, visitor }) => {
  await visitor.as('public');
  await visitor.open('/policy/conflicts');
  const first = page
    .getByRole('main')
    .getByRole('heading', { name: /县级开发区个数/ })
    .locator('..');
  await expect(first.getByRole('link', { name: 'S2-二(二)整合优化' })).toBeVisible();
  await expect(first.getByRole('link', { name: 'S1-一(二)' })).toBeVisible();
});
