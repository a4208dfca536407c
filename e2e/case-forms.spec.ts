// Every form of a case that the main road does not need: silence noted, another signer, a reminder, work handed over or lent for a
// period, a refusal. On training plans of Jinhua's other counties, so that Pujiang's journey stays as it is.
import type { Locator, Page } from '@playwright/test';
import { caseOf } from './plan-steps.ts';
import { expect, test, type Visitor } from './visitor.ts';

const view = 'data=training&on=2021-06-10';
const wuyi = `/plans/training-330723?${view}`;
const panan = `/plans/training-330727?${view}`;
const yiwu = `/plans/training-330782?${view}`;

test('the city asks another office, reminds one, and lends its work for a period; the office that was lent it acts and it says so', async ({
  page,
  visitor,
}) => {
  const approval = caseOf(page);
  await test.step('the city adds a signer with a day, and reminds a department', async () => {
    await open(page, visitor, 'city', wuyi);
    const form = await fill(page, '加签');
    await expect(form.getByRole('button', { name: '确认加签' })).toBeDisabled();
    await expect(form.getByText('请选单位')).toBeVisible();
    await choose(page, form, /^单位/, '金华市发展和改革委员会');
    await day(form, /^回复期限/, '2021-06-18');
    await send(page, form, '加签');
    const opinions = approval.getByRole('list', { name: '部门意见' });
    await expect(opinions.getByText('加签').first()).toBeVisible();

    const remind = await fill(page, '催办');
    await choose(page, remind, /^催办对象/, '金华市自然资源和规划局');
    await remind.getByLabel(/^说明/).fill('请在本周内回复。');
    await send(page, remind, '催办');
    await expect(approval.getByText(/最近：2021-06-10 .*催办/)).toBeVisible();
  });

  await test.step('a department lends its work to another until a day; a day before today is no period', async () => {
    await open(page, visitor, 'land', wuyi);
    const form = await fill(page, '委托代办');
    await choose(page, form, /^委托给/, '金华市生态环境局');
    await day(form, /^委托到哪一天/, '2021-06-01');
    await form.getByRole('button', { name: '确认委托代办' }).click();
    await expect(approval.getByRole('alert')).toBeVisible();
    await expect(form.getByRole('textbox', { name: /^委托到哪一天/ })).toHaveValue('2021-06-01');
    await day(form, /^委托到哪一天/, '2021-06-25');
    await send(page, form, '委托代办');
    await expect(approval.getByText(/可由 .*生态环境局 代办/)).toBeVisible();
  });

  await test.step('the other answers in its stead, and the log names both', async () => {
    await open(page, visitor, 'environment', wuyi);
    await approval.getByRole('button', { name: /^回复意见.*自然资源/ }).click();
    const form = page.getByRole('form', { name: '回复意见' });
    await form.getByText('同意', { exact: true }).click();
    await send(page, form, '回复意见');
    await approval.getByText(/^办理经过/).click();
    await expect(approval.getByText(/代 .*自然资源和规划局/).first()).toBeVisible();
  });

  await test.step('the city notes the silence of the one that did not answer in time', async () => {
    await open(page, visitor, 'city', wuyi);
    const form = await fill(page, '记为未回复');
    // Only one is due: it stands there already.
    await expect(form).toContainText('金华市生态环境局');
    await form.getByLabel(/^说明/).fill('期限已过，电话催办两次。');
    await send(page, form, '记为未回复');
    await expect(approval.getByRole('list', { name: '部门意见' }).getByText('未回复', { exact: true })).toBeVisible();
  });
});

test('a department hands its part to another, which then is the one asked', async ({ page, visitor }) => {
  await open(page, visitor, 'environment', panan);
  const form = await fill(page, '转办');
  await choose(page, form, /^转给/, '金华市经济和信息化局');
  await form.getByLabel(/^说明/).fill('职责已划转。');
  await form.getByRole('button', { name: '下一步：核对' }).click();
  await expect(caseOf(page)).toContainText('职责已划转。');
  await caseOf(page).getByRole('button', { name: '确认转办' }).click();
  await expect(page.getByText('已办：转办')).toBeVisible();
  await expect(caseOf(page).getByRole('button', { name: '回复意见' })).toHaveCount(0);
  await expect(caseOf(page).getByRole('list', { name: '部门意见' })).toContainText('经济和信息化局');
});

test('the province refuses with its reason; the reason stands on the case, and nobody may act in it but to begin anew', async ({
  page,
  visitor,
}) => {
  await open(page, visitor, 'province', yiwu);
  await caseOf(page).getByRole('button', { name: '不予批准' }).click();
  await expect(caseOf(page).getByRole('button', { name: '下一步：核对' })).toBeDisabled();
  await caseOf(page)
    .getByLabel(/^不予批准的理由/)
    .fill('片区仍设机构，与整合要求不符。');
  await caseOf(page).getByRole('button', { name: '下一步：核对' }).click();
  await caseOf(page).getByRole('button', { name: '确认不予批准' }).click();
  await expect(page.getByText('已办：不予批准')).toBeVisible();
  await expect(page.locator('.plan-state')).toContainText('未批准');
  await expect(caseOf(page)).toContainText('没有批准');
  await open(page, visitor, 'city', yiwu);
  await expect(caseOf(page)).toContainText('片区仍设机构，与整合要求不符。');
  await expect(caseOf(page).getByRole('button', { name: /审核通过|退回修改|加签/ })).toHaveCount(0);
});

async function open(page: Page, visitor: Visitor, card: string, path: string): Promise<void> {
  await visitor.as(card);
  await visitor.open(path);
  await expect(caseOf(page)).toBeVisible();
}

async function fill(page: Page, act: string): Promise<Locator> {
  await caseOf(page).getByRole('button', { name: act, exact: true }).click();
  return page.getByRole('form', { name: act });
}

async function choose(page: Page, form: Locator, label: RegExp, unit: string): Promise<void> {
  await form.getByLabel(label).click();
  await page.getByTitle(unit, { exact: true }).click();
}

async function day(form: Locator, label: RegExp, value: string): Promise<void> {
  await form.getByRole('textbox', { name: label }).fill(value);
  await form.getByRole('textbox', { name: label }).press('Enter');
}

async function send(page: Page, form: Locator, act: string): Promise<void> {
  await form.getByRole('button', { name: `确认${act}` }).click();
  await expect(page.getByText(`已办：${act}`)).toBeVisible();
}
