// The product's procedures over HTTP in a process of their own, on the database and library of the pivot bench. Says its address.

import { callers } from '../apps/server/src/indicators/testing.ts';
import { openDatabase, scoped, wholeProvince } from '../apps/server/src/platform/database.ts';
import { createApp } from '../apps/server/src/platform/http/app.ts';
import { listen } from '../apps/server/src/platform/http/listen.ts';
import { silent } from '../apps/server/src/platform/say.ts';
import { router } from '../apps/server/src/router.ts';
import { benchRulebook, today } from './pivot-scene.ts';

const url = process.env.BENCH_DATABASE;
if (!url) throw new Error('no database');
const db = openDatabase(url);
const rulebook = benchRulebook();
const log = { fault: (...all: readonly unknown[]) => console.error(...all), event: () => undefined };
const app = createApp({
  router,
  profile: 'demo',
  contextOf: async () => ({
    db: scoped(db, { ...wholeProvince, unit: '330000' }),
    caller: callers.province,
    rulebook,
    today,
    requestId: 'bench',
  }),
  isHealthy: async () => true,
  webFolder: '.',
  dataFolder: '.',
  log: log as unknown as Parameters<typeof createApp>[0]['log'],
});
const { address } = await listen(app, { host: '127.0.0.1', port: 17_460 }, silent);
process.send?.({ address });
// How much of a processor the answers took, whatever else the machine was doing.
process.on('message', () => process.send?.({ cpuMs: (process.cpuUsage().user + process.cpuUsage().system) / 1000 }));
