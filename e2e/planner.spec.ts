// The planner from its question to draft plans (F04, F05, F10, F12, F16, F73): solved with proof, changed by the hand, explained, compared,
// reported, adopted. On scenarios of its own; adopted into 天台 and 越城, whose drafts the other journeys leave alone.
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { readInstanceFile } from '../packages/exchange/src/planner/index.ts';
import { accessible } from './accessible.ts';
import {
  beginScenario,
  bounds,
  choose,
  download,
  drag,
  long,
  pixelsOf,
  saved,
  solve,
  standing,
  standsAlone,
  textOfDocx,
} from './planner-steps.ts';
import { expect, test } from './visitor.ts';

const county = '331023';
const phone = { width: 390, height: 844 };
const desk = { width: 1440, height: 900 };
const stamp = Date.now().toString(36);
const names = { first: `训练·甲 ${stamp}`, second: `训练·乙 ${stamp}` };

/** The scenarios begun here: the baseline as it is, and the one that is changed. */
let first = '';
let second = '';

interface Proposed {
  readonly instance: { readonly parks: readonly { readonly code: string; readonly name: string; readonly jurisdiction: string }[] };
  readonly run: {
    readonly result: {
      readonly answer: {
        readonly outcomes: Readonly<Record<string, string>>;
        readonly plan: readonly { readonly lead: string; readonly jurisdiction: string }[];
      };
    };
  };
}

/** The parks of the county as the server solved them: leads of its zones, and what converts. */
async function proposedIn(page: Page, id: string) {
  const scenario: Proposed = await (await page.request.get(`/api/planner/scenarios/${id}`)).json();
  const { outcomes, plan } = scenario.run.result.answer;
  const parks = scenario.instance.parks.filter(({ jurisdiction }) => jurisdiction === county);
  const nameOf = (code: string) => parks.find((park) => park.code === code)?.name ?? '';
  return {
    codes: parks.map(({ code }) => code),
    leads: plan.filter(({ jurisdiction }) => jurisdiction === county).map(({ lead }) => lead),
    converting: parks.map(({ code }) => code).filter((code) => outcomes[code] === 'convert'),
    nameOf,
  };
}

test.describe.configure({ mode: 'serial', timeout: 150_000 });

test('the province solves its training parks, sees that it is proven, and reads the price of the cap', async ({ page, visitor }) => {
  await visitor.as('province');
  await visitor.open('/planner');
  await page.getByRole('button', { name: '新建情景' }).click();
  first = await beginScenario(page, names.first, /全省基线/);
  await expect(page.getByText('名录日期 2019-12-31')).toBeVisible();
  await expect(page.getByText('训练数据', { exact: true }).first()).toBeVisible();
  await solve(page);
  const { cost, lower } = await bounds(page);
  expect(cost).toBe(lower);
  await expect(page.getByRole('region', { name: '总量控制' })).toContainText(/上限 150.*园区 1010/);
  await expect(page.getByRole('region', { name: '上限的代价' })).toContainText(/上限再多 1 个，可省 \d+\.\d+ 亿元/);
  await expect(page.getByRole('region', { name: '规则' }).getByRole('row', { name: /150 \/ 150/ })).toContainText('到限');
  await accessible(page);

  await test.step('a copy answers at once: the same question is not computed twice', async () => {
    await page.getByRole('button', { name: '复制' }).click();
    second = await beginScenario(page, names.second);
    await solve(page);
    expect((await bounds(page)).cost).toBe(cost);
  });
});

