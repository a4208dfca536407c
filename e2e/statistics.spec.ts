// A zone's month, from a pasted block to the province's approval: two findings, one explained and one mended; a second person; two
// cells sent back, and only they open. Then the same sheet on a phone, without a line, and in a second tab.
import type { Page } from '@playwright/test';
import { accessible } from './accessible.ts';
import { cell, handIn, pass, passOnBoard, paste, returnedQuarter, saved, sendBack, sheetPath } from './filing-steps.ts';
import { expect, test, visitorAt } from './visitor.ts';

/** As a spreadsheet has the month: electricity is in 亿千瓦时 by mistake, and far more people work there than a year before. */
const month: readonly (readonly [name: string, figure: string])[] = [
  ['规上工业总产值', '296,500.5'],
  ['工业销售产值', '287,100'],
  ['出口交货值', '54,800'],
  ['期末规上工业企业数', '158'],
  ['工业用电量', '１.49'],
  ['税收收入', '26,100'],
  ['工业税收', '16,300'],
  ['固定资产投资', '38,900'],
  ['工业投资', '16,800'],
  ['工业技术改造投资', '7,300'],
  ['进出口总额', '17,500'],
  ['出口额', '14,050'],
  ['进口额', '3,450'],
  ['实际使用外资', '0'],
  ['制造业实际使用外资', '0'],
  ['期末从业人员', '56,000'],
];

test.describe.configure({ mode: 'serial' });

test('a zone pastes a month, explains one finding, mends the other and hands in', async ({ page, visitor }) => {
  await visitor.as('zone');
  await visitor.open('/statistics');
  await page.getByRole('link', { name: '开发区月报' }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: /开发区月报/ })).toBeVisible();
  await paste(page, '规上工业总产值', [...month, ['没有这个指标', '1'], ['税收收入', '1.2.3']]);
  const preview = page.getByRole('dialog');
  await expect(preview.getByText('没有这个指标，不采用')).toBeVisible();
  await expect(preview.getByText('读不懂，不采用')).toBeVisible();
  await preview.getByRole('button', { name: `采用 ${month.length} 格` }).click();
  await saved(page);
  await expect(cell(page, '规上工业总产值')).toHaveValue('296,500.5');
  await expect(cell(page, '工业用电量')).toHaveValue('1.49');

  const findings = page.getByRole('region', { name: '检查结果' });
  await expect(findings.getByText('不改不能报送')).toHaveCount(1);
  await expect(findings.getByText('要写说明')).toHaveCount(1);
  await page.getByRole('button', { name: '报送', exact: true }).click();
  await expect(page.getByRole('dialog').getByText('还有 1 个问题不改不能报送')).toBeVisible();
  await page.getByRole('dialog').getByRole('button', { name: '取消' }).click();

  await cell(page, '工业用电量').fill('14900');
  await cell(page, '工业用电量').press('Enter');
  await page.getByRole('textbox', { name: '说明：期末从业人员' }).fill('整合后并入两个园区的企业，从业人员一并统计。');
  await page.getByRole('textbox', { name: '说明：期末从业人员' }).blur();
  await saved(page);
  await expect(findings.getByText('已说明')).toBeVisible();
  await accessible(page);
  await handIn(page);
  await expect(cell(page, '税收收入')).toHaveAttribute('readonly', '');
});

test('the checker passes it on; the county returns two cells, and only they open', async ({ page, visitor }) => {
  await pass(page, visitor, 'zone-checker');
  await visitor.as('county-statistics');
  await visitor.open(sheetPath);
  await sendBack(page, { 税收收入: '与税务口径不符，请核对。', 固定资产投资: '少报一个项目。' });

  await visitor.as('zone');
  await visitor.open('/statistics');
  await page.getByRole('link', { name: '开发区月报' }).first().click();
  await expect(page.getByText('只有下面 2 格可以改')).toBeVisible();
  await expect(page.locator('input[data-cell]:not([readonly])')).toHaveCount(2);
  await expect(page.getByRole('row').filter({ hasText: '与税务口径不符' })).toBeVisible();
  await cell(page, '税收收入').fill('26300');
  await cell(page, '税收收入').press('Enter');
  await cell(page, '固定资产投资').fill('39,600');
  await cell(page, '固定资产投资').press('Enter');
  await saved(page);
  await handIn(page);
  await page.getByText('历次报送').click();
  await page.getByRole('button', { name: '看第 2 版的改动' }).click();
  const changes = page.getByRole('table', { name: '第 2 版与前一版的差别' });
  await expect(changes.getByRole('row')).toHaveCount(3);
  await expect(changes.getByText('26,300')).toBeVisible();
});

