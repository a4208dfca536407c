// The web application: one router answered twice (/rpc for our own pages, /api for everyone else), then the files.
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { getConnInfo } from '@hono/node-server/conninfo';
import { OpenAPIHandler } from '@orpc/openapi/fetch';
import type { Router } from '@orpc/server';
import { RPCHandler } from '@orpc/server/fetch';
import type { Contract } from '@zhenghe/contract';
import { type Context as Call, Hono, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { compress } from 'hono/compress';
import type { Context } from '../api.ts';
import { type Ground, groundOrigin } from '../ground.ts';
import type { Log } from '../log.ts';
import { productVersion } from '../product.ts';
import { filesIn, oneFile } from './files.ts';
import { sameOriginWrites, securityHeaders, thisMachineOnly } from './guards.ts';
import { openApiDocument } from './openapi.ts';
import { faultBody, told } from './told.ts';
import { wholeBody } from './whole.ts';

export interface AppParts {
  readonly router: Router<Contract, Context>;
  /** Who asks, and with what; `setCookie` goes out with the answer. */
  readonly contextOf: (call: Incoming) => Promise<Context>;
  readonly profile: 'demo' | 'production';
  /** People reach it over https: browsers are told to use nothing else. */
  readonly secure?: boolean;
  readonly ground?: Ground | null;
  /** Where other sites send a browser back to: each answers the page of ours to open next. */
  readonly returns?: readonly Return[];
  readonly isHealthy: () => Promise<boolean>;
  readonly uploads?: readonly Upload[];
  readonly webFolder: string;
  readonly dataFolder: string;
  readonly log: Log;
}

export interface Return {
  readonly path: string;
  /** Takes the query as it came; answers a path of ours. */
  readonly answer: (context: Context, query: string) => Promise<string>;
}

/** Paths that take files larger than the usual body. */
export interface Upload {
  readonly paths: readonly string[];
  readonly maxBytes: number;
}

export interface Incoming {
  readonly cookies: string | null;
  readonly requestId: string;
  /** Address of the connection; what a proxy in front says of its client, when there is one. */
  readonly address: string;
  readonly forwardedFor: string | null;
  readonly agent: string;
  /** The person the asking page was drawn for, as our own pages say. */
  readonly expects: string | null;
  readonly setCookie: (cookie: string) => void;
}

interface Env {
  Variables: { requestId: string };
}

const largestBody = 10 * 1024 * 1024;

export function createApp(parts: AppParts): Hono<Env> {
  const app = new Hono<Env>();
  const ground = parts.ground ?? null;
  const headers = securityHeaders(parts.secure ?? false, groundOrigin(ground));
  app.use(numbered, headers, ...(parts.profile === 'demo' ? [thisMachineOnly] : []), sameOriginWrites);
  app.onError((fault, c) => {
    parts.log.fault(c.get('requestId'), c.req.path, fault);
    return c.json(faultBody(c.get('requestId')), 500);
  });
  app.get('/healthz', async (c) => {
    const healthy = await parts.isHealthy();
    return c.json({ status: healthy ? 'ok' : 'database unreachable', version: productVersion }, healthy ? 200 : 503);
  });
  answerProcedures(app, parts);
  for (const { path, answer } of parts.returns ?? []) {
    app.get(path, neverKept, async (c) => c.redirect(await answer(await parts.contextOf(incoming(c)), new URL(c.req.url).search), 303));
  }
  app.get('/data/ground.json', (c) => c.json(ground));
  app.get('/data/*', filesIn(parts.dataFolder, '/data/', ['.geojson']), (c) => c.text('没有这个文件。 No such file.', 404));
  answerPages(app, parts.webFolder);
  return app;
}

function answerProcedures(app: Hono<Env>, parts: AppParts): void {
  const handlerOptions = watched(parts.log);
  const rpc = new RPCHandler<Context>(parts.router, handlerOptions);
  const rest = new OpenAPIHandler<Context>(parts.router, handlerOptions);
  const limited = bodiesWithin(parts.uploads ?? []);
  app.use('/rpc/*', limited, neverKept, compress());
  app.use('/api/*', limited, neverKept, compress());
  let description: Promise<unknown> | null = null;
  app.get('/api/openapi.json', async (c) => {
    description ??= openApiDocument();
    return c.json(await description);
  });
  for (const [prefix, handler] of [['/rpc', rpc] as const, ['/api', rest] as const]) {
    app.all(`${prefix}/*`, async (c) => {
      const context = await parts.contextOf(incoming(c));
      const { matched, response } = await handler.handle(c.req.raw, { prefix, context });
      if (!matched) return c.json(nothingHere(c.req.path), 404);
      const body = await wholeBody(response, c.req.header('accept-encoding'));
      return c.newResponse(body, response);
    });
  }
}

function answerPages(app: Hono<Env>, webFolder: string): void {
  const index = join(webFolder, 'index.html');
  app.get('*', filesIn(webFolder, '/'), (c, next) => {
    // A path with an ending asks for a file that is not there; the rest are pages, drawn by the web.
    if (/\.[a-z0-9]+$/i.test(c.req.path)) return c.text('没有这个文件。 No such file.', 404);
    return oneFile(index)(c, next);
  });
  app.get('*', (c) => c.text('网页还没有构建：请运行 npm start。 The pages are not built yet: run npm start.', 503));
  app.all('*', (c) => c.json(nothingHere(c.req.path), 404));
}

const numbered: MiddlewareHandler<Env> = async (c, next) => {
  c.set('requestId', randomBytes(8).toString('hex'));
  await next();
  c.res.headers.set('x-request-id', c.get('requestId'));
};

/** Most requests are small; a path that takes large files says how large. */
function bodiesWithin(uploads: readonly Upload[]): MiddlewareHandler<Env> {
  const usual = atMost(largestBody);
  const larger = new Map(uploads.flatMap(({ paths, maxBytes }) => paths.map((path) => [path, atMost(maxBytes)] as const)));
  return (c, next) => (larger.get(c.req.path) ?? usual)(c, next);
}

function atMost(maxSize: number): MiddlewareHandler<Env> {
  const megabytes = Math.round(maxSize / 1024 / 1024);
  const reason = { zh: `文件或内容超过 ${megabytes} MB，未读取。`, en: `More than ${megabytes} MB: nothing was read.` };
  return bodyLimit({
    maxSize,
    onError: (c) => c.json({ defined: false, code: 'PAYLOAD_TOO_LARGE', status: 413, message: reason.en, data: { reason } }, 413),
  });
}

const neverKept: MiddlewareHandler = async (c, next) => {
  await next();
  c.res.headers.set('cache-control', 'no-store');
};

function incoming(c: Call<Env>): Incoming {
  return {
    cookies: c.req.header('cookie') ?? null,
    requestId: c.get('requestId'),
    address: addressOf(c),
    forwardedFor: c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() ?? null,
    agent: c.req.header('user-agent') ?? '',
    expects: c.req.header('x-zhenghe-person') ?? null,
    setCookie: (cookie) => c.header('set-cookie', cookie, { append: true }),
  };
}

/** Tests call the application without a connection. */
function addressOf(c: Call<Env>): string {
  const connection: unknown = c.env;
  const real = typeof connection === 'object' && connection !== null && 'incoming' in connection;
  return real ? (getConnInfo(c).remote.address ?? 'unknown') : 'unknown';
}

/** What fails before a procedure is reached is an unreadable request, which oRPC answers with 400; the rest goes through `told`. */
function watched(log: Log) {
  const reached = new WeakSet<Context>();
  const clientInterceptors = [
    <T>({ next, context }: { next: () => T; context: Context }): T => {
      reached.add(context);
      return next();
    },
  ];
  const interceptors = [
    async <T>({ next, request, context }: { next: () => Promise<T>; request: { url: URL }; context: Context }) => {
      try {
        return await next();
      } catch (fault) {
        throw told(fault, log, { requestId: context.requestId, where: request.url.pathname, reached: reached.has(context) });
      }
    },
  ];
  return { clientInterceptors, interceptors };
}

function nothingHere(path: string) {
  const reason = { zh: `没有 ${path} 这个接口。`, en: `There is nothing at ${path}.` };
  return { defined: false, code: 'NOT_FOUND', status: 404, message: reason.en, data: { reason } };
}
