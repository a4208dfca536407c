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
    findings: listOf(field(data, 'findings')).filter(isFinding),
    problems: listOf(field(data, 'problems')).map(problemOf),
  };
}

/** The contract promises whole findings; one that cannot be shown is left out rather than breaking the page. */
function isFinding(value: unknown): value is Finding {
  const texts = ['id', 'check', 'outcome', 'strength'].every((name) => typeof field(value, name) === 'string');
  const clause = field(value, 'clause');
  return (
    texts &&
    typeof field(clause, 'pack') === 'string' &&
    typeof field(clause, 'clause') === 'string' &&
    bilingualOf(field(value, 'message')) !== null &&
    typeof field(field(value, 'where'), 'table') === 'string' &&
    Array.isArray(field(value, 'cells'))
  );
}

function problemOf(value: unknown): Problem {
  const row = field(value, 'row');
  return {
    sheet: textOf(field(value, 'sheet')),
    row: typeof row === 'number' ? row : null,
    column: textOf(field(value, 'column')),
    value: textOf(field(value, 'value')),
    reason: bilingualOf(field(value, 'reason')) ?? { zh: '没有说明原因', en: 'No reason was given' },
  };
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function bilingualOf(value: unknown): Bilingual | null {
  const [zh, en] = [field(value, 'zh'), field(value, 'en')];
  return typeof zh === 'string' && typeof en === 'string' ? { zh, en } : null;
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
