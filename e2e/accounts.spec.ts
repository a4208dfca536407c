// The first start in production: two administrators are made, sign in with a second factor, and give a clerk an office together.
// Then what happens under a page: a session that ends, a proof that is asked for, a sign-in provider.
import { expect, type Page, test } from '@playwright/test';
import { accessible } from './accessible.ts';
import { administrators, nextCode, open, type Production, secrets, signIn, somebody, startProduction } from './production.ts';

let server: Production;

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  server = await startProduction();
});
test.afterAll(() => server?.stop());

const { anquan, xitong } = administrators;

/** The duties of a first sign-in: a password of one's own, an authenticator. */
async function settle(page: Page, login: string, given: string, own: string): Promise<void> {
  await page.getByLabel('当前密码').fill(given);
  await page.getByLabel('新密码', { exact: true }).fill(own);
  await page.getByLabel('再输一次新密码').fill(own);
  await page.getByRole('button', { name: '更改密码' }).click();
  await expect(page.getByText('更改密码。')).toHaveCount(0);
  await page.getByRole('button', { name: '开始绑定' }).click();
  await expect(page.getByRole('img', { name: '绑定验证器的二维码' })).toBeVisible();
  secrets[login] = ((await page.locator('code.once').textContent()) ?? '').replaceAll(' ', '');
  await page.getByLabel('6 位数字').fill(await nextCode(login));
  await page.getByRole('button', { name: '确认绑定' }).click();
  await expect(page.locator('.recovery-codes li')).toHaveCount(10);
  await accessible(page);
  await page.getByRole('button', { name: '已妥善保存' }).click();
  await expect(page.getByText('办事之前还须完成')).toHaveCount(0);
}

test('the console token makes the first two administrators, and the door closes', async ({ page }) => {
  await open(page, '/setup');
  await accessible(page);
  await page.getByLabel('一次性令牌').fill(server.token);
  for (const [office, login] of [
    ['安全管理员', 'anquan'],
    ['系统管理员', 'xitong'],
  ] as const) {
    const part = page.getByRole('region', { name: office });
    await part.getByLabel('登录名').fill(login);
    await part.getByLabel('姓名').fill(administrators[login].name);
    await part.getByLabel('初始密码').fill(administrators[login].given);
  }
  await page.getByRole('button', { name: '设立' }).click();
  await expect(page.getByText('已设立两名管理员')).toBeVisible();
  await open(page, '/setup');
  await expect(page.getByText('此入口已关闭')).toBeVisible();
  expect((await page.request.get(`${server.address}/api/role-cards`)).status()).toBe(404);
});

