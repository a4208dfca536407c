// What is wrong with the shape of a definition, in both languages, with the field it is wrong in.
import type { DefinitionProblem } from '@zhenghe/contract/indicators';
import type { Bilingual } from '@zhenghe/engine/kernel';
import type { z } from 'zod';

export function issueWords(issue: z.core.$ZodIssue): DefinitionProblem {
  const field = issue.path.map(String).join('.') || 'file';
  return { field, from: null, to: null, message: messageOf(issue) };
}

function messageOf(issue: z.core.$ZodIssue): Bilingual {
  switch (issue.code) {
    case 'unrecognized_keys': {
      const keys = issue.keys.slice(0, 5).join(', ').slice(0, 200);
      return { zh: `有不认识的字段：${keys}`, en: `There are unknown fields: ${keys}` };
    }
    case 'invalid_type':
      return { zh: `类型不对，应为 ${issue.expected}`, en: `Of the wrong type: ${issue.expected} is expected` };
    case 'too_big':
      return { zh: `超过上限 ${issue.maximum}`, en: `More than ${issue.maximum}` };
    case 'too_small':
      return { zh: `少于下限 ${issue.minimum}`, en: `Less than ${issue.minimum}` };
    case 'invalid_value': {
      const values = issue.values.map(String).join(', ');
      return { zh: `只能是：${values}`, en: `Has to be one of: ${values}` };
    }
    default:
      return { zh: '写法不合要求', en: `Not as it has to be written: ${issue.message}` };
  }
}
