// The attributes of a Shapefile (.dbf) as text. Its encoding is what the .cpg says when the bytes allow it, else what the bytes say.
import type { Bilingual } from '@zhenghe/engine/kernel';
import type { Gathering } from './gathering.ts';
import { type Encoding, gbk, notText, utf8 } from './text.ts';

interface Field {
  readonly name: Buffer;
  readonly type: string;
  readonly from: number;
  readonly length: number;
}

export interface DbfTable {
  readonly encoding: Encoding;
  readonly fields: readonly string[];
  readonly count: number;
  /** Text of the fields of one record, 0-based; null when it is marked as deleted. */
  readonly record: (index: number) => readonly string[] | null;
}

export interface DbfFiles {
  readonly dbf: Buffer;
  readonly cpg: string | null;
  readonly part: string;
}

const fieldBytes = 32;
/** Character, number, float, date, yes or no: all written as text. */
const textual = /^[CNFDL]$/;

/** Null when a problem was gathered. */
export function readDbf({ dbf, cpg, part }: DbfFiles, gathering: Gathering): DbfTable | null {
  const where = { part: `${part}.dbf` };
  const headerLength = dbf.length < fieldBytes ? 0 : dbf.readUInt16LE(8);
  const recordLength = dbf.length < fieldBytes ? 0 : dbf.readUInt16LE(10);
  if (headerLength <= fieldBytes || headerLength > dbf.length || recordLength === 0) {
    gathering.problem(where, noHeader);
    return null;
  }
  const count = dbf.readUInt32LE(4);
  if (headerLength + count * recordLength > dbf.length) {
    gathering.problem({ ...where, value: String(count) }, truncated);
    return null;
  }
  const fields = fieldsOf(dbf.subarray(fieldBytes, headerLength));
  const used = fields.reduce((end, field) => Math.max(end, field.from + field.length), 1);
  if (used > recordLength) {
    gathering.problem(where, noHeader);
    return null;
  }
  const bytesOf = (index: number) => dbf.subarray(headerLength + index * recordLength, headerLength + (index + 1) * recordLength);
  const written = fields.filter(({ type }) => textual.test(type));
  if (written.length < fields.length) gathering.note(null, fieldsLeftOut(part, fields.length - written.length));
  const encoding = encodingOf({ fields: written, count, bytesOf, cpg, part }, gathering);
  if (!encoding) return null;
  const decode = decoderOf(encoding);
  return {
    encoding,
    fields: written.map(({ name }) => decode(name)),
    count,
    record: (index) => {
      const bytes = bytesOf(index);
      return bytes[0] === 0x2a ? null : written.map((field) => decode(bytes.subarray(field.from, field.from + field.length)));
    },
  };
}

function fieldsOf(header: Buffer): readonly Field[] {
  const fields: Field[] = [];
  let from = 1;
  for (let at = 0; at + fieldBytes <= header.length && header[at] !== 0x0d; at += fieldBytes) {
    const title = header.subarray(at, at + 11);
    const end = title.indexOf(0);
    const length = header[at + 16] ?? 0;
    fields.push({ name: end < 0 ? title : title.subarray(0, end), type: String.fromCharCode(header[at + 11] ?? 0), from, length });
    from += length;
  }
  return fields;
}

interface Content {
  readonly fields: readonly Field[];
  readonly count: number;
  readonly bytesOf: (index: number) => Buffer;
  readonly cpg: string | null;
  readonly part: string;
}

function encodingOf(content: Content, gathering: Gathering): Encoding | null {
  const said = saidEncoding(content.cpg);
  const fits = (encoding: Encoding) => misfit(content, encoding) === null;
  if (said && fits(said)) return said;
  const found = [utf8, gbk].find((encoding) => encoding !== said && fits(encoding));
  if (!found) {
    const at = misfit(content, gbk);
    gathering.problem({ part: `${content.part}.dbf`, ...(at === null ? {} : { row: at }) }, notText);
    return null;
  }
  if (said) gathering.note(null, cpgLies(content.part, said.name, found.name));
  return found;
}

