// Bytes as JSON, or why they are none.
import type { Bilingual } from '@zhenghe/engine/kernel';
import { limits, megabytes } from './limits.ts';
import { unreadable } from './problem.ts';

export type Decoded = { readonly ok: true; readonly value: unknown } | ReturnType<typeof unreadable>;

export function readJson(bytes: Uint8Array): Decoded {
  if (bytes.length > limits.fileBytes) return unreadable(tooLarge(bytes.length));
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return unreadable({ zh: 'JSON 文件不是 UTF-8 编码。', en: 'The JSON file is not UTF-8.' });
  }
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (fault) {
    const why = fault instanceof Error ? fault.message : '';
    return unreadable({ zh: `文件不是有效的 JSON（${why}）。`, en: `The file is not valid JSON (${why}).` });
  }
}

function tooLarge(bytes: number): Bilingual {
  return {
    zh: `文件 ${megabytes(bytes)}，超过上限 ${megabytes(limits.fileBytes)}。`,
    en: `The file has ${megabytes(bytes)}; the limit is ${megabytes(limits.fileBytes)}.`,
  };
}
