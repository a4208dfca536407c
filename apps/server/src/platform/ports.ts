// Free TCP ports of this machine.
import { createServer } from 'node:net';
import { codeOf } from './fault.ts';

/** Whether that port can be listened on. A port we may not use at all (below 1024, for most) is a fault. */
export function isFree(port: number, host: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (fault) => {
      if (codeOf(fault) === 'EADDRINUSE') resolve(false);
      else reject(fault);
    });
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(true)));
  });
}

/** The wished port when it is free, else one the system chooses. */
export async function freePort(wished: number | null): Promise<number> {
  if (wished !== null && (await isFree(wished, '127.0.0.1'))) return wished;
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port'))));
    });
  });
}
