// How fast the register answers: 10,000 zones, searched, filtered and sorted by 20 people at once. Aim: p95 < 100 ms.
import { cpus } from 'node:os';
import { pathToFileURL } from 'node:url';
import { sql } from 'kysely';
import { createTestDatabase, startTestPostgres } from '../apps/server/src/platform/test-database.ts';
import { readJurisdictions, saveJurisdictions } from '../apps/server/src/territory/index.ts';
import { trainingRegister } from '../apps/server/src/training/files.ts';
import { listZones, type ZoneQuery } from '../apps/server/src/zones/list.ts';
import type { ZoneRecord } from '../apps/server/src/zones/record.ts';
import { insertZones } from '../apps/server/src/zones/save.ts';

const zonesInAll = 10_000;
const people = 20;
const questions = 2000;
const aimMs = 100;

export async function zonesList(): Promise<string> {
  const postgres = await startTestPostgres();
  const database = await createTestDatabase(postgres);
  try {
    await database.db.transaction().execute(async (tx) => {
      await saveJurisdictions(tx, readJurisdictions());
      await insertZones(tx, tenThousand(), 'bench');
    });
    // What autovacuum does within a minute of a large load.
    await sql`vacuum analyze zone_facts`.execute(database.db);
    const ask = async (index: number): Promise<number> => {
      const began = performance.now();
      await listZones(database.db, queryOf(index), { limit: 50, offset: (index % 4) * 50 });
      return performance.now() - began;
    };
    await Promise.all(Array.from({ length: people }, (_, index) => ask(index)));
    const began = performance.now();
    const times = (await Promise.all(Array.from({ length: people }, (_, person) => askInTurn(ask, person)))).flat().sort((a, b) => a - b);
    const took = performance.now() - began;
    return report(times, took);
  } finally {
    await database.drop();
    await postgres.stop();
  }
}

/** The training register ten times over, under other names. */
function tenThousand(): readonly ZoneRecord[] {
  const base = trainingRegister().zones;
  return Array.from({ length: zonesInAll }, (_, index) => {
    const zone = base[index % base.length];
    if (!zone) throw new RangeError('the training register is empty');
    const turn = Math.floor(index / base.length);
    const renamed = zone.names.map((name) => ({ ...name, value: `${name.value}${turn}` }));
    return { ...zone, id: `${zone.id}-${turn}`, names: renamed };
  });
}

async function askInTurn(ask: (index: number) => Promise<number>, person: number): Promise<readonly number[]> {
  const times: number[] = [];
  for (let index = person; index < questions; index += people) times.push(await ask(index));
  return times;
}

function queryOf(index: number): ZoneQuery {
  const words = [undefined, '浦江', 'hangzhou', 'wz', '第3园区', 'jingjikaifaqu'];
  const sorts = ['name', 'type', 'grade', 'jurisdiction', 'area', 'plates', 'from'] as const;
  const states = ['counted', 'all', 'counted', 'uncounted'] as const;
  return {
    dataset: 'training',
    asOf: index % 3 === 0 ? '2019-12-31' : '2021-06-10',
    query: words[index % words.length],
    jurisdiction: index % 5 === 0 ? '330700' : undefined,
    status: states[index % states.length] ?? 'counted',
    sort: sorts[index % sorts.length] ?? 'name',
    descending: index % 2 === 0,
  };
}

function report(times: readonly number[], took: number): string {
  const at = (share: number): number => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN;
  return [
    `zones list: ${zonesInAll} zones, ${people} at once, ${times.length} questions`,
    `  median ${at(0.5).toFixed(1)} ms, p95 ${at(0.95).toFixed(1)} ms, worst ${at(1).toFixed(1)} ms; ${((times.length / took) * 1000).toFixed(0)} answers a second`,
    `  aim p95 < ${aimMs} ms: ${at(0.95) < aimMs ? 'met' : 'MISSED'}`,
    `  through the query and PostgreSQL, without HTTP; on ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.versions.node}`,
  ].join('\n');
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) process.stdout.write(`${await zonesList()}\n`);