test('an office takes two people: one proposes, the other grants, and the clerk acts in it', async ({ browser }) => {
  const [security, system, clerk] = [await somebody(browser), await somebody(browser), await somebody(browser)];
  await signIn(security, 'anquan', anquan.given);
  await accessible(security);
  await settle(security, 'anquan', anquan.given, anquan.own);
  await signIn(system, 'xitong', xitong.given);
  await settle(system, 'xitong', xitong.given, xitong.own);

  await open(security, '/people?part=people');
  await security.getByRole('textbox', { name: '姓名' }).fill('经办丙');
  await security.getByRole('textbox', { name: '登录名' }).fill('clerk');
  await security.getByRole('button', { name: '添加人员' }).click();
  const given = (await security.locator('.once').textContent()) ?? '';
  await accessible(security);

  await open(security, '/people');
  await security.getByRole('combobox', { name: '人员' }).click();
  await security.getByTitle('经办丙').click();
  await security.getByRole('searchbox', { name: '查找单位' }).fill('浦江县人民');
  await security.getByRole('combobox', { name: '单位' }).click();
  await security.getByTitle('浦江县人民政府').click();
  await security.getByRole('combobox', { name: '角色' }).click();
  await security.getByTitle('县级', { exact: true }).click();
  await security.getByRole('button', { name: '申请任职' }).click();
  await expect(security.getByText('待复核')).toBeVisible();
  await expect(security.getByRole('button', { name: /^同意/ })).toHaveCount(0);

  await open(system, '/people');
  await accessible(system);
  await system.getByRole('button', { name: /^同意 · 经办丙/ }).click();
  await expect(system.getByText('待复核')).toHaveCount(0);
  await open(system, '/account-settings');
  await accessible(system);

  await signIn(clerk, 'clerk', given);
  await settle(clerk, 'clerk', given, 'Green-Valley-Boat-33');
  await expect(clerk.getByText('浦江县人民政府').first()).toBeVisible();
  await expect(clerk.getByText('正在行使')).toBeVisible();
  await open(clerk, '/people');
  await expect(clerk.getByText('此页由安全管理员和系统管理员使用')).toBeVisible();
  await clerk.setViewportSize({ width: 390, height: 844 });
  await open(clerk, '/account', 'en');
  await accessible(clerk);
  await clerk.getByRole('button', { name: 'Sign out' }).click();
  await expect(clerk.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
});

test.describe('under a page with something typed in it', () => {
  let page: Page;
  const idle = () => page.getByLabel('空闲多少分钟后结束（5–60）');
  const dialog = () => page.getByRole('dialog');
  const save = () => page.getByRole('button', { name: '保存设置' }).click();

  test.beforeAll(async ({ browser }) => {
    page = await somebody(browser);
    await signIn(page, 'xitong', xitong.own);
  });

  test('a session ended from another browser asks to sign in, and the page saves what was typed', async ({ browser }) => {
    await open(page, '/account-settings');
    await idle().fill('21');
    const other = await somebody(browser);
    await signIn(other, 'xitong', xitong.own);
    const ends = other.getByRole('button', { name: /^结束 ·/ });
    await expect(ends.first()).toBeVisible();
    for (let left = await ends.count(); left > 0; left -= 1) {
      await ends.first().click();
      await expect(ends).toHaveCount(left - 1);
    }
    await save();
    await expect(dialog()).toContainText('请重新登录');
    await accessible(page);
    await dialog().getByRole('button', { name: '稍后' }).click();
    await expect(page.getByText('登录已失效：页面上的内容还在')).toBeVisible();
    await expect(idle()).toHaveValue('21');
    await save();
    await dialog().getByLabel('密码').fill(xitong.own);
    await page.keyboard.press('Enter');
    await dialog()
      .getByLabel('验证码')
      .fill(await nextCode('xitong'));
    await dialog().getByRole('button', { name: '验证并继续' }).click();
    await expect(dialog()).toHaveCount(0);
    await expect(page.getByText('已保存')).toBeVisible();
    await expect(idle()).toHaveValue('21');
    await other.context().close();
  });

  test('a proof that is too old is asked for in place, and the same action goes on', async () => {
    await server.age(10);
    await idle().fill('22');
    await save();
    await expect(dialog()).toContainText('请再次验证身份');
    await accessible(page);
    await page.keyboard.press('Escape');
    await expect(page.getByText('此项操作须再次验证身份')).toBeVisible();
    await save();
    await dialog().getByLabel('密码').fill(xitong.own);
    await dialog()
      .getByLabel('验证码')
      .fill(await nextCode('xitong'));
    await dialog().getByRole('button', { name: '验证并继续' }).click();
    await expect(page.getByText('已保存')).toBeVisible();
    await open(page, '/account-settings');
    await expect(idle()).toHaveValue('22');
  });

  test('another person who signs in there gets a page of his own', async () => {
    await page.context().clearCookies();
    await idle().fill('23');
    await save();
    await dialog().getByLabel('登录名').fill('anquan');
    await dialog().getByLabel('密码').fill(anquan.own);
    await page.keyboard.press('Enter');
    await dialog()
      .getByLabel('验证码')
      .fill(await nextCode('anquan'));
    await dialog().getByRole('button', { name: '验证并继续' }).click();
    await expect(page.getByRole('link', { name: /安全甲/ })).toBeVisible();
    await expect(idle()).toHaveValue('22');
    await expect(idle()).toBeDisabled();
  });

  test('a minute before the idle end it warns, and one press keeps the session', async () => {
    await page.clock.install();
    await open(page, '/account');
    // An answer that comes in after the leap would count as work done at that hour.
    await page.waitForLoadState('networkidle');
    await page.clock.fastForward('20:00');
    await expect(dialog()).toHaveCount(0);
    await page.clock.fastForward('00:45');
    await expect(dialog()).toContainText('即将自动退出登录');
    await accessible(page);
    await dialog().getByRole('button', { name: '继续使用' }).click();
    await expect(dialog()).toHaveCount(0);
  });
});

test('an identity of the provider is linked by its person, proves who is there in a window of its own, and signs in', async ({
  browser,
}) => {
  const page = await somebody(browser);
  server.provider.sits({ subject: 'ou-1', amr: ['mfa'] });
  await open(page, '/sign-in');
  await page.getByRole('button', { name: '用省统一认证登录' }).click();
  await expect(page.getByText('此身份没有关联任何账号')).toBeVisible();
  await accessible(page);

  await signIn(page, 'xitong', xitong.own);
  await page.getByRole('button', { name: '关联省统一认证' }).click();
  await expect(page.getByText('本人关联')).toBeVisible();

  await server.age(10);
  await open(page, '/account-settings');
  await page.getByLabel('空闲多少分钟后结束（5–60）').fill('24');
  await page.getByRole('button', { name: '保存设置' }).click();
  const opened = page.context().waitForEvent('page');
  await page.getByRole('dialog').getByRole('button', { name: '用省统一认证验证' }).click();
  await opened;
  await expect(page.getByText('已保存')).toBeVisible();

  await open(page, '/account');
  await page.getByRole('button', { name: '退出登录' }).click();
  await page.getByRole('button', { name: '用省统一认证登录' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '我的账号' })).toBeVisible();
  await expect(page.getByText('系统乙').first()).toBeVisible();
});
