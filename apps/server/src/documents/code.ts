// Verify codes: twelve characters by chance, without those that look alike; and the limit on guessing them.
import { randomInt } from 'node:crypto';

/** No 0, 1, I, L, O. 31^12 codes: chance finds none. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

export function newCode(): string {
  return Array.from({ length: 12 }, () => alphabet[randomInt(alphabet.length)]).join('');
}

/** As people type it: small letters, dashes and spaces. Null when it cannot be a code. */
export function readCode(typed: string): string | null {
  const code = typed
    .normalize('NFKC')
    .replace(/[\s\-—]/g, '')
    .toUpperCase();
  return code.length === 12 && [...code].every((sign) => alphabet.includes(sign)) ? code : null;
}

export interface GuessLimit {
  /** Whether this address has guessed wrong too often lately. */
  readonly isShut: (from: string, now: number) => boolean;
  readonly wrong: (from: string, now: number) => void;
}

/** `most` wrong codes from one address in `spanMs`; older ones are forgotten. */
export function guessLimit(most: number, spanMs: number): GuessLimit {
  const wrongs = new Map<string, number[]>();
  const recent = (from: string, now: number) => (wrongs.get(from) ?? []).filter((at) => now - at < spanMs);
  return {
    isShut: (from, now) => recent(from, now).length >= most,
    wrong: (from, now) => {
      // A flood from many addresses must not fill the memory: the oldest are dropped.
      if (wrongs.size > 10_000) wrongs.clear();
      wrongs.set(from, [...recent(from, now), now].slice(-most));
    },
  };
}
