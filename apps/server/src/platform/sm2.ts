// SM2 signatures with SM3 (GB/T 32918, GM/T 0003) under the user id GM/T 0009 sets, which Node's own crypto cannot be given: it
// signs with an empty one, so that other systems would refuse what it signs. Software only; certified modules are the operator's.
import { generateKeyPairSync } from 'node:crypto';
import { sm2 } from 'sm-crypto-v2';

/** What everybody uses who has agreed on nothing else. */
export const defaultUserId = '1234567812345678';

/** All that stands before the 65 bytes of the point, and before the 32 of the secret: SM2's curve and no other. */
const publicStart = '3059301306072a8648ce3d020106082a811ccf5501822d034200';
const secretStart = '308187020100301306072a8648ce3d020106082a811ccf5501822d046d306b0201010420';

/** A new secret key, PKCS#8 in PEM. */
export function newSm2Key(): string {
  return generateKeyPairSync('ec', { namedCurve: 'SM2' }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}

/** The point of a public key as hexadecimal text; null when the PEM holds no SM2 key. */
export function sm2Point(publicKey: string): string | null {
  const hex = derOf(publicKey, 'PUBLIC KEY').toString('hex');
  return hex.startsWith(publicStart) && hex.length === publicStart.length + 130 ? hex.slice(publicStart.length) : null;
}

export interface Sm2Key {
  readonly publicKey: string;
  /** Base64 of the DER form. */
  readonly sign: (text: string) => string;
}

/** Null when the PEM holds no SM2 key. */
export function sm2KeyIn(pem: string): Sm2Key | null {
  const hex = derOf(pem, 'PRIVATE KEY').toString('hex');
  if (!hex.startsWith(secretStart)) return null;
  const secret = hex.slice(secretStart.length, secretStart.length + 64);
  const point = sm2.getPublicKeyFromPrivateKey(secret);
  const options = { hash: true, der: true, publicKey: point, userId: defaultUserId };
  return {
    publicKey: pemOf(Buffer.from(publicStart + point, 'hex')),
    sign: (text) => Buffer.from(sm2.doSignature(text, secret, options), 'hex').toString('base64'),
  };
}

export function isSm2Signed(
  point: string,
  text: string,
  { signature, userId }: { readonly signature: string; readonly userId: string },
): boolean {
  try {
    return sm2.doVerifySignature(text, Buffer.from(signature, 'base64').toString('hex'), point, { hash: true, der: true, userId });
  } catch {
    // No signature at all, or none of this form: it proves nothing.
    return false;
  }
}

function derOf(pem: string, label: string): Buffer {
  const body = new RegExp(`-----BEGIN ${label}-----([A-Za-z0-9+/=\\s]+)-----END ${label}-----`).exec(pem)?.[1] ?? '';
  return Buffer.from(body, 'base64');
}

function pemOf(der: Buffer): string {
  const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
  return ['-----BEGIN PUBLIC KEY-----', ...lines, '-----END PUBLIC KEY-----', ''].join('\n');
}
