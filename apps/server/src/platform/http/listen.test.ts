import { Hono } from 'hono';
import { expect, it } from 'vitest';
import { listen } from './listen.ts';

it('keeps an idle connection for more than a minute: a request sent after five seconds of rest was reset', async () => {
  const app = new Hono().get('/', (c) => c.text('here'));
  const listener = await listen(app, { host: '127.0.0.1', port: 0 }, () => undefined);
  try {
    const answer = await fetch(listener.address);
    const kept = /timeout=(\d+)/.exec(answer.headers.get('keep-alive') ?? '');
    expect(Number(kept?.[1])).toBeGreaterThan(60);
    expect(await answer.text()).toBe('here');
  } finally {
    await listener.close();
  }
});
