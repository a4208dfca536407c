// What every reader of a format gets and answers.
import type { RawBoundaries, RawFeature, RawRing } from '@zhenghe/engine/boundaries';
import type { Unreadable } from '../kernel/index.ts';
import { trainingMark } from './fields.ts';
import type { Gathering } from './gathering.ts';
import type { Pace } from './pace.ts';
import type { Statement } from './statement.ts';

export interface Source {
  readonly bytes: Uint8Array;
  readonly pace: Pace;
  readonly gathering: Gathering;
}

/** Problems and notes stand in the gathering; a file that cannot be entered at all is refused at once. */
export type Reader = (source: Source) => Promise<ReadRaw | Unreadable>;

export interface ReadRaw {
  readonly ok: true;
  readonly format: RawBoundaries['format'];
  readonly encoding: string | null;
  readonly statement: Statement | null;
  readonly features: readonly RawFeature[];
  /** What of the file was no polygon, by kind, for a refusal of a file that holds none. */
  readonly leftOut: ReadonlyMap<string, number>;
}

/** A feature on its way: its rings are filled while the file goes by. */
export interface GrowingFeature {
  readonly rings: RawRing[];
  readonly attributes: Record<string, string>;
  readonly at: number;
}

/** Attribute values as text; nothing is said of what is empty. False when the file holds too much of it. */
export function setAttribute(attributes: Record<string, string>, gathering: Gathering, [key, value]: readonly [string, string]): boolean {
  const name = key.trim();
  const text = value.trim();
  if (name === '' || text === '') return true;
  // Own property, whatever its name: __proto__ is a field like any other.
  if (text === trainingMark) gathering.training();
  Object.defineProperty(attributes, name, { value: text, enumerable: true, configurable: true, writable: true });
  return gathering.attribute(text);
}

export function addUp(counts: Map<string, number>, kind: string, more = 1): void {
  counts.set(kind, (counts.get(kind) ?? 0) + more);
}

export function sumOf(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((sum, count) => sum + count, 0);
}

/** Unclosed, in a format whose rule closes it: the first position is repeated. */
export function closed(ring: RawRing): RawRing {
  const [first] = ring.positions;
  const last = ring.positions.at(-1);
  if (!first || !last || (first[0] === last[0] && first[1] === last[1])) return ring;
  return { ...ring, positions: [...ring.positions, first] };
}
