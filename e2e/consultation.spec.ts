// People are asked about a draft (F105): without an account, on a phone, with a receipt; every comment is answered in public.
// On the plan of 金华市本级, which the city drafts; the other journeys leave it alone.
import { accessible } from './accessible.ts';
import { act, openRound, publishAnswers } from './plan-steps.ts';
import { expect, test } from './visitor.ts';

const plan = '/plans/training-330700';
const opening = 'data=training&on=2021-06-10';
const afterwards = 'data=training&on=2021-06-23';
const phone = { width: 390, height: 844 };
const desk = { width: 1440, height: 900 };

test('the drafters ask the public; a citizen comments on a phone without an account and keeps the receipt; the clerk answers and publishes; the citizen finds the answer by the receipt', async ({
  page,
  visitor,
}) => {
  let round = '';
  let receipt = '';
  let inWords = '';

  await test.step('the city opens a revision and begins a public round on it; the earliest day and its rule are shown', async () => {
    await visitor.as('city');
    await visitor.open(`${plan}?${opening}`);
    await act(page, '另立新版本', { 说明: '训练：按省里要求修订。' });
    const panel = page.getByRole('region', { name: '征求意见', exact: true });
    await panel.getByRole('button', { name: '开始征求意见' }).click();
    const form = panel.getByRole('form', { name: '开始一轮征求意见' });
    await expect(form).toContainText('最早可定 2021-06-22');
    await expect(form).toContainText('7 个工作日');
    await form.getByLabel('截止日期', { exact: true }).fill('2021-06-21');
    await form.getByLabel('截止日期', { exact: true }).press('Enter');
    await expect(form).toContainText('太早：最早 2021-06-22');
    await form.getByLabel('截止日期', { exact: true }).fill('2021-06-22');
    await form.getByLabel('截止日期', { exact: true }).press('Tab');
    await form.getByLabel(/^说明/).fill('训练：请就区块范围提意见。');
    await accessible(page);
    await form.getByRole('button', { name: /就第 \d+ 版开始/ }).click();
    await expect(panel.getByText('已开始征求意见')).toBeVisible();
    await expect(panel).toContainText('2021-06-22 前这份方案不能改');
    await expect(page.getByRole('button', { name: '保存新版本' })).toHaveCount(0);
  });

  await test.step('a citizen on a phone goes from a row of the plan to the form, which is aimed there', async () => {
    await visitor.as('public');
    await page.setViewportSize(phone);
    await visitor.open(`/consultation?${opening}`);
    await page.getByRole('link', { name: /提意见.*金华市本级/ }).click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('金华市本级');
    round = new URL(page.url()).pathname;
    await page.getByRole('link', { name: /看第 \d+ 版全文/ }).click();
    const row = page.getByRole('link', { name: /^提意见 \S/ }).first();
    inWords = ((await row.textContent()) ?? '').replace('提意见', '').trim();
    await row.click();
    await expect(page.getByRole('radio', { name: '方案里的某一处' })).toBeChecked();
    await expect(page.getByLabel('哪一处')).toContainText(inWords);
    await accessible(page);
  });

  await test.step('what was typed outlives a reload and a sending that fails', async () => {
    await page.getByLabel('意见和理由').fill('请写明这一块的边界。<b>谢谢</b>');
    await page.getByLabel('电话或邮箱').fill('训练 000-0000');
    await page.reload();
    await expect(page.getByLabel('意见和理由')).toHaveValue('请写明这一块的边界。<b>谢谢</b>');
    await page.route('**/rpc/consultation/comment', (route) => route.abort());
    await page.getByRole('button', { name: '提交意见' }).click();
    await expect(page.getByText('没有提交成功，写的内容还在')).toBeVisible();
    await page.unroute('**/rpc/consultation/comment');
    await expect(page.getByLabel('意见和理由')).toHaveValue('请写明这一块的边界。<b>谢谢</b>');
  });

  await test.step('the comment is sent and its receipt shown; the field for machines is out of reach', async () => {
    await expect(page.locator('input[name="website"]')).toHaveAttribute('tabindex', '-1');
    await expect(page.locator('.not-for-people')).toHaveAttribute('aria-hidden', 'true');
    await page.getByRole('button', { name: '提交意见' }).click();
    await expect(page.getByText(/已收到，是这一轮的第 1 条意见/)).toBeVisible();
    receipt = ((await page.locator('.receipt-code').textContent()) ?? '').trim();
    expect(receipt).toMatch(/^[2-9A-Z-]{16,}$/);
    await accessible(page);
    await page.getByRole('link', { name: '查这条意见' }).click();
    await expect(page.getByText('还没有答复')).toBeVisible();
  });

  await test.step('the clerk answers with the keyboard alone and publishes after the last day', async () => {
    await visitor.as('city');
    await page.setViewportSize(desk);
    await visitor.open(`/work?${afterwards}`);
    await openRound(page, /金华市本级/);
    await expect(page.getByText('已答复 0 / 1 条')).toBeVisible();
    await page.getByRole('button', { name: /下一条未答复/ }).click();
    const form = page.getByRole('form', { name: '第 1 条意见' });
    await expect(page.getByText('训练 000-0000')).toBeVisible();
    await expect(form.getByRole('radio', { name: '采纳', exact: true })).toBeFocused();
    await page.keyboard.press('Space');
    await form.getByLabel('答复和理由（会公布）').fill('训练：采纳，下一稿写明四至。');
    await accessible(page);
    await page.keyboard.press('Control+Enter');
    await publishAnswers(page);
  });

  await test.step('the citizen finds the answer by the receipt, and everybody reads the table without the contact', async () => {
    await visitor.as('public');
    await page.setViewportSize(phone);
    await visitor.open(`/consultation/receipt?${afterwards}`);
    await page.getByLabel('回执号').fill(receipt.toLowerCase());
    await page.getByRole('button', { name: '查询' }).click();
    await expect(page.getByText('训练：采纳，下一稿写明四至。')).toBeVisible();
    await accessible(page);
    await page.setViewportSize(desk);
    await visitor.open(`${round}/answers?${afterwards}`);
    const table = page.getByRole('table', { name: '意见和答复' });
    await expect(table).toContainText('请写明这一块的边界。<b>谢谢</b>');
    await expect(table).toContainText('训练：采纳，下一稿写明四至。');
    await expect(page.getByText('训练 000-0000')).toHaveCount(0);
    await accessible(page);
  });
});

test('a department that has no opinion says so, and the grid of the round shows it', async ({ page, visitor }) => {
  await visitor.as('land');
  await visitor.open(`/work?${opening}`);
  await openRound(page, /永康市/);
  await page.getByText('无意见', { exact: true }).click();
  await page.getByRole('button', { name: '提交回复' }).click();
  await expect(page.getByText(/已收到/)).toBeVisible();
  const grid = page.getByRole('table', { name: '被征求意见的单位' });
  const row = grid.getByRole('row', { name: /金华市自然资源和规划局/ });
  await expect(row).toContainText('已回复');
  await expect(row).toContainText('无意见');
});
