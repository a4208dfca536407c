// An indicator is defined by two people (F35): a formula that cannot be is marked where it is wrong, one that can is proposed, another
// person puts it in force, and the library has it; a copy goes out as a file and comes back as the same.
import { readFileSync } from 'node:fs';
import { accessible } from './accessible.ts';
import { expect, test } from './visitor.ts';

const view = 'data=training&on=2021-06-10';
const code = 'journey_tax_per_person';
const name = '人均税收（练习）';

test('the statistics office writes an indicator, is told what is wrong as it types, and proposes it; another office puts it in force; the library finds it by pinyin', async ({
  page,
  visitor,
}) => {
  await test.step('a formula of 万元 and 亩 added up is underlined at the sign, and cannot be proposed', async () => {
    await visitor.as('province-statistics');
    await visitor.open(`/indicators?${view}`);
    await page.getByRole('button', { name: '新设指标' }).click();
    await page.getByLabel('编码', { exact: true }).fill(code);
    await page.getByLabel('单位', { exact: true }).fill('万元/人');
    for (const [label, zh, en] of [
      ['名称', name, 'Tax per person (practice)'],
      ['含义', '每个从业人员产生的税收。', 'Tax from each person employed.'],
      ['数据来源', '由公式计算', 'Computed'],
      ['归口单位', '省统计局', 'Provincial bureau of statistics'],
    ] as const) {
      await page.getByLabel(`${label}（中文）`, { exact: true }).fill(zh);
      await page.getByLabel(`${label}（英文）`, { exact: true }).fill(en);
    }
    await page.getByRole('combobox', { name: '来源方式' }).click();
    await page.getByText('由公式计算', { exact: true }).last().click();
    const formula = page.getByLabel('公式', { exact: true });
    await formula.fill('税收收入 + 用地面积');
    await expect(page.locator('.formula-marks .wrong')).toHaveText('+');
    await expect(page.getByText('第 6 个字符')).toBeVisible();
    await page.getByLabel('理由', { exact: true }).fill('比较用人效益');
    await expect(page.getByRole('button', { name: '提出', exact: true })).toBeDisabled();
    await accessible(page);
    await formula.fill('税收收入 / 全年平均从业人员');
    await expect(page.getByText('算出的单位：万元/人')).toBeVisible();
    await expect(page.getByText('检查通过，可以提出。')).toBeVisible();
    await page.getByRole('button', { name: '提出', exact: true }).click();
    await expect(page.getByText('已提出，由另一人')).toBeVisible();
  });

  await test.step('who proposed it may take it back but not decide; another office puts it in force', async () => {
    await visitor.open(`/indicators/proposals?${view}`);
    const draft = page.getByRole('region', { name: new RegExp(name) });
    await expect(draft).toContainText('比较用人效益');
    await expect(draft).toContainText('须由另一人办理');
    await expect(draft.getByRole('button', { name: '生效' })).toHaveCount(0);
    await visitor.as('province');
    await visitor.open(`/indicators/proposals?${view}`);
    await draft.getByRole('button', { name: '生效' }).click();
    await expect(draft).toContainText('已生效');
    await expect(draft).toContainText('第 1 版');
  });

  await test.step('the library finds it by initials, and shows what it rests on', async () => {
    await visitor.as('public');
    await visitor.open(`/indicators?${view}`);
    await page.getByRole('searchbox').fill('rjss');
    await page.getByRole('row', { name: new RegExp(name) }).click();
    const panel = page.getByRole('complementary', { name });
    await expect(panel.getByRole('link', { name: '税收收入' })).toBeVisible();
    await expect(panel).toContainText('万元/人');
  });

  await test.step('exported and read again, nothing would change', async () => {
    await visitor.as('province');
    await visitor.open(`/indicators/bundle?${view}`);
    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: '下载文件' }).click();
    const path = await (await saving).path();
    expect(JSON.parse(readFileSync(path, 'utf8')).exported.label).toBe('训练数据');
    await page
      .locator('input[type="file"]')
      .setInputFiles({ name: 'bundle.json', mimeType: 'application/json', buffer: readFileSync(path) });
    await expect(page.getByText('与现行版本完全相同')).toBeVisible();
  });
});
