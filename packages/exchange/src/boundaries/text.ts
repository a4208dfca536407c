// Bytes as text: UTF-8, GBK (read as GB 18030, which holds it) or UTF-16, told by the bytes; then in slices of lines, so that a
// large file is never one string.
import type { Bilingual } from '@zhenghe/engine/kernel';
import type { Pace } from './pace.ts';

export interface Encoding {
  /** As TextDecoder calls it. */
  readonly label: 'utf-8' | 'gb18030' | 'utf-16le';
  /** As a reader of Chinese files calls it. */
  readonly name: 'UTF-8' | 'GBK' | 'UTF-16';
}

export const utf8: Encoding = { label: 'utf-8', name: 'UTF-8' };
export const gbk: Encoding = { label: 'gb18030', name: 'GBK' };
const utf16: Encoding = { label: 'utf-16le', name: 'UTF-16' };

const sliceBytes = 256 * 1024;

/** Null when the bytes are text in none of them. */
export function encodingOf(bytes: Uint8Array): Encoding | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return utf16;
  if (decodes(bytes, utf8)) return utf8;
  return decodes(bytes, gbk) ? gbk : null;
}

function decodes(bytes: Uint8Array, encoding: Encoding): boolean {
  const decoder = new TextDecoder(encoding.label, { fatal: true });
  try {
    for (let at = 0; at < bytes.length; at += sliceBytes) {
      const text = decoder.decode(bytes.subarray(at, at + sliceBytes), { stream: true });
      if (text.includes('\0')) return false;
    }
    decoder.decode();
    return true;
  } catch {
    // A fatal decoder has no other way to say that these bytes are not of its encoding.
    return false;
  }
}

export function decoded(bytes: Uint8Array, encoding: Encoding): string {
  return new TextDecoder(encoding.label).decode(bytes);
}

/** The text in slices; rests between them. */
export async function* slicesOf(bytes: Uint8Array, encoding: Encoding, pace: Pace): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding.label);
  for (let at = 0; at < bytes.length; at += sliceBytes) {
    yield decoder.decode(bytes.subarray(at, at + sliceBytes), { stream: true });
    if (pace.due()) await pace.rest((at + sliceBytes) / bytes.length);
  }
  const rest = decoder.decode();
  if (rest !== '') yield rest;
}

export interface Lines {
  /** Number of the first of them, 1-based. */
  readonly first: number;
  readonly lines: readonly string[];
}

/** Whole lines, without their ends (LF, CRLF or CR). */
export async function* linesOf(bytes: Uint8Array, encoding: Encoding, pace: Pace): AsyncGenerator<Lines> {
  let first = 1;
  let carried: string[] = [];
  for await (const slice of slicesOf(bytes, encoding, pace)) {
    const lines = slice.split(/\r\n|\n|\r(?!$)/);
    const tail = lines.pop() ?? '';
    if (lines.length === 0) {
      carried.push(tail);
      continue;
    }
    lines[0] = carried.join('') + (lines[0] ?? '');
    // A slice may end between CR and LF.
    if (lines[0].endsWith('\r')) lines[0] = lines[0].slice(0, -1);
    carried = [tail];
    yield { first, lines };
    first += lines.length;
  }
  const last = carried.join('').replace(/\r$/, '');
  if (last !== '') yield { first, lines: [last] };
}

export const notText: Bilingual = {
  zh: '文字编码既不是 UTF-8 也不是 GBK（GB 18030），无法读取。请另存为 UTF-8 或 ANSI（GBK）文本。',
  en: 'The text is neither UTF-8 nor GBK (GB 18030) and cannot be read. Save it as UTF-8 or GBK.',
};
