// Boundaries of the training county drawn at the workbench: an overlap appears and is mended by the hand with snapping, taken back and
// done again, cut and merged, saved; the areas agree with the annex to 0.01 km². The sheet for paper, and a second pair of hands.
import type { Locator, Page } from '@playwright/test';
import { type Position, project } from '@zhenghe/engine/boundaries';
import { expect, test } from './visitor.ts';

const place = 'data=training&on=2021-06-10';
const draw = `/plans/training-330182/boundaries/draw?${place}`;
const plane = project({ kind: 'gauss-kruger', datum: 'cgcs2000', width: 3, meridian: 120, numbered: false, order: 'east-north' });

/** Where a position stands on the screen: the map tells its centre in the plane and its metres for a pixel. */
async function pixelOf(map: Locator, at: Position): Promise<{ x: number; y: number }> {
  const [cx = 0, cy = 0, resolution = 1] = ((await map.getAttribute('data-view')) ?? '').split(' ').map(Number);
  const box = await map.boundingBox();
  const [east, north] = plane(at);
  if (!box) throw new Error('the map is not there');
  return { x: box.x + box.width / 2 + (east - cx) / resolution, y: box.y + box.height / 2 - (north - cy) / resolution };
}

async function drag(page: Page, from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 6 });
  await page.mouse.move(to.x, to.y, { steps: 6 });
  await page.mouse.up();
}

/** A draft with the three blocks as they were approved; nothing is saved yet. */
async function startFromApproved(page: Page): Promise<void> {
  await page.getByRole('button', { name: /为底稿/ }).click();
  await expect(page.getByRole('row', { name: /b04/ }).first()).toContainText('一致');
}

async function stand(map: Locator): Promise<void> {
  await map.scrollIntoViewIfNeeded();
  let last = '';
  await expect
    .poll(async () => {
      const now = (await map.getAttribute('data-view')) ?? '';
      const same = now !== '' && now === last;
      last = now;
      return same;
    })
    .toBe(true);
}

test('an overlap is mended by dragging a corner onto the neighbour’s, taken back, done again, saved; areas agree to 0.01 km²', async ({
  page,
  visitor,
}) => {
  await visitor.as('county-land');
  await visitor.open(draw);
  await startFromApproved(page);
  const map = page.getByRole('application');
  const row = page.getByRole('row', { name: /b04/ }).first();
  const lon = page.getByLabel('J1 经度');
  const lat = page.getByLabel('J1 纬度');
  const overlap = page.locator('[data-finding="block-overlap"]');
  await row.click();
  const corner: Position = [Number(await lon.inputValue()), Number(await lat.inputValue())];
  const wrong: Position = [Number((corner[0] - 0.002).toFixed(9)), corner[1]];

  await test.step('a corner typed 0.002° too far west overlaps the neighbour at once', async () => {
    await lon.fill(String(wrong[0]));
    await lon.press('Enter');
    await expect(overlap).toContainText('重叠');
    await expect(row).toContainText('+0.23');
  });

  await test.step('dragged near the neighbour’s corner, it takes its very figures', async () => {
    await page.getByRole('button', { name: /改界址点/ }).click();
    await stand(map);
    const to = await pixelOf(map, corner);
    await drag(page, await pixelOf(map, wrong), { x: to.x + 5, y: to.y + 4 });
    await expect(lon).toHaveValue(corner[0].toFixed(9));
    await expect(lat).toHaveValue(corner[1].toFixed(9));
    await expect(overlap).toHaveCount(0);
    await expect(row).toContainText('一致');
  });

  await test.step('undo brings the overlap back, redo mends it', async () => {
    await page.getByRole('button', { name: '撤销' }).click();
    await expect(overlap).toHaveCount(1);
    await map.focus();
    await page.keyboard.press('Control+Shift+z');
    await expect(overlap).toHaveCount(0);
  });

  await test.step('saved, the server finds the same: clean, and every area as declared', async () => {
    await page.getByRole('button', { name: '保存草稿' }).click();
    await expect(page.getByText('已存为第 2 稿')).toBeVisible();
    const id = new URL(page.url()).searchParams.get('draft');
    const answer = await page.request.get(`/api/boundaries/drafts/${id}?on=2021-06-10`);
    const draft = await answer.json();
    expect(draft).toMatchObject({ clean: true, revision: 2, strangers: [] });
    expect(draft.report.blocks.map((block: { difference: string }) => block.difference)).toEqual(['0.00', '0.00', '0.00']);
  });
});

