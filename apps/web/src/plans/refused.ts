// What a refused action said, by its name: CONFLICT, BLOCKED with findings, UNREADABLE with problems.
import type { Bilingual, Finding } from '@zhenghe/engine/kernel';
import { reasonOf } from '../ui/index.ts';

export interface Problem {
  readonly sheet: string | null;
  readonly row: number | null;
  readonly column: string | null;
  readonly value: string | null;
  readonly reason: Bilingual;
}

export interface Refused {
  readonly code: string;
  readonly reason: Bilingual | null;
  readonly findings: readonly Finding[];
  readonly problems: readonly Problem[];
}

/** Reads a refusal of the API; an error of another kind has the code FAULT. */
export function refusedBy(error: unknown): Refused {
  const data = field(error, 'data');
  const code = field(error, 'code');
  return {
    code: typeof code === 'string' ? code : 'FAULT',
    reason: reasonOf(error),
    // The contract's own refusal shapes; the server's output is checked against them.
    findings: listOf(field(data, 'findings')) as readonly Finding[],
    problems: listOf(field(data, 'problems')) as readonly Problem[],
  };
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
