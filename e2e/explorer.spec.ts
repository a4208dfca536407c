// The explorer, targets and tags: figures on the screen are those of the API, a view is a link, a source is reached by keyboard, and what
// does not belong on one chart is refused.
import type { Locator, Page } from '@playwright/test';
import { cellsIn } from '../packages/engine/src/explorer/index.ts';
import { Decimal } from '../packages/engine/src/kernel/index.ts';
import { accessible } from './accessible.ts';
import { expect, settled, test } from './visitor.ts';

interface Cells {
  readonly key: string;
  readonly kind: string;
  readonly cells: ReturnType<typeof cellsIn>;
}

type Wired = Omit<Cells, 'cells'> & { readonly cells: string };

interface Pivot {
  readonly indicators: readonly { readonly code: string; readonly decimals: number }[];
  readonly rows: readonly Cells[];
}

const day = { dataset: 'training', on: '2021-06-10' };

async function pivot(page: Page, asked: Readonly<Record<string, string>>): Promise<Pivot> {
  const answer = await page.request.get(`/api/explorer/pivot?${new URLSearchParams({ ...day, ...asked })}`);
  expect(answer.ok(), await answer.text()).toBe(true);
  const { rows, ...rest } = (await answer.json()) as Omit<Pivot, 'rows'> & { readonly rows: readonly Wired[] };
  return { ...rest, rows: rows.map((row) => ({ ...row, cells: cellsIn(row.cells) })) };
}

/** What cells of the table show, without the signs beside the numbers. */
async function figuresIn(cells: Locator): Promise<readonly string[]> {
  const texts = await cells.evaluateAll((all) => all.map((cell) => cell.lastChild?.textContent ?? ''));
  return texts.map((text) => text.replaceAll(',', ''));
}

async function shown(page: Page, row: string, column: string): Promise<string> {
  const cell = page.locator(`tr[data-row="${row}"] td[data-column="${column}"]`);
  await expect(cell).toBeVisible();
  return (await figuresIn(cell)).join();
}

test('a subtotal of a ratio is the sum of its upper parts divided by the sum of its lower ones', async ({ page, visitor }) => {
  await visitor.as('province');
  await visitor.open('/explorer?i=tax_per_mu&rows=county&grain=year&from=2019&to=2019&place=330700');
  const parts = await pivot(page, {
    indicators: 'tax_revenue,land_area',
    rows: 'unit',
    grain: 'year',
    from: '2019',
    to: '2019',
    subtotals: 'false',
  });
  const whole = await pivot(page, { indicators: 'tax_per_mu', rows: 'county', grain: 'year', from: '2019', to: '2019' });
  const zones = parts.rows.filter(({ kind, key }) => kind === 'unit' && !/^33\d{4}$/.test(key));
  const city = '330700';
  const within = zones.filter(({ key }) => key.includes('-3307'));
  expect(within.length).toBeGreaterThan(5);
  const sum = (at: number) => within.reduce((total, { cells }) => total.plus(cells[at]?.[0] ?? 0), new Decimal(0));
  const decimals = whole.indicators[0]?.decimals ?? 0;
  const expected = sum(0).dividedBy(sum(1)).toFixed(decimals);
  expect(await shown(page, `subtotal-${city}`, 'tax_per_mu.2019')).toBe(expected);
  const counties = whole.rows.filter(({ kind, key }) => kind === 'county' && key.startsWith('3307'));
  const mean = counties.reduce((total, { cells }) => total.plus(cells[0]?.[0] ?? 0), new Decimal(0)).dividedBy(counties.length);
  expect(mean.toFixed(decimals), 'the mean of ratios would be another figure').not.toBe(expected);
  await accessible(page);
});

test('a merged zone reads both ways: as it was then and on today’s map, with the same total', async ({ page, visitor }) => {
  await visitor.as('province');
  const question = '/explorer?i=tax_revenue&rows=unit&grain=year&from=2018&to=2020&place=330702';
  await visitor.open(question);
  const column = 'tax_revenue.2019';
  const then = await shown(page, 'total-all', column);
  const own = await shown(page, 'xl-330702-01', column);
  const former = await shown(page, 'xl-330702-02', column);
  await page.getByText('今日区划', { exact: true }).click();
  await expect(page.locator(`tr[data-row="xl-330702-01"] td[data-column="${column}"] .signs`)).toContainText('→');
  expect(await shown(page, 'total-all', column)).toBe(then);
  expect(await shown(page, 'xl-330702-01', column)).toBe(new Decimal(own).plus(former).toFixed(2));
});

