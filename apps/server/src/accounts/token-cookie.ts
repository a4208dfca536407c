// The cookie of a session, and that of a way to the provider: random, out of reach of scripts, bound to this host over https.
import type { Visit } from '../platform/api.ts';

const sessionName = (visit: Visit) => (visit.secure ? '__Host-zhenghe' : 'zhenghe_session');
const flowName = (visit: Visit) => (visit.secure ? '__Host-zhenghe-flow' : 'zhenghe_flow');
const flowSeconds = 900;

export const tokenIn = (visit: Visit): string | null => cookieIn(visit, sessionName(visit));

/** Names the browser that went to the provider, so that no other comes back in its place. */
export const flowTokenIn = (visit: Visit): string | null => cookieIn(visit, flowName(visit));

function cookieIn(visit: Visit, wanted: string): string | null {
  for (const part of (visit.cookies ?? '').split(';')) {
    const [name, value = ''] = part.trim().split('=', 2);
    if (name === wanted && /^[A-Za-z0-9_-]{43}$/.test(value)) return value;
  }
  return null;
}

export function giveToken(visit: Visit, token: string): void {
  visit.setCookie(`${sessionName(visit)}=${token}; Path=/; HttpOnly; SameSite=Lax${visit.secure ? '; Secure' : ''}`);
}

export function takeToken(visit: Visit): void {
  visit.setCookie(`${sessionName(visit)}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax${visit.secure ? '; Secure' : ''}`);
}

export function giveFlowToken(visit: Visit, token: string): void {
  const secure = visit.secure ? '; Secure' : '';
  visit.setCookie(`${flowName(visit)}=${token}; Path=/; Max-Age=${flowSeconds}; HttpOnly; SameSite=Lax${secure}`);
}
