// The lines of zhenghe-audit/1, read strictly: what is not of this shape is named as unreadable.
import { createReadStream } from 'node:fs';
import { SignedHead } from '@zhenghe/contract/audit';
import { z } from 'zod';

export const format = 'zhenghe-audit/1';

const Line = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('log'), format: z.string(), version: z.string(), at: z.string() }),
  z.object({ kind: z.literal('key'), keyId: z.string(), algorithm: z.string(), publicKey: z.string(), userId: z.string().nullish() }),
  SignedHead.extend({ kind: z.literal('head') }),
  z.object({ kind: z.literal('consistency'), first: z.number(), second: z.number(), path: z.array(z.string()) }),
  z.object({ kind: z.literal('entry'), leaf: z.number(), entry: z.record(z.string(), z.unknown()) }),
  z.object({ kind: z.literal('hashes'), from: z.number(), sha256: z.string().regex(/^([0-9a-f]{64})+$/) }),
  z.object({
    kind: z.literal('end'),
    entries: z.number(),
    sha256: z.string(),
    keyId: z.string(),
    signature: z.string(),
    userId: z.string().nullish(),
  }),
]);
export type Line = z.infer<typeof Line>;
export type Seal = Pick<Extract<Line, { kind: 'end' }>, 'entries' | 'sha256' | 'keyId'>;

export function sealText({ entries, sha256, keyId }: Seal): string {
  return JSON.stringify({ format, entries, sha256, keyId });
}

/** Null when the line is none of ours. Entries, being nearly all of a file, are read without a schema. */
export function readLine(text: string): Line | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (isEntryLine(value)) return value;
  const line = Line.safeParse(value);
  return line.success ? line.data : null;
}

function isEntryLine(value: unknown): value is Extract<Line, { kind: 'entry' }> {
  if (typeof value !== 'object' || value === null || !('kind' in value) || value.kind !== 'entry') return false;
  return (
    'leaf' in value && Number.isSafeInteger(value.leaf) && 'entry' in value && isRecord(value.entry) && Object.keys(value).length === 3
  );
}

function isRecord(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const entryStart = Buffer.from('{"kind":"entry","leaf":');
const entryMiddle = Buffer.from(',"entry":{');

/** An entry's line as an export writes it, without parsing it: its number and where the bytes stand that were hashed. */
export function entrySpan(line: Buffer): { readonly leaf: number; readonly from: number; readonly to: number } | null {
  if (line.compare(entryStart, 0, entryStart.length, 0, Math.min(entryStart.length, line.length)) !== 0) return null;
  let leaf = 0;
  let at = entryStart.length;
  for (let digit = (line[at] ?? 0) - 48; digit >= 0 && digit <= 9; digit = (line[at] ?? 0) - 48) {
    leaf = leaf * 10 + digit;
    at += 1;
  }
  const middle = at + entryMiddle.length;
  const isWritten = line.length > middle && line.compare(entryMiddle, 0, entryMiddle.length, at, middle) === 0;
  return isWritten && line.at(-1) === 125 && Number.isSafeInteger(leaf) ? { leaf, from: middle - 1, to: line.length - 1 } : null;
}

/** A file's bytes, cut at line ends; only the last part may have none. */
export async function* fileParts(path: string): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
    const bytes: Buffer = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    const end = bytes.lastIndexOf(10) + 1;
    if (end > 0) yield bytes.subarray(0, end);
    rest = bytes.subarray(end);
  }
  if (rest.length > 0) yield rest;
}

/** The lines of a part without their ends; what follows the last line end is a line too. */
export function* linesOf(part: Buffer): Generator<{ readonly bytes: Buffer; readonly start: number; readonly next: number }> {
  for (let start = 0; start < part.length; ) {
    const found = part.indexOf(10, start);
    const end = found < 0 ? part.length : found;
    yield { bytes: part.subarray(start, end), start, next: end + 1 };
    start = end + 1;
  }
}
