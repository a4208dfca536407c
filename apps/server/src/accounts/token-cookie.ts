// The cookie of a session: random, of no meaning in itself, out of reach of scripts; bound to this host over https.
import type { Visit } from '../platform/api.ts';

const nameOf = (visit: Visit) => (visit.secure ? '__Host-zhenghe' : 'zhenghe_session');

export function tokenIn(visit: Visit): string | null {
  for (const part of (visit.cookies ?? '').split(';')) {
    const [name, value = ''] = part.trim().split('=', 2);
    if (name === nameOf(visit) && /^[A-Za-z0-9_-]{43}$/.test(value)) return value;
  }
  return null;
}

export function giveToken(visit: Visit, token: string): void {
  visit.setCookie(`${nameOf(visit)}=${token}; Path=/; HttpOnly; SameSite=Lax${visit.secure ? '; Secure' : ''}`);
}

export function takeToken(visit: Visit): void {
  visit.setCookie(`${nameOf(visit)}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax${visit.secure ? '; Secure' : ''}`);
}
