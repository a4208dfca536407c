// The paper of an approval, as the province makes it: its code and the file.
import type { Page } from '@playwright/test';
import { expect } from './visitor.ts';

/** On the documents of a plan; `path` is where the browser keeps what it downloaded. */
export async function madeApproval(page: Page): Promise<{ readonly code: string; readonly path: string }> {
  await page.getByRole('combobox', { name: '文件' }).click();
  await page.getByTitle('批复', { exact: true }).click();
  await page.getByRole('button', { name: '生成', exact: true }).click();
  const row = page.getByRole('table', { name: '已生成的文件' }).getByRole('row', { name: /批复/ });
  // It waits for its turn in the queue.
  await expect(row).toContainText('已生成', { timeout: 120_000 });
  const code = (await row.textContent())?.match(/[A-HJKMNP-Z2-9]{4}-?[A-HJKMNP-Z2-9]{4}-?[A-HJKMNP-Z2-9]{4}/)?.[0] ?? '';
  expect(code).not.toBe('');
  const [saved] = await Promise.all([page.waitForEvent('download'), row.getByRole('button', { name: /下载/ }).click()]);
  return { code, path: await saved.path() };
}

/** For anybody: the page of the code, with its paper. */
export async function verifyCode(page: Page, code: string): Promise<void> {
  await page.getByLabel('核验码').fill(code);
  await page.getByRole('button', { name: '核验', exact: true }).click();
  await expect(page.getByText('这个核验码对应下面的文件')).toBeVisible();
}
