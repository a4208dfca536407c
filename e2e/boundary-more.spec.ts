// Around a boundary file: another system than the one inferred, a reading that is cancelled, a layer put in force and taken out again as
// a file; and a drawn block that is given another name, kept over a reload (F07, F10, F117).
import { readFileSync } from 'node:fs';
import { expect, test } from './visitor.ts';

/** Later than the days of the other journeys, so that no plan of theirs is checked against it. */
const on = 'data=training&on=2021-07-01';

const block = (code: string, west: number) => ({
  type: 'Feature',
  properties: { 编号: code, 名称: `训练留白${code}` },
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [west, 29.45],
        [west + 0.01, 29.45],
        [west + 0.01, 29.46],
        [west, 29.46],
        [west, 29.45],
      ],
    ],
  },
});
const file = {
  name: '训练留白.geojson',
  mimeType: 'application/geo+json',
  buffer: Buffer.from(JSON.stringify({ type: 'FeatureCollection', features: [block('r1', 119.22), block('r2', 119.24)] })),
};

test('a reading is cancelled; the file comes again, another system is tried, the layer is put in force and exported', async ({
  page,
  visitor,
}) => {
  await visitor.as('county-land');
  await visitor.open(`/boundaries/layers/upload?layer=reserve&for=330182&${on}`);

  await test.step('cancelled while it is read: nothing is written', async () => {
    // The page does not hear that the small file has been read before it is cancelled.
    await page.route('**/rpc/boundaries/reading**', () => undefined);
    await page.locator('input[type=file]').setInputFiles(file);
    await page.getByRole('button', { name: '取消' }).click();
    await expect(page.getByText('这次读取已取消，没有写入任何数据')).toBeVisible();
    await page.unroute('**/rpc/boundaries/reading**');
    await page.getByRole('button', { name: '换一个文件' }).click();
  });

  await test.step('each system says where the land then lies; one of a public map is no survey', async () => {
    await page.locator('input[type=file]').setInputFiles(file);
    const confirm = page.getByRole('region', { name: '坐标系对不对？' });
    await expect(confirm.getByRole('radio', { checked: true })).toBeVisible({ timeout: 30_000 });
    const other = confirm.getByRole('combobox', { name: '换一种坐标系' });
    const choose = async (words: string) => {
      await other.fill(words);
      await page.locator('.ant-select-item-option').filter({ hasText: words }).click();
    };
    await choose('BD-09（百度地图），经纬度，经度在前');
    await expect(confirm.getByRole('status')).toContainText('落在本县（市、区）内');
    await expect(confirm.getByText('不是测绘精度')).toBeVisible();
    await choose('GCJ-02（高德、腾讯地图），经纬度，经度在前');
    await expect(confirm.getByText('不是测绘精度')).toBeVisible();
    await confirm.getByRole('radio').first().check();
    await expect(confirm.getByText('不是测绘精度')).toHaveCount(0);
    await page.getByRole('button', { name: '确认，开始测算' }).click();
  });

  await test.step('put in force from the day, under its own name', async () => {
    await expect(page.getByText('可以采用：没有要改的地方')).toBeVisible({ timeout: 30_000 });
    await expect(page.getByLabel('图层名称（中文）')).toHaveValue(/训练·留白/);
    await page.getByLabel('图层名称（中文）').fill('训练·留白（第二版）');
    await page.getByLabel('来源（文件和文号）').fill('训练文件 2 号');
    await page.getByRole('button', { name: '采用为图层新版本' }).click();
    await expect(page.getByRole('row', { name: /训练·留白（第二版）.*2021-07-01.*训练文件 2 号/ })).toBeVisible();
  });

  await test.step('and exported as KML, chosen by mouse: degrees, both blocks', async () => {
    const row = page.getByRole('row', { name: /训练·留白（第二版）/ });
    await row.getByRole('button', { name: '导出' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox', { name: '格式' }).click();
    await page.locator('.ant-select-item-option').filter({ hasText: 'KML' }).click();
    await expect(dialog.getByText('2000 国家大地坐标系，经纬度')).toBeVisible();
    const download = page.waitForEvent('download');
    await dialog.getByRole('button', { name: '导出' }).click();
    const kept = await download;
    expect(kept.suggestedFilename()).toMatch(/^训练数据.*\.kml$/);
    const kml = readFileSync(await kept.path(), 'utf8');
    expect(kml.match(/<Placemark/g)).toHaveLength(2);
    expect(kml).toContain('119.220000000,29.450000000');
    await expect(dialog).toHaveCount(0);
  });
});

test('a drawn block is given another name; taken back, done again, and offered after the tab was closed', async ({ page, visitor }) => {
  const draw = '/plans/training-330182/boundaries/draw?data=training&on=2021-06-10';
  const areas = page.getByRole('region', { name: '面积' });
  await visitor.as('county-land');
  await visitor.open(draw);
  await page.getByRole('button', { name: /为底稿/ }).click();
  await areas.getByRole('row', { name: /b01/ }).click();
  await page.getByRole('toolbar').getByRole('button', { name: '改名' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('名称').fill('训练·新名字');
  await dialog.getByLabel('名称').press('Enter');
  await expect(areas.getByRole('row', { name: /训练·新名字/ })).toContainText('一致');
  await page.getByRole('button', { name: '撤销' }).click();
  await expect(areas.getByRole('row', { name: /训练·新名字/ })).toHaveCount(0);
  await page.getByRole('button', { name: '重做' }).click();
  await expect(areas.getByRole('row', { name: /训练·新名字/ })).toBeVisible();

  // Another draft of the same plan: nothing of it was saved.
  page.once('dialog', (question) => void question.accept());
  await page.goto('about:blank');
  await visitor.open(draw);
  await expect(page.getByText('草稿里还没有区块')).toBeVisible();
  await expect(page.getByText(/在“绘制边界 · 3 个区块”填写的内容没有保存/)).toBeVisible();
  await page.getByRole('button', { name: '恢复填写的内容' }).click();
  await expect(areas.getByRole('row', { name: /训练·新名字/ })).toBeVisible();
  page.once('dialog', (question) => void question.accept());
  await page.goto('about:blank');
});
