// Reads an export from end to end, once: hashes every entry again as it stands, and keeps what was said of it beside.
import { createHash } from 'node:crypto';
import { createTree, fromHex, type SignedHead, type Tree } from '@zhenghe/engine/audit';
import { isSignedBy, keyIdOf } from '../platform/signing.ts';
import { fileLines, format, type Line, readLine, type Seal, sealText } from './file-format.ts';
import { leafHashesOf, sha256, sm3 } from './hashes.ts';

export interface ReadExport {
  /** Public keys by the id that is computed from each, never the id the file claims. */
  readonly keys: ReadonlyMap<string, string>;
  readonly heads: readonly SignedHead[];
  readonly consistency: readonly Extract<Line, { kind: 'consistency' }>[];
  /** Of the entries as they stand. */
  readonly entries: { readonly sha256: Tree; readonly sm3: Tree; readonly leaves: readonly number[] };
  /** The leaf hashes as the file lists them. */
  readonly listed: Tree;
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
  readonly listed: Tree;
  readonly unreadable: number[];
  seal: ReadExport['seal'];
  goesOn: boolean;
}

export async function readExport(path: string): Promise<ReadExport> {
  const reading = blank();
  const hash = createHash('sha256');
  let number = 0;
  for await (const bytes of fileLines(path)) {
    number += 1;
    const line = readLine(bytes.toString());
    if (number === 1 && !(line?.kind === 'log' && line.format === format)) throw new NoExportFault(path);
    if (reading.seal) reading.goesOn = true;
    if (line?.kind === 'end') {
      reading.seal = { given: line, computed: hash.copy().digest('hex') };
      continue;
    }
    hash.update(bytes).update('\n');
    if (line) take(reading, line);
    else reading.unreadable.push(number);
  }
  if (number === 0) throw new NoExportFault(path);
  return reading;
}

function blank(): Reading {
  return {
    keys: new Map(),
    heads: [],
    consistency: [],
    entries: { sha256: createTree(sha256), sm3: createTree(sm3), leaves: [] },
    listed: createTree(sha256),
    unreadable: [],
    seal: null,
    goesOn: false,
  };
}

function take(reading: Reading, line: Line): void {
  if (line.kind === 'entry') {
    const hashes = leafHashesOf(line.entry);
    reading.entries.sha256.append(hashes.sha256);
    reading.entries.sm3.append(hashes.sm3);
    reading.entries.leaves.push(line.leaf);
  } else if (line.kind === 'hashes') takeHashes(reading.listed, line.sha256);
  else if (line.kind === 'head') reading.heads.push(line);
  else if (line.kind === 'consistency') reading.consistency.push(line);
  else if (line.kind === 'key') takeKey(reading.keys, line.publicKey);
}

function takeHashes(listed: Tree, text: string): void {
  for (let from = 0; from < text.length; from += 64) {
    const bytes = fromHex(text.slice(from, from + 64));
    if (bytes) listed.append(bytes);
  }
}

function takeKey(keys: Map<string, string>, publicKey: string): void {
  try {
    keys.set(keyIdOf(publicKey), publicKey);
  } catch {
    // No key: what it should have proven is then found unproven.
  }
}

/** By the key of that id; false when the key is not there. */
export function isSigned(keys: ReadonlyMap<string, string>, keyId: string, text: string, signature: string): boolean {
  const key = keys.get(keyId);
  return key !== undefined && isSignedBy(key, text, signature);
}

export function sealHolds({ keys, seal, goesOn }: ReadExport): boolean {
  if (!seal || goesOn) return false;
  const { given, computed } = seal;
  return given.sha256 === computed && isSigned(keys, given.keyId, sealText(given), given.signature);
}
