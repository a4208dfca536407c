// One answer for many askers: never older than the question, never across scopes, and a fault is everybody's.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scoped } from './database.ts';
import { sharedRead } from './shared-read.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

function slowCounter() {
  const waiting: (() => void)[] = [];
  let begun = 0;
  const read = async (): Promise<number> => {
    begun += 1;
    const mine = begun;
    await new Promise<void>((resolve) => waiting.push(resolve));
    return mine;
  };
  const finishOne = async () => {
    waiting.shift()?.();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { read, finishOne, begun: () => begun };
}

describe('a shared read', () => {
  const city = { reach: '3307', unit: '330700' };

  it('answers all who come while one runs with the next, which begins after they asked', async () => {
    const { read, finishOne, begun } = slowCounter();
    const first = sharedRead(scoped(database.db, city), 'work', read);
    const others = [1, 2, 3].map(() => sharedRead(scoped(database.db, city), 'work', read));
    expect(begun()).toBe(1);
    await finishOne();
    expect(begun()).toBe(2);
    const late = sharedRead(scoped(database.db, city), 'work', read);
    await finishOne();
    await finishOne();
    expect([await first, ...(await Promise.all(others)), await late]).toEqual([1, 2, 2, 2, 3]);
  });

  it('is never shared with another place, unit or question', async () => {
    const { read, finishOne, begun } = slowCounter();
    const scopes = [city, { ...city, unit: '330700/land' }, { ...city, reach: '330726' }];
    const answers = [...scopes.map((scope) => sharedRead(scoped(database.db, scope), 'work', read))];
    answers.push(sharedRead(scoped(database.db, city), 'other work', read));
    expect(begun()).toBe(4);
    for (const _ of answers) await finishOne();
    expect(new Set(await Promise.all(answers)).size).toBe(4);
  });

  it('goes on after a fault', async () => {
    const failing = () => Promise.reject(new Error('lost'));
    const db = scoped(database.db, city);
    const first = sharedRead(db, 'fails', failing);
    const second = sharedRead(db, 'fails', () => Promise.resolve('well'));
    await expect(first).rejects.toThrow('lost');
    expect(await second).toBe('well');
    expect(await sharedRead(db, 'fails', () => Promise.resolve('again'))).toBe('again');
  });
});
