// What journeys do with a filing: open it, paste a block into it, return cells, take it a step on.
import { expect, type Page } from '@playwright/test';
import { caseOf } from './plan-steps.ts';
import type { Visitor } from './visitor.ts';

/** The kept zone of 浦江, whose committee the zone's cards are. */
const unit = 'xl-330726-01';
export const sheetPath = `/statistics/filings/training.zone-monthly.${unit}.2021-05`;
/** Came back to the zone in the training province. */
export const returnedQuarter = `/statistics/filings/training.zone-quarterly.${unit}.2021-Q1`;

export function cell(page: Page, name: string) {
  return page.getByRole('textbox', { name: `本期 ${name}`, exact: true });
}

/** As from Excel: lines of cells with tabs between. */
export async function paste(page: Page, name: string, lines: readonly (readonly string[])[]): Promise<void> {
  const input = cell(page, name);
  await input.focus();
  await input.evaluate(
    (field, text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', text);
      field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    },
    lines.map((line) => line.join('\t')).join('\r\n'),
  );
}

export async function saved(page: Page): Promise<void> {
  await expect(page.getByRole('status').filter({ hasText: '已全部保存' })).toBeVisible();
}

export async function handIn(page: Page): Promise<void> {
  await page.getByRole('button', { name: '报送', exact: true }).click();
  await page.getByRole('button', { name: '确认报送' }).click();
  await expect(page.getByRole('status').filter({ hasText: /已报送第 \d+ 版/ })).toBeVisible();
}

/** One step on, from the filing's own page. */
export async function pass(page: Page, visitor: Visitor, card: string): Promise<void> {
  await visitor.as(card);
  await visitor.open(sheetPath);
  const approval = caseOf(page);
  await approval.getByRole('button', { name: '审核通过', exact: true }).click();
  await approval.getByRole('button', { name: '下一步：核对' }).click();
  await approval.getByRole('button', { name: '确认审核通过' }).click();
  await expect(page.getByText('已办：审核通过')).toBeVisible();
}

/** One step on, from the board, for all that wait for the card there. */
export async function passOnBoard(page: Page, visitor: Visitor, card: string, act: string): Promise<void> {
  await visitor.as(card);
  await visitor.open('/statistics?form=zone-monthly&state=mine&q=浦江');
  await page.getByRole('checkbox', { name: /浦江/ }).first().check();
  await page.getByRole('button', { name: `${act} 1 家` }).click();
  await expect(page.getByText('办成 1 家，共 1 家')).toBeVisible();
}

/** Back to the zone, each picked cell with its reason. */
export async function sendBack(page: Page, reasons: Readonly<Record<string, string>>): Promise<void> {
  const approval = caseOf(page);
  await approval.getByRole('button', { name: '退回修改', exact: true }).click();
  for (const name of Object.keys(reasons)) await page.getByRole('rowheader', { name: new RegExp(`^${name}`) }).click();
  for (const [name, reason] of Object.entries(reasons)) await approval.getByLabel(`${name}：退回理由`).fill(reason);
  await approval.getByRole('button', { name: '下一步：核对' }).click();
  await approval.getByRole('button', { name: '确认退回修改' }).click();
  await expect(page.getByText('已办：退回修改')).toBeVisible();
}
