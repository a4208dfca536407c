import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { oidcIn } from './oidc-settings.ts';

const right = {
  ZHENGHE_OIDC_ISSUER: 'https://id.example.gov.cn',
  ZHENGHE_OIDC_CLIENT_ID: 'zhenghe',
  ZHENGHE_OIDC_CLIENT_SECRET: 'topsecret',
};
const publicUrl = 'https://zhenghe.example.gov.cn';

function problemsOf(env: Record<string, string>, url: string | null = publicUrl): string {
  const problems: string[] = [];
  expect(oidcIn({ ...right, ...env }, url, problems)).toBeNull();
  return problems.join('\n');
}

describe('settings of the sign-in provider', () => {
  it('are none without an issuer', () => {
    expect(oidcIn({}, null, [])).toBeNull();
  });

  it('return to the public address, and take our own code unless values are named', () => {
    const settings = oidcIn({ ...right, ZHENGHE_OIDC_SECOND_FACTOR: 'amr:mfa amr:otp acr:urn:two' }, publicUrl, []);
    expect(settings).toMatchObject({
      returnUrl: `${publicUrl}/sign-in/oidc/return`,
      strongMethods: ['mfa', 'otp'],
      strongClasses: ['urn:two'],
    });
    expect(oidcIn(right, publicUrl, [])).toMatchObject({ strongMethods: [], strongClasses: [] });
  });

  it('take the secret from a file', () => {
    const folder = mkdtempSync(join(tmpdir(), 'zhenghe-oidc-'));
    const file = join(folder, 'secret');
    writeFileSync(file, 'of a file\n');
    const env = { ...right, ZHENGHE_OIDC_CLIENT_SECRET: '', ZHENGHE_OIDC_CLIENT_SECRET_FILE: file };
    expect(oidcIn(env, publicUrl, [])).toMatchObject({ clientSecret: 'of a file' });
    rmSync(folder, { recursive: true });
    expect(problemsOf({ ZHENGHE_OIDC_CLIENT_SECRET: '', ZHENGHE_OIDC_CLIENT_SECRET_FILE: file })).toContain('missing or not readable');
  });

  it('refuse http to another machine, a wrong second factor, two secrets, and no public address; and print no secret', () => {
    expect(problemsOf({ ZHENGHE_OIDC_ISSUER: 'http://id.example.gov.cn' })).toContain('https://');
    expect(problemsOf({ ZHENGHE_OIDC_SECOND_FACTOR: 'mfa' })).toContain('amr:mfa');
    expect(problemsOf({}, null)).toContain('ZHENGHE_URL_PUBLIC');
    const twice = problemsOf({ ZHENGHE_OIDC_CLIENT_ID: '', ZHENGHE_OIDC_CLIENT_SECRET_FILE: '/nowhere' });
    expect(twice).toContain('CLIENT_ID');
    expect(twice).toContain('not both');
    expect(twice).not.toContain('topsecret');
  });
});
