// A plan among its people, whole: S2-(十四), draft → public consultation → departments, city, province → the approval on paper, its
// code and the proof of the log. Runs after the other journeys on Pujiang's training plan and leaves it approved.
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { unpack } from '../packages/exchange/src/kernel/archive.ts';
import { accessible } from './accessible.ts';
import { madeApproval, verifyCode } from './papers.ts';
import { act, caseOf, clearFindings, openFromWork, openRound, opine, publishAnswers, save, submit } from './plan-steps.ts';
import { expect, test, type Visitor } from './visitor.ts';

/** The last day of the round is the seventh working day, with the holiday of 14 June between. */
const closesOn = '2021-06-22';
const before = 'data=training&on=2021-06-10';
const after = 'data=training&on=2021-06-23';
const pujiang = '/plans/training-330726';
const work = `/work?${after}`;
const paper = '浙整合办〔2021〕训练 1 号';
const phone = { width: 390, height: 844 };
const desk = { width: 1440, height: 900 };

test.describe.configure({ mode: 'serial' });

test('the county asks the public about its draft for seven working days, a citizen comments on a cell by phone, the answer is published, and only then is the plan submitted', async ({
  page,
  visitor,
}) => {
  const panel = page.getByRole('region', { name: '征求意见', exact: true });
  let round = '';

  await test.step('the clerk begins the round on the version that is ready to go; meanwhile it stands still and is not submitted', async () => {
    await visitor.as('county');
    await visitor.open(`${pujiang}?${before}`);
    await clearFindings(page);
    await panel.getByRole('button', { name: '开始征求意见' }).click();
    const form = panel.getByRole('form', { name: '开始一轮征求意见' });
    await expect(form).toContainText(`最早可定 ${closesOn}`);
    await form.getByLabel('截止日期', { exact: true }).fill(closesOn);
    await form.getByLabel('截止日期', { exact: true }).press('Tab');
    await form.getByRole('button', { name: /就第 \d+ 版开始/ }).click();
    await expect(panel).toContainText(`${closesOn} 前这份方案不能改`);
    await expect(page.getByRole('button', { name: '保存新版本' })).toHaveCount(0);
    await expect(page.getByRole('button', { name: '报送', exact: true })).toHaveCount(0);
  });

  await test.step('a citizen without an account aims at one area on a phone', async () => {
    await visitor.as('public');
    await page.setViewportSize(phone);
    await visitor.open(`/consultation?${before}`);
    await page.getByRole('link', { name: /提意见.*浦江县/ }).click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('浦江县');
    round = new URL(page.url()).pathname;
    await page.getByText('方案里的某一处', { exact: true }).click();
    await page.getByLabel('哪一处').selectOption({ label: '白马镇功能分区整合后面积' });
    await page.getByLabel('意见和理由').fill('训练：这一块比控规少了 0.01。');
    await page.getByRole('button', { name: '提交意见' }).click();
    await expect(page.getByText(/已收到，是这一轮的第 1 条意见/)).toBeVisible();
    await page.setViewportSize(desk);
  });

  await test.step('a comment without an answer holds the plan back; answered and published, it goes on', async () => {
    await visitor.as('county');
    await visitor.open(work);
    await openRound(page, /浦江县/);
    await page.getByRole('button', { name: /下一条未答复/ }).click();
    const form = page.getByRole('form', { name: '第 1 条意见' });
    await form.getByText('采纳', { exact: true }).click();
    await form.getByLabel('答复和理由（会公布）').fill('训练：采纳，以控规为准。');
    await page.keyboard.press('Control+Enter');
    await publishAnswers(page);
    await visitor.as('public');
    await visitor.open(`${round}/answers?${after}`);
    await expect(page.getByRole('table', { name: '意见和答复' })).toContainText('训练：采纳，以控规为准。');
  });

  await test.step('the clerk submits', async () => {
    await visitor.as('county');
    await visitor.open(`${pujiang}?${after}`);
    await submit(page);
    await expect(caseOf(page).getByRole('list', { name: '办理步骤' })).toContainText('金华市');
    await expect(page.getByLabel('白马镇功能分区 · 整合后（km²）')).not.toBeEditable();
  });
});

