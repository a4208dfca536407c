// The settings of a start, from the environment. All that is wrong is said at once, before anything is touched.
import { join, resolve } from 'node:path';
import { StartFault } from './fault.ts';
import { type Ground, groundIn } from './ground.ts';
import { type OidcSettings, oidcIn } from './oidc-settings.ts';
import { productRoot } from './product.ts';
import { type SigningAlgorithm, signingAlgorithms } from './signing.ts';

export interface Config {
  readonly profile: 'demo' | 'production';
  readonly host: string;
  /** The wished port; the next free one is taken when it is not free. */
  readonly port: number;
  /** A PostgreSQL of the operator's; null for our own. */
  readonly databaseUrl: string | null;
  /** Address people use, when a proxy with TLS stands in front: https makes cookies host-bound and the proxy's client address counts. */
  readonly publicUrl: string | null;
  /** The provider people may sign in with; null without one. */
  readonly oidc: OidcSettings | null;
  /** What the audit log is signed with. */
  readonly signing: SigningAlgorithm;
  /** Tiles to draw under our maps; null without, which is the rule. */
  readonly ground: Ground | null;
  /** State directory. */
  readonly home: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

export function readConfig(env: Environment): Config {
  const problems: string[] = [];
  const profile = profileIn(env, problems);
  const host = env.HOST || '127.0.0.1';
  const port = portIn(env, problems);
  const databaseUrl = databaseIn(env, problems);
  const publicUrl = publicIn(env, problems);
  const oidc = profile === 'production' ? oidcIn(env, publicUrl, problems) : null;
  const signing = signingIn(env, problems);
  const ground = groundIn(env, problems);
  if (profile === 'demo' && !isLoopback(host)) {
    problems.push(
      `HOST=${host}: 演示没有账号，只能在本机使用 the demo has no accounts and answers this machine only (127.0.0.1, ::1 or localhost)`,
    );
  }
  if (problems.length > 0) {
    throw new StartFault(
      { zh: '设置不能使用。', en: `These settings cannot be used:\n  ${problems.join('\n  ')}` },
      { zh: '请改正或去掉它们，再启动。', en: 'Correct or unset them, then start again.' },
    );
  }
  const home = resolve(env.ZHENGHE_HOME || join(productRoot, '.zhenghe'));
  return { profile, host, port, databaseUrl, publicUrl, oidc, signing, ground, home };
}

export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host);
}

function profileIn(env: Environment, problems: string[]): Config['profile'] {
  const text = env.ZHENGHE_PROFILE || 'demo';
  if (text === 'demo' || text === 'production') return text;
  problems.push(`ZHENGHE_PROFILE=${text}: 应为 expected demo or production`);
  return 'production';
}

function signingIn(env: Environment, problems: string[]): SigningAlgorithm {
  const text = env.ZHENGHE_SIGNING || 'ed25519';
  const found = signingAlgorithms.find((one) => one === text);
  if (!found) problems.push(`ZHENGHE_SIGNING=${text}: 应为 expected ${signingAlgorithms.join(' or ')}`);
  return found ?? 'ed25519';
}

function portIn(env: Environment, problems: string[]): number {
  const text = env.PORT || '7300';
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  problems.push(`PORT=${text}: 应为 expected a number from 1 to 65535`);
  return 0;
}

function publicIn(env: Environment, problems: string[]): string | null {
  const text = env.ZHENGHE_URL_PUBLIC;
  if (!text) return null;
  if (URL.canParse(text) && ['http:', 'https:'].includes(new URL(text).protocol)) return new URL(text).origin;
  problems.push(`ZHENGHE_URL_PUBLIC=${text}: expected an address such as https://zhenghe.example.gov.cn`);
  return null;
}

function databaseIn(env: Environment, problems: string[]): string | null {
  const text = env.DATABASE_URL;
  if (!text) return null;
  // The value may hold a password, so it is never printed.
  if (!URL.canParse(text) || !['postgres:', 'postgresql:'].includes(new URL(text).protocol)) {
    problems.push('DATABASE_URL: 应为 expected postgres://USER:PASSWORD@HOST:PORT/DATABASE');
    return null;
  }
  return text;
}
