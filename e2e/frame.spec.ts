// What every page shares: the day, the language, Back, the keyboard, a magnified screen, a phone.
import { expect, test } from './visitor.ts';

test('another day moves the meter, and Back brings the first day again', async ({ page, visitor }) => {
  await visitor.as('province');
  await visitor.open('/');
  await expect(page.getByRole('img', { name: /现有 416 个/ })).toBeVisible();
  await page.getByRole('textbox', { name: '截至' }).fill('2020-06-30');
  await page.getByRole('textbox', { name: '截至' }).press('Enter');
  await expect(page.getByRole('img', { name: /现有 977 个/ })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('img', { name: /现有 416 个/ })).toBeVisible();
});

test('the other language keeps the page, its filters and its day', async ({ page, visitor }) => {
  await visitor.as('public');
  await visitor.open('/zones?grade=national&on=2020-12-31');
  await page.getByText('EN', { exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Zones' })).toBeVisible();
  await expect(page).toHaveURL(/\/zones\?.*grade=national.*on=2020-12-31/);
  await expect(page.getByRole('row').nth(1)).toContainText('National');
});

test('filters are steps: Back takes the last one away, typing is one step', async ({ page, visitor }) => {
  await visitor.as('public');
  await visitor.open('/zones');
  await page.getByRole('button', { name: /面积/ }).first().click();
  await expect(page).toHaveURL(/sort=area/);
  await page.getByRole('main').getByRole('searchbox').fill('hangzhou');
  await expect(page).toHaveURL(/q=hangzhou/);
  await page.goBack();
  await expect(page).not.toHaveURL(/sort=area|q=hangzhou/);
  await expect(page.getByRole('heading', { level: 1, name: '名录' })).toBeVisible();
});

test('by keyboard alone: search, open a zone, move and zoom its map, come back to the list by its rows', async ({ page, visitor }) => {
  await visitor.as('public');
  await visitor.open('/zones');
  await page.keyboard.press('/');
  await page.keyboard.type('杭州经济');
  await expect(page.getByRole('option').first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('杭州经济开发区');
  const map = page.getByRole('application');
  await expect(map).toBeVisible();
  for (let step = 0; step < 40 && !(await map.evaluate((box) => box === document.activeElement)); step += 1)
    await page.keyboard.press('Tab');
  await expect(map).toBeFocused();
  const before = await map.screenshot();
  await page.keyboard.press('+');
  await expect.poll(async () => (await map.screenshot()).equals(before), 'plus zooms the map').toBe(false);
  await page.goBack();
  const row = page.locator('tr[data-index="0"]');
  await row.focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('tr[data-index="1"]')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/zone=/);
  await page.keyboard.press('Escape');
  await expect(page).not.toHaveURL(/zone=/);
});

test('magnified to 200 % the plan can be read and typed into', async ({ page, visitor }) => {
  await page.setViewportSize({ width: 720, height: 450 });
  await visitor.as('county');
  await visitor.open('/plans/training-330726');
  await expect(page.getByRole('button', { name: '保存新版本' })).toBeVisible();
  const cell = page.getByLabel('黄宅镇功能分区 · 整合后（km²）');
  await cell.fill('5.74');
  await expect(page.getByRole('row', { name: /^黄宅片区/ })).toContainText('差 +0.01');
  await cell.fill('5.73');
  await expect(page.getByRole('button', { name: '保存新版本' })).toBeDisabled();
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(sideways).toBeLessThanOrEqual(1);
});

test('on a phone: the menu, a list of cards, a plan whose lines read as cards', async ({ page, visitor }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await visitor.as('county');
  await visitor.open('/');
  await expect(page.getByText('不得引用')).toBeVisible();
  await page.getByRole('button', { name: '菜单' }).click();
  await page.getByRole('navigation', { name: '栏目' }).getByRole('link', { name: '方案' }).click();
  await page.getByRole('button', { name: '打开' }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('浦江县');
  const line = page.locator('tr[data-row^="blocks/"]').first();
  const box = await line.boundingBox();
  expect(box?.width ?? 0).toBeLessThanOrEqual(390);
  await expect(line.getByLabel(/整合后/)).toBeVisible();
});

test('a page that does not exist, and a zone that is not there, say where to go next', async ({ page, visitor }) => {
  await visitor.as('public');
  await visitor.open('/nothing-here');
  await page.getByRole('link', { name: '回到总览' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '总览' })).toBeVisible();
  await visitor.open('/zones/nosuchzone');
  await expect(page.getByRole('alert')).toContainText('nosuchzone');
});
