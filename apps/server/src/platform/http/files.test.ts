import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { filesIn } from './files.ts';

const long = 'console.log("整合");\n'.repeat(200);
let root: string;
let app: Hono;

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'zhenghe-files-'));
  mkdirSync(join(root, 'web/assets'), { recursive: true });
  writeFileSync(join(root, 'web/assets/app-abc.js'), long);
  writeFileSync(join(root, 'web/index.html'), '<!doctype html>');
  writeFileSync(join(root, 'web/.secret.json'), '{}');
  writeFileSync(join(root, 'outside.json'), '{}');
  app = new Hono();
  app.get('*', filesIn(join(root, 'web'), '/'), (c) => c.text('none', 404));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('files for the browser', () => {
  it('are compressed when the browser can read it, and kept for ever when their name holds their hash', async () => {
    const answer = await app.request('/assets/app-abc.js', { headers: { 'accept-encoding': 'gzip, br' } });
    expect(answer.headers.get('content-encoding')).toBe('br');
    expect(answer.headers.get('cache-control')).toContain('immutable');
    const body = Buffer.from(await answer.arrayBuffer());
    expect(body.length).toBeLessThan(200);
    expect(brotliDecompressSync(body).toString()).toBe(long);
  });

  it('are not sent again when unchanged, and are when changed', async () => {
    const first = await app.request('/index.html');
    expect(first.headers.get('cache-control')).toBe('no-cache');
    const headers = { 'if-none-match': first.headers.get('etag') ?? '' };
    expect((await app.request('/index.html', { headers })).status).toBe(304);
    writeFileSync(join(root, 'web/index.html'), '<!doctype html><title>2</title>');
    expect((await app.request('/index.html', { headers })).status).toBe(200);
  });

  it.each(['/../outside.json', '/%2e%2e/outside.json', '/..%2foutside.json', '/assets/%00.js', '/.secret.json', '/%E0%A4%A', '/assets'])(
    'outside the folder, hidden or broken are not there: %s',
    async (path) => {
      expect((await app.request(path)).status).toBe(404);
    },
  );
});
