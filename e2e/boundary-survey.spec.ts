// The training county's clerk and the surveyors' file: two findings, one mended by a new file and one by drawing; areas as in the
// annex; protected land is not taken (F07, F10, F117).
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './visitor.ts';

const plan = '/plans/training-330182';
const zone40 = '2000 国家大地坐标系，3 度带第 40 带（中央经线 120°），X 北在前，横坐标带带号';
let files: string;

test.describe.configure({ timeout: 180_000 });

test.beforeAll(() => {
  files = mkdtempSync(join(tmpdir(), 'zhenghe-land-'));
  execFileSync(process.execPath, ['apps/cli/bin/zhenghe.mjs', 'demo', 'files', files]);
});

test.afterAll(() => rmSync(files, { recursive: true, force: true }));

test('the clerk brings the survey, mends its two findings by a new file and by drawing, and submits; farmland is not taken', async ({
  page,
  visitor,
}) => {
  await visitor.as('county-land');

  await test.step('the plan has no boundaries, and says what was not checked', async () => {
    await visitor.open(`${plan}?tab=boundaries`);
    await expect(page.getByText('这个方案还没有边界')).toBeVisible();
    await expect(page.getByText('8 项空间检查没有做')).toBeVisible();
    await page.getByRole('button', { name: '上传边界文件' }).click();
  });

  await test.step('a file with two findings: zone 40 is confirmed, both are told and shown on the map', async () => {
    await handIn(page, '两处问题');
    await expect(page.getByText('还有 2 处要改，改完才能采用')).toBeVisible();
    const found = page.getByRole('region', { name: '要看的地方' });
    await expect(found.getByRole('row', { name: /自相交/ })).toBeVisible();
    await expect(found.getByRole('row', { name: /区块重叠/ })).toBeVisible();
    await found
      .getByRole('row', { name: /区块重叠/ })
      .getByRole('button', { name: '在图上看' })
      .click();
    await expect(page.locator('[data-land] canvas').first()).toBeVisible();
    await expect(page.getByRole('button', { name: '采用为方案新版本' })).toBeDisabled();
  });

  await test.step('0.3 公顷 of farmland: the submission is blocked, with clause and place', async () => {
    await page.getByRole('button', { name: '交改好的文件' }).click();
    await handIn(page, '压占农田');
    const met = page.getByRole('region', { name: '与图层的重叠' }).first();
    await expect(met.getByRole('row', { name: /永久基本农田.*训练农田乙.*0\.0030.*禁止占用.*S2-\(十三\)/ })).toBeVisible();
    await page.getByRole('button', { name: '采用为方案新版本' }).click();
    const blocked = page.locator('.standing.blocks [data-finding^="zj-boundary-protected"]');
    await expect(blocked).toContainText('训练·建德第2园区压占永久基本农田（训练农田乙）0.3000 ha');
    await expect(blocked).toContainText('S2-(十三)');
    await page.getByRole('button', { name: '报送', exact: true }).click();
    await expect(page.getByRole('alert').filter({ hasText: '还不能报送' })).toContainText('2 项阻止报送');
    await page.getByRole('button', { name: '取消' }).click();
  });

  await test.step('the corrected file has one finding left', async () => {
    await page.getByRole('button', { name: '上传新的边界' }).click();
    await handIn(page, '改好一处');
    await expect(page.getByText('还有 1 处要改，改完才能采用')).toBeVisible();
  });

  await test.step('which is mended by drawing', async () => {
    await page.getByRole('button', { name: '在图上改' }).click();
    await expect(page.locator('[data-finding="block-overlap"]')).toBeVisible();
    await page.getByRole('button', { name: '重叠部分归训练·建德第2园区' }).click();
    await expect(page.locator('[data-finding="block-overlap"]')).toHaveCount(0);
    await page.getByRole('button', { name: '保存草稿' }).click();
    await expect(page.getByText('已存为第 2 稿')).toBeVisible();
    await page.getByRole('button', { name: '采用为方案新版本' }).click();
  });

  await test.step('the areas are the annex’s, to 0.01 km²', async () => {
    const areas = page.getByRole('region', { name: '面积' }).first();
    for (const [block, area] of [
      ['第1园区', '16.02'],
      ['第2园区', '5.56'],
      ['第4园区', '4.61'],
    ] as const) {
      await expect(areas.getByRole('row', { name: new RegExp(`${block}.*${area}00.*${area}.*一致`) })).toBeVisible();
    }
    await expect(page.locator('.standing.blocks .count')).toHaveText('0');
  });

  await test.step('and the plan is submitted', async () => {
    await page.getByRole('button', { name: '报送', exact: true }).click();
    await page.getByRole('button', { name: '确认报送' }).click();
    await expect(page.locator('.plan-state')).toContainText('已报送');
  });
});

test('what is no boundary file is refused with every problem, and the page stays usable', async ({ page, visitor }) => {
  await visitor.as('land');
  await visitor.open('/boundaries/layers/upload?layer=farmland');
  const bad = '[属性描述]\n坐标系=1980西安坐标系\n[地块坐标]\n4,1,1,甲,面,,,,@\nJ1,1,abc,40500000\n';
  await page.locator('input[type=file]').setInputFiles({ name: '坏.txt', mimeType: 'text/plain', buffer: Buffer.from(bad) });
  await expect(page.getByRole('heading', { name: '文件没有读成，没有写入任何数据' })).toBeVisible({ timeout: 30_000 });
  await expect(page.locator('.notice.bad')).toBeVisible();
  await page.getByRole('button', { name: '换一个文件' }).click();
  await expect(page.locator('input[type=file]')).toBeEnabled();
});

/** Through the wizard as far as the result; the system is the one the file names, and lies in the county. */
async function handIn(page: Page, what: string): Promise<void> {
  await page.locator('input[type=file]').setInputFiles(join(files, `训练边界-${what}.txt`));
  const system = page.getByRole('radio', { name: new RegExp(zone40.replace(/[()]/g, '\\$&')) });
  await expect(system).toBeChecked({ timeout: 30_000 });
  await expect(page.getByText('落在本县（市、区）内')).toBeVisible();
  await page.getByRole('button', { name: '确认，开始测算' }).click();
  await expect(page.getByRole('region', { name: '要看的地方' }).first()).toBeVisible({ timeout: 30_000 });
}
