// The signing key of this copy, made at the first start, readable by its owner only, never in the database or a backup. Ed25519
// unless ZHENGHE_SIGNING=sm2 asks for SM2 with SM3; each has a file of its own, so that a change of mind loses no key. It proves
// integrity; where the law asks for certified cryptography (GB/T 39786), a certified module must sign in its place.
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto';
import { chmodSync, existsSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { codeOf, StartFault } from './fault.ts';
import { defaultUserId, isSm2Signed, newSm2Key, sm2KeyIn, sm2Point } from './sm2.ts';

export const signingAlgorithms = ['ed25519', 'sm2'] as const;
export type SigningAlgorithm = (typeof signingAlgorithms)[number];

export interface Signer {
  readonly algorithm: SigningAlgorithm;
  /** Of SM2, the user id that is hashed in; null for Ed25519, which knows none. */
  readonly userId: string | null;
  readonly keyId: string;
  /** PEM. */
  readonly publicKey: string;
  /** Base64. */
  readonly sign: (text: string) => string;
}

const fileNames: Readonly<Record<SigningAlgorithm, string>> = { ed25519: 'signing-key.pem', sm2: 'signing-key-sm2.pem' };

export function openSigner(home: string, algorithm: SigningAlgorithm = 'ed25519'): Signer {
  const path = join(home, fileNames[algorithm]);
  if (!existsSync(path)) makeKey(path, algorithm);
  chmodSync(path, 0o600);
  const key = keyIn[algorithm](readFileSync(path, 'utf8'), path);
  return { algorithm, userId: algorithm === 'sm2' ? defaultUserId : null, keyId: keyIdOf(key.publicKey), ...key };
}

/** First 16 digits of the SHA-256 of the key itself, whatever the PEM looks like. Throws when it is no key. */
export function keyIdOf(publicKey: string): string {
  const der = createPublicKey(publicKey).export({ type: 'spki', format: 'der' });
  return createHash('sha256').update(der).digest('hex').slice(0, 16);
}

/** The key says which algorithm counts, never what the signature claims for itself; `userId` is read for SM2 only. */
export function isSignedBy(
  publicKey: string,
  text: string,
  signed: { readonly signature: string; readonly userId?: string | null },
): boolean {
  const point = sm2Point(publicKey);
  if (point !== null) return isSm2Signed(point, text, { signature: signed.signature, userId: signed.userId ?? defaultUserId });
  const key = createPublicKey(publicKey);
  return key.asymmetricKeyType === 'ed25519' && verify(null, Buffer.from(text), key, Buffer.from(signed.signature, 'base64'));
}

/** Two processes may come here at once: the first link stands, the other key is thrown away. */
function makeKey(path: string, algorithm: SigningAlgorithm): void {
  const half = `${path}.${process.pid}`;
  const pem = algorithm === 'sm2' ? newSm2Key() : generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' });
  writeFileSync(half, pem, { mode: 0o600 });
  try {
    linkSync(half, path);
  } catch (fault) {
    if (codeOf(fault) !== 'EEXIST') throw fault;
  } finally {
    rmSync(half, { force: true });
  }
}

type Key = Pick<Signer, 'publicKey' | 'sign'>;

const keyIn: Readonly<Record<SigningAlgorithm, (pem: string, path: string) => Key>> = { ed25519: ed25519KeyIn, sm2: sm2KeyOrFault };

function sm2KeyOrFault(pem: string, path: string): Key {
  const key = sm2KeyIn(pem);
  if (!key) throw wrongKey(path, 'SM2');
  return key;
}

function ed25519KeyIn(pem: string, path: string): Key {
  const key = readKey(pem, path);
  if (key.asymmetricKeyType !== 'ed25519') throw wrongKey(path, 'Ed25519');
  const publicKey = createPublicKey(key).export({ type: 'spki', format: 'pem' }).toString();
  return { publicKey, sign: (text) => sign(null, Buffer.from(text), key).toString('base64') };
}

function readKey(pem: string, path: string) {
  try {
    return createPrivateKey(pem);
  } catch (cause) {
    throw new StartFault(
      { zh: `${path} 已损坏。`, en: `${path} is damaged.` },
      {
        zh: '请从备份恢复，或移走它：将另生成新密钥并说明。',
        en: 'Restore it from where you keep it, or move it away: a new key is then made and said.',
      },
      { cause },
    );
  }
}

function wrongKey(path: string, wanted: string): StartFault {
  return new StartFault(
    { zh: `${path} 不是 ${wanted} 密钥。`, en: `${path} is no ${wanted} key.` },
    { zh: '请移走它：将另生成新密钥。', en: 'Move it away: a new key is then made.' },
  );
}
