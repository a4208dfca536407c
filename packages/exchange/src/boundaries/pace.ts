// Lets others run while a long file is read: about every 50 ms a reader reports how far it is, and learns whether it is still wanted.

export interface ReadOptions {
  readonly signal?: AbortSignal;
  /** Told 0…1. */
  readonly progress?: (share: number) => void;
}

export interface Pace {
  /** True when it is time to rest; cheap enough for every few hundred steps. */
  readonly due: () => boolean;
  /** Reports, gives way to others, and throws the signal's reason when nobody waits any more. */
  readonly rest: (share: number) => Promise<void>;
}

const restEveryMs = 50;

export function paceOf({ signal, progress }: ReadOptions): Pace {
  let last = performance.now();
  return {
    due: () => performance.now() - last >= restEveryMs,
    rest: async (share) => {
      signal?.throwIfAborted();
      progress?.(Math.min(1, Math.max(0, share)));
      await new Promise((resolve) => setImmediate(resolve));
      signal?.throwIfAborted();
      last = performance.now();
    },
  };
}
