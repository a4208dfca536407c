// In production: a department is added with its function so that cases can name it, the second administrator reads no login whole,
// and the rights of an office are looked up and looked through.
import { expect, type Page, test } from '@playwright/test';
import { accessible } from './accessible.ts';
import { administrators, nextCode, open, type Production, secrets, signIn, somebody, startProduction } from './production.ts';

let server: Production;

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  server = await startProduction();
});
test.afterAll(() => server?.stop());

type Login = keyof typeof administrators;

/** Each asks the API as a browser would, for what is not looked at here. */
async function ask(page: Page, path: string, data: object): Promise<unknown> {
  const answer = await page.request.post(`${server.address}/api${path}`, { data, headers: { origin: server.address } });
  expect(answer.ok(), `${path}: ${await answer.text()}`).toBe(true);
  return answer.json();
}

async function settle(page: Page, login: Login): Promise<void> {
  const { given, own } = administrators[login];
  await signIn(page, login, given);
  await ask(page, '/session/password', { current: given, next: own });
  const { secret } = (await ask(page, '/session/factor', {})) as { secret: string };
  secrets[login] = secret;
  await ask(page, '/session/factor/confirm', { code: await nextCode(login) });
}

test('a department is added with its function, and a second one with it is refused', async ({ browser }) => {
  const [security, system] = [await somebody(browser), await somebody(browser)];
  await open(security, '/setup');
  const person = (login: Login) => ({ login, name: administrators[login].name, password: administrators[login].given });
  await ask(security, '/setup', { token: server.token, security: person('anquan'), system: person('xitong') });
  await settle(security, 'anquan');
  await settle(system, 'xitong');

  await open(security, '/people?part=units');
  // Kind and unit above stay chosen for the next one.
  await security.getByRole('combobox', { name: '类别' }).click();
  await security.getByTitle('部门', { exact: true }).click();
  await security.getByRole('searchbox', { name: '查找单位' }).first().fill('金华市人民');
  await security.getByRole('combobox', { name: '上级单位' }).click();
  await security.getByTitle('金华市人民政府').click();
  const add = async (name: string) => {
    await security.getByRole('combobox', { name: '职能' }).click();
    await security.getByTitle('自然资源和规划局 (land)').click();
    await security.getByRole('textbox', { name: '名称' }).fill(name);
    await security.getByRole('button', { name: '添加单位' }).click();
  };
  await add('金华市自然资源和规划局');
  await expect(security.getByText('330700/land')).toBeVisible();
  await accessible(security);
  await add('金华市第二自然资源局');
  await expect(security.getByText('同一地区已有承担此职能的部门：金华市自然资源和规划局')).toBeVisible();

  await open(system, '/people?part=people');
  await expect(system.getByText('an**** 已遮蔽')).toBeVisible();
  await expect(system.getByText('xitong', { exact: true })).toBeVisible();
  await accessible(system);
});

test('what an office may do is looked up, and looked through by the security administrator alone', async ({ browser }) => {
  const [page, other] = [await somebody(browser), await somebody(browser)];
  await signIn(page, 'anquan', administrators.anquan.own);
  const { day } = (await (await page.request.get(`${server.address}/api/session`)).json()) as { day: string };
  const units = await page.request.get(`${server.address}/api/units?on=${day}&query=金华市自然资源`);
  const [unit] = (await units.json()) as { id: string }[];
  const { person } = (await ask(page, '/people', { login: 'guotu', name: '国土戊' })) as { person: { id: string } };
  const { id } = (await ask(page, '/offices', { personId: person.id, unitId: unit?.id, role: 'department', from: day })) as { id: string };
  await signIn(other, 'xitong', administrators.xitong.own);
  await ask(other, `/offices/${id}/decision`, { grant: true });

  await open(page, '/rights');
  await page.getByRole('combobox', { name: '任职人员' }).click();
  await page.getByTitle('国土戊 · 部门 · 金华市自然资源和规划局').click();
  await expect(page.getByText(/部门可用 \d+ 项/)).toBeVisible();
  await expect(page.getByRole('row', { name: /办理案件/ })).toBeVisible();
  await expect(page.getByRole('row', { name: /保存方案/ })).toHaveCount(0);
  await accessible(page);
  await page.getByRole('button', { name: '以其视角查看' }).click();
  await expect(page.getByText('正在以“金华市自然资源和规划局”的视角查看').first()).toBeVisible();
  await open(other, '/rights');
  await expect(other.getByRole('combobox', { name: '任职人员' })).toBeVisible();
  await expect(other.getByRole('button', { name: '以其视角查看' })).toHaveCount(0);
});
