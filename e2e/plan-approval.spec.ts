// A plan among its people: S2-(十四), county → city → province, with departments asked beside the city. Runs after the
// county clerk's day and leaves Pujiang's training plan approved.
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { answer, openFindings } from './answers.ts';
import { expect, test, type Visitor } from './visitor.ts';

const view = 'data=training&on=2021-06-10';
const plan = `/plans/training-330726?${view}`;
const work = `/work?${view}`;

test('a plan is submitted, a department gives its opinion, the city returns two cells with reasons, only these unlock, the clerk mends and resubmits, the city accepts, the province approves, the plan is frozen', async ({
  page,
  visitor,
}) => {
  test.setTimeout(180_000);
  const baima = page.getByLabel('白马镇功能分区 · 整合后（km²）');
  const zhengzhai = page.getByLabel('郑宅镇功能分区 · 整合后（km²）');
  const approval = page.getByRole('region', { name: '办理', exact: true });

  await test.step('the clerk submits', async () => {
    await visitor.as('county');
    await visitor.open(plan);
    await clearFindings(page);
    await submit(page);
    await expect(approval.getByRole('list', { name: '办理步骤' })).toContainText('金华市');
    await expect(baima).not.toBeEditable();
  });

  await test.step('two departments find it in their work and answer at the same time: one agrees, one has no opinion', async () => {
    await opine(page, visitor, 'land', '同意', '与国土空间规划相符。');
    await opine(page, visitor, 'environment', '无意见', '');
  });

  await test.step('the city returns two cells, each with its reason, picked by mouse and by keyboard', async () => {
    await openFromWork(page, visitor, 'city');
    await expect(approval.getByRole('list', { name: '部门意见' })).toContainText('与国土空间规划相符。');
    await approval.getByRole('button', { name: '退回修改' }).click();
    await baima.click();
    await zhengzhai.focus();
    await page.keyboard.press('Space');
    await expect(approval.getByText('要退回的格子（已选 2 处）').first()).toBeVisible();
    await expect(approval.getByRole('button', { name: '下一步：核对' })).toBeDisabled();
    await approval.getByLabel(/^白马镇功能分区.*退回理由/).fill('少计 0.01，与控规不符');
    await approval.getByLabel(/^郑宅镇功能分区.*退回理由/).fill('多计 0.01，与控规不符');
    await accessible(page);
    await approval.getByRole('button', { name: '下一步：核对' }).click();
    await expect(approval).toContainText('少计 0.01，与控规不符');
    await approval.getByRole('button', { name: '确认退回修改' }).click();
    await expect(approval.getByText('已办：退回修改')).toBeVisible();
  });

  await test.step('only these two cells unlock for the clerk, who mends them and submits again', async () => {
    await openFromWork(page, visitor, 'county');
    await expect(approval.getByText(/退回，下列格子要改/)).toBeVisible();
    await expect(page.getByLabel('黄宅镇功能分区 · 整合后（km²）')).not.toBeEditable();
    await expect(page.getByRole('button', { name: '加一块' })).toHaveCount(0);
    await baima.fill('2.24');
    await zhengzhai.fill('2.35');
    await expect(approval.getByText('已改', { exact: true })).toHaveCount(2);
    await accessible(page);
    await save(page);
    await submit(page);
  });

  await test.step('the city accepts', async () => {
    await openFromWork(page, visitor, 'city');
    await approval.getByText(/退回以来的全部变化/).click();
    await expect(approval.getByRole('table', { name: '比较两个版本' })).toContainText('2.24');
    await act(page, '审核通过', { 审核意见: '两处已改，同意转报。' });
  });

  await test.step('the province approves on its paper, after reading it over', async () => {
    await openFromWork(page, visitor, 'province');
    await act(page, '批复同意', { 文号: '浙整合办〔2021〕训练 1 号' });
    await expect(approval.getByText(/批复，内容冻结/)).toBeVisible();
  });

  await test.step('the plan is frozen for everybody', async () => {
    await visitor.as('county');
    await visitor.open(plan);
    await expect(page.locator('.plan-state')).toContainText('已批复');
    await expect(approval).toContainText('浙整合办〔2021〕训练 1 号');
    await expect(baima).toHaveValue('2.24');
    await expect(baima).not.toBeEditable();
    await expect(page.getByRole('button', { name: '保存新版本' })).toHaveCount(0);
    await accessible(page);
  });
});

