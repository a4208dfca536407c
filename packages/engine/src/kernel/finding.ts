// A finding is what a check has to say about one place of a submission: three outcomes, never first-fail.
import type { Citation } from './citation.ts';
import type { Strength } from './strength.ts';
import type { Bilingual } from './text.ts';

export const outcomes = ['pass', 'fail', 'unknown'] as const;
export type Outcome = (typeof outcomes)[number];

/** A place in a plan that a reader can be taken to, e.g. { table: 'blocks', row: 'b3', field: 'areaAfter' }. */
export interface Place {
  readonly table: string;
  readonly row?: string;
  readonly field?: string;
  /** The name a person knows the place by: 黄宅片区. */
  readonly label: string;
}

export interface Finding {
  /** Stable: check id, then the place where a check looks at several: `area-sums:zone:z1:after`. */
  readonly id: string;
  readonly check: string;
  readonly outcome: Outcome;
  readonly strength: Strength;
  /** True when this finding, as answered so far, stops a submission. */
  readonly blocking: boolean;
  readonly where: Place;
  /** Every cell that takes part, so that a table can mark them all. */
  readonly cells: readonly Place[];
  /** As a person would print it, with its unit; null when it could not be measured. */
  readonly measured: string | null;
  /** As a person would print it; null when the text gives no figure. */
  readonly allowed: string | null;
  readonly clause: Citation;
  readonly message: Bilingual;
  readonly mend: Bilingual | null;
  /** The written reason or recorded exception that answers a failed finding. */
  readonly answer?: { readonly text: string; readonly paper?: string; readonly by?: string };
}
