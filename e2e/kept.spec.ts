// What was typed and not saved outlives a reload of the page, for the person who typed it alone.
import { expect, test } from './visitor.ts';

const plan = '/plans/training-330726?data=training&on=2021-06-10';

test('a plan that was typed in and not saved is offered after a reload, put back, and forgotten once it is saved', async ({
  page,
  visitor,
}) => {
  await visitor.as('county');
  await visitor.open(plan);
  const block = page.getByLabel('黄宅镇功能分区 · 整合后（km²）');
  const offer = page.getByText(/填写的内容没有保存/);
  await block.fill('5.75');
  await expect(page.getByText('在本机检查')).toBeVisible();
  page.once('dialog', (question) => void question.accept());
  await page.reload();
  await expect(offer).toBeVisible();
  await expect(block).toHaveValue('5.73');

  await visitor.as('city');
  await visitor.open(plan);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(offer).toHaveCount(0);

  await visitor.as('county');
  await visitor.open(plan);
  await page.getByRole('button', { name: '恢复填写的内容' }).click();
  await expect(block).toHaveValue('5.75');
  await expect(offer).toHaveCount(0);
  await page.getByRole('button', { name: '撤销' }).click();
  await expect(block).toHaveValue('5.73');
  page.once('dialog', (question) => void question.accept());
  await page.reload();
  await expect(block).toHaveValue('5.73');
  await expect(offer).toHaveCount(0);
});
