// What asking twice costs: whether a report is known is told by the layers' versions, not by reading every shape again.
import { planFromWire } from '@zhenghe/contract/plan-wire';
import { loadPacks } from '@zhenghe/rulebook';
import { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Database, databaseOver } from '../platform/database.ts';
import { valueTypes } from '../platform/values.ts';
import { clientAs } from '../testing.ts';
import { trainingBlocks, trainingCounty } from '../training/index.ts';
import { closeBoundaries, on, openBoundaries, opened, plan, target } from './testing.ts';

const rulebook = loadPacks();

let pool: Pool;
let heard: Database;
const said: string[] = [];

beforeAll(async () => {
  await openBoundaries();
  pool = new Pool({ connectionString: opened().servingUrl, types: valueTypes });
  pool.on('connect', (client) => {
    const query = client.query.bind(client);
    Object.assign(client, {
      query: (...asked: Parameters<typeof query>) => {
        said.push(JSON.stringify(asked[0]));
        return query(...asked);
      },
    });
  });
  heard = databaseOver(pool, () => pool.end());
});

afterAll(async () => {
  await pool?.end();
  await closeBoundaries();
});

const clerk = () => clientAs('county-land', { db: heard, rulebook, today: on });

/** Statements that read shapes of sets while something is done. */
async function shapesReadBy(work: () => Promise<unknown>): Promise<readonly string[]> {
  said.length = 0;
  await work();
  return said.filter((statement) => /\bcontent\b[^;]*from boundary_sets/.test(statement));
}

describe('boundaries that were checked before', () => {
  it('townships are measured by reading all layers in one query, and told again by reading none', async () => {
    const ask = () => clerk().boundaries.townships({ dataset: 'training', on, jurisdiction: trainingCounty });
    expect(await shapesReadBy(ask)).toHaveLength(1);
    expect(await shapesReadBy(ask)).toEqual([]);
    expect((await ask()).length).toBe(3);
  });
  it('a plan with boundaries is shown again without reading a shape', async () => {
    const first = await clerk().plans.get({ id: plan, on });
    const { id } = await clerk().boundaries.beginDraft({ target, dataset: 'training', on });
    const blocks = trainingBlocks(planFromWire(first.plan)).map((block) => ({
      ...{ code: block.code, name: block.name, attributes: { ...block.attributes } },
      shape: block.shape.map((polygon) => polygon.map((ring) => ring.map(([lon, lat]): [number, number] => [lon, lat]))),
    }));
    // The limits of the townships, and all layers once: neither layer by layer nor anew for each step.
    expect(await shapesReadBy(() => clerk().boundaries.redraw({ id, basedOn: 1, features: blocks, on }))).toHaveLength(2);
    await clerk().boundaries.keep({ id, revision: 2, plan: { basedOn: first.latest }, on });
    const shown = await clerk().plans.get({ id: plan, on });
    expect(shown.boundaryFindings.length).toBeGreaterThan(0);
    expect(await shapesReadBy(() => clerk().plans.get({ id: plan, on }))).toEqual([]);
  });
});
