// Locks and decisions as sentences.
import { useWords, type WordsLike } from '../../ui/index.ts';
import type { Decision, Lock } from '../shapes.ts';
import { words } from '../words-board.ts';
import { lockKey, platesKey } from './locks.ts';

type Words = WordsLike<typeof words.zh>;

export interface SaidLock {
  readonly key: string;
  readonly text: string;
  readonly parks: readonly string[];
}

export function saidLock(lock: Lock, nameOf: (park: string) => string, w: Words): SaidLock {
  const key = lockKey(lock);
  if ('outcome' in lock) return { key, text: w.lockOutcome(nameOf(lock.park), w.lockOutcomes[lock.outcome]), parks: [lock.park] };
  const parks = 'together' in lock ? lock.together : lock.apart;
  const names = parks.map(nameOf).join('、');
  return { key, text: 'together' in lock ? w.lockTogether(names) : w.lockApart(names), parks };
}

export function saidDecision(decision: Decision, nameOf: (park: string) => string, w: Words): SaidLock {
  return { key: platesKey(decision), text: w.lockPlates(decision.plates.map(nameOf).join('、')), parks: decision.plates };
}

export function useLockWords(parks: ReadonlyMap<string, { readonly park: { readonly name: string } }>) {
  const w = useWords(words);
  const nameOf = (code: string) => parks.get(code)?.park.name ?? code;
  return {
    nameOf,
    lock: (lock: Lock) => saidLock(lock, nameOf, w),
    decision: (decision: Decision) => saidDecision(decision, nameOf, w),
  };
}
