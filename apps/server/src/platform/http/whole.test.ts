import { gunzipSync } from 'node:zlib';
import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { listen } from './listen.ts';
import { wholeBody } from './whole.ts';

const long = JSON.stringify({ 名称: Array.from({ length: 500 }, (_, index) => `训练园区${index}`) });
const json = (text: string) => new Response(text, { headers: { 'content-type': 'application/json' } });

describe('the body of an answer', () => {
  it.each(['gzip', 'br, gzip, deflate', 'gzip;q=0.5'])('is packed for who takes it: %s', async (accepted) => {
    const response = json(long);
    const body = await wholeBody(response, accepted);
    expect([response.headers.get('content-encoding'), response.headers.get('vary')]).toEqual(['gzip', 'Accept-Encoding']);
    expect(body instanceof Uint8Array && gunzipSync(body).toString()).toBe(long);
  });

  it('is packed when it is very long', async () => {
    const veryLong = JSON.stringify(long.repeat(20));
    const body = await wholeBody(json(veryLong), 'gzip');
    expect(body instanceof Uint8Array && gunzipSync(body).toString()).toBe(veryLong);
  });

  it.each(['', 'identity', 'br', 'gzip;q=0', 'gzip; q=0.0, br'])('is not packed for who does not: %s', async (accepted) => {
    const response = json(long);
    expect(await wholeBody(response, accepted)).toBe(long);
    expect([response.headers.get('content-encoding'), response.headers.get('vary')]).toEqual([null, 'Accept-Encoding']);
  });

  it('is not packed when it is short', async () => {
    const response = json('{}');
    expect(await wholeBody(response, 'gzip')).toBe('{}');
    expect(response.headers.get('content-encoding')).toBeNull();
  });

  it('is left alone when it is a file', async () => {
    const headers = { 'content-type': 'application/json', 'content-disposition': 'attachment; filename="a.json"' };
    const response = new Response(long, { headers });
    expect(await wholeBody(response, 'gzip')).toBe(response.body);
    expect(response.bodyUsed).toBe(false);
  });
});

it('says over the wire that it is packed: packed bytes came without a word of it', async () => {
  const app = new Hono().get('/', async (c) => {
    const response = json(long);
    return c.newResponse(await wholeBody(response, c.req.header('accept-encoding')), response);
  });
  const listener = await listen(app, { host: '127.0.0.1', port: 0 }, () => undefined);
  try {
    const answer = await fetch(listener.address, { headers: { 'accept-encoding': 'gzip' } });
    expect(answer.headers.get('content-encoding')).toBe('gzip');
    expect(await answer.text()).toBe(long);
  } finally {
    await listener.close();
  }
});
