// The two hashes of the log, SHA-256 for the world and SM3 (GB/T 32905) for the country, and the bytes they are taken of.
import { hash } from 'node:crypto';
import { type AuditEntry, entryText, type Hash, leafHash } from '@zhenghe/engine/audit';

export const sha256: Hash = (bytes) => hash('sha256', bytes, 'buffer');
export const sm3: Hash = (bytes) => hash('sm3', bytes, 'buffer');

export interface LeafHashes {
  readonly sha256: Uint8Array;
  readonly sm3: Uint8Array;
}

export function leafHashesOf(entry: AuditEntry | Readonly<Record<string, unknown>>): LeafHashes {
  const data = Buffer.from(entryText(entry));
  return { sha256: leafHash(sha256, data), sm3: leafHash(sm3, data) };
}

let scratch = Buffer.alloc(4096);

/** The same of an entry that stands there as it was hashed: no parsing, no copy kept. */
export function leafHashesOfText(text: Uint8Array): LeafHashes {
  if (scratch.length <= text.length) scratch = Buffer.alloc(2 * text.length);
  scratch.set(text, 1);
  const bytes = scratch.subarray(0, text.length + 1);
  return { sha256: sha256(bytes), sm3: sm3(bytes) };
}