test('two parks of a county are dragged and one is put by keyboard: cost, figures and locks follow, and undo takes it back', async ({
  page,
  visitor,
}) => {
  await visitor.as('province');
  await visitor.open(`/planner/${second}?at=${county}`);
  const before = await bounds(page);
  const { codes, leads, converting, nameOf } = await proposedIn(page, second);
  const map = page.getByRole('application', { name: '规划图' });
  const locks = page.getByRole('region', { name: /^锁定和决定/ });
  const pixels = await pixelsOf(map, codes);
  const free = converting.filter((code) => standsAlone(pixels, code));
  expect(free.length, 'parks that the hand can take').toBeGreaterThan(2);
  const [one = '', other = '', third = ''] = free;
  const [lead = ''] = leads;
  const at = (code: string) => pixels.get(code) ?? [0, 0];

  await test.step('onto a lead: it joins that zone, worked out in the browser', async () => {
    await drag(page, map, at(one), at(lead));
    await expect(locks).toContainText(`${[lead, one].map(nameOf).join('、')} 同在一区`);
    await expect(standing(page)).toContainText(/本机重算 \d+ 毫秒/);
    await expect(page.getByRole('row', { name: new RegExp(`^${nameOf(one)}`) })).toContainText('并入');
    await expect(page.locator('.figures, .figure-row').first()).toContainText('比求解时');
    expect((await bounds(page)).cost).toBeGreaterThan(before.cost);
  });

  const joined = await bounds(page);
  await test.step('onto the tray: it is abolished', async () => {
    await drag(page, map, (await pixelsOf(map, codes)).get(other) ?? [0, 0], page.locator('[data-tray="abolish"]'));
    await expect(locks).toContainText(`${nameOf(other)} 撤销`);
    await expect.poll(async () => (await bounds(page)).cost).toBeGreaterThan(joined.cost);
  });

  const dragged = await bounds(page);
  await test.step('a third by keyboard alone, from the table', async () => {
    await page.getByRole('row', { name: new RegExp(`^${nameOf(third)}`) }).focus();
    await page.keyboard.press('Enter');
    const place = page.getByRole('combobox', { name: '去向' });
    await place.focus();
    await page.keyboard.press('Enter');
    await expect(place).toHaveAttribute('aria-expanded', 'true');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: '关闭' }).click();
    await expect(locks).toContainText(`${nameOf(third)} 撤销`);
    await expect.poll(async () => (await bounds(page)).cost).toBeGreaterThan(dragged.cost);
  });

  await test.step('undo by keyboard and by button: the plan before stands again, to the last digit', async () => {
    await page.keyboard.press('Control+z');
    await expect(locks).not.toContainText(nameOf(third));
    await expect.poll(async () => (await bounds(page)).cost).toBe(dragged.cost);
    await page.getByRole('button', { name: '撤回' }).click();
    await expect(locks).not.toContainText(nameOf(other));
    await expect.poll(async () => (await bounds(page)).cost).toBe(joined.cost);
    await page.getByRole('button', { name: '重做' }).click();
    await expect(locks).toContainText(nameOf(other));
  });
  await saved(page);
  await accessible(page);
});

test('a pair is locked; two national plates locked together cannot be, with the clause that says so; released, the plan is solved again', async ({
  page,
  visitor,
}) => {
  await visitor.as('province');
  const { leads, nameOf } = await (async () => {
    await visitor.open('/planner');
    return proposedIn(page, first);
  })();
  const [lead = '', other = ''] = leads;
  const locks = page.getByRole('region', { name: /^锁定和决定/ });

  await test.step('two leads of the county in one zone', async () => {
    await visitor.open(`/planner/${second}?at=${county}&park=${lead}`);
    await choose(page, '与另一个园区', nameOf(other));
    await page.getByRole('button', { name: '锁定同区' }).click();
    await page.getByRole('button', { name: '关闭' }).click();
    await expect(locks).toContainText(`${[lead, other].sort().map(nameOf).join('、')} 同在一区`);
    await expect(standing(page)).toContainText('下界');
    await saved(page);
  });

  await test.step('two national plates: no plan, and why', async () => {
    await visitor.open(`/planner/${second}?at=331100&park=xl-331100-01`);
    await choose(page, '与另一个园区', '训练·丽水第2园区');
    await page.getByRole('button', { name: '锁定同区' }).click();
    await expect(standing(page)).toContainText('没有可行方案');
    const told = page.getByRole('alert').filter({ hasText: '这些不能同时成立' });
    await expect(told).toContainText('训练·丽水第1园区、训练·丽水第2园区 同在一区', { timeout: 30_000 });
    await expect(told.locator('.clause-link').first()).toBeVisible();
    await accessible(page);
    await told.getByRole('button', { name: /^解除：/ }).click();
    await expect(told).toHaveCount(0);
    await expect(standing(page)).toContainText('下界');
  });

  await saved(page);
  await solve(page);
  const { cost, lower } = await bounds(page);
  expect(cost).toBe(lower);
});

