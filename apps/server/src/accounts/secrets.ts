// The cryptography of sign-in, in one place: argon2id for passwords, TOTP (RFC 6238), sealed secrets, random tokens.
// Certified modules are needed where 密评 applies; these are for the product's own integrity.
import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes, randomInt, randomUUID } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { generateSecret, generateURI, verify as verifyCode } from 'otplib';

/** OWASP's first choice for argon2id (the library's default variant): 19 MiB, two passes. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const passwordHash = (password: string): Promise<string> => hash(password.normalize('NFKC'), cost);

/** Takes the same time for an account that does not exist. */
export async function passwordFits(password: string, stored: string | null): Promise<boolean> {
  const fits = await verify(stored ?? (await nobodysHash), password.normalize('NFKC'));
  return fits && stored !== null;
}

const nobodysHash = passwordHash(randomBytes(16).toString('hex'));

export const newToken = (): string => randomBytes(32).toString('base64url');
export const newId = (): string => randomUUID();
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Four groups of four letters that cannot be mistaken for each other, with a sign: it meets every profile but is changed at once. */
export function firstPassword(): string {
  return Array.from({ length: 4 }, () => letters(4))
    .join('-')
    .replace(/[a-z]/, (letter) => letter.toUpperCase());
}

export function newRecoveryCodes(): readonly string[] {
  return Array.from({ length: 10 }, () => `${letters(5)}-${letters(5)}`);
}

export const plainCode = (code: string): string => code.toLowerCase().replace(/[^a-z0-9]/g, '');

const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';
const letters = (count: number) => Array.from({ length: count }, () => alphabet[randomInt(alphabet.length)]).join('');

export const newFactor = (): string => generateSecret();

export function factorUri(secret: string, login: string): string {
  return generateURI({ issuer: 'Zhenghe', label: login, secret });
}

/** The time step of a right code that is newer than the last one used, one step of clock error either way; null otherwise. */
export async function codeStep(secret: string, code: string, lastStep: number | null, now: number): Promise<number | null> {
  if (!/^\d{6}$/.test(code)) return null;
  const epoch = Math.floor(now / 1000);
  const current = Math.floor(epoch / 30);
  // The library refuses a last step beyond its window as a mistake of the caller; such a code is simply used up.
  if (lastStep !== null && lastStep >= current + 1) return null;
  const after = lastStep === null ? {} : { afterTimeStep: lastStep };
  const answer = await verifyCode({ secret, token: code, epoch, epochTolerance: 30, ...after });
  return answer.valid && 'timeStep' in answer ? answer.timeStep : null;
}

/** AES-256-GCM under a key derived from this copy's secret, which lies outside the database; bound to its person. */
export function seal(text: string, copySecret: string, person: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', sealingKey(copySecret), nonce).setAAD(Buffer.from(person));
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return `v1.${Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')}`;
}

/** Null when it was sealed by another copy or was changed. */
export function unseal(sealed: string, copySecret: string, person: string): string | null {
  const bytes = Buffer.from(sealed.slice(3), 'base64url');
  const decipher = createDecipheriv('aes-256-gcm', sealingKey(copySecret), bytes.subarray(0, 12), { authTagLength: 16 });
  decipher.setAAD(Buffer.from(person)).setAuthTag(bytes.subarray(12, 28));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
  } catch {
    return null; // The tag decides: what does not open is not ours.
  }
}

const sealingKey = (copySecret: string) => Buffer.from(hkdfSync('sha256', copySecret, '', 'zhenghe second factor', 32));
