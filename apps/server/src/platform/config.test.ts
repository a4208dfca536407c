import { describe, expect, it } from 'vitest';
import { isLoopback, readConfig } from './config.ts';
import { StartFault } from './fault.ts';
import { refuseOldServer } from './postgres/server-version.ts';

function problemsOf(env: Record<string, string>): string {
  try {
    readConfig(env);
    return '';
  } catch (fault) {
    if (fault instanceof StartFault) return fault.message;
    throw fault;
  }
}

describe('settings', () => {
  it('are the demo on this machine when nothing is set', () => {
    expect(readConfig({})).toMatchObject({ profile: 'demo', host: '127.0.0.1', port: 7300, databaseUrl: null });
  });

  it('name every problem at once', () => {
    const problems = problemsOf({ PORT: '70000', ZHENGHE_PROFILE: 'test', DATABASE_URL: 'mysql://x' });
    expect(problems).toContain('PORT=70000');
    expect(problems).toContain('ZHENGHE_PROFILE=test');
    expect(problems).toContain('DATABASE_URL');
  });

  it('sign with Ed25519 unless SM2 is asked for, and with nothing else', () => {
    expect([readConfig({}).signing, readConfig({ ZHENGHE_SIGNING: 'sm2' }).signing]).toEqual(['ed25519', 'sm2']);
    expect(problemsOf({ ZHENGHE_SIGNING: 'rsa' })).toContain('ed25519 or sm2');
  });

  it('never print the database password', () => {
    expect(problemsOf({ DATABASE_URL: 'mysql://me:topsecret@host/db' })).not.toContain('topsecret');
  });

  it.each(['0.0.0.0', '::', '192.168.1.5', 'zhenghe.example', '127.0.0.1.evil.example'])('refuse the demo on %s', (host) => {
    expect(problemsOf({ HOST: host })).toContain('demo');
    expect(problemsOf({ HOST: host, DATABASE_URL: 'postgres://a@b/c' })).toContain('demo');
  });

  it('let production listen anywhere', () => {
    expect(readConfig({ HOST: '0.0.0.0', ZHENGHE_PROFILE: 'production' })).toMatchObject({ profile: 'production', host: '0.0.0.0' });
  });

  it('know this machine by its names', () => {
    expect(['localhost', '127.0.0.1', '127.8.9.1', '::1'].map(isLoopback)).toEqual([true, true, true, true]);
  });
});

describe('a server of the operator', () => {
  it('is refused by name when older than 15', () => {
    expect(() => refuseOldServer('140012', '14.12 (Debian 14.12-1)')).toThrow('PostgreSQL 14.12 (Debian 14.12-1)');
    expect(() => refuseOldServer('90624', '9.6.24')).toThrow('PostgreSQL 9.6.24');
  });

  it('is used from 15 on', () => {
    for (const number of ['150000', '150018', '180004', '190000']) expect(() => refuseOldServer(number, number)).not.toThrow();
  });
});
