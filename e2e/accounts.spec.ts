// The first start in production: two administrators are made, sign in with a second factor, and give a clerk an office together.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { generate } from 'otplib';

interface Production {
  readonly address: string;
  readonly token: string;
  readonly stop: () => Promise<unknown>;
}

let home: string;
let server: Production;

test.describe.configure({ mode: 'serial' });
test.setTimeout(180_000);

test.beforeAll(async () => {
  test.setTimeout(180_000);
  home = mkdtempSync(join(tmpdir(), 'zhenghe-accounts-'));
  server = await startProduction(home);
});
test.afterAll(async () => {
  await server?.stop();
  rmSync(home, { recursive: true, force: true });
});

/** A server of its own, as the journeys' server is the demo. */
function startProduction(folder: string): Promise<Production> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'apps/server/src/main.ts'], {
    env: { ...process.env, ZHENGHE_HOME: folder, PORT: '7395', ZHENGHE_PROFILE: 'production', DATABASE_URL: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const stop = () => {
    child.kill('SIGINT');
    return ended;
  };
  return new Promise((resolve, reject) => {
    let printed = '';
    const read = (chunk: Buffer) => {
      printed += String(chunk);
      const address = /Ready in .*(http:\/\/127\.0\.0\.1:\d+)/.exec(printed)?.[1];
      const token = /^ {2}([A-Za-z0-9_-]{43})$/m.exec(printed)?.[1];
      if (address && token) resolve({ address, token, stop });
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', (code) => reject(new Error(`ended with ${code}:\n${printed}`)));
  });
}

const first = { security: 'Tall-Bamboo-27', system: 'Quiet-River-58' };
const secrets: Record<string, string> = {};
const used: Record<string, number> = {};

/** The next code that was not used yet: a code works once, and one half minute early or late. */
async function nextCode(login: string): Promise<string> {
  const step = Math.max(Math.floor(Date.now() / 30_000), (used[login] ?? 0) + 1);
  used[login] = step;
  const ahead = step * 30_000 - Date.now() - 30_000;
  if (ahead > 0) await new Promise((resolve) => setTimeout(resolve, ahead));
  return generate({ secret: secrets[login] ?? '', epoch: step * 30 });
}

async function open(page: Page, path: string, language = 'zh'): Promise<void> {
  await page.goto(`${server.address}${path}${path.includes('?') ? '&' : '?'}lang=${language}`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
}

async function isAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(
    violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
  ).toEqual([]);
}

async function signIn(page: Page, login: string, password: string): Promise<void> {
  await open(page, '/sign-in');
  await page.getByLabel('登录名').fill(login);
  await page.getByLabel('密码').fill(password);
  await page.keyboard.press('Enter');
  if (secrets[login]) {
    await page.getByLabel('验证码').fill(await nextCode(login));
    await page.getByRole('button', { name: '验证并登录' }).click();
  }
  await expect(page.getByRole('heading', { level: 1, name: '我的账号' })).toBeVisible();
}

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
  await isAccessible(page);
  await page.getByRole('button', { name: '已妥善保存' }).click();
  await expect(page.getByText('办事之前还须完成')).toHaveCount(0);
}

test('the console token makes the first two administrators, and the door closes', async ({ page }) => {
  await open(page, '/setup');
  await isAccessible(page);
  await page.getByLabel('一次性令牌').fill(server.token);
  const parts = [
    { part: page.getByRole('region', { name: '安全管理员' }), login: 'anquan', name: '安全甲', password: first.security },
    { part: page.getByRole('region', { name: '系统管理员' }), login: 'xitong', name: '系统乙', password: first.system },
  ];
  for (const { part, login, name, password } of parts) {
    await part.getByLabel('登录名').fill(login);
    await part.getByLabel('姓名').fill(name);
    await part.getByLabel('初始密码').fill(password);
  }
  await page.getByRole('button', { name: '设立' }).click();
  await expect(page.getByText('已设立两名管理员')).toBeVisible();
  await open(page, '/setup');
  await expect(page.getByText('此入口已关闭')).toBeVisible();
  expect((await page.request.get(`${server.address}/api/role-cards`)).status()).toBe(404);
});

test('an office takes two people: one proposes, the other grants, and the clerk acts in it', async ({ browser }) => {
  const at = async () => (await browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })).newPage();
  const [security, system, clerk] = [await at(), await at(), await at()];
  await signIn(security, 'anquan', first.security);
  await isAccessible(security);
  await settle(security, 'anquan', first.security, 'Red-Maple-Hill-91');
  await signIn(system, 'xitong', first.system);
  await settle(system, 'xitong', first.system, 'Blue-Stone-Gate-64');

  await open(security, '/people?part=people');
  await security.getByRole('textbox', { name: '姓名' }).fill('经办丙');
  await security.getByRole('textbox', { name: '登录名' }).fill('clerk');
  await security.getByRole('button', { name: '添加人员' }).click();
  const given = (await security.locator('.once').textContent()) ?? '';
  await isAccessible(security);

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
  await isAccessible(system);
  await system.getByRole('button', { name: /^同意 · 经办丙/ }).click();
  await expect(system.getByText('待复核')).toHaveCount(0);
  await open(system, '/account-settings');
  await isAccessible(system);

  await signIn(clerk, 'clerk', given);
  await settle(clerk, 'clerk', given, 'Green-Valley-Boat-33');
  await expect(clerk.getByText('浦江县人民政府').first()).toBeVisible();
  await expect(clerk.getByText('正在行使')).toBeVisible();
  await open(clerk, '/people');
  await expect(clerk.getByText('此页由安全管理员和系统管理员使用')).toBeVisible();
  await clerk.setViewportSize({ width: 390, height: 844 });
  await open(clerk, '/account', 'en');
  await isAccessible(clerk);
  await clerk.getByRole('button', { name: 'Sign out' }).click();
  await expect(clerk.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
});
