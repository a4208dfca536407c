// Receipts: sixteen characters that only the browser which made the form's key is told. They follow from that key, so that the
// same form sent twice is answered the same, and neither key nor receipt has to be kept: their hash finds the comment.
import { createHash } from 'node:crypto';

/** No 0, 1, I, L, O. 31^16 receipts, some 79 bits. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const length = 16;

export function receiptOf(round: string, key: string): string {
  let rest = BigInt(`0x${sha256(`zhenghe receipt ${round} ${key}`)}`);
  const base = BigInt(alphabet.length);
  return Array.from({ length }, () => {
    const sign = alphabet[Number(rest % base)] ?? '';
    rest /= base;
    return sign;
  }).join('');
}

/** As people type it: small letters, dashes and spaces. Null when it cannot be a receipt. */
export function readReceipt(typed: string): string | null {
  const receipt = typed
    .normalize('NFKC')
    .replace(/[\s\-—]/g, '')
    .toUpperCase();
  return receipt.length === length && [...receipt].every((sign) => alphabet.includes(sign)) ? receipt : null;
}

/** 16 signs → ABCD-EFGH-JKMN-PQRS, as it is shown. */
export function shownReceipt(receipt: string): string {
  return receipt.match(/.{1,4}/g)?.join('-') ?? receipt;
}

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
