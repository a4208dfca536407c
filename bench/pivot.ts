// The explorer's pivot over 150 zones × 60 indicators × 120 months (1.08 million figures in PostgreSQL), through the server over HTTP:
// 20 people with questions of their own, Σ÷Σ in every other column, an approval every second. Aim: p95 < 200 ms; beside it the same
// question written by hand in SQL, aim within 1.5 times of that.
import { fork } from 'node:child_process';
import { availableParallelism, loadavg } from 'node:os';
import { pathToFileURL } from 'node:url';
import { sql } from 'kysely';
import { publish } from '../apps/server/src/explorer/testing.ts';
import { type Database, openDatabase } from '../apps/server/src/platform/database.ts';
import { createTestDatabase, startTestPostgres } from '../apps/server/src/platform/test-database.ts';
import { filed, fill, firstYear, ratios, size, today, units } from './pivot-scene.ts';

const people = 20;
const questions = 1000;
const aimMs = 200;

export async function pivotBench(): Promise<string> {
  const postgres = await startTestPostgres();
  const database = await createTestDatabase(postgres);
  try {
    await fill(database.db);
    const server = await started(database.servingUrl);
    try {
      const cold = await timed(() => ask(server.address, questionOf(0)));
      await Promise.all(Array.from({ length: 60 }, (_, index) => ask(server.address, questionOf(index))));
      const alone = await measured(1, 100, (index) => ask(server.address, questionOf(index)));
      const before = await server.cpuMs();
      const approvals = approving(database.db);
      const crowd = await measured(people, questions, (index) => ask(server.address, questionOf(index + 500)));
      const approved = await approvals.stop();
      const cpuMs = ((await server.cpuMs()) - before) / questions;
      const large = await measured(1, 20, () => ask(server.address, whole));
      const bySql = await yardstick(database.servingUrl);
      const sames = await measured(1, 60, (index) => ask(server.address, sameAsSql(index)));
      const sameCrowd = await measured(people, 400, (index) => ask(server.address, sameAsSql(index)));
      return report({ cold: cold.ms, alone, crowd, approved, cpuMs, large, bySql, sames, sameCrowd });
    } finally {
      server.stop();
    }
  } finally {
    await database.drop();
    await postgres.stop();
  }
}

interface Question {
  readonly indicators: string;
  readonly grain: string;
  readonly from: string;
  readonly to: string;
  readonly rows: string;
  readonly map: string;
  readonly growth: string;
}

/** No two alike for long: sets of indicators, lengths, groupings, both maps, a fifth with growth. */
function questionOf(index: number): Question {
  const shape = shapes[index % shapes.length] ?? shapes[0];
  const year = firstYear + (index % 7);
  const codes = Array.from({ length: shape.indicators }, (_, at) => {
    const pick = (index * 7 + at * 11) % 60;
    return at % 2 === 0 ? filed[pick] : ratios[pick % ratios.length];
  });
  return {
    indicators: [...new Set(codes)].join(','),
    ...{ grain: shape.grain, from: `${year}${shape.first}`, to: `${year + shape.years - 1}${shape.last}`, rows: shape.rows },
    ...{ map: index % 2 === 0 ? 'then' : 'today', growth: index % 5 === 0 ? 'year' : 'none' },
  };
}

const month = { grain: 'month', first: '-01', last: '-12' } as const;
const quarter = { grain: 'quarter', first: '-Q1', last: '-Q4' } as const;
const year = { grain: 'year', first: '', last: '' } as const;
const shapes = [
  { ...month, rows: 'city', indicators: 8, years: 2 },
  { ...month, rows: 'unit', indicators: 4, years: 1 },
  { ...quarter, rows: 'city', indicators: 10, years: 3 },
  { ...month, rows: 'type', indicators: 10, years: 3 },
  { ...year, rows: 'unit', indicators: 6, years: 4 },
  { ...month, rows: 'all', indicators: 12, years: 4 },
  { ...quarter, rows: 'county', indicators: 4, years: 2 },
  { ...month, rows: 'grade', indicators: 10, years: 2 },
] as const;