function saidEncoding(cpg: string | null): Encoding | null {
  const said = (cpg ?? '').trim().toLowerCase();
  if (/utf-?8|65001/.test(said)) return utf8;
  return /gb|936/.test(said) ? gbk : null;
}

/** The first record, 1-based, with bytes that are not of this encoding; 0 stands for the fields' names. */
function misfit({ fields, count, bytesOf }: Content, encoding: Encoding): number | null {
  const fits = fitsOf(encoding);
  if (!fields.every(({ name }) => fits(name))) return 0;
  const texts = fields.filter(({ type }) => type === 'C');
  for (let index = 0; index < count; index += 1) {
    const bytes = bytesOf(index);
    if (!texts.every(({ from, length }) => fits(bytes.subarray(from, from + length)))) return index + 1;
  }
  return null;
}

function fitsOf(encoding: Encoding): (bytes: Uint8Array) => boolean {
  const decoder = new TextDecoder(encoding.label, { fatal: true });
  return (bytes) => {
    if (bytes.every((byte) => byte < 0x80)) return true;
    try {
      decoder.decode(withoutCutEnd(bytes, encoding));
      return true;
    } catch {
      // A fatal decoder has no other way to say no.
      return false;
    }
  };
}

function decoderOf(encoding: Encoding): (bytes: Uint8Array) => string {
  const decoder = new TextDecoder(encoding.label);
  return (bytes) =>
    decoder
      .decode(withoutCutEnd(bytes, encoding))
      .replace(/[\0\s]+$/, '')
      .replace(/\uFFFD$/, '');
}

/** A field's width may cut its last character in two. */
function withoutCutEnd(bytes: Uint8Array, encoding: Encoding): Uint8Array {
  return encoding === utf8 ? withoutCutUtf8(bytes) : withoutCutGbk(bytes);
}

function withoutCutUtf8(bytes: Uint8Array): Uint8Array {
  let lead = bytes.length - 1;
  while (lead > 0 && lead > bytes.length - 4 && ((bytes[lead] ?? 0) & 0xc0) === 0x80) lead -= 1;
  const first = bytes[lead] ?? 0;
  const size = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc0 ? 2 : 1;
  return lead + size > bytes.length ? bytes.subarray(0, Math.max(0, lead)) : bytes;
}

function withoutCutGbk(bytes: Uint8Array): Uint8Array {
  let at = 0;
  while (at < bytes.length) {
    const second = bytes[at + 1] ?? 0;
    const wide = second >= 0x30 && second <= 0x39 ? 4 : 2;
    const size = (bytes[at] ?? 0) >= 0x81 ? wide : 1;
    if (at + size > bytes.length) return bytes.subarray(0, at);
    at += size;
  }
  return bytes;
}

const noHeader: Bilingual = {
  zh: '.dbf 文件头残缺或前后矛盾。请重新导出整套文件。',
  en: 'The header of the .dbf is cut or contradicts itself. Export the whole set again.',
};
const truncated: Bilingual = {
  zh: '.dbf 写明的记录数比文件容得下的多：文件被截断，或记录数不实。',
  en: 'The .dbf states more records than it can hold: it was cut, or its count is wrong.',
};

function cpgLies(part: string, said: string, found: string): Bilingual {
  return {
    zh: `${part}.cpg 写明 ${said}，而属性文字是 ${found}，按 ${found} 读入。`,
    en: `${part}.cpg says ${said} but the attributes are ${found}; they were read as ${found}.`,
  };
}

function fieldsLeftOut(part: string, count: number): Bilingual {
  return { zh: `${part}.dbf 有 ${count} 个备注或二进制字段未读。`, en: `${count} memo or binary fields of ${part}.dbf were left out.` };
}
