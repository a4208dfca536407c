import { expect, it } from 'vitest';
import { later } from './later.tsx';

const Part = () => null;

it('a part whose chunk has come is drawn itself, and nothing waits for it', async () => {
  const part = later(async () => Part);
  expect(part.now()).not.toBe(Part);
  await part.fetchAhead();
  expect(part.now()).toBe(Part);
});

it('a chunk that cannot be had is told when the part is drawn, not by sending for it, and is sent for again', async () => {
  let sent = 0;
  const part = later(async () => {
    sent += 1;
    if (sent === 1) throw new Error('no network');
    return Part;
  });
  await expect(part.fetchAhead()).resolves.toBeUndefined();
  await part.fetchAhead();
  expect(part.now()).toBe(Part);
});
