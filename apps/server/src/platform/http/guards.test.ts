import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { isOwnPage, sameOriginWrites, securityHeaders, thisMachineOnly } from './guards.ts';

const app = new Hono();
app.use(securityHeaders(false), thisMachineOnly, sameOriginWrites);
app.all('*', (c) => c.text('reached'));

function ask(method: string, headers: Record<string, string> = {}) {
  return app.request('http://127.0.0.1:7300/rpc/plans/save', { method, headers: { host: '127.0.0.1:7300', ...headers } });
}

describe('writes', () => {
  it.each([
    ['a page of ours', { origin: 'http://127.0.0.1:7300', 'sec-fetch-site': 'same-origin' }, 200],
    ['a program that is no browser', {}, 200],
    ['a page of another site', { origin: 'http://evil.example', 'sec-fetch-site': 'cross-site' }, 403],
    ['another port of this machine', { origin: 'http://127.0.0.1:9999', 'sec-fetch-site': 'same-site' }, 403],
    ['an old browser on another site', { origin: 'http://evil.example' }, 403],
    ['a sandboxed page', { origin: 'null' }, 403],
  ])('from %s', async (_who, headers, status) => {
    expect((await ask('POST', headers)).status).toBe(status);
  });

  it('are judged by origin and host together', () => {
    expect(isOwnPage(undefined, 'https://zhenghe.example', 'zhenghe.example')).toBe(true);
    expect(isOwnPage('none', undefined, 'zhenghe.example')).toBe(true);
  });
});

describe('the demo', () => {
  it.each([
    ['127.0.0.1:7300', 200],
    ['localhost:7300', 200],
    ['[::1]:7300', 200],
    ['evil.example', 403],
    ['127.0.0.1.evil.example:7300', 403],
    ['', 403],
  ])('answers to the name %s with %i', async (host, status) => {
    expect((await ask('GET', { host })).status).toBe(status);
  });

  it('does not answer through a proxy', async () => {
    expect((await ask('GET', { 'x-forwarded-for': '10.0.0.1' })).status).toBe(403);
  });
});

describe('every answer', () => {
  it('allows no script but our own files', async () => {
    const policy = (await ask('GET')).headers.get('content-security-policy') ?? '';
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toContain('unsafe-eval');
    expect(policy).not.toMatch(/script-src[^;]*unsafe-inline/);
  });

  it('lets WebAssembly run in the overlay thread only, and never text as script', async () => {
    const policyOf = async (path: string) =>
      (await app.request(`http://127.0.0.1:7300${path}`, { headers: { host: '127.0.0.1:7300' } })).headers.get('content-security-policy') ??
      '';
    expect(await policyOf('/assets/overlay.worker-B2AaqasF.js')).toContain("script-src 'self' 'wasm-unsafe-eval';");
    expect(await policyOf('/assets/index-B2AaqasF.js')).not.toContain('wasm');
    expect(await policyOf('/assets/overlay.worker-B2AaqasF.js/x.js')).not.toContain('wasm');
  });

  it('takes pictures from a configured ground map, and from no other site', async () => {
    const mapped = new Hono().use(securityHeaders(false, 'https://tiles.example')).all('*', (c) => c.text('reached'));
    const policy = (await mapped.request('http://127.0.0.1:7300/')).headers.get('content-security-policy') ?? '';
    expect(policy).toContain("img-src 'self' data: blob: https://tiles.example;");
    expect((await ask('GET')).headers.get('content-security-policy')).toContain("img-src 'self' data: blob:;");
  });
});
