// A production server of its own, with a sign-in provider beside it, and people who sign in to it.
import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { sql } from 'kysely';
import { generate } from 'otplib';
import { startProvider, type TestProvider } from '../apps/server/src/accounts/oidc-testing.ts';
import { openDatabase } from '../apps/server/src/platform/database.ts';
import { ownUrl } from '../apps/server/src/platform/postgres/index.ts';

export interface Production {
  readonly address: string;
  readonly token: string;
  readonly provider: TestProvider;
  /** The last proof of identity of everybody is made that many minutes older: nobody waits for it in a test. */
  readonly age: (minutes: number) => Promise<void>;
  readonly stop: () => Promise<unknown>;
}

const address = 'http://127.0.0.1:7395';

/** The journeys' own server is the demo. */
export async function startProduction(): Promise<Production> {
  // Another journey's people had the same logins: one process runs them all.
  for (const login of Object.keys(secrets)) delete secrets[login];
  const home = mkdtempSync(join(tmpdir(), 'zhenghe-accounts-'));
  chmodSync(home, 0o755);
  const provider = await startProvider(`${address}/sign-in/oidc/return`);
  const child = spawn(process.execPath, ['--import', 'tsx', 'apps/server/src/main.ts'], {
    env: { ...process.env, ...environment(home, provider) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const stop = async () => {
    child.kill('SIGINT');
    await Promise.all([ended, provider.stop()]);
    rmSync(home, { recursive: true, force: true });
  };
  return { address, provider, stop, token: await tokenOf(child), age: (minutes) => age(home, minutes) };
}

function environment(home: string, { settings }: TestProvider) {
  return {
    ...{ ZHENGHE_HOME: home, PORT: '7395', ZHENGHE_PROFILE: 'production', DATABASE_URL: '', ZHENGHE_URL_PUBLIC: address },
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

async function age(home: string, minutes: number): Promise<void> {
  const db = openDatabase(ownUrl(JSON.parse(readFileSync(join(home, 'remembered.json'), 'utf8'))) ?? '');
  await sql`update account_sessions set proved_at = proved_at - ${minutes} * interval '1 minute'`.execute(db).finally(() => db.destroy());
}

export const secrets: Record<string, string> = {};
const used: Record<string, number> = {};

/** The next code that was not used yet: a code works once, and one half minute early or late. */
export async function nextCode(login: string): Promise<string> {
  const step = Math.max(Math.floor(Date.now() / 30_000), (used[login] ?? 0) + 1);
  used[login] = step;
  const ahead = step * 30_000 - Date.now() - 30_000;
  if (ahead > 0) await new Promise((resolve) => setTimeout(resolve, ahead));
  return generate({ secret: secrets[login] ?? '', epoch: step * 30 });
}

export async function open(page: Page, path: string, language = 'zh'): Promise<void> {
  await page.goto(`${address}${path}${path.includes('?') ? '&' : '?'}lang=${language}`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
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