test('it goes through county, city and province, and the explorer has it at once', async ({ page, visitor }) => {
  await pass(page, visitor, 'zone-checker');
  await pass(page, visitor, 'county-statistics');
  await passOnBoard(page, visitor, 'county', '审定');
  await pass(page, visitor, 'city-statistics');
  await passOnBoard(page, visitor, 'city', '审定');
  await pass(page, visitor, 'province-statistics');
  await passOnBoard(page, visitor, 'province', '审定');
  await visitor.open('/statistics?form=zone-monthly&state=approved&q=浦江');
  await expect(page.getByRole('row').filter({ hasText: '浦江' }).getByText('已审定')).toBeVisible();
  // The explorer has it at once: nothing is gathered overnight.
  await visitor.open('/explorer?i=tax_revenue&grain=month&from=2021-05&to=2021-05&rows=unit&units=xl-330726-01');
  await expect(page.getByRole('row').filter({ hasText: '浦江' }).getByText('26,300').first()).toBeVisible();
});

test('on a phone, without a line for a while, over a reload and in a second tab nothing is lost', async ({ page, context, visitor }) => {
  await visitor.as('zone');
  await page.setViewportSize({ width: 390, height: 844 });
  await visitor.open(returnedQuarter);
  const [mine] = await page.locator('input[data-cell]:not([readonly])').all();
  const name = (await mine?.getAttribute('aria-label')) ?? '';
  const field = page.getByRole('textbox', { name, exact: true });
  const before = await field.inputValue();
  expect(before).not.toBe('');
  const [first, second] = [shifted(before, 1), shifted(before, 2)];
  await context.setOffline(true);
  await field.fill(first);
  await field.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: '连不上，1 格存在本机' })).toBeVisible();
  await context.setOffline(false);
  await saved(page);
  await accessible(page);

  // Typed and not left: the reload takes it along.
  await context.route('**/rpc/statistics/saveCells', (route) => route.abort());
  await field.fill(second);
  await page.reload();
  await expect(field).toHaveValue(new RegExp(`^${grouped(second)}$`));
  await expect(page.getByRole('status').filter({ hasText: /连不上|还没存|正在保存/ })).toBeVisible();
  await context.unroute('**/rpc/statistics/saveCells');
  await saved(page);

  const tab = await context.newPage();
  await tab.goto(returnedQuarter);
  await expect(tab.getByRole('textbox', { name, exact: true })).toHaveValue(grouped(second));
  await field.fill(before);
  await field.press('Enter');
  await saved(page);
  await expect(tab.getByRole('textbox', { name, exact: true })).toHaveValue(before);
  await tab.close();
});

test('two people in one sheet: who came second is shown both figures and chooses', async ({ page, browser, baseURL, visitor }) => {
  const context = await browser.newContext({ baseURL: baseURL ?? '', locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
  const second = await context.newPage();
  const colleague = visitorAt(second);
  await visitor.as('zone');
  await colleague.as('zone-checker');
  await visitor.open(returnedQuarter);
  await colleague.open(returnedQuarter);
  const before = await cell(page, '利润总额').inputValue();
  await type(page, shifted(before, 3));
  await saved(page);
  await type(second, shifted(before, 4));
  const conflict = second.getByRole('alert').filter({ hasText: '两个人改了同一格' });
  await expect(conflict).toContainText(grouped(shifted(before, 3)));
  await conflict.getByRole('button', { name: '用对方的' }).click();
  await saved(second);
  await expect(cell(second, '利润总额')).toHaveValue(grouped(shifted(before, 3)));
  await type(second, before);
  await saved(second);
  await context.close();
});

async function type(page: Page, figure: string): Promise<void> {
  await cell(page, '利润总额').fill(figure);
  await cell(page, '利润总额').press('Enter');
}

/** The last digit moved: a figure close by that no check takes for a slip. */
function shifted(shown: string, by: number): string {
  const plain = shown.replaceAll(',', '');
  return `${plain.slice(0, -1)}${(Number(plain.at(-1)) + by) % 9 || 9}`;
}

function grouped(plain: string): string {
  const [whole = '', part] = plain.split('.');
  const said = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return part === undefined ? said : `${said}.${part}`;
}
