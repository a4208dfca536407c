// What became of each block between two sets of boundaries. Pure; positions are compared as they stand.
import type { Shape } from '@zhenghe/engine/boundaries';
import type { Feature } from './shapes.ts';

export interface BlockChange {
  readonly code: string;
  readonly name: string;
  readonly kind: 'added' | 'removed' | 'changed' | 'same';
  readonly before: Shape | null;
  readonly after: Shape | null;
  /** Where to look. */
  readonly shape: Shape;
}

/** Those that changed first, then by code. */
export function blockChanges(before: readonly Feature[], after: readonly Feature[]): readonly BlockChange[] {
  const earlier = new Map(before.map((feature) => [feature.code, feature]));
  const later = new Map(after.map((feature) => [feature.code, feature]));
  const codes = [...new Set([...earlier.keys(), ...later.keys()])].sort();
  const changes = codes.map((code) => changeOf(code, earlier.get(code), later.get(code)));
  return [...changes.filter(({ kind }) => kind !== 'same'), ...changes.filter(({ kind }) => kind === 'same')];
}

function changeOf(code: string, one: Feature | undefined, other: Feature | undefined): BlockChange {
  const same = one !== undefined && other !== undefined && JSON.stringify(one.shape) === JSON.stringify(other.shape);
  return {
    code,
    name: other?.name ?? one?.name ?? code,
    kind: one === undefined ? 'added' : other === undefined ? 'removed' : same ? 'same' : 'changed',
    before: one?.shape ?? null,
    after: other?.shape ?? null,
    shape: [...(one?.shape ?? []), ...(other?.shape ?? [])],
  };
}
