// A signed cookie: readable by nobody's script, sent to us only, worthless when changed.
import { createHmac, timingSafeEqual } from 'node:crypto';

export const cookieName = 'zhenghe_card';

export function signedCookie(value: string, secret: string): string {
  return `${cookieName}=${value}.${signature(value, secret)}; Path=/; HttpOnly; SameSite=Lax`;
}

/** The value of our cookie in a Cookie header; null when there is none or its signature is not ours. */
export function readCookie(header: string | null, secret: string): string | null {
  for (const part of (header ?? '').split(';')) {
    const [name, content = ''] = part.trim().split('=', 2);
    if (name !== cookieName) continue;
    const dot = content.lastIndexOf('.');
    const value = content.slice(0, dot);
    if (dot > 0 && same(content.slice(dot + 1), signature(value, secret))) return value;
  }
  return null;
}

function signature(value: string, secret: string): string {
  return createHmac('sha256', secret).update(`card:${value}`).digest('base64url');
}

function same(left: string, right: string): boolean {
  const [a, b] = [Buffer.from(left), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}
