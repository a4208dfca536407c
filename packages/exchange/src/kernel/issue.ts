// Says in words what zod found in a file: which field, what stands there, what was expected.
import type { Bilingual } from '@zhenghe/engine/kernel';
import type { z } from 'zod';

/** parks[2].name */
export function pathText(path: readonly PropertyKey[]): string {
  let text = '';
  for (const step of path) text += typeof step === 'number' ? `[${step}]` : text === '' ? String(step) : `.${String(step)}`;
  return text === '' ? '(root)' : text;
}

export function valueAt(candidate: unknown, path: readonly PropertyKey[]): unknown {
  let value = candidate;
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = Reflect.get(value, step);
  }
  return value;
}

const shownLength = 80;

export function shown(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > shownLength ? `${text.slice(0, shownLength)}…` : text;
}

export type Issue = z.core.$ZodIssue;

/** What a union expects is for the file's own reader to say. */
export function reasonOf(issue: Issue, ofUnion: (issue: Extract<Issue, { code: 'invalid_union' }>) => Bilingual): Bilingual {
  switch (issue.code) {
    case 'unrecognized_keys':
      return { zh: `有格式之外的字段：${issue.keys.join('、')}。`, en: `Fields that the format does not have: ${issue.keys.join(', ')}.` };
    case 'invalid_value':
      return expected(issue.values.map(String).join(' | '));
    case 'too_small':
      return issue.origin === 'string'
        ? { zh: '不能为空。', en: 'This may not be empty.' }
        : { zh: `不能小于 ${issue.minimum}。`, en: `This may not be less than ${issue.minimum}.` };
    case 'too_big':
      return { zh: `太长或太大，上限 ${issue.maximum}。`, en: `Too long or too large; the limit is ${issue.maximum}.` };
    case 'invalid_type':
      return issue.input === undefined && issue.message.includes('undefined')
        ? { zh: '缺少这一项。', en: 'This field is missing.' }
        : expected(issue.expected);
    case 'invalid_format':
      return expected(issue.pattern ?? issue.format);
    case 'invalid_union':
      return ofUnion(issue);
    default:
      return { zh: `不符合格式：${issue.message}。`, en: `Not as the format wants it: ${issue.message}.` };
  }
}

export function expected(what: string): Bilingual {
  const typeWords: Readonly<Record<string, string>> = {
    string: '文本',
    number: '数字',
    int: '整数',
    boolean: 'true 或 false',
    array: '列表',
    object: '对象',
  };
  return { zh: `应为${typeWords[what] ?? ` ${what}`}。`, en: `Expected ${what}.` };
}