/** Every figure there is. */
const whole: Question = {
  ...{
    indicators: filed.join(','),
    grain: 'month',
    from: `${firstYear}-01`,
    to: `${firstYear + 9}-12`,
    rows: 'all',
    map: 'then',
    growth: 'none',
  },
};

async function ask(address: string, question: Question): Promise<number> {
  const json = { dataset: 'training', on: today, types: '', units: '', ...question };
  const answer = await fetch(`${address}/rpc/explorer/pivot?data=${encodeURIComponent(JSON.stringify({ json }))}`);
  const text = await answer.text();
  if (answer.status !== 200) throw new Error(`${answer.status} ${text.slice(0, 300)}`);
  return text.length;
}

async function timed<T>(work: () => Promise<T>): Promise<{ readonly ms: number; readonly value: T }> {
  const began = performance.now();
  const value = await work();
  return { ms: performance.now() - began, value };
}

interface Measured {
  readonly times: readonly number[];
  readonly seconds: number;
  readonly bytes: number;
}

async function measured(crowd: number, count: number, work: (index: number) => Promise<number>): Promise<Measured> {
  const times: number[] = [];
  let [next, bytes] = [0, 0];
  const person = async () => {
    while (next < count) {
      const index = next;
      next += 1;
      const { ms, value } = await timed(() => work(index));
      times.push(ms);
      bytes += value;
    }
  };
  const { ms } = await timed(() => Promise.all(Array.from({ length: crowd }, person)));
  return { times: times.sort((a, b) => a - b), seconds: ms / 1000, bytes: bytes / count };
}

/** A month of one zone, every second: 60 figures each. */
function approving(db: Database): { readonly stop: () => Promise<number> } {
  let [running, count] = [true, 0];
  const loop = (async () => {
    while (running) {
      const unit = units[count % 140] ?? '';
      const period = `${firstYear + (count % 10)}-05`;
      await publish(db, ...filed.map((code, at) => `${unit} ${code} ${period} ${(count + 1) * 100 + at}.25`));
      count += 1;
      await new Promise((resolve) => setTimeout(resolve, 1000));
    }
    return count;
  })();
  return {
    stop: () => {
      running = false;
      return loop;
    },
  };
}

/** Cities × two filed and their ratio × 24 months, with the whole: what the SQL below answers. */
function sameAsSql(index: number): Question {
  const at = index % ratios.length;
  const from = firstYear + (index % 8);
  const indicators = [filed[at * 3 + 1], filed[at * 3], ratios[at]].join(',');
  return { indicators, grain: 'month', from: `${from}-01`, to: `${from + 1}-12`, rows: 'city', map: 'then', growth: 'none' };
}

async function yardstick(url: string): Promise<{ readonly alone: Measured; readonly crowd: Measured }> {
  const db = openDatabase(url);
  const one = async (index: number): Promise<number> => {
    const { indicators, from, to } = sameAsSql(index);
    const [top = '', bottom = ''] = indicators.split(',');
    const { rows } = await sql<{ answer: string }>`
      with reach as (select set_config('zhenghe.reach', '33', false)),
      per_unit as materialized (
        select z.city, f.unit, f.period, max(f.value) filter (where f.indicator = ${top}) as top, max(f.value) filter (where f.indicator = ${bottom}) as bottom
        from reach, statistics_figures f join zone_facts z on z.zone_id = f.unit and z.replaced_at is null and z.dataset = 'training'
        where f.dataset = 'training' and f.replaced_in is null and f.indicator in (${top}, ${bottom}) and f.period between ${from} and ${to} and f.calibre = ''
        group by z.city, f.unit, f.period)
      select json_agg(r)::text as answer from (
        select city, period, sum(top) as top, count(top), sum(bottom) as bottom, count(bottom),
          sum(top) filter (where top is not null and bottom is not null) / nullif(sum(bottom) filter (where top is not null and bottom is not null), 0) as ratio,
          count(*) filter (where top is not null and bottom is not null)
        from per_unit group by grouping sets ((city, period), (period)) order by city, period) r`.execute(db);
    return rows[0]?.answer.length ?? 0;
  };
  await measured(4, 20, one);
  const alone = await measured(1, 60, one);
  const crowd = await measured(people, 400, one);
  await db.destroy();
  return { alone, crowd };
}

