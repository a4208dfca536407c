// The library of indicators (F35): found by code, by name in either language, or by a further name. What was merged leads to what it is now.
import type { Indicator } from './indicator.ts';

export interface Library {
  /** Follows `mergedInto`; undefined for a code that nobody has, and for codes that were merged in a circle. */
  readonly get: (code: string) => Indicator | undefined;
  /** By code, name or further name; undefined where nobody or more than one answers to it. */
  readonly named: (text: string) => Indicator | undefined;
  /** All who answer to it, codes before names; more than one is for a person to settle. */
  readonly answering: (text: string) => readonly Indicator[];
  /** As they were given, merged and retired ones too. */
  readonly all: readonly Indicator[];
}

export function libraryOf(indicators: readonly Indicator[]): Library {
  const byCode = new Map(indicators.map((indicator) => [indicator.code, indicator]));
  const byName = namesOf(indicators);
  const get = (code: string) => follow(byCode, code);
  const answering = (text: string): readonly Indicator[] => {
    const own = get(text.trim());
    if (own) return [own];
    const found = new Set((byName.get(nameKey(text)) ?? []).flatMap(({ code }) => get(code) ?? []));
    const current = [...found].filter(({ retired }) => !retired);
    return current.length > 0 ? current : [...found];
  };
  const named = (text: string) => {
    const found = answering(text);
    return found.length === 1 ? found[0] : undefined;
  };
  return { get, named, answering, all: indicators };
}

/** The library as if one definition stood in it, in place of one of the same code. */
export function withIndicator(library: Library, indicator: Indicator): Library {
  return libraryOf([...library.all.filter(({ code }) => code !== indicator.code), indicator]);
}

/** Full-width letters, spaces and case do not tell names apart. */
export function nameKey(text: string): string {
  return text.normalize('NFKC').replace(/\s+/gu, '').toLowerCase();
}

function namesOf(indicators: readonly Indicator[]): ReadonlyMap<string, readonly Indicator[]> {
  const names = new Map<string, Indicator[]>();
  for (const indicator of indicators) {
    for (const name of new Set([indicator.name.zh, indicator.name.en, ...indicator.aliases].map(nameKey))) {
      names.set(name, [...(names.get(name) ?? []), indicator]);
    }
  }
  return names;
}

function follow(byCode: ReadonlyMap<string, Indicator>, code: string): Indicator | undefined {
  const seen = new Set<string>();
  let found = byCode.get(code);
  while (found?.mergedInto) {
    if (seen.has(found.code)) return undefined;
    seen.add(found.code);
    found = byCode.get(found.mergedInto);
  }
  return found;
}
