// My work of a provincial officer with 5,000 open cases, asked by 50 people at once through real PostgreSQL. Aim: p95 < 150 ms.
import { cpus } from 'node:os';
import { pathToFileURL } from 'node:url';
import type { Action } from '@zhenghe/engine/approvals';
import type { Plan } from '@zhenghe/engine/plans';
import { loadPacks, workflowFor } from '@zhenghe/rulebook';
import { sql } from 'kysely';
import { roleCards } from '../apps/server/src/accounts/demo.ts';
import { type NewAction, openCases } from '../apps/server/src/approvals/index.ts';
import { myWork } from '../apps/server/src/approvals/work.ts';
import { insertHeads, insertVersions } from '../apps/server/src/plans/queries.ts';
import { loader } from '../apps/server/src/plans/record.ts';
import { type Database, openDatabase, scoped } from '../apps/server/src/platform/database.ts';
import { createTestDatabase, startTestPostgres } from '../apps/server/src/platform/test-database.ts';
import { dataText, readJurisdictions, saveJurisdictions } from '../apps/server/src/territory/index.ts';
import { wiring } from '../apps/server/src/wiring.ts';

const cases = 5000;
const people = 50;
const questions = 1000;
const aimMs = 150;
const asked = { dataset: 'training', on: '2021-06-10' } as const;

export async function myWorkToday(): Promise<string> {
  const postgres = await startTestPostgres();
  const database = await createTestDatabase(postgres);
  try {
    await database.db.transaction().execute(async (tx) => {
      await saveJurisdictions(tx, readJurisdictions());
      await fill(tx);
    });
    // What autovacuum does within a minute of a large load.
    await sql`vacuum analyze`.execute(database.db);
    const card = roleCards.find(({ id }) => id === 'province') ?? null;
    const serving = openDatabase(database.servingUrl);
    const context = {
      db: scoped(serving, { reach: '33', unit: '330000' }),
      caller: { profile: 'demo', card },
      rulebook: loadPacks(),
      today: asked.on,
      requestId: 'bench',
    } as const;
    const ask = async (on: string): Promise<number> => {
      const began = performance.now();
      await myWork(context, wiring, { dataset: asked.dataset, on });
      return performance.now() - began;
    };
    // Everybody for the same day, as in life; and each for a day of their own, so that nobody's answer serves another.
    const alike = await measured(() => ask(asked.on));
    const apart = await measured((person) => ask(dayAfter(person)));
    await serving.destroy();
    return report(alike, apart);
  } finally {
    await database.drop();
    await postgres.stop();
  }
}

/** 5,000 plans of the 90 counties: four in five lie with the province, the others with their cities. */
async function fill(tx: Database): Promise<void> {
  const rulebook = loadPacks();
  const plan: Plan = JSON.parse(dataText('plans/pujiang-2021.json'));
  const counties = readJurisdictions().filter(({ level }) => level === 'county');
  const heads = Array.from({ length: cases }, (_, index) => {
    const jurisdiction = counties[index % counties.length]?.code ?? '330726';
    return { id: `bench-${index}`, code: `bench-${index}`, dataset: 'training' as const, jurisdiction };
  });
  const counts = { area_before: null, area_after: null, blocking: 0, unknown: 0, packs: [] };
  const small = { ...plan, parks: [], zones: [], parts: [], blocks: [], sums: [], townships: [] };
  await insertHeads(tx, heads);
  await insertVersions(
    tx,
    heads.map(({ id }) => ({ planId: id, dataset: 'training', version: 1, plan: small, counts, on: '2021-01-04', by: loader })),
  );
  const nameOf = (code: string) => ({ zh: code, en: code });
  const opened = heads.map(({ id, jurisdiction, dataset }, index) => {
    const openedOn = '2021-01-04';
    const workflow = workflowFor(rulebook, { noun: 'plans', jurisdiction, on: openedOn, draftBy: null, nameOf });
    if (!workflow) throw new Error(`no workflow for ${jurisdiction}`);
    return { head: { noun: 'plans', id, dataset, jurisdiction, openedOn, workflow }, actions: way(jurisdiction, index) };
  });
  await openCases(tx, opened);
}

function way(county: string, index: number): readonly NewAction[] {
  const on = `2021-0${2 + (index % 4)}-${String(1 + (index % 27)).padStart(2, '0')}`;
  const city = `${county.slice(0, 4)}00`;
  const act = (kind: Action['kind'], unit: string): NewAction => {
    const stance = kind === 'opine' ? ({ stance: 'agree' } as const) : {};
    return { kind, unit, by: unit, on, version: 1, actor: loader, sha256: '0'.repeat(64), ...stance };
  };
  const submitted = act('submit', county);
  if (index % 5 === 0) return [submitted];
  return [submitted, act('opine', `${city}/land`), act('opine', `${city}/environment`), act('accept', city)];
}

async function measured(ask: (person: number) => Promise<number>): Promise<readonly number[]> {
  const everybody = Array.from({ length: people }, (_, person) => person);
  await Promise.all(everybody.map(ask));
  return (await Promise.all(everybody.map((person) => inTurn(() => ask(person))))).flat().sort((a, b) => a - b);
}

async function inTurn(ask: () => Promise<number>): Promise<readonly number[]> {
  const times: number[] = [];
  for (let index = 0; index < questions / people; index += 1) times.push(await ask());
  return times;
}

function dayAfter(days: number): string {
  return new Date(Date.parse(asked.on) + days * 86_400_000).toISOString().slice(0, 10);
}

function report(alike: readonly number[], apart: readonly number[]): string {
  const p95 = at(alike, 0.95);
  return [
    `my work: ${cases} open cases, ${people} at once, ${alike.length} questions each way, under row-level security`,
    `  all ask the same day    ${line(alike)}   aim p95 < ${aimMs} ms: ${p95 < aimMs ? 'met' : 'MISSED'}`,
    `  each a day of their own ${line(apart)}   no answer serves another: ${(at(apart, 0.95) / p95).toFixed(1)} × as long`,
    `  through the queries and PostgreSQL, without HTTP; on ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.versions.node}`,
  ].join('\n');
}

function line(times: readonly number[]): string {
  return `median ${at(times, 0.5).toFixed(1)} ms, p95 ${at(times, 0.95).toFixed(1)} ms, worst ${at(times, 1).toFixed(1)} ms`;
}

function at(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) process.stdout.write(`${await myWorkToday()}\n`);
