// A production server of its own, with a sign-in provider beside it, and people who sign in to it.
import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, expect, type Page } from '@playwright/test';
import { type RawBuilder, sql } from 'kysely';
import { generate } from 'otplib';
import { startProvider, type TestProvider } from '../apps/server/src/accounts/oidc-testing.ts';
import { openDatabase } from '../apps/server/src/platform/database.ts';
import { freePort } from '../apps/server/src/platform/ports.ts';
import { ownUrl } from '../apps/server/src/platform/postgres/index.ts';
import { settled } from './visitor.ts';

export interface Production {
  readonly address: string;
  readonly token: string;
  readonly provider: TestProvider;
  /** The last proof of identity of everybody is made that many minutes older: nobody waits for it in a test. */
  readonly age: (minutes: number) => Promise<void>;
  readonly stop: () => Promise<unknown>;
}

/** The first two, with the passwords they are given and then choose. */
export const administrators = {
  anquan: { name: '安全甲', given: 'Tall-Bamboo-27', own: 'Red-Maple-Hill-91' },
  xitong: { name: '系统乙', given: 'Quiet-River-58', own: 'Blue-Stone-Gate-64' },
} as const;

/** A process runs one at a time; where it is, and the authenticators of its people. */
let address = '';
let home = '';
export const secrets: Record<string, string> = {};

/** The journeys' own server is the demo. */
export async function startProduction(): Promise<Production> {
  // Another journey's people had the same logins.
  for (const login of Object.keys(secrets)) delete secrets[login];
  home = mkdtempSync(join(tmpdir(), 'zhenghe-accounts-'));
  chmodSync(home, 0o755);
  const port = await freePort(7395);
  address = `http://127.0.0.1:${port}`;
  const provider = await startProvider(`${address}/sign-in/oidc/return`);
  const child = spawn(process.execPath, ['--import', 'tsx', 'apps/server/src/main.ts'], {
    env: { ...process.env, ...environment(port, provider) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const stop = async () => {
    child.kill('SIGINT');
    await Promise.all([ended, provider.stop()]);
    rmSync(home, { recursive: true, force: true });
  };
  return { address, provider, stop, token: await tokenOf(child), age };
}

function environment(port: number, { settings }: TestProvider) {
  return {
    ...{ ZHENGHE_HOME: home, PORT: String(port), ZHENGHE_PROFILE: 'production', DATABASE_URL: '', ZHENGHE_URL_PUBLIC: address },
    ...{ ZHENGHE_OIDC_ISSUER: settings.issuer, ZHENGHE_OIDC_CLIENT_ID: settings.clientId },
    ...{ ZHENGHE_OIDC_CLIENT_SECRET: settings.clientSecret, ZHENGHE_OIDC_SECOND_FACTOR: 'amr:mfa' },
    ...{ ZHENGHE_OIDC_LABEL: settings.label.zh, ZHENGHE_OIDC_LABEL_EN: settings.label.en },
  };
}

function tokenOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    const read = (chunk: Buffer) => {
      printed += String(chunk);
      const token = /^ {2}([A-Za-z0-9_-]{43})$/m.exec(printed)?.[1];
      if (printed.includes(`${address}\n`) && /Ready in /.test(printed) && token) resolve(token);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('exit', (code) => reject(new Error(`ended with ${code}:\n${printed}`)));
  });
}

async function age(minutes: number): Promise<void> {
  await change(sql`update account_sessions set proved_at = proved_at - ${minutes} * interval '1 minute'`);
}

/** The code that the authenticator shows now; the server has forgotten that it was used, so nobody waits for the next one. */
export async function nextCode(login: string): Promise<string> {
  await change(sql`update people_secrets set totp_step = 0 where totp_step is not null`);
  return generate({ secret: secrets[login] ?? '' });
}

/** Behind the server's back, in its own database. */
async function change(statement: RawBuilder<unknown>): Promise<void> {
  const db = openDatabase(ownUrl(JSON.parse(readFileSync(join(home, 'remembered.json'), 'utf8'))) ?? '');
  await statement.execute(db).finally(() => db.destroy());
}

/** Somebody at a browser of his own. */
export async function somebody(browser: Browser): Promise<Page> {
  return (await browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })).newPage();
}

export async function open(page: Page, path: string, language = 'zh'): Promise<void> {
  await page.goto(`${address}${path}${path.includes('?') ? '&' : '?'}lang=${language}`);
  await settled(page);
}

export async function signIn(page: Page, login: string, password: string): Promise<void> {
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
