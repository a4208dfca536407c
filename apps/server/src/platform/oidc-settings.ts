// Which OpenID Connect provider people may sign in with, from the environment. Without an issuer there is none.
import { existsSync, readFileSync } from 'node:fs';
import type { Bilingual } from '@zhenghe/engine/kernel';

export interface OidcSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly label: Bilingual;
  /** Registered at the provider; of the public address, never of what a request says its host is. */
  readonly returnUrl: string;
  /** Values of `amr` and of `acr` that count as a second factor. */
  readonly strongMethods: readonly string[];
  readonly strongClasses: readonly string[];
}

type Environment = Readonly<Record<string, string | undefined>>;

export const oidcReturnPath = '/sign-in/oidc/return';

export function oidcIn(env: Environment, publicUrl: string | null, problems: string[]): OidcSettings | null {
  const issuer = env.ZHENGHE_OIDC_ISSUER;
  if (!issuer) return null;
  const before = problems.length;
  if (!isIssuer(issuer)) problems.push(`ZHENGHE_OIDC_ISSUER=${issuer}: expected https://… (http only on this machine), no query`);
  if (!publicUrl) problems.push('ZHENGHE_OIDC_ISSUER 需要 needs ZHENGHE_URL_PUBLIC: the provider sends people back to that address');
  const clientId = env.ZHENGHE_OIDC_CLIENT_ID ?? '';
  if (!clientId) problems.push('ZHENGHE_OIDC_CLIENT_ID: 缺少 missing');
  const clientSecret = secretIn(env, problems);
  const strong = strongIn(env.ZHENGHE_OIDC_SECOND_FACTOR ?? '', problems);
  if (problems.length > before || !publicUrl) return null;
  const label = { zh: env.ZHENGHE_OIDC_LABEL || '统一身份认证', en: env.ZHENGHE_OIDC_LABEL_EN || 'single sign-on' };
  return { issuer, clientId, clientSecret, label, returnUrl: `${publicUrl}${oidcReturnPath}`, ...strong };
}

function isIssuer(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, search, hash } = new URL(text);
  if (search || hash) return false;
  return protocol === 'https:' || (protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(hostname));
}

/** The value is never printed. */
function secretIn(env: Environment, problems: string[]): string {
  const { ZHENGHE_OIDC_CLIENT_SECRET: given, ZHENGHE_OIDC_CLIENT_SECRET_FILE: file } = env;
  if (given && file) problems.push('ZHENGHE_OIDC_CLIENT_SECRET and ZHENGHE_OIDC_CLIENT_SECRET_FILE: 只用一个 one of them, not both');
  if (given) return given;
  const text = file && existsSync(file) ? readFileSync(file, 'utf8').trim() : '';
  if (!text) problems.push('ZHENGHE_OIDC_CLIENT_SECRET or ZHENGHE_OIDC_CLIENT_SECRET_FILE: 缺少或不能读取 missing or not readable');
  return text;
}

/** `amr:otp amr:mfa acr:urn:example:two`. */
function strongIn(text: string, problems: string[]): Pick<OidcSettings, 'strongMethods' | 'strongClasses'> {
  const words = text.split(/\s+/).filter(Boolean);
  const after = (prefix: string) => words.filter((word) => word.startsWith(prefix)).map((word) => word.slice(prefix.length));
  if (words.some((word) => !/^(amr|acr):./.test(word))) {
    problems.push(`ZHENGHE_OIDC_SECOND_FACTOR=${text}: expected values such as amr:mfa amr:otp acr:VALUE`);
  }
  return { strongMethods: after('amr:'), strongClasses: after('acr:') };
}