test('departments give their opinions, the city returns two cells with reasons, only these unlock, the clerk mends and resubmits, the city accepts, the province approves, the plan is frozen', async ({
  page,
  visitor,
}) => {
  const baima = page.getByLabel('白马镇功能分区 · 整合后（km²）');
  const zhengzhai = page.getByLabel('郑宅镇功能分区 · 整合后（km²）');
  const approval = caseOf(page);

  await test.step('two departments find it in their work and answer at the same time: one agrees, one has no opinion', async () => {
    await openFromWork(page, visitor, 'land', work);
    await opine(page, '同意', '与国土空间规划相符。');
    await openFromWork(page, visitor, 'environment', work);
    await opine(page, '无意见', '');
  });

  await test.step('the city returns two cells, each with its reason, picked by mouse and by keyboard', async () => {
    await openFromWork(page, visitor, 'city', work);
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
    await openFromWork(page, visitor, 'county', work);
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
    await openFromWork(page, visitor, 'city', work);
    await approval.getByText(/退回以来的全部变化/).click();
    await expect(approval.getByRole('table', { name: '比较两个版本' })).toContainText('2.24');
    await act(page, '审核通过', { 审核意见: '两处已改，同意转报。' });
  });

  await test.step('the province approves on its paper, after reading it over', async () => {
    await openFromWork(page, visitor, 'province', work);
    await act(page, '批复同意', { 文号: paper });
    await expect(approval.getByText(/批复，内容冻结/)).toBeVisible();
  });

  await test.step('the plan is frozen for everybody', async () => {
    await visitor.as('county');
    await visitor.open(`${pujiang}?${after}`);
    await expect(page.locator('.plan-state')).toContainText('已批复');
    await expect(approval).toContainText(paper);
    await expect(baima).toHaveValue('2.24');
    await expect(baima).not.toBeEditable();
    await expect(page.getByRole('button', { name: '保存新版本' })).toHaveCount(0);
    await accessible(page);
  });
});

test('the approval is made as a paper that opens, its code shows anybody the frozen version, and the log of it all proves itself away from the server', async ({
  page,
  visitor,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'zhenghe-journey-'));
  try {
    await test.step('the paper holds the number and the figures of the frozen version', async () => {
      const { code, file } = await approvalPaper(page, visitor, folder);
      const opened = await unpack(readFileSync(file));
      const text = opened.ok ? String(opened.parts.get('word/document.xml')).replace(/<[^>]+>/g, '') : opened.reason.en;
      for (const said of [paper, '浦江', '42.20']) expect(text).toContain(said);
      convert(file, folder);
      await frozenVersion(page, visitor, code);
    });
    await test.step('the auditor takes the log out; it verifies offline, and a copy with one changed entry is told by that entry', async () => {
      const log = await exported(page, visitor, folder);
      expect(verified(log)).toMatchObject({ status: 0, stdout: expect.stringContaining('Whole.') });
      const { copy, id } = forged(log);
      expect(verified(copy)).toMatchObject({ status: 1, stdout: expect.stringMatching(new RegExp(`Entry \\d+ was changed.*id ${id},`)) });
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('somebody acts while a form is open: the reader is told who, and what was typed stays', async ({ page, visitor }) => {
  const lanxi = 'training-330781';
  const approval = caseOf(page);
  await visitor.as('city');
  await visitor.open(`/plans/${lanxi}?${before}`);
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

async function approvalPaper(page: Page, visitor: Visitor, folder: string): Promise<{ readonly code: string; readonly file: string }> {
  await visitor.as('province');
  await visitor.open(`${pujiang}?${after}&tab=documents`);
  const { code, path } = await madeApproval(page);
  const file = join(folder, 'approval.docx');
  copyFileSync(path, file);
  return { code, file };
}

/** By LibreOffice, where it is installed. */
function convert(file: string, folder: string): void {
  if (spawnSync('soffice', ['--version']).status !== 0) return;
  spawnSync('soffice', [`-env:UserInstallation=file://${folder}/profile`, '--headless', '--convert-to', 'pdf', '--outdir', folder, file]);
  expect(existsSync(file.replace('.docx', '.pdf'))).toBe(true);
}

async function frozenVersion(page: Page, visitor: Visitor, code: string): Promise<void> {
  await visitor.as('public');
  await visitor.open('/verify');
  await verifyCode(page, code);
  await expect(page.getByText('42.20').first()).toBeVisible();
  await accessible(page);
}

async function exported(page: Page, visitor: Visitor, folder: string): Promise<string> {
  await visitor.as('audit');
  await visitor.open('/audit?data=training');
  const [saved] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '导出', exact: true }).click()]);
  const file = join(folder, 'log.jsonl');
  await saved.saveAs(file);
  return file;
}

/** As a stranger would, with the file alone. */
function verified(file: string) {
  const zhenghe = ['apps/cli/bin/zhenghe.mjs', 'audit', 'verify', file, '--lang', 'en'];
  const { status, stdout } = spawnSync(process.execPath, zhenghe, { encoding: 'utf8' });
  return { status, stdout };
}

/** A copy in which the approval of this plan is somebody else's, and the number of that entry. */
function forged(file: string): { readonly copy: string; readonly id: string } {
  const lines = readFileSync(file, 'utf8').split('\n');
  const at = lines.findLastIndex((line) => line.includes('"plans/approve"') && line.includes('training-330726'));
  const line = lines[at] ?? '';
  const bent = line.replace(/"unit":"[^"]+"/, '"unit":"浦江县"');
  expect(bent).not.toBe(line);
  const copy = file.replace('.jsonl', '-copy.jsonl');
  writeFileSync(copy, lines.with(at, bent).join('\n'));
  return { copy, id: /"id":"(\d+)"/.exec(line)?.[1] ?? '' };
}