test('the two scenarios are compared, and a point of the frontier opens its plan', async ({ page, visitor }) => {
  await visitor.as('province');
  const { leads, nameOf } = await (async () => {
    await visitor.open(`/planner/${second}`);
    return proposedIn(page, first);
  })();

  await test.step('side by side: cost by term, and the parks that end elsewhere', async () => {
    await page.getByRole('link', { name: '比较', exact: true }).click();
    await choose(page, '情景乙', names.first);
    await expect(page.getByRole('table', { name: '比较情景' }).getByRole('row', { name: /^总代价/ })).toBeVisible();
    await expect(page.getByRole('table', { name: '代价的构成' }).getByRole('row', { name: /^合计/ })).toContainText('−');
    const parks = page.getByRole('region', { name: /^去向不同的园区/ });
    await expect(parks.getByRole('row', { name: new RegExp(nameOf(leads[1] ?? '')) }).first()).toContainText('主园区');
    await expect(page.getByRole('application')).toHaveCount(2);
    await accessible(page);
  });

  await test.step('the frontier: the point at the cap is the proven plan', async () => {
    await visitor.open(`/planner/${first}`);
    const { cost } = await bounds(page);
    await page.getByRole('link', { name: '前沿', exact: true }).click();
    await page.getByRole('button', { name: '计算前沿' }).click();
    const table = page.getByRole('table', { name: '各开发区数的最低代价' });
    const point = table.getByRole('row', { name: /^150\b/ });
    await expect(point).toBeVisible({ timeout: long });
    await point.click();
    const plan = page.getByRole('region', { name: /^150 个开发区、\d+ 片不相连的方案/ });
    await expect(plan.getByRole('table', { name: '代价的构成' }).getByRole('row', { name: /^合计/ })).toContainText(
      cost.toLocaleString('en-US', { maximumFractionDigits: 2 }),
    );
    await accessible(page);
    await page.setViewportSize(phone);
    await accessible(page);
  });

  await test.step('its address shows the same point again', async () => {
    await page.setViewportSize(desk);
    await page.reload();
    await expect(page.getByRole('region', { name: /^150 个开发区/ })).toBeVisible();
  });
});

test('the report and the problem are taken out, two counties adopt, and their drafts lie with their clerks', async ({ page, visitor }) => {
  await visitor.as('province');
  await visitor.open(`/planner/${second}?tab=data`);

  await test.step('a report in Word with its proof, marked as training', async () => {
    const { cost, lower } = await bounds(page);
    const text = await textOfDocx(await download(page, '报告（docx）'));
    expect(text).toContain('训练数据');
    expect(text).toContain('已证明最优');
    for (const bound of [cost, lower]) expect(text).toContain(bound.toLocaleString('en-US', { maximumFractionDigits: 2 }));
  });

  await test.step('the problem in the documented format', async () => {
    const read = readInstanceFile(await readFile(await download(page, '规划问题文件（json）')));
    expect(read).toMatchObject({ ok: true, about: { training: true } });
    expect(read.ok && [read.instance.parks.length, read.instance.caps.zones]).toEqual([1010, 150]);
  });

  await test.step('adopted: only where the plan is still a draft', async () => {
    await page.getByRole('button', { name: '采用', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await expect(
      dialog
        .getByRole('row', { name: /不能采用：方案已批复/ })
        .first()
        .getByRole('checkbox'),
    ).toBeDisabled();
    for (const place of ['天台县', '越城区'])
      await dialog
        .getByRole('row', { name: new RegExp(place) })
        .getByRole('checkbox')
        .check();
    await dialog.getByLabel('理由').fill('训练：按专班会议意见采用。');
    await dialog.getByRole('button', { name: '采用 2 个地方' }).click();
    await expect(page.getByRole('dialog', { name: '已采用' }).getByRole('row', { name: /越城区/ })).toContainText('草稿的新版本');
    await page
      .getByRole('dialog')
      .getByRole('row', { name: /天台县/ })
      .getByRole('link', { name: '打开方案' })
      .click();
  });

  await test.step('the draft is the proposal, and lies with the task force of the county', async () => {
    await expect(page.locator('.plan-state')).toContainText('起草中');
    await expect(page.getByRole('region', { name: '办理', exact: true })).toContainText('天台县');
    await page.getByRole('tab', { name: '经过' }).click();
    await expect(page.getByText(new RegExp(`规划情景“${names.second}”第 \\d+ 版`)).first()).toBeVisible();
    await visitor.open('/plans');
    await expect(page.getByRole('row', { name: /越城区/ })).toContainText('起草中');
  });

  await test.step('the list tells what was adopted; both are closed', async () => {
    await visitor.open('/planner');
    await expect(page.getByRole('row', { name: new RegExp(names.second) })).toContainText('2 个地方');
    for (const name of [names.second, names.first]) {
      await page.getByRole('button', { name: `关闭情景 ${name}` }).click();
      await page.getByRole('dialog').getByLabel('理由').fill('训练结束');
      await page.getByRole('dialog').getByRole('button', { name: '关闭', exact: true }).click();
      await expect(page.getByRole('row', { name: new RegExp(name) })).toHaveCount(0);
    }
  });
});

test('the planner is for the plan offices: others do not meet it, and may not begin a scenario', async ({ page, visitor }) => {
  for (const [card, meets] of [
    ['public', 0],
    ['land', 0],
    ['county', 1],
  ] as const) {
    await visitor.as(card);
    await visitor.open('/');
    await expect(page.getByRole('navigation').getByRole('link', { name: '规划', exact: true })).toHaveCount(meets);
  }
  await visitor.as('land');
  await visitor.open('/planner');
  await expect(page.getByRole('button', { name: '新建情景' })).toHaveCount(0);
});