async function started(
  database: string,
): Promise<{ readonly address: string; readonly cpuMs: () => Promise<number>; readonly stop: () => void }> {
  const child = fork(new URL('./pivot-server.ts', import.meta.url), {
    // As `npm start` runs it.
    execArgv: ['--max-semi-space-size=64', '--import', 'tsx'],
    env: { ...process.env, BENCH_DATABASE: database },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const address = await new Promise<string>((resolve, reject) => {
    child.on('message', (message: { readonly address: string }) => resolve(message.address));
    child.on('exit', (code) => reject(new Error(`the server ended with ${code}`)));
  });
  const cpuMs = () =>
    new Promise<number>((resolve) => {
      child.once('message', (message: { readonly cpuMs: number }) => resolve(message.cpuMs));
      child.send('how much');
    });
  return { address, cpuMs, stop: () => child.kill() };
}

interface Results {
  readonly cold: number;
  readonly alone: Measured;
  readonly crowd: Measured;
  readonly approved: number;
  /** Of the server's process, for one answer. */
  readonly cpuMs: number;
  readonly large: Measured;
  readonly bySql: { readonly alone: Measured; readonly crowd: Measured };
  readonly sames: Measured;
  readonly sameCrowd: Measured;
}

function report({ cold, alone, crowd, approved, cpuMs, large, bySql, sames, sameCrowd }: Results): string {
  const p95 = at(crowd.times, 0.95);
  const ratio = (ours: Measured, theirs: Measured) => `${(at(ours.times, 0.95) / at(theirs.times, 0.95)).toFixed(2)} × (aim ≤ 1.5)`;
  return [
    `pivot: ${size.units} zones × ${size.indicators} indicators × ${size.months} months in PostgreSQL, over HTTP, on ${availableParallelism()} cores`,
    `  first question, figures read from the database: ${(cold / 1000).toFixed(1)} s`,
    `  ${people} at once, an approval a second (${approved}): ${line(crowd)}; ${(crowd.times.length / crowd.seconds).toFixed(0)} a second, ${(crowd.bytes / 1000).toFixed(0)} kB each; aim p95 < ${aimMs} ms: ${p95 < aimMs ? 'met' : 'MISSED'}`,
    `  of that the server computes ${cpuMs.toFixed(1)} ms an answer; one alone: ${line(alone)}; load of the machine ${loadavg()[0]?.toFixed(1)}`,
    `  every figure at once (60 indicators × 120 months), one alone: ${line(large)}`,
    `  cities, two indicators and their ratio, 24 months, ours alone: ${line(sames)}; ${people} at once: ${line(sameCrowd)}`,
    `  the same by hand in SQL, without HTTP, alone:                   ${line(bySql.alone)}; ${people} at once: ${line(bySql.crowd)}`,
    `  ours against SQL by p95: alone ${ratio(sames, bySql.alone)}, ${people} at once ${ratio(sameCrowd, bySql.crowd)}`,
  ].join('\n');
}

function line({ times }: Measured): string {
  return `median ${at(times, 0.5).toFixed(1)} ms, p95 ${at(times, 0.95).toFixed(1)} ms, worst ${at(times, 1).toFixed(0)} ms`;
}

function at(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) process.stdout.write(`${await pivotBench()}\n`);
