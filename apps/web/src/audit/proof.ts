// The entry's proof, checked here by the engine with the browser's own SHA-256: the server is not believed.
import { entryText, fromHex, leafBytes, verifyInclusion } from '@zhenghe/engine/audit';
import type { EntryAnswer } from './shapes.ts';

export type Checked = 'holds' | 'fails' | 'not-yet' | 'no-crypto';

export async function checkProof({ entry, proof }: EntryAnswer): Promise<Checked> {
  if (!proof) return 'not-yet';
  // Browsers give it to https and to this machine only.
  if (!globalThis.crypto?.subtle) return 'no-crypto';
  const root = fromHex(proof.head.sha256);
  const path = proof.path.flatMap((text) => fromHex(text) ?? []);
  if (!root || path.length !== proof.path.length) return 'fails';
  const leafHash = await sha256(leafBytes(new TextEncoder().encode(entryText(entry))));
  const holds = await verifyInclusion(sha256, { leafHash, leaf: proof.leaf, size: proof.head.size, path, root });
  return holds ? 'holds' : 'fails';
}

async function sha256(bytes: Uint8Array): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes)));
}
