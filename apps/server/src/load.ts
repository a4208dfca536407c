// Fills an empty database and leaves a filled one as it is: each part once for each content of its files, in one transaction.
import { createHash } from 'node:crypto';
import type { Rulebook } from '@zhenghe/rulebook';
import { sql } from 'kysely';
import { seedUnits } from './accounts/index.ts';
import { recordAudit } from './audit/index.ts';
import { loadRealPlans, openMissingCases } from './plans/index.ts';
import type { Database } from './platform/database.ts';
import type { Say } from './platform/say.ts';
import { storePacks } from './policy/index.ts';
import { loadRealStatistics, realStatisticsFiles } from './statistics/index.ts';
import { dataText, readJurisdictions, saveJurisdictions, territoryFiles } from './territory/index.ts';
import { generatorVersion, hasTraining, loadTraining, removeTraining } from './training/index.ts';
import { loadRealZones, realZoneFiles } from './zones/index.ts';

export interface LoadOptions {
  readonly profile: 'demo' | 'production';
  readonly say: Say;
  readonly rulebook: Rulebook;
}

/** Raise it when the way the files are written into the tables changes. */
const loaderVersion = '1';
/** Two starts at once take turns. */
const lock = 7_300_330_001;

interface Part {
  readonly what: string;
  readonly title: string;
  readonly hash: string;
  /** Whether the part is already there in another content: it is replaced, or, where people have worked on it, kept. */
  readonly again: 'replace' | 'keep';
  readonly load: (tx: Database) => Promise<number>;
}

export async function loadEverything(db: Database, { profile, say, rulebook }: LoadOptions): Promise<void> {
  for (const part of partsFor(profile, rulebook)) await loadPart(db, part, say);
}

/** `demo reset`: the training province as it was on its first day. */
export async function resetTraining(db: Database, rulebook: Rulebook, say: Say): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await takeTurn(tx);
    const before = await heldHash(tx, 'training');
    await forget(tx);
    const part = trainingPart(rulebook);
    await record(tx, part, say);
    await tell(tx, 'training/reset', before, part.hash);
  });
}

/** `demo remove`: no training row is left. A demo start does not bring it back; `demo reset` does. */
export async function clearTraining(db: Database): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await takeTurn(tx);
    const before = await heldHash(tx, 'training');
    await forget(tx);
    await write(tx, removed, 0);
    await tell(tx, 'training/remove', before, null);
  });
}

function partsFor(profile: LoadOptions['profile'], rulebook: Rulebook): readonly Part[] {
  const always: readonly Part[] = [
    {
      what: 'territory',
      title: '行政区划 divisions',
      hash: hashOf(territoryFiles),
      again: 'replace',
      load: (tx) => saveJurisdictions(tx, readJurisdictions()),
    },
    {
      what: 'policy',
      title: '法规包 policy packs',
      hash: textHash(rulebook.packs.map((pack) => `${pack.head.id} ${pack.hash}`)),
      again: 'replace',
      load: (tx) => storePacks(tx, rulebook),
    },
    { what: 'zones-real', title: '真实名录 real zones', hash: hashOf(realZoneFiles), again: 'replace', load: loadRealZones },
    { what: 'units', title: '单位 units', hash: hashOf([...territoryFiles, ...realZoneFiles]), again: 'replace', load: seedUnits },
    {
      what: 'plans-real',
      title: '真实方案 real plans',
      hash: hashOf(['plans/pujiang-2021.json']),
      again: 'keep',
      load: (tx) => loadRealPlans(tx, rulebook),
    },
    {
      what: 'plans-cases',
      title: '方案办理 cases of plans',
      hash: textHash(['1']),
      again: 'replace',
      load: (tx) => openMissingCases(tx, rulebook),
    },
    {
      what: 'statistics-real',
      title: '真实统计 real figures',
      hash: textHash([hashOf(realStatisticsFiles), ...rulebook.packs.map((pack) => `${pack.head.id} ${pack.hash}`)]),
      again: 'replace',
      load: (tx) => loadRealStatistics(tx, rulebook),
    },
  ];
  return profile === 'demo' ? [...always, trainingPart(rulebook)] : always;
}

function trainingPart(rulebook: Rulebook): Part {
  return {
    what: 'training',
    title: '训练省 training province',
    hash: textHash([`generator ${generatorVersion}`]),
    again: 'replace',
    load: async (tx) => {
      if (await hasTraining(tx)) await removeTraining(tx);
      return loadTraining(tx, rulebook);
    },
  };
}

async function loadPart(db: Database, part: Part, say: Say): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await takeTurn(tx);
    const held = await heldHash(tx, part.what);
    if (held === part.hash || held === removed.hash) return;
    if (held !== null && part.again === 'keep') {
      say(`  ${part.title}: 文件已变，已有记录不改写 — the file changed; what is recorded stays as it is`);
      await write(tx, part, 0);
      return;
    }
    await record(tx, part, say);
  });
}

async function record(tx: Database, part: Part, say: Say): Promise<void> {
  const began = performance.now();
  const rows = await part.load(tx);
  await write(tx, part, rows);
  say(`  ${part.title}: ${rows} 行 rows, ${((performance.now() - began) / 1000).toFixed(1)} s`);
}

/** What stands for the training province once it was removed on purpose. */
const removed = { what: 'training', hash: textHash(['removed']) };

/** All rows of the training province went or came at once: its log, which stays, says so. */
function tell(tx: Database, action: 'training/reset' | 'training/remove', before: string | null, after: string | null): Promise<void> {
  const caller = { profile: 'demo', card: null } as const;
  return recordAudit(tx, {
    ...{ caller, operator: true, requestId: 'command-line', dataset: 'training', action, before, after },
    object: 'training/province',
  });
}

async function forget(tx: Database): Promise<void> {
  await removeTraining(tx);
  await sql`delete from load_batches where what = 'training'`.execute(tx);
}

async function takeTurn(tx: Database): Promise<void> {
  await sql`select pg_advisory_xact_lock(${lock})`.execute(tx);
}

async function heldHash(tx: Database, what: string): Promise<string | null> {
  const { rows } = await sql<{ hash: string }>`select hash from load_batches where what = ${what}`.execute(tx);
  return rows[0]?.hash ?? null;
}

async function write(tx: Database, { what, hash }: Pick<Part, 'what' | 'hash'>, rows: number): Promise<void> {
  await sql`
    insert into load_batches (what, hash, rows) values (${what}, ${hash}, ${rows})
    on conflict (what) do update set hash = excluded.hash, rows = excluded.rows, loaded_at = now()`.execute(tx);
}

function hashOf(files: readonly string[]): string {
  return textHash([loaderVersion, ...files.map((file) => `${file}\n${dataText(file)}`)]);
}

function textHash(parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\n\n')).digest('hex');
}
