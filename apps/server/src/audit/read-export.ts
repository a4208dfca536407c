// Reads an export from end to end, once: hashes every entry again, and keeps what was said of it beside. Entries are hashed as their
// bytes stand (fast, and proof enough when the signed roots fit), or parsed and put into canonical form to tell what departs.
import { createHash } from 'node:crypto';
import { createTree, type SignedHead, type Tree } from '@zhenghe/engine/audit';
import { isSignedBy, keyIdOf } from '../platform/signing.ts';
import { entrySpan, fileParts, format, type Line, linesOf, readLine, type Seal, sealText } from './file-format.ts';
import { type LeafHashes, leafHashesOf, leafHashesOfText, sha256, sm3 } from './hashes.ts';

export interface ReadExport {
  /** Public keys by the id that is computed from each, never the id the file claims. */
  readonly keys: ReadonlyMap<string, string>;
  readonly heads: readonly SignedHead[];
  readonly consistency: readonly Extract<Line, { kind: 'consistency' }>[];
  /** Of the entries as they stand. */
  readonly entries: { readonly sha256: Tree; readonly sm3: Tree; readonly leaves: readonly number[] };
  /** The leaf hashes as the file lists them: a line of them each. */
  readonly listed: readonly Uint8Array[];
  readonly seal: { readonly given: Seal & { readonly signature: string }; readonly computed: string } | null;
  /** Something stands behind the seal. */
  readonly goesOn: boolean;
  readonly unreadable: readonly number[];
}

/** The file is no export of this product at all. */
export class NoExportFault extends Error {
  override readonly name = 'NoExportFault';
}

interface Reading {
  readonly keys: Map<string, string>;
  readonly heads: SignedHead[];
  readonly consistency: Extract<Line, { kind: 'consistency' }>[];
  readonly entries: { readonly sha256: Tree; readonly sm3: Tree; readonly leaves: number[] };
  readonly listed: Uint8Array[];
  readonly unreadable: number[];
  seal: ReadExport['seal'];
  goesOn: boolean;
}

export async function readExport(path: string, entries: 'as-written' | 'parsed'): Promise<ReadExport> {
  const reading = blank();
  const hash = createHash('sha256');
  let number = 0;
  for await (const part of fileParts(path)) {
    let hashed = 0;
    for (const { bytes, start, next } of linesOf(part)) {
      number += 1;
      if (reading.seal) reading.goesOn = true;
      if (number > 1 && entries === 'as-written' && takeWritten(reading, bytes)) continue;
      const line = readLine(bytes.toString());
      if (number === 1 && !isFirst(line)) throw new NoExportFault(path);
      if (line?.kind === 'end') {
        // Every byte but those of the last line is under the seal.
        hash.update(part.subarray(hashed, start));
        hashed = next;
        reading.seal = { given: line, computed: hash.copy().digest('hex') };
      } else take(reading, number, line);
    }
    hash.update(part.subarray(hashed));
  }
  if (number === 0) throw new NoExportFault(path);
  return reading;
}

function isFirst(line: Line | null): boolean {
  return line?.kind === 'log' && line.format === format;
}

function takeWritten(reading: Reading, line: Buffer): boolean {
  const span = entrySpan(line);
  if (span) takeEntry(reading, span.leaf, leafHashesOfText(line.subarray(span.from, span.to)));
  return span !== null;
}

function blank(): Reading {
  return {
    keys: new Map(),
    heads: [],
    consistency: [],
    entries: { sha256: createTree(sha256), sm3: createTree(sm3), leaves: [] },
    listed: [],
    unreadable: [],
    seal: null,
    goesOn: false,
  };
}

function take(reading: Reading, number: number, line: Line | null): void {
  if (line === null) reading.unreadable.push(number);
  else if (line.kind === 'entry') takeEntry(reading, line.leaf, leafHashesOf(line.entry));
  else if (line.kind === 'hashes') reading.listed.push(Buffer.from(line.sha256, 'hex'));
  else if (line.kind === 'head') reading.heads.push(line);
  else if (line.kind === 'consistency') reading.consistency.push(line);
  else if (line.kind === 'key') takeKey(reading.keys, line.publicKey);
}

function takeEntry({ entries }: Reading, leaf: number, hashes: LeafHashes): void {
  entries.sha256.append(hashes.sha256);
  entries.sm3.append(hashes.sm3);
  entries.leaves.push(leaf);
}

function takeKey(keys: Map<string, string>, publicKey: string): void {
  try {
    keys.set(keyIdOf(publicKey), publicKey);
  } catch {
    // No key: what it should have proven is then found unproven.
  }
}

/** By the key of that id; false when the key is not there. */
export function isSigned(
  keys: ReadonlyMap<string, string>,
  text: string,
  signed: { readonly keyId: string; readonly signature: string; readonly userId?: string | null },
): boolean {
  const key = keys.get(signed.keyId);
  return key !== undefined && isSignedBy(key, text, signed);
}

export function sealHolds({ keys, seal, goesOn }: ReadExport): boolean {
  if (!seal || goesOn) return false;
  const { given, computed } = seal;
  return given.sha256 === computed && isSigned(keys, sealText(given), given);
}
