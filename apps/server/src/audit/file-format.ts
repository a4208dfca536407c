// The lines of zhenghe-audit/1, read strictly: what is not of this shape is named as unreadable.
import { createReadStream } from 'node:fs';
import { SignedHead } from '@zhenghe/contract/audit';
import { z } from 'zod';

export const format = 'zhenghe-audit/1';

const Line = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('log'), format: z.string(), version: z.string(), at: z.string() }),
  z.object({ kind: z.literal('key'), keyId: z.string(), algorithm: z.string(), publicKey: z.string() }),
  SignedHead.extend({ kind: z.literal('head') }),
  z.object({ kind: z.literal('consistency'), first: z.number(), second: z.number(), path: z.array(z.string()) }),
  z.object({ kind: z.literal('entry'), leaf: z.number(), entry: z.record(z.string(), z.unknown()) }),
  z.object({ kind: z.literal('hashes'), from: z.number(), sha256: z.string().regex(/^([0-9a-f]{64})+$/) }),
  z.object({ kind: z.literal('end'), entries: z.number(), sha256: z.string(), keyId: z.string(), signature: z.string() }),
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

/** A file's lines as bytes, without their ends; what follows the last line end is a line too. */
export async function* fileLines(path: string): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
    const bytes: Buffer = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    let start = 0;
    for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, start)) {
      yield bytes.subarray(start, end);
      start = end + 1;
    }
    rest = bytes.subarray(start);
  }
  if (rest.length > 0) yield rest;
}
