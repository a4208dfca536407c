// Which version a lock came with: versions are halved until one has it and the one before has not.
import type { Scenario } from '../shapes.ts';
import { lockKey, platesKey } from './locks.ts';

type Version = Pick<Scenario, 'version' | 'by' | 'at' | 'note' | 'locks' | 'decisions'>;

/** null: not even `newest` has it. */
export async function versionOf(lock: string, newest: Version, read: (version: number) => Promise<Version>): Promise<Version | null> {
  if (!has(newest, lock)) return null;
  let [without, found] = [0, newest];
  while (found.version - without > 1) {
    const middle = await read(Math.floor((without + found.version) / 2));
    if (has(middle, lock)) found = middle;
    else without = middle.version;
  }
  return found;
}

function has({ locks, decisions }: Version, key: string): boolean {
  return locks.some((lock) => lockKey(lock) === key) || decisions.some((decision) => platesKey(decision) === key);
}