test('the view is a link: another browser opens the same figures in the same order', async ({ page, visitor, context }) => {
  await visitor.as('province');
  await visitor.open('/explorer');
  await page.getByRole('button', { name: '选择指标' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('searchbox').fill('tax per mu');
  await dialog.getByRole('checkbox', { name: /亩均税收/ }).check();
  await dialog.getByRole('button', { name: '完成' }).click();
  await expect(page.getByRole('grid')).toBeVisible();
  await page.getByRole('button', { name: '2020', exact: true }).click();
  await expect(page).toHaveURL(/i=tax_per_mu.*sort=tax_per_mu\.2020.*desc=1/);
  const names = page.locator('table.pivot-grid tbody th');
  await expect(names.first()).not.toHaveText('杭州市');
  const order = await names.allTextContents();
  const numbers = (await figuresIn(page.locator('tr.plain td[data-column="tax_per_mu.2020"]'))).map(Number);
  expect(numbers.length).toBeGreaterThan(5);
  expect(numbers).toEqual([...numbers].sort((a, b) => b - a));
  await expect(page.locator('[aria-sort="descending"]')).toHaveCount(1);
  const second = await context.newPage();
  await second.goto(page.url());
  await settled(second);
  await expect(second.getByRole('grid')).toBeVisible();
  expect(await second.locator('table.pivot-grid tbody th').allTextContents()).toEqual(order);
});

test('by keyboard alone: through the table to a figure, into its source, and back', async ({ page, visitor }) => {
  await visitor.as('province');
  await visitor.open('/explorer?i=tax_per_mu.tax_revenue&rows=unit&grain=year&from=2019&to=2020&place=330702');
  const first = page.locator('td[data-cell="0.0"]');
  await first.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('td[data-cell="1.1"]')).toBeFocused();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowUp');
  await expect(first).toBeFocused();
  await page.keyboard.press('Enter');
  const panel = page.getByRole('complementary', { name: '数字来源' });
  await expect(panel).toContainText('每亩用地产生的税收');
  await expect(panel.getByText('税收收入 / 用地面积')).toBeVisible();
  await expect(panel.getByRole('link', { name: /亩均税收/ })).toHaveAttribute('href', /\/indicators\/tax_per_mu/);
  await accessible(page);
  await page.keyboard.press('Escape');
  await expect(panel).toHaveCount(0);
});

test('the reader’s own units: 万元 becomes 亿元 to the last digit, and stays so on the next page', async ({ page, visitor }) => {
  await visitor.as('province');
  await visitor.open('/explorer?i=tax_revenue&grain=year&from=2020&to=2020');
  const column = 'tax_revenue.2020';
  const filed = await shown(page, 'total-all', column);
  await page.getByLabel('金额单位').click();
  await page.getByText('亿元', { exact: true }).click();
  await expect(page.getByRole('columnheader', { name: /税收收入 亿元/ })).toBeVisible();
  expect(new Decimal(await shown(page, 'total-all', column)).times(10_000).equals(filed)).toBe(true);
  await page.reload();
  await settled(page);
  await expect(page.getByRole('columnheader', { name: /税收收入 亿元/ })).toBeVisible();
});

test('a chart for each indicator and a map, each with the table as its twin', async ({ page, visitor }) => {
  await visitor.as('province');
  await visitor.open('/explorer?i=tax_per_mu.tax_revenue&grain=year&show=chart');
  await expect(page.getByRole('img', { name: /亩均税收的走势/ })).toBeVisible();
  await expect(page.getByRole('img', { name: /税收收入的走势/ })).toBeVisible();
  await expect(page.getByRole('grid')).toBeVisible();
  await accessible(page);
  await page.getByText('地图', { exact: true }).click();
  await expect(page.getByRole('application', { name: /亩均税收的分布/ })).toBeVisible();
  await expect(page.getByRole('list', { name: '图例' }).getByRole('listitem')).toHaveCount(5);
  await expect(page.getByRole('grid')).toBeVisible();
  await accessible(page);
});

test('on a phone the figures are cards, and a source opens over them', async ({ page, visitor }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await visitor.as('province');
  await visitor.open('/explorer?i=tax_per_mu.tax_revenue&grain=year');
  const card = page.getByRole('list', { name: '查询结果' }).getByRole('listitem').filter({ hasText: '金华市' });
  await card.getByRole('button', { name: /亩均税收/ }).click();
  await expect(page.getByRole('dialog')).toContainText('每亩用地产生的税收');
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(sideways).toBeLessThanOrEqual(1);
});

test('two definitions of trade share are refused on one chart, with both beside each other', async ({ page, visitor }) => {
  await visitor.as('province');
  await visitor.open('/targets?data=real&on=2026-11-22');
  await page.getByRole('checkbox', { name: /比较: 进出口总额占全省比重/ }).check();
  await page.getByRole('checkbox', { name: /比较: 货物贸易进出口占全省比重/ }).check();
  await expect(page.getByText('不能放在一张图上', { exact: true })).toBeVisible();
  const definitions = page.locator('.definition');
  await expect(definitions).toHaveCount(2);
  await expect(definitions.first()).toContainText('60');
  await expect(definitions.last()).toContainText('45');
  await expect(page.locator('.definition canvas, .definition svg[role="img"]')).toHaveCount(0);
  await accessible(page);
});

test('the county’s goals stand beside the province’s, and a missing base is a dash', async ({ page, visitor }) => {
  await visitor.as('county');
  await visitor.open('/targets');
  const beside = page.getByRole('region', { name: '县与省并列' }).first();
  await expect(beside.getByRole('row', { name: /高新技术产业增加值/ })).toContainText('45 < 55');
  await expect(beside.getByRole('row', { name: /R&D/ })).toContainText('2.2 < 3.5');
  await expect(beside.getByRole('row', { name: /R&D/ })).toContainText('口径不同');
  await expect(page.getByRole('row', { name: /亩均增加值年均增幅/ })).toContainText('—');
  await accessible(page);
});

test('a rule of a tag is tried as it is typed: what is wrong is marked, what is right is counted', async ({ page, visitor }) => {
  await visitor.as('province');
  await visitor.open('/tags');
  await page.getByRole('link', { name: '新设标签' }).click();
  const rule = page.getByLabel('规则', { exact: true });
  await rule.fill('亩均税收 >= 无此指标');
  const trial = page.getByRole('status', { name: '试算' });
  await expect(trial.locator('mark')).toHaveText('无此指标');
  await rule.fill('亩均税收 >= `30 万元/亩`');
  await expect(trial).toContainText('规则可用');
  await expect(trial).toContainText(/\d+ \/ \d+ \/ \d+/);
  await accessible(page);
});
