// The library's filters as they stand in the address.
import { words } from './words.ts';

type Group = keyof typeof words.zh.groups;
export const groups = keysOf(words.zh.groups);

export interface LibraryFilter {
  readonly search: string;
  readonly group?: Group;
  readonly kind?: 'filed' | 'derived';
  readonly retired: boolean;
}

/** What is no group, or no kind, is no filter. */
export function filterOf(search: Readonly<Record<string, string>>): LibraryFilter {
  const group = groups.find((one) => one === search.group);
  const kind = (['filed', 'derived'] as const).find((one) => one === search.kind);
  return {
    search: (search.q ?? '').slice(0, 80),
    ...(group && { group }),
    ...(kind && { kind }),
    retired: search.retired === '1',
  };
}

/** The keys of a catalogue of words are the values there are. */
export function keysOf<K extends string>(catalogue: Readonly<Record<K, string>>): readonly K[] {
  return Object.keys(catalogue) as K[];
}
