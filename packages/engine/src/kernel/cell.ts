// A figure, or the reason why there is none. Missing is never zero and never blank.

export const missingReasons = ['not-given', 'not-applicable', 'not-collected', 'secret', 'not-reported'] as const;
export type MissingReason = (typeof missingReasons)[number];

export interface Missing {
  readonly missing: MissingReason;
}

export type Cell<T> = T | Missing;

export const notGiven: Missing = { missing: 'not-given' };

export function isMissing(cell: unknown): cell is Missing {
  return typeof cell === 'object' && cell !== null && 'missing' in cell;
}
