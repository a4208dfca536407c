// What every request passes before it reaches a procedure: headers for the browser, whose page may write, and where the demo answers.
import type { MiddlewareHandler } from 'hono';
import { isLoopback } from '../config.ts';

/** antd writes its styles into the page; scripts come from our own files only. Maps use blobs for workers and images. */
const contentPolicy = (scripts: string, pictures: string) =>
  [
    "default-src 'self'",
    `script-src ${scripts}`,
    "style-src 'self' 'unsafe-inline'",
    `img-src ${pictures}`,
    "font-src 'self' data:",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');

/** The one thread that runs GEOS, which is WebAssembly: a thread has the policy of its own file, and the pages keep theirs. */
const overlayThread = /^\/assets\/overlay\.worker-[\w-]+\.js$/;

const headers: Readonly<Record<string, string>> = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

/** `tiles`: origin of a configured ground map. */
export function securityHeaders(secure: boolean, tiles: string | null = null): MiddlewareHandler {
  const all = secure ? { ...headers, 'strict-transport-security': 'max-age=31536000' } : headers;
  const pictures = tiles === null ? "'self' data: blob:" : `'self' data: blob: ${tiles}`;
  const forPages = contentPolicy("'self'", pictures);
  const forThread = contentPolicy("'self' 'wasm-unsafe-eval'", pictures);
  return async (c, next) => {
    await next();
    c.res.headers.set('content-security-policy', overlayThread.test(c.req.path) ? forThread : forPages);
    for (const [name, value] of Object.entries(all)) c.res.headers.set(name, value);
  };
}

/** A browser tells where a request comes from; a page of another origin may not write here in its visitor's name. */
export const sameOriginWrites: MiddlewareHandler = async (c, next) => {
  if (c.req.method === 'GET' || c.req.method === 'HEAD' || c.req.method === 'OPTIONS') return next();
  if (isOwnPage(c.req.header('sec-fetch-site'), c.req.header('origin'), c.req.header('host'))) return next();
  return c.json(refused('别的网站的页面不能在此办理业务。', 'A page of another site may not write here.'), 403);
};

/** Programs that are no browser send neither header; they carry no visitor's cookie either. */
export function isOwnPage(site: string | undefined, origin: string | undefined, host: string | undefined): boolean {
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  if (origin === undefined) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}

/** The demo has no accounts, so it answers this machine only: no foreign host name (DNS rebinding), no proxy in front. */
export const thisMachineOnly: MiddlewareHandler = async (c, next) => {
  const host = c.req.header('host') ?? '';
  const forwarded = ['forwarded', 'x-forwarded-for', 'x-forwarded-host'].some((name) => c.req.header(name) !== undefined);
  if (!forwarded && URL.canParse(`http://${host}`) && isLoopback(new URL(`http://${host}`).hostname)) return next();
  return c.json(
    refused(
      '演示环境只在本机使用，不能经由其他地址或代理访问。',
      'The demo is for this machine only, not through another name or a proxy.',
    ),
    403,
  );
};

export function refused(zh: string, en: string) {
  return { defined: false, code: 'FORBIDDEN', status: 403, message: en, data: { reason: { zh, en } } };
}
