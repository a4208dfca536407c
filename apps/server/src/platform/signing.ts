// The signing key of this copy: Ed25519, made at the first start, readable by its owner only, never in the database or a backup.
// It proves integrity; where the law asks for certified cryptography (GB/T 39786), a certified module must sign in its place.
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto';
import { chmodSync, existsSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { codeOf, StartFault } from './fault.ts';

export const signatureAlgorithm = 'ed25519';

export interface Signer {
  readonly algorithm: string;
  readonly keyId: string;
  /** PEM. */
  readonly publicKey: string;
  /** Base64. */
  readonly sign: (text: string) => string;
}

const fileName = 'signing-key.pem';

export function openSigner(home: string): Signer {
  const path = join(home, fileName);
  if (!existsSync(path)) makeKey(path);
  const key = readKey(path);
  const publicKey = createPublicKey(key).export({ type: 'spki', format: 'pem' }).toString();
  return {
    algorithm: signatureAlgorithm,
    keyId: keyIdOf(publicKey),
    publicKey,
    sign: (text) => sign(null, Buffer.from(text), key).toString('base64'),
  };
}

/** First 16 digits of the SHA-256 of the key itself, whatever the PEM looks like. */
export function keyIdOf(publicKey: string): string {
  const der = createPublicKey(publicKey).export({ type: 'spki', format: 'der' });
  return createHash('sha256').update(der).digest('hex').slice(0, 16);
}

export function isSignedBy(publicKey: string, text: string, signature: string): boolean {
  const key = createPublicKey(publicKey);
  return key.asymmetricKeyType === signatureAlgorithm && verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64'));
}

/** Two processes may come here at once: the first link stands, the other key is thrown away. */
function makeKey(path: string): void {
  const { privateKey } = generateKeyPairSync(signatureAlgorithm);
  const half = `${path}.${process.pid}`;
  writeFileSync(half, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
  try {
    linkSync(half, path);
  } catch (fault) {
    if (codeOf(fault) !== 'EEXIST') throw fault;
  } finally {
    rmSync(half, { force: true });
  }
}

function readKey(path: string) {
  chmodSync(path, 0o600);
  try {
    const key = createPrivateKey(readFileSync(path));
    if (key.asymmetricKeyType === signatureAlgorithm) return key;
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
  throw new StartFault(
    { zh: `${path} 不是 ${signatureAlgorithm} 密钥。`, en: `${path} is no ${signatureAlgorithm} key.` },
    { zh: '请移走它：将另生成新密钥。', en: 'Move it away: a new key is then made.' },
  );
}
