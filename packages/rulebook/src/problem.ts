// What is wrong in a pack and where: file, line, path in the file, the value found and what was expected.

import type { Bilingual } from '@zhenghe/engine/kernel';
import type { z } from 'zod';

export interface PackProblem {
  /** Pack folder and file: zj-2020-guidance/parameters.yaml */
  readonly file: string;
  readonly line: number | null;
  /** Path in the file: [3].clause; empty for the whole file. */
  readonly path: string;
  /** The value found, as text; null where nothing stands. */
  readonly value: string | null;
  readonly expected: Bilingual;
}

/** Packs that cannot be read: thrown at start, with every problem at once. */
export class PackFault extends Error {
  readonly problems: readonly PackProblem[];

  constructor(problems: readonly PackProblem[]) {
    super(`policy packs refused:\n${problems.map(describeProblem).join('\n')}`);
    this.name = 'PackFault';
    this.problems = problems;
  }
}

export function describeProblem(problem: PackProblem): string {
  const place = [problem.file, problem.line, problem.path].filter((part) => part !== null && part !== '').join(':');
  return `${place}: ${problem.value ?? '(nothing)'} — ${problem.expected.zh} / ${problem.expected.en}`;
}

export function showPath(path: readonly PropertyKey[]): string {
  return path.map((step, index) => (typeof step === 'number' ? `[${step}]` : `${index > 0 ? '.' : ''}${String(step)}`)).join('');
}

export function showFound(value: unknown): string | null {
  if (value === undefined) return null;
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** What was expected, in both languages; the fields people get wrong most have their own sentence. */
export function expectedBy(issue: z.core.$ZodIssue): Bilingual {
  const field = issue.path.at(-1);
  if (field === 'clause' || field === 'code') {
    return {
      zh: '条款代码，如 S2-(七)、N1-对外开放；没有条款的数字不予接受',
      en: 'a clause code such as S2-(七) or N1-对外开放; a figure without a clause is refused',
    };
  }
  if (field === 'value') {
    return {
      zh: '数字 {number: "3"}、区间 {min, max}、日期 {day}、清单 {items}，或写明未给出的 null；数字要加引号',
      en: 'a number {number: "3"}, a range {min, max}, a date {day}, a list {items}, or null for not given; numbers in quotes',
    };
  }
  if (issue.code === 'unrecognized_keys') {
    return { zh: `没有这样的栏目：${issue.keys.join('、')}`, en: `no such field: ${issue.keys.join(', ')}` };
  }
  if (issue.code === 'invalid_value') {
    const values = issue.values.map(String).join(' | ');
    return { zh: `其中之一：${values}`, en: `one of: ${values}` };
  }
  if (issue.code === 'invalid_type') {
    return { zh: `${typeNames[issue.expected] ?? issue.expected}`, en: issue.message };
  }
  return { zh: `符合格式的值（${issue.message}）`, en: issue.message };
}

const typeNames: Readonly<Record<string, string>> = {
  string: '文字（数字要加引号）',
  number: '整数',
  int: '整数',
  array: '清单',
  object: '栏目',
};
