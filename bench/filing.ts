// The last hour before a deadline: 5,000 filings opened, mended and handed in over HTTP, beside a million approved figures.
// Aim: no error, p95 < 500 ms of each request. Arrivals come at their own times, whether or not the server keeps up: first a stretch of the
// hour as it is (1.4 a second), then one ten times as dense, then denser until the aim is missed: that is what the server stands.
import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { sql } from 'kysely';
import type { Database } from '../apps/server/src/platform/database.ts';
import { createTestDatabase, startTestPostgres } from '../apps/server/src/platform/test-database.ts';
import { fill, type Journey } from './filing-scene.ts';
import { filed, kinds, type Timed } from './filing-work.ts';

/** FILING_ZONES: less of it on a small machine; there are five sheets a zone. FILING_SECONDS: of the hour's stretch. */
const zonesInAll = Number(process.env.FILING_ZONES ?? 1000);
const hourSeconds = Number(process.env.FILING_SECONDS ?? 24);
const aimMs = 500;
const inTheHour = 5000;
const pace = inTheHour / 3600;
/** Filings a second, and for how long. */
const stretches = [
  { rate: pace, seconds: hourSeconds },
  { rate: pace * 10, seconds: 15 },
  ...[20, 30, 40, 50, 60, 70].map((rate) => ({ rate, seconds: 10 })),
];
/** Longer than this the bench begins no further stretch. */
const mostSeconds = 160;

export async function lastHour(): Promise<string> {
  const began = performance.now();
  const postgres = await startTestPostgres();
  const database = await createTestDatabase(postgres);
  const folder = mkdtempSync(join(tmpdir(), 'zhenghe-filing-'));
  try {
    const journeys = await fill(database.db, zonesInAll);
    const setUp = seconds(began);
    const server = await started(database.servingUrl, folder);
    const done = await stretchedOut(server, journeys, began);
    server.stop();
    return report(done, { setUp, whole: seconds(began), ...(await counted(database.db)) });
  } finally {
    await database.drop();
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function seconds(since: number): number {
  return (performance.now() - since) / 1000;
}

interface Server {
  readonly address: string;
  readonly cpuMs: () => Promise<number>;
  readonly stop: () => void;
}

async function started(database: string, folder: string): Promise<Server> {
  const child = fork(new URL('./filing-server.ts', import.meta.url), {
    env: { ...process.env, BENCH_DATABASE: database, BENCH_FOLDER: folder },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const address = await new Promise<string>((resolve, reject) => {
    child.once('message', (message: { readonly address: string }) => resolve(message.address));
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
  });
  const cpuMs = () =>
    new Promise<number>((resolve) => {
      child.once('message', (message: { readonly cpuMs: number }) => resolve(message.cpuMs));
      child.send('how much');
    });
  return { address, cpuMs, stop: () => child.disconnect() };
}

interface Stretch {
  readonly rate: number;
  readonly seconds: number;
  readonly filings: number;
  readonly times: readonly Timed[];
  /** From the first arrival to the last answer. */
  readonly took: number;
  readonly cpuMs: number;
  readonly load: number;
}

/** One after the other until two in a row miss the aim (one may be the machine's), the sheets run out or the time does. */
async function stretchedOut(server: Server, journeys: readonly Journey[], began: number): Promise<readonly Stretch[]> {
  const left = [...journeys];
  const done: Stretch[] = [];
  for (const { rate, seconds: length } of stretches) {
    const arrivals = arrivalsOf(rate, length);
    if (arrivals.length > left.length || seconds(began) + length > mostSeconds) break;
    const before = await server.cpuMs();
    const start = performance.now();
    const times = await Promise.all(arrivals.map((at) => arriving(server.address, left.pop(), at)));
    const took = seconds(start);
    const cpuMs = (await server.cpuMs()) - before;
    const stretch = { rate, seconds: length, filings: arrivals.length, times: times.flat(), took, cpuMs, load: loadavg()[0] ?? Number.NaN };
    done.push(stretch);
    if (!done.slice(-2).some(isMet)) break;
  }
  return done;
}

/** Seconds after the start; gaps as chance makes them (the same each time), so that some come together. */
function arrivalsOf(rate: number, length: number): readonly number[] {
  const count = Math.round(rate * length);
  let seed = 7;
  const chance = () => {
    seed = (seed * 48271) % 2147483647;
    return seed / 2147483647;
  };
  return Array.from({ length: count }, () => chance() * length).sort((a, b) => a - b);
}

async function arriving(address: string, journey: Journey | undefined, at: number): Promise<readonly Timed[]> {
  if (!journey) return [];
  await after(at * 1000);
  return filed(address, journey);
}

function isMet({ times }: Stretch): boolean {
  return times.every(({ ok }) => ok) && kinds.every((kind) => of(times, kind, 0.95) < aimMs);
}

function of(times: readonly Timed[], kind: Timed['kind'], share: number): number {
  const own = times.flatMap((one) => (one.kind === kind ? [one.ms] : [])).sort((a, b) => a - b);
  return own[Math.min(own.length - 1, Math.floor(own.length * share))] ?? Number.NaN;
}

async function counted(db: Database): Promise<{ readonly versions: number; readonly figures: number }> {
  const { rows } = await sql<{ versions: number; figures: number }>`
    select (select count(*)::int from statistics_versions) as versions, (select count(*)::int from statistics_figures) as figures`.execute(
    db,
  );
  return rows[0] ?? { versions: 0, figures: 0 };
}

interface Outcome {
  readonly setUp: number;
  readonly whole: number;
  readonly versions: number;
  readonly figures: number;
}

function report(done: readonly Stretch[], { setUp, whole, versions, figures }: Outcome): string {
  const unfailing = done.filter(({ times }) => times.every(({ ok }) => ok));
  const [hour] = done;
  return [
    `filing: sheets opened, mended and handed in beside ${figures} approved figures; ${versions} versions frozen`,
    `  aim: ${inTheHour} filings in the last hour (${pace.toFixed(1)} a second), no error, p95 < ${aimMs} ms: ${hour && isMet(hour) ? 'met' : 'MISSED'}`,
    ...done.flatMap(stretchLines),
    `  the most answered within the aim: ${mostOf(done.filter(isMet))}; the most answered without an error: ${mostOf(unfailing)}`,
    `  open arrivals over HTTP; server, database and client share ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.versions.node}`,
    `  set up in ${setUp.toFixed(0)} s, all in ${whole.toFixed(0)} s`,
  ].join('\n');
}

function mostOf(stretches: readonly Stretch[]): string {
  const rates = stretches.map(({ filings, took }) => filings / took);
  return rates.length === 0 ? 'none' : `${Math.max(...rates).toFixed(1)} filings a second`;
}

function stretchLines(stretch: Stretch): readonly string[] {
  const { rate, seconds: length, filings, times, took, cpuMs, load } = stretch;
  const parts = kinds.map((kind) => `${kind} ${[0.5, 0.95, 1].map((share) => of(times, kind, share).toFixed(0)).join(' / ')}`);
  const errors = times.filter(({ ok }) => !ok).length;
  const cost = `${(cpuMs / filings).toFixed(0)} ms of the server's processor a filing`;
  return [
    `  ${rate.toFixed(1)} a second for ${length} s: ${filings} filings answered in ${took.toFixed(1)} s, ${errors} errors, load ${load.toFixed(1)}: ${isMet(stretch) ? 'met' : 'MISSED'}`,
    `    median / p95 / worst ms: ${parts.join('; ')}; ${cost}`,
  ];
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) process.stdout.write(`${await lastHour()}\n`);
