// The product over HTTP in a process of its own, on the database of the filing bench. Each zone has a desk, named by a cookie. Says its
// address, and how much of a processor it took when it is asked.
import { join } from 'node:path';
import { scopeOf } from '../apps/server/src/accounts/index.ts';
import type { Caller } from '../apps/server/src/platform/api.ts';
import { openDatabase, scoped } from '../apps/server/src/platform/database.ts';
import { createApp } from '../apps/server/src/platform/http/app.ts';
import { listen } from '../apps/server/src/platform/http/listen.ts';
import { openLog } from '../apps/server/src/platform/log.ts';
import { silent } from '../apps/server/src/platform/say.ts';
import { router } from '../apps/server/src/router.ts';
import { rulebook } from '../apps/server/src/statistics/testing.ts';
import { on, type Zone } from './filing-scene.ts';

const { BENCH_DATABASE: url, BENCH_FOLDER: folder } = process.env;
if (!url || !folder) throw new Error('no database, or no folder');
const db = openDatabase(url);

/** 'zone=xl-bench-7.330726' */
function zoneOf(cookies: string | null): Zone | null {
  const [id, jurisdiction] = (cookies ?? '').replace('zone=', '').split('.');
  return id && jurisdiction ? { id, jurisdiction } : null;
}

function callerOf(zone: Zone | null): Caller {
  if (!zone) return { profile: 'demo', card: null };
  const { id, jurisdiction } = zone;
  const name = { zh: id, en: id };
  const card = { id, role: 'zone', name, unit: name, question: name, jurisdiction, unitId: `${jurisdiction}/zone-${id}` } as const;
  return { profile: 'demo', card };
}

const app = createApp({
  ...{ router, profile: 'demo', webFolder: join(folder, 'web'), dataFolder: folder, log: openLog(folder, silent) },
  isHealthy: async () => true,
  contextOf: async ({ cookies, requestId }) => {
    const caller = callerOf(zoneOf(cookies));
    return { db: scoped(db, scopeOf(caller)), caller, rulebook, requestId, today: on };
  },
});
const { address } = await listen(app, { host: '127.0.0.1', port: 0 }, silent);
process.send?.({ address });
process.on('message', () => process.send?.({ cpuMs: (process.cpuUsage().user + process.cpuUsage().system) / 1000 }));
process.on('disconnect', () => process.exit(0));
