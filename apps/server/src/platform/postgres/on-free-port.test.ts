import { expect, it } from 'vitest';
import { StartFault } from '../fault.ts';
import { onFreePort } from './on-free-port.ts';

const bothTongues = (text: string) => ({ zh: text, en: text });
const fault = (text: string) => new StartFault(bothTongues(`PostgreSQL did not start.\n  ${text}`), bothTongues('see the log'));
const busy = fault('LOG:  could not bind IPv4 address "127.0.0.1": Address already in use');

it('a port that is taken between the look and the start is left for another', async () => {
  const asked: number[] = [];
  const { started, port } = await onFreePort(null, async (free) => {
    asked.push(free);
    if (asked.length < 3) throw busy;
    return 'runs';
  });
  expect([started, asked.length, port]).toEqual(['runs', 3, asked[2]]);
});

it('whatever else goes wrong is told at once, and ports that are always taken in the end', async () => {
  let starts = 0;
  const failing = (why: StartFault) => () => {
    starts += 1;
    return Promise.reject(why);
  };
  await expect(onFreePort(null, failing(fault('FATAL: no space left')))).rejects.toThrow('no space left');
  expect(starts).toBe(1);
  await expect(onFreePort(null, failing(busy))).rejects.toThrow('already in use');
  expect(starts).toBe(6);
});
