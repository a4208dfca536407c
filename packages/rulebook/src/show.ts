// How a figure of a pack is printed for a reader: "1–2", "2020-12-31", "未给出".

import type { Bilingual } from '@zhenghe/engine/kernel';
import type { Parameter } from './schema.ts';

/** The figure without its unit; a figure the text does not give is said, never left blank. */
export function showValue(parameter: Pick<Parameter, 'value'>): Bilingual {
  const { value } = parameter;
  if (value === null) return { zh: '未给出', en: 'not given' };
  if ('number' in value) return same(value.number);
  if ('day' in value) return same(value.day);
  if ('items' in value) return { zh: value.items.join('、'), en: value.items.join(', ') };
  return showRange(value.min, value.max);
}

function showRange(min: string | null, max: string | null): Bilingual {
  if (min !== null && max !== null) return same(min === max ? max : `${min}–${max}`);
  if (max !== null) return same(`≤ ${max}`);
  if (min !== null) return same(`≥ ${min}`);
  return { zh: '未给出', en: 'not given' };
}

function same(text: string): Bilingual {
  return { zh: text, en: text };
}
