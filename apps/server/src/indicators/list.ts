// The library as a list: found by code, by name in either language, by a further name, by pinyin or its initials, and by what it means.
import type { IndicatorRow } from '@zhenghe/contract/indicators';
import type { IndicatorGroup } from '@zhenghe/engine/indicators';
import { plain, searchTextOf } from '../territory/index.ts';
import type { LibraryRow, LoadedLibrary } from './library.ts';
import type { Uses } from './uses.ts';

export interface RowsAsked {
  readonly search: string;
  readonly group?: IndicatorGroup | undefined;
  readonly kind?: 'filed' | 'derived' | undefined;
  /** Also those that are no longer filed, and those that were merged into others. */
  readonly retired: boolean;
}

export function libraryRows(loaded: LoadedLibrary, uses: Uses, asked: RowsAsked): IndicatorRow[] {
  const words = asked.search.split(/\s+/).map(plain).filter(Boolean);
  return loaded.rows
    .filter(({ indicator }) => asked.retired || !(indicator.retired || indicator.mergedInto !== null))
    .filter(({ indicator }) => asked.group === undefined || indicator.group === asked.group)
    .filter(({ indicator }) => asked.kind === undefined || (asked.kind === 'filed') === (indicator.formula === null))
    .filter((row) => words.every((word) => searchText(row).includes(word)))
    .map((row) => shownRow(row, uses));
}

export function shownRow({ indicator, pack, version }: LibraryRow, uses: Uses): IndicatorRow {
  const { aliases, calibres, ...rest } = indicator;
  return { ...rest, aliases: [...aliases], calibres: [...calibres], pack, version, uses: uses.get(indicator.code)?.length ?? 0 };
}

const texts = new WeakMap<object, string>();

/** Spelling is slow, and a definition never changes: once for each. */
function searchText({ indicator }: LibraryRow): string {
  const held = texts.get(indicator);
  if (held !== undefined) return held;
  const { code, name, aliases, meaning, source, owner } = indicator;
  const spelled = searchTextOf([name.zh, ...aliases]);
  const text = [spelled, ...[code, name.en, meaning.zh, meaning.en, source.zh, owner.zh, owner.en].map(plain)].join('\n');
  texts.set(indicator, text);
  return text;
}
