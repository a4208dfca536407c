// One short day of each role card: what it sees first, and what it may do.
import { expect, test } from './visitor.ts';

test('the province reads the meter, who changed a label, a plan that waits, and the clause behind a finding', async ({ page, visitor }) => {
  await visitor.as('province');
  await visitor.open('/');
  await expect(page.getByRole('img', { name: '基数 1010 个，现有 416 个，上限 150 个' })).toBeVisible();
  await expect(
    page.getByRole('region', { name: '标签变更' }).getByRole('row', { name: /萧山第8园区.*2021-05-26.*城市功能区/ }),
  ).toBeVisible();
  const waiting = page.getByRole('region', { name: '报送的方案' });
  await expect(waiting.getByRole('row').nth(1)).toContainText('市已审核');
  await waiting
    .getByRole('row', { name: /临平区/ })
    .getByRole('link')
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('临平区');
  await expect(page.getByRole('button', { name: '报送', exact: true })).toHaveCount(0);
  await page.getByRole('region', { name: '检查结果' }).locator('.clause-link').first().click();
  await expect(page.locator('.clause-summary')).toBeVisible();
});

test('the city opens on its own counties and reads a plan it may not change', async ({ page, visitor }) => {
  await visitor.as('city');
  await visitor.open('/');
  await expect(page.getByRole('region', { name: '各地数量与指标' }).getByRole('row', { name: /浦江县/ })).toBeVisible();
  await expect(page.getByRole('region', { name: '各地数量与指标' }).getByRole('row', { name: /乐清市/ })).toHaveCount(0);
  // On a day after the journey of this plan: before it, an older version is shown, which has no case of its own.
  await visitor.open('/plans/training-330726?data=training&on=2021-06-23');
  await expect(page.getByRole('region', { name: '办理' })).toBeVisible();
  await expect(page.getByRole('button', { name: '保存新版本' })).toHaveCount(0);
  await expect(page.getByLabel('黄宅镇功能分区 · 整合后（km²）')).not.toBeEditable();
});

test('the zone finds its parts and areas after integration, each with its calibre', async ({ page, visitor }) => {
  await visitor.as('zone');
  await visitor.open('/');
  await expect(page.getByRole('heading', { name: '总量控制' }).first()).toBeVisible();
  await page
    .getByRole('region', { name: '本地方案' })
    .getByRole('link', { name: /浦江县/ })
    .click();
  await expect(page.getByRole('row', { name: /^核心区/ })).toContainText('17.24');
  await expect(page.getByRole('button', { name: '保存新版本' })).toHaveCount(0);
});

test('the public reads what is approved and can change nothing', async ({ page, visitor }) => {
  await visitor.as('public');
  await visitor.open('/');
  await expect(page.getByRole('heading', { name: '逾期未报' })).toHaveCount(0);
  await visitor.open('/plans/training-330105');
  await expect(page.locator('.plan-state')).toContainText('已批复');
  for (const act of ['报送', '保存新版本', '导入表格', '撤回'])
    await expect(page.getByRole('button', { name: act, exact: true })).toHaveCount(0);
  await visitor.open('/plans/training-330105/import');
  await expect(page.getByText('放入文件')).toHaveCount(0);
});

test('a plan that is not published is read by its own place and those above it, and by nobody else', async ({ page, visitor }) => {
  const draft = '/plans/training-330182';
  for (const card of ['county', 'city', 'land', 'public']) {
    await visitor.as(card);
    await visitor.open(draft);
    await expect(page.getByRole('alert')).toContainText('还没有公开');
  }
  await visitor.open('/plans');
  await expect(page.getByText('批复或公开征求意见后才列出')).toBeVisible();
  await expect(page.getByRole('row', { name: /已批复/ }).first()).toBeVisible();
  // What is being drafted and yet listed is under public consultation.
  await expect(page.getByRole('row', { name: /建德市|已报送|市已审核/ })).toHaveCount(0);
  await visitor.as('province');
  await visitor.open(draft);
  await expect(page.locator('.plan-state')).toBeVisible();
});

test('another card brings another first page on its own place', async ({ page, visitor }) => {
  await visitor.as('province');
  await visitor.open('/roles');
  await page.getByRole('button', { name: /县级经办人/ }).click();
  await expect(page.getByRole('heading', { name: '等我完成的方案' })).toBeVisible();
  await expect(page).toHaveURL(/place=330726/);
});
