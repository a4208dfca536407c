import { entryText, leafBytes, toHex } from '@zhenghe/engine/audit';
import { expect, test } from 'vitest';
import { checkProof } from './proof.ts';
import type { EntryAnswer } from './shapes.ts';

async function sha256(bytes: Uint8Array): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes)));
}

const leafOf = (id: string) => sha256(leafBytes(new TextEncoder().encode(entryText(entryOf(id)))));
const entryOf = (id: string): EntryAnswer['entry'] => ({
  id,
  at: '2026-11-22T08:00:00.000001Z',
  dataset: 'training',
  actor: 'county',
  role: 'county',
  unit: '浦江县专班',
  jurisdiction: '330726',
  action: 'plans/save',
  object: 'plans/x',
  before: null,
  after: 'a'.repeat(64),
  clause: null,
  requestId: 'r',
});

/** The first of two entries; the root is made by hand, as RFC 6962 says. */
async function firstOfTwo(): Promise<EntryAnswer> {
  const [left, right] = [await leafOf('0'), await leafOf('1')];
  const root = toHex(await sha256(Uint8Array.from([1, ...left, ...right])));
  const head = {
    size: 2,
    at: '2026-11-22T09:00:00.000Z',
    sha256: root,
    sm3: root,
    algorithm: 'ed25519',
    userId: null,
    keyId: 'k',
    signature: '',
  };
  return { entry: entryOf('0'), proof: { leaf: 0, path: [toHex(right)], head } };
}

test('a proof holds for its entry and for no other', async () => {
  const whole = await firstOfTwo();
  expect(await checkProof(whole)).toBe('holds');
  expect(await checkProof({ ...whole, entry: { ...whole.entry, unit: 'another' } })).toBe('fails');
  expect(await checkProof({ ...whole, entry: { ...whole.entry, id: '4' } })).toBe('fails');
});

test('an entry no head covers yet says so, and a broken path fails', async () => {
  const whole = await firstOfTwo();
  expect(await checkProof({ ...whole, proof: null })).toBe('not-yet');
  if (!whole.proof) throw new Error('no proof');
  expect(await checkProof({ ...whole, proof: { ...whole.proof, path: ['not a hash'] } })).toBe('fails');
});
