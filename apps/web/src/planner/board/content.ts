// What a person makes of a scenario: its name, settings, locks and decisions. Kept whole, so that a step back is one step. Pure.
import type { Decision, Lock, Scenario, Settings } from '../shapes.ts';

export interface Content {
  readonly name: string;
  readonly settings: Settings;
  readonly locks: readonly Lock[];
  readonly decisions: readonly Decision[];
}

export function contentOf({ name, settings, locks, decisions }: Scenario): Content {
  return { name, settings, locks, decisions };
}

/** By what they say, in whatever order it was said. */
export function sameContent(a: Content, b: Content): boolean {
  return a === b || (a.name === b.name && sameQuestion(a, b));
}

/** The same settings, locks and decisions: the planner would answer the same. */
export function sameQuestion(a: Content, b: Content): boolean {
  return settingsKey(a.settings) === settingsKey(b.settings) && rulesKey(a) === rulesKey(b);
}

/** What the instance is built from, besides the register. */
export function settingsKey(settings: Settings): string {
  return canonical(settings);
}

function rulesKey({ locks, decisions }: Content): string {
  return canonical([locks.map(canonical).sort(), decisions.map(({ plates }) => canonical([...plates].sort())).sort()]);
}

/** JSON with the keys of objects in their order. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

/** The contract's arrays are its own: read-only ones are copied. */
export function onWire({ name, settings, locks, decisions }: Content): Pick<Scenario, 'name' | 'settings' | 'locks' | 'decisions'> {
  return {
    ...{ name, settings },
    locks: locks.map((lock) => {
      if ('together' in lock) return { together: [...lock.together] };
      return 'apart' in lock ? { apart: [lock.apart[0], lock.apart[1]] } : { ...lock };
    }),
    decisions: decisions.map(({ plates }) => ({ plates: [...plates] })),
  };
}
