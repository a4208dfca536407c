// How a clerk clears what stands between a plan and its submission: a written reason or a recorded exception for each finding.
import { expect, type Page } from '@playwright/test';

interface Left {
  readonly id: string;
  readonly button: string;
}

/** Findings that still stop the submission or wait for a reason, and the button each offers. */
export async function openFindings(page: Page): Promise<readonly Left[]> {
  const cards = page.locator('.standing.blocks [data-finding], .standing.reason [data-finding]');
  const found: Left[] = [];
  for (const card of await cards.all()) {
    const id = await card.getAttribute('data-finding');
    const button = card.getByRole('button', { name: /写理由|记录例外/ });
    const words = await button.textContent();
    if (id && words) found.push({ id, button: words });
  }
  return found;
}

export async function answer(page: Page, finding: string, button: string, text: string): Promise<void> {
  const card = page.locator(`[data-finding="${finding}"]`);
  await card.getByRole('button', { name: button }).click();
  const form = card.locator('form');
  await form.getByLabel(/^(理由|例外)$/).fill(text);
  await form.getByLabel('依据文件').fill('浦专班〔2021〕训练 1 号');
  const by = form.getByLabel('记录人');
  if (await by.isVisible()) await by.fill('张专员（训练）');
  await form.getByRole('button', { name: '存入方案' }).click();
  await expect(form).toHaveCount(0);
}
