// What is wrong with a file that is no instance: where, what stands there, what was expected, what to do next.
import type { Bilingual } from '../kernel/index.ts';

export interface Problem {
  readonly code: string;
  /** The place in the file: `parks[12].staff`. Empty: the file as a whole. */
  readonly where: string;
  /** What stands there, as it would be printed; null where nothing does. */
  readonly value: string | null;
  readonly what: Bilingual;
  readonly expected: Bilingual;
  readonly mend: Bilingual;
}

export function problemAt(
  code: string,
  where: string,
  said: Omit<Problem, 'code' | 'where' | 'value'> & { readonly value?: unknown },
): Problem {
  const { value, ...words } = said;
  return { code: `planner/${code}`, where, value: value === undefined ? null : shown(value), ...words };
}

/** NaN and infinity have no JSON, and are what has to be shown. */
function shown(value: unknown): string {
  if (typeof value === 'number') return String(value);
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