test('somebody acts while a form is open: the reader is told who, and what was typed stays', async ({ page, visitor }) => {
  const lanxi = 'training-330781';
  const approval = page.getByRole('region', { name: '办理', exact: true });
  await visitor.as('city');
  await visitor.open(`/plans/${lanxi}?${view}`);
  await approval.getByRole('button', { name: '退回修改' }).click();
  await page.locator('[data-cell^="blocks/"][data-cell$="/areaAfter"]').first().click();
  await approval.getByLabel(/退回理由/).fill('请附控规批复');
  await approval.getByLabel(/^总的意见/).fill('请核对后再报');

  const { seen, version, allowed } = await (await page.request.get(`/api/approvals/plans/${lanxi}?on=2021-06-10`)).json();
  const added = allowed.find((one: { readonly kind: string }) => one.kind === 'add-signer');
  const data = { kind: 'add-signer', version, seen, to: added.units[0].id, on: '2021-06-10' };
  const headers = { origin: new URL(page.url()).origin };
  expect((await page.request.post(`/api/approvals/plans/${lanxi}/actions`, { data, headers })).ok()).toBe(true);

  await approval.getByRole('button', { name: '下一步：核对' }).click();
  await approval.getByRole('button', { name: '确认退回修改' }).click();
  const told = page.getByRole('alert').filter({ hasText: '刚才有人先办了' });
  await expect(told).toContainText('加签');
  await approval.getByRole('button', { name: '再改改' }).click();
  await expect(approval.getByLabel(/退回理由/)).toHaveValue('请附控规批复');
  await expect(approval.getByLabel(/^总的意见/)).toHaveValue('请核对后再报');
});

async function clearFindings(page: Page): Promise<void> {
  const left = await openFindings(page);
  for (const one of left) await answer(page, one.id, one.button, '训练：按县专班会议意见办理。');
  if (left.length > 0) await save(page);
}

async function save(page: Page): Promise<void> {
  await page.getByRole('button', { name: '保存新版本' }).click();
  await page.getByRole('button', { name: '确认保存' }).click();
  await expect(page.getByText(/已存为第 \d+ 版/)).toBeVisible();
}

async function submit(page: Page): Promise<void> {
  await page.getByRole('button', { name: '报送', exact: true }).click();
  await page.getByRole('button', { name: '确认报送' }).click();
  await expect(page.getByRole('status').filter({ hasText: '已报送' })).toBeVisible();
}

/** One click from my work to the thing. */
async function openFromWork(page: Page, visitor: Visitor, card: string): Promise<void> {
  await visitor.as(card);
  await visitor.open(work);
  await page
    .locator('table')
    .getByRole('link', { name: /浦江县/ })
    .first()
    .click();
  await expect(page.getByRole('region', { name: '办理', exact: true })).toBeVisible();
}

async function opine(page: Page, visitor: Visitor, card: string, stance: string, text: string): Promise<void> {
  await openFromWork(page, visitor, card);
  await page.getByRole('button', { name: '回复意见' }).click();
  const form = page.getByRole('form', { name: '回复意见' });
  await form.getByText(stance, { exact: true }).click();
  if (text) await form.getByLabel(/^意见内容/).fill(text);
  await form.getByRole('button', { name: '确认回复意见' }).click();
  await expect(page.getByText('已办：回复意见')).toBeVisible();
}

/** Opens a form, fills it, reads it over, and sends it. */
async function act(page: Page, button: string, fields: Readonly<Record<string, string>>): Promise<void> {
  const approval = page.getByRole('region', { name: '办理', exact: true });
  await approval.getByRole('button', { name: button, exact: true }).click();
  for (const [label, text] of Object.entries(fields)) await approval.getByLabel(new RegExp(`^${label}`)).fill(text);
  await approval.getByRole('button', { name: '下一步：核对' }).click();
  await approval.getByRole('button', { name: `确认${button}` }).click();
  await expect(page.getByText(`已办：${button}`)).toBeVisible();
}

async function accessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag22aa']).analyze();
  const grave = violations.filter((one) => one.impact === 'serious' || one.impact === 'critical');
  expect(
    grave.map(
      (one) =>
        `${one.id}: ${one.nodes
          .map((node) => node.html.slice(0, 160))
          .slice(0, 3)
          .join(' | ')}`,
    ),
  ).toEqual([]);
}
