// 1000 blocks against 210 protected pieces, 100,000 vertices in all, beside PostGIS in the same run; and areas beside both references.
// Aims: ≤ 1 s and no slower than PostGIS; areas equal to < 5 ppm. PostGIS is Debian's and stands here only, never in the product.
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { areaOf, type Overlay, overlayBy, type Position, type Ring, type Shape } from '@zhenghe/engine/boundaries';
import initGeosJs from 'geos-wasm';
import { Client } from 'pg';

const blocks = 1000;
const pieces = 210;
const rounds = 5;
const binaries = '/usr/lib/postgresql/15/bin';
const port = 15_460;

export async function boundaryOverlay(): Promise<string> {
  const chance = mulberry(20_210_610);
  const left = Array.from({ length: blocks }, () => landAt(chance, 0.004, 60));
  const right = Array.from({ length: pieces }, () => landAt(chance, 0.012, 190));
  const vertices = [...left, ...right].reduce((sum, shape) => sum + (shape[0]?.[0]?.length ?? 0), 0);
  const overlay = overlayBy(await initGeosJs());
  const once = () => overlaid(overlay, left, right);
  const own = medianOf(once);
  const head = `boundaries: ${blocks} blocks × ${pieces} pieces, ${vertices} vertices, ${own.result.length} overlaps`;
  const ours = `  here: median of ${rounds} ${own.ms.toFixed(0)} ms; aim ≤ 1000 ms: ${own.ms <= 1000 ? 'met' : 'MISSED'}`;
  if (!existsSync(`${binaries}/postgres`))
    return [head, ours, '  PostGIS is not here (apt install postgresql-15-postgis-3): not compared'].join('\n');
  const theirs = await besidePostgis(left, right, once);
  const ratio = theirs.hereMs / theirs.ms;
  return [
    head,
    ours,
    `  PostGIS: median of ${rounds} ${theirs.ms.toFixed(0)} ms, ${theirs.areas.size} overlaps; here ${ratio.toFixed(2)} × its time: ${ratio <= 1 ? 'met' : 'MISSED'}`,
    `  area of a block beside ST_Area(geography): ${theirs.blockPpm.toFixed(3)} ppm at most: ${theirs.blockPpm < 5 ? 'met' : 'MISSED'}`,
    `  area of an overlap (geography): ${differencePpm(own.result, left, theirs.areas).toFixed(3)} ppm of the block at most`,
  ].join('\n');
}

interface Overlap {
  readonly key: string;
  readonly block: number;
  readonly area: number;
}

function overlaid(overlay: Overlay, left: readonly Shape[], right: readonly Shape[]): readonly Overlap[] {
  const found = overlay.intersections(left, right);
  return found.map(({ left: a, right: b, shape }) => ({ key: `${a}:${b}`, block: a, area: areaOf(shape) }));
}

function differencePpm(own: readonly Overlap[], left: readonly Shape[], theirs: ReadonlyMap<string, number>): number {
  return Math.max(0, ...own.map(({ key, block, area }) => (Math.abs(area - (theirs.get(key) ?? 0)) / areaOf(left[block] ?? [])) * 1e6));
}

function medianOf<T>(run: () => T): { readonly ms: number; readonly result: T } {
  let result = run();
  const times = Array.from({ length: rounds }, () => {
    const began = performance.now();
    result = run();
    return performance.now() - began;
  });
  return { ms: middle(times), result };
}

function middle(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
}

async function besidePostgis(left: readonly Shape[], right: readonly Shape[], once: () => unknown) {
  const folder = mkdtempSync(join(tmpdir(), 'zhenghe-postgis-'));
  const asUser = process.getuid?.() === 0 ? ['runuser', '-u', 'postgres', '--'] : [];
  if (asUser.length > 0) execFileSync('chown', ['postgres', folder]);
  const run = (program: string, ...args: string[]) => [...asUser, join(binaries, program), ...args];
  const [first = '', ...rest] = run('initdb', '-D', folder, '-A', 'trust', '-U', 'postgres', '--no-sync');
  execFileSync(first, rest, { stdio: 'ignore' });
  const [start = '', ...args] = run('postgres', '-D', folder, '-p', String(port), '-k', folder, '-c', 'listen_addresses=127.0.0.1');
  const server = spawn(start, args, { stdio: 'ignore' });
  try {
    const client = await connected();
    try {
      return await measured(client, left, right, once);
    } finally {
      await client.end();
    }
  } finally {
    const [stop = '', ...how] = run('pg_ctl', '-D', folder, '-m', 'fast', '-w', 'stop');
    execFileSync(stop, how, { stdio: 'ignore' });
    server.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function connected(): Promise<Client> {
  for (let attempt = 0; ; attempt += 1) {
    const client = new Client({ host: '127.0.0.1', port, user: 'postgres', database: 'postgres' });
    try {
      await client.connect();
      return client;
    } catch (fault) {
      if (attempt > 50) throw fault;
      await wait(200);
    }
  }
}

/** Turn about, so that other work on the machine meets both alike. */
async function measured(client: Client, left: readonly Shape[], right: readonly Shape[], once: () => unknown) {
  await client.query('create extension postgis; set jit = off');
  for (const [table, shapes] of [['a', left] as const, ['b', right] as const]) {
    await client.query(`create table ${table} (id int primary key, geom geometry(polygon, 4490))`);
    for (const [id, shape] of shapes.entries()) {
      await client.query(`insert into ${table} values ($1, st_geomfromtext($2, 4490))`, [id, wktOf(shape)]);
    }
    await client.query(`create index on ${table} using gist (geom)`);
  }
  await client.query('vacuum analyze');
  const ask = `select a.id as l, b.id as r, st_area(st_intersection(a.geom, b.geom)::geography) as area
    from a join b on st_intersects(a.geom, b.geom)`;
  const times: number[] = [];
  const here: number[] = [];
  let rows: { l: number; r: number; area: number }[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const began = performance.now();
    rows = (await client.query(ask)).rows;
    if (round > 0) times.push(performance.now() - began);
    const turn = performance.now();
    once();
    here.push(performance.now() - turn);
  }
  const { rows: whole } = await client.query<{ id: number; area: number }>('select id, st_area(geom::geography) as area from a');
  const blockPpm = Math.max(...whole.map(({ id, area }) => (Math.abs(areaOf(left[id] ?? []) - area) / area) * 1e6));
  return { ms: middle(times), hereMs: middle(here), areas: new Map(rows.map(({ l, r, area }) => [`${l}:${r}`, area])), blockPpm };
}

function wktOf(shape: Shape): string {
  return `POLYGON(${(shape[0] ?? []).map((ring) => `(${ring.map((position) => position.join(' ')).join(',')})`).join(',')})`;
}

/** A rugged outline around a place in a county of 40 km: `size` in degrees, `count` vertices. */
function landAt(chance: () => number, size: number, count: number): Shape {
  const middle: Position = [119.6 + chance() * 0.4, 29.2 + chance() * 0.4];
  const ring: Ring = Array.from({ length: count }, (_, index): Position => {
    const angle = (index / count) * 2 * Math.PI;
    const radius = size * (0.7 + 0.3 * chance());
    return [middle[0] + radius * Math.cos(angle), middle[1] + radius * Math.sin(angle)];
  });
  const [first] = ring;
  return [[first ? [...ring, first] : ring]];
}

function mulberry(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
