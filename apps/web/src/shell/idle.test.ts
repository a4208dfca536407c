import { describe, expect, it } from 'vitest';
import { idleState } from './idle.ts';

describe('an idle session', () => {
  const after = (seconds: number) => idleState(0, 15, seconds * 1000);

  it('is warned of a minute before the earliest end, counts down, and is asked about after the latest', () => {
    expect(after(0)).toEqual({ kind: 'live' });
    expect(after(15 * 60 - 91)).toEqual({ kind: 'live' });
    expect(after(15 * 60 - 90)).toEqual({ kind: 'ending', seconds: 60 });
    expect(after(15 * 60 - 40)).toEqual({ kind: 'ending', seconds: 10 });
    expect(after(15 * 60 - 5)).toEqual({ kind: 'ending', seconds: 0 });
    expect(after(15 * 60 + 1)).toEqual({ kind: 'ended' });
  });
});
