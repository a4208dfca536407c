// `npm start`: wires the nouns to the platform, says what it does, and stops in good order on Ctrl-C.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadPacks } from '@zhenghe/rulebook';
import { callerOfVisit, loadDemoDesk, offerSetup, returnFromProvider, scopeOf } from './accounts/index.ts';
import { sealWhenDue } from './audit/index.ts';
import { boundaryUploads, stopThread, workOnReadings } from './boundaries/index.ts';
import { purgeWhenDue } from './consultation/index.ts';
import { workOnDocuments } from './documents/index.ts';
import { workOnImports } from './imports/index.ts';
import { loadEverything } from './load.ts';
import { stopPlanning, workOnRuns } from './planner/index.ts';
import { type Config, readConfig } from './platform/config.ts';
import { StartFault } from './platform/fault.ts';
import { oidcReturnPath } from './platform/oidc-settings.ts';
import { productVersion } from './platform/product.ts';
import { Interrupted, opened, type Product, run } from './platform/run.ts';
import { router } from './router.ts';
import { hasTraining, trainingDay } from './training/index.ts';
import { bounded, importKinds } from './wiring.ts';

const say = (line: string) => process.stdout.write(`${line}\n`);
// The window was closed, and nobody reads any more: the stop under way must still end PostgreSQL.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

export async function main(began = performance.now()): Promise<void> {
  const opens = opened();
  let stopping = false;
  const starting = start(opens, began);
  const stop = async (code: number) => {
    if (stopping) return; // The second Ctrl-C of an impatient hand: it is already on its way.
    stopping = true;
    say('\n正在停止… Stopping.');
    await opens.closeAll();
    await starting.catch(() => undefined);
    await opens.closeAll();
    await stopThread();
    await stopPlanning();
    say('已停止。 Stopped.');
    process.exit(code);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(0).catch(giveUp));
  try {
    const { broken } = await starting;
    giveUp(await broken, false);
    await stop(1);
  } catch (fault) {
    if (fault instanceof Interrupted || stopping) return;
    giveUp(fault, false);
    await opens.closeAll().catch(giveUp);
    process.exit(1);
  }
}

async function start(opens: ReturnType<typeof opened>, began: number) {
  const config = readConfig(process.env);
  say(`整合 Zhenghe ${productVersion}, profile ${config.profile}`);
  const running = await run(config, await productFor(config), opens, say);
  say(`\n已就绪 Ready in ${((performance.now() - began) / 1000).toFixed(1)} s:  ${running.address}\n按 Ctrl-C 停止。 Ctrl-C stops it.`);
  return running;
}

async function productFor(config: Config): Promise<Product> {
  const rulebook = loadPacks();
  return {
    rulebook,
    router,
    work: async (jobs, desk) => {
      await workOnDocuments(jobs, desk);
      await workOnReadings(jobs, desk.db, bounded);
      await workOnRuns(jobs, desk.db);
      await workOnImports(jobs, { db: desk.db, rulebook, kinds: importKinds });
    },
    load: async (db, tell) => {
      await loadEverything(db, { profile: config.profile, say: tell, rulebook });
      if (config.profile === 'production') await offerSetup(db, setupFile(config), tell);
    },
    callerOf: await callers(config),
    scopeOf,
    uploads: [boundaryUploads],
    returns: config.oidc ? [{ path: oidcReturnPath, answer: returnFromProvider }] : [],
    tick: async (db, signer) => {
      await sealWhenDue(db, signer);
      await purgeWhenDue(db, rulebook, (dataset) => (dataset === 'training' ? trainingDay : todayInShanghai()));
    },
    present: presence(config),
  };
}

const setupFile = (config: Config) => join(config.home, 'setup-token');

/** Production never loads the role cards: there people sign in, and without a session everyone is the public. */
async function callers(config: Config): Promise<Product['callerOf']> {
  if (config.profile === 'production') return signedInCallers(config);
  const demoDesk = await loadDemoDesk();
  return async ({ cookies, setCookie }, { secret }) => {
    const { desk, card } = demoDesk(cookies, secret, setCookie);
    return { caller: { profile: 'demo', card }, demo: desk };
  };
}

function signedInCallers(config: Config): Product['callerOf'] {
  const secure = config.publicUrl?.startsWith('https:') ?? false;
  return async ({ cookies, setCookie, address, forwardedFor, agent, expects }, { db, secret, today }) => {
    // Only behind the operator's own proxy is it known that the last entry of the header is the proxy's word.
    const from = config.publicUrl === null ? address : (forwardedFor ?? address);
    const visit = { cookies, setCookie, address: from, agent, expects, secure, secret, oidc: config.oidc, setupFile: setupFile(config) };
    return { caller: await callerOfVisit(db, visit, today), visit };
  };
}

/** The training province has a day of its own, on which its plans are under way; asking again after two seconds is soon enough. */
function presence(config: Config): Product['present'] {
  let known = { until: 0, training: false };
  return async (db) => {
    const now = performance.now();
    if (config.profile === 'demo' && now > known.until) known = { until: now + 2000, training: await hasTraining(db) };
    return known.training ? { today: trainingDay, datasets: ['real', 'training'] } : { today: todayInShanghai(), datasets: ['real'] };
  };
}

function todayInShanghai(): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());
}

function giveUp(fault: unknown, exit = true): void {
  if (fault instanceof StartFault) {
    const lines = [`无法继续：${fault.what.zh}`, `Cannot go on: ${fault.what.en}`, `下一步：${fault.next.zh}`, `Next: ${fault.next.en}`];
    process.stderr.write(`\n${lines.join('\n')}\n`);
  } else process.stderr.write(`\n${fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)}\n`);
  if (exit) process.exit(1);
}

// `npm start` calls main itself, after installing and building; run directly, this file starts the server alone.
if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
