// Listens on the wished port or the next free one, and stops after the last request.
import { createAdaptorServer } from '@hono/node-server';
import type { Hono } from 'hono';
import { codeOf, StartFault } from '../fault.ts';
import type { Say } from '../say.ts';

export interface Listener {
  readonly address: string;
  readonly close: () => Promise<void>;
}

const tries = 30;
/** A request that has not ended by then is cut. */
const patienceMs = 4000;

/**
 * An idle connection is kept longer than browsers and proxies keep theirs (about a minute), so that it is they who end it: Node's own five
 * seconds cut requests that are just on their way.
 */
const idleMs = 75_000;

type Server = ReturnType<typeof createAdaptorServer>;

export async function listen(
  app: Pick<Hono, 'fetch'>,
  wish: { readonly host: string; readonly port: number },
  say: Say,
): Promise<Listener> {
  const server = createAdaptorServer({ fetch: app.fetch, serverOptions: { keepAliveTimeout: idleMs, headersTimeout: idleMs + 5000 } });
  const last = Math.min(wish.port + tries - 1, 65_535);
  for (let port = wish.port; port <= last; port += 1) {
    const bound = await tryPort(server, port, wish.host);
    if (bound === null) continue;
    if (wish.port !== 0 && bound !== wish.port)
      say(`端口 ${wish.port} 已被占用，改用 ${bound} Port ${wish.port} is taken by another program: using ${bound} instead.`);
    return { address: `http://${wish.host.includes(':') ? `[${wish.host}]` : wish.host}:${bound}`, close: () => closed(server) };
  }
  throw new StartFault(
    { zh: `端口 ${wish.port} 到 ${last} 都被占用。`, en: `The ports ${wish.port} to ${last} are all taken.` },
    { zh: '请用 PORT=… 另选一个。', en: 'Choose another with PORT=…' },
  );
}

/** The bound port, or null when it is taken. */
function tryPort(server: Server, port: number, host: string): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const onError = (fault: Error) => {
      server.removeListener('listening', onListening);
      if (codeOf(fault) === 'EADDRINUSE') resolve(null);
      else
        reject(
          new StartFault(
            { zh: `不能在 ${host}:${port} 上监听：${fault.message}`, en: `${host}:${port} cannot be listened on: ${fault.message}` },
            { zh: '请另选 HOST 或 PORT。', en: 'Choose another HOST or PORT.' },
            { cause: fault },
          ),
        );
    };
    const onListening = () => {
      server.removeListener('error', onError);
      const address = server.address();
      resolve(address && typeof address === 'object' ? address.port : port);
    };
    server.once('error', onError);
    server.once('listening', onListening);
    server.listen(port, host);
  });
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), patienceMs);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
    if ('closeIdleConnections' in server) server.closeIdleConnections();
  });
}
