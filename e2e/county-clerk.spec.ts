// The county clerk's day with the annex: S1-附件1 in the training province, checked by the engine in the browser and again
// by the server.
import { answer, openFindings } from './answers.ts';
import { expect, test } from './visitor.ts';

const plan = '/plans/training-330726?data=training&on=2021-06-10';

test("the county clerk checks Pujiang's annex, breaks a sum by 0.01, sees the subtotal fail, mends it, writes the reason for growth, and submits", async ({
  page,
  visitor,
}) => {
  await visitor.as('county');
  await visitor.open(plan);
  await expect(page.getByRole('button', { name: '报送', exact: true })).toBeVisible();

  await test.step('the annex adds up: 33.86 before, 42.20 after, +8.34 (+24.6 %)', async () => {
    const total = page.getByRole('row', { name: /^合计/ });
    await expect(total).toContainText('33.86');
    await expect(total).toContainText('42.20');
    await expect(page.getByText('+24.6 %', { exact: true })).toBeVisible();
    await expect(page.getByRole('row', { name: /^黄宅片区/ })).toContainText('相符');
  });

  const block = page.getByLabel('黄宅镇功能分区 · 整合后（km²）');
  const findings = page.getByRole('region', { name: '检查结果' });
  const failedSum = findings.locator('[data-finding="zj-sums:after-huangzhai"]');

  await test.step('off by 0.01, exactly the sums it takes part in fail', async () => {
    await block.fill('5.74');
    await expect(findings.getByText('在本机检查')).toBeVisible();
    await expect(failedSum).toContainText('阻止报送');
    await expect(findings.locator('.standing.blocks [data-finding^="zj-sums:"]')).toHaveCount(3);
    await expect(page.getByRole('row', { name: /^黄宅片区/ })).toContainText('差 +0.01');
    await failedSum.getByRole('button', { name: /黄宅片区/ }).click();
    await expect(page.getByLabel(/^黄宅片区 · 整合后.*所列/)).toBeFocused();
  });

  await test.step('mended, it passes again', async () => {
    await block.fill('5.73');
    await expect(findings.locator('.standing.blocks [data-finding^="zj-sums:"]')).toHaveCount(0);
    await expect(page.getByRole('row', { name: /^黄宅片区/ })).toContainText('相符');
  });

  await test.step('it cannot be submitted before the reason for growth is written', async () => {
    await page.getByRole('button', { name: '报送', exact: true }).click();
    await expect(page.getByRole('alert').filter({ hasText: '还不能报送' })).toBeVisible();
    await page.getByRole('button', { name: '取消' }).click();
  });

  await test.step('growth asks for its reason with the paper; what else stands in the way is answered too', async () => {
    await answer(page, 'zj-growth', '写理由', '三个片区并入后统一规划，新增面积为已批控规范围。');
    await expect(findings.locator('.standing.blocks [data-finding="zj-growth"]')).toHaveCount(0);
    for (const left of await openFindings(page)) await answer(page, left.id, left.button, '训练：按县专班会议意见办理。');
    await expect(findings.locator('.standing.blocks .count')).toHaveText('0');
    await expect(findings.locator('.standing.reason .count')).toHaveText('0');
  });

  await test.step('saved as a new version and submitted', async () => {
    await page.getByRole('button', { name: '保存新版本' }).click();
    await page.getByLabel('这一版改了什么（可不填）').fill('写明扩大面积的理由');
    await page.getByRole('button', { name: '确认保存' }).click();
    await expect(page.getByText(/已存为第 \d+ 版/)).toBeVisible();
    await expect(findings.getByText('服务器已检查')).toBeVisible();
    await page.getByRole('button', { name: '报送', exact: true }).click();
    await page.getByRole('button', { name: '确认报送' }).click();
    await expect(page.locator('.plan-state')).toContainText('已报送');
    await expect(block).not.toBeEditable();
  });

  await test.step('and can be taken back by the clerk', async () => {
    await page.getByRole('button', { name: '撤回' }).click();
    await page.getByRole('note').getByRole('button', { name: '撤回' }).click();
    await expect(page.locator('.plan-state')).toContainText('起草中');
  });
});
