import { expect, it } from 'vitest';
import type { Visit } from '../platform/api.ts';
import { flowTokenIn, giveFlowToken, giveToken, tokenIn } from './token-cookie.ts';

const token = 'x'.repeat(43);

function visitOver(secure: boolean, cookies: string | null = null) {
  const set: string[] = [];
  const setCookie = (cookie: string) => void set.push(cookie);
  const visit: Visit = { cookies, setCookie, secure, address: '', agent: '', secret: '', setupFile: '', oidc: null, expects: null };
  return { visit, set };
}

it('binds the cookies to the host over https, out of reach of scripts', () => {
  const { visit, set } = visitOver(true);
  giveToken(visit, token);
  giveFlowToken(visit, token);
  expect(set[0]).toBe(`__Host-zhenghe=${token}; Path=/; HttpOnly; SameSite=Lax; Secure`);
  expect(set[1]).toBe(`__Host-zhenghe-flow=${token}; Path=/; Max-Age=900; HttpOnly; SameSite=Lax; Secure`);
});

it('tells the session from a way to the provider, and reads nothing that is not ours', () => {
  const { visit } = visitOver(false, `zhenghe_flow=${'y'.repeat(43)}; zhenghe_session=${token}; other=1`);
  expect([tokenIn(visit), flowTokenIn(visit)]).toEqual([token, 'y'.repeat(43)]);
  const odd = visitOver(false, "zhenghe_session=' or 1=1; __Host-zhenghe=abc").visit;
  expect([tokenIn(odd), flowTokenIn(odd)]).toEqual([null, null]);
});
