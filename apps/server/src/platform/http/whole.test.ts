import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
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