test('a block is cut by a line and merged again; a safe mend gives an overlap to one side', async ({ page, visitor }) => {
  await visitor.as('county-land');
  await visitor.open(draw);
  await startFromApproved(page);
  const map = page.getByRole('application');
  await page.getByRole('row', { name: /b01/ }).first().click();

  await test.step('cut from north to south; the new side is asked for its code', async () => {
    await page.getByRole('button', { name: /切开/ }).click();
    await stand(map);
    const box = await map.boundingBox();
    if (!box) throw new Error('the map is not there');
    const middle = box.x + box.width / 2;
    await page.mouse.click(middle, box.y + 12);
    await page.mouse.dblclick(middle + 8, box.y + box.height - 30);
    const dialog = page.getByRole('dialog');
    await expect(dialog).toContainText('已分成两块');
    await dialog.getByRole('button', { name: '确定' }).click();
    await expect(page.getByRole('row', { name: /b01-1/ })).toBeVisible();
    await expect(page.locator('[data-finding]')).toHaveCount(0);
  });

  await test.step('merged, it measures what it did', async () => {
    await page.getByRole('row', { name: /b01-1/ }).click();
    await page.getByRole('button', { name: /^合并 M/ }).click();
    await page.locator('summary').click();
    await page
      .locator('details')
      .getByRole('row', { name: /草稿区块 b01 / })
      .click();
    await page.getByRole('button', { name: '合并所选（2）' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('编号').fill('b01');
    await dialog.getByRole('button', { name: '确定' }).click();
    await expect(page.getByRole('row', { name: /b01-1/ })).toHaveCount(0);
    await page.locator('summary').click();
    await expect(page.getByRole('row', { name: /b01/ }).first()).toContainText('一致');
  });

  await test.step('an overlap is given to the neighbour with a button', async () => {
    await page.getByRole('button', { name: /^选择/ }).click();
    await page.getByRole('row', { name: /b04/ }).first().click();
    const lon = page.getByLabel('J1 经度');
    await lon.fill(String(Number(await lon.inputValue()) - 0.0005));
    await lon.press('Enter');
    await page.getByRole('button', { name: /重叠部分归.*第2园区/ }).click();
    await expect(page.locator('[data-finding="block-overlap"]')).toHaveCount(0);
  });
});

test('the sheet for paper is one A3 page with its scale and its marks', async ({ page, visitor }) => {
  await page.addInitScript(() => {
    window.print = () => document.body.setAttribute('data-asked-to-print', 'true');
  });
  await visitor.as('county-land');
  await visitor.open(draw);
  await startFromApproved(page);
  await page.getByRole('button', { name: '打印 A3' }).click();
  await expect(page.locator('body')).toHaveAttribute('data-asked-to-print', 'true');
  const sheet = page.locator('.land-sheet');
  for (const mark of ['训练数据', '无审图号', '比例尺 1:', '中央经线 120°', '2021-06-10']) await expect(sheet).toContainText(mark);
  const pdf = await page.pdf({ preferCSSPageSize: true });
  const text = pdf.toString('latin1');
  expect(text.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  const [, width = '0', height = '0'] = /\/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)/.exec(text) ?? [];
  expect([Number(width), Number(height)].map((points) => Math.round((points * 25.4) / 72))).toEqual([420, 297]);
});

test('what was drawn stays when somebody else saved first, and can be saved after theirs', async ({ page, visitor }) => {
  await visitor.as('county-land');
  await visitor.open(draw);
  await startFromApproved(page);
  await page.getByRole('button', { name: '保存草稿' }).click();
  await expect(page.getByText('已存为第 2 稿')).toBeVisible();
  const address = `/api/boundaries/drafts/${new URL(page.url()).searchParams.get('draft')}`;
  const { features } = await (await page.request.get(`${address}?on=2021-06-10`)).json();
  const origin = new URL(page.url()).origin;
  const other = await page.request.post(`${address}/revisions`, {
    data: { basedOn: 2, features: features.slice(0, 2), on: '2021-06-10' },
    headers: { origin },
  });
  expect(other.ok(), await other.text()).toBe(true);

  await page.getByRole('row', { name: /b01/ }).first().click();
  await page.getByRole('button', { name: '在 J1 之后加一点' }).click();
  await page.getByRole('button', { name: '保存草稿' }).click();
  await expect(page.getByText('别人已另存一稿')).toBeVisible();
  await expect(page.getByRole('row', { name: /b04/ }).first()).toBeVisible();
  await page.getByRole('button', { name: '用我画的另存' }).click();
  await expect(page.getByText('已存为第 4 稿')).toBeVisible();
});
