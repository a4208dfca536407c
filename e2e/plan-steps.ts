// What journeys do with a plan on its way, step by step: save, submit, find it in the work of a role, answer, act.
import { expect, type Locator, type Page } from '@playwright/test';
import { answer, openFindings } from './answers.ts';
import type { Visitor } from './visitor.ts';

export function caseOf(page: Page): Locator {
  return page.getByRole('region', { name: '办理', exact: true });
}

/** Answers all that stands before a submission, and keeps it as a new version. */
export async function clearFindings(page: Page): Promise<void> {
  await expect(page.getByRole('region', { name: '检查结果' }).getByText('服务器已检查')).toBeVisible();
  const left = await openFindings(page);
  for (const one of left) await answer(page, one.id, one.button, '训练：按县专班会议意见办理。');
  if (left.length > 0) await save(page);
}

export async function save(page: Page): Promise<void> {
  await page.getByRole('button', { name: '保存新版本' }).click();
  await page.getByRole('button', { name: '确认保存' }).click();
  await expect(page.getByText(/已存为第 \d+ 版/)).toBeVisible();
}

export async function submit(page: Page): Promise<void> {
  await page.getByRole('button', { name: '报送', exact: true }).click();
  await page.getByRole('button', { name: '确认报送' }).click();
  await expect(page.getByRole('status').filter({ hasText: '已报送' })).toBeVisible();
}

/** One click from my work to the thing; in the table of cases unless another is named. */
export async function openFromWork(page: Page, visitor: Visitor, card: string, work: string): Promise<void> {
  await visitor.as(card);
  await visitor.open(work);
  await page
    .locator('table')
    .getByRole('link', { name: /浦江县/ })
    .first()
    .click();
  await expect(caseOf(page)).toBeVisible();
}

/** A department's opinion on the case that is open. */
export async function opine(page: Page, stance: string, text: string): Promise<void> {
  await page.getByRole('button', { name: '回复意见' }).click();
  const form = page.getByRole('form', { name: '回复意见' });
  await form.getByText(stance, { exact: true }).click();
  if (text) await form.getByLabel(/^意见内容/).fill(text);
  await form.getByRole('button', { name: '确认回复意见' }).click();
  await expect(page.getByText('已办：回复意见')).toBeVisible();
}

/** Opens a form, fills it, reads it over, and sends it. */
export async function act(page: Page, button: string, fields: Readonly<Record<string, string>>): Promise<void> {
  const approval = caseOf(page);
  await approval.getByRole('button', { name: button, exact: true }).click();
  for (const [label, text] of Object.entries(fields)) await approval.getByLabel(new RegExp(`^${label}`)).fill(text);
  await approval.getByRole('button', { name: '下一步：核对' }).click();
  await approval.getByRole('button', { name: `确认${button}` }).click();
  await expect(page.getByText(`已办：${button}`)).toBeVisible();
}

/** The round of that place, from the consultations in my work. */
export async function openRound(page: Page, place: RegExp): Promise<void> {
  await page.getByRole('table', { name: '征求意见待办' }).getByRole('link', { name: place }).click();
}

/** Once every comment has its answer. */
export async function publishAnswers(page: Page): Promise<void> {
  await expect(page.getByText('全部答复了')).toBeVisible();
  await page.getByRole('button', { name: '公布答复表' }).click();
  await page.getByRole('button', { name: '确认公布' }).click();
  await expect(page.getByRole('link', { name: '看答复' })).toBeVisible();
}
