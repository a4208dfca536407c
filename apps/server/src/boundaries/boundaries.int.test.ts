import { planFromWire } from '@zhenghe/contract/plan-wire';
import { areaOf, boundaryFormats, type Feature, guessCrs, type Position, unproject } from '@zhenghe/engine/boundaries';
import { guessMapping, readBoundaries } from '@zhenghe/exchange/boundaries';
import { fileOf, zone40 } from '@zhenghe/exchange/boundaries/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refusalOf } from '../testing.ts';
import { trainingBlocks, trainingCounty } from '../training/index.ts';
import { as, clerk, closeBoundaries, on, openBoundaries, plan, readingIn, target } from './testing.ts';

let blocks: readonly Feature[];

beforeAll(async () => {
  await openBoundaries();
  blocks = trainingBlocks(planFromWire((await clerk().plans.get({ id: plan, on })).plan));
});
afterAll(closeBoundaries);

async function survey(features: readonly Feature[]): Promise<File> {
  const { name, bytes, mime } = await fileOf(features, 'survey-txt');
  return new File([new Uint8Array(bytes)], name, { type: mime });
}

/** Through both stages, as the first guess has it. */
async function brought(features: readonly Feature[]) {
  const { id } = await clerk().boundaries.upload({ target, dataset: 'training', file: await survey(features), on });
  const seen = await readingIn(id, ['confirm', 'failed']);
  const guess = seen.found?.guesses[0];
  if (!seen.found || !guess) throw new Error(JSON.stringify(seen.problems));
  await clerk().boundaries.confirm({ id, crs: guess.crs, mapping: seen.found.mapping, on });
  const done = await readingIn(id, ['done', 'failed']);
  if (!done.draft) throw new Error(JSON.stringify(done.problems));
  return { seen, draft: await clerk().boundaries.draft({ id: done.draft, on }) };
}

/** Moves one vertex of a block's outer ring, and the last with the first. */
function moved(feature: Feature, vertex: number, by: Position): Feature {
  const ring = feature.shape[0]?.[0] ?? [];
  const is = (at: number) => at === vertex || (vertex === 0 && at === ring.length - 1);
  return { ...feature, shape: [[ring.map((position, at): Position => (is(at) ? [position[0] + by[0], position[1] + by[1]] : position))]] };
}

describe('a surveyors’ file', () => {
  it('is recognised as zone 40, confirmed, measured, kept as a new version, and its areas agree with the annex', async () => {
    const { seen, draft } = await brought(blocks);
    expect(seen.found).toMatchObject({ format: 'survey-txt', features: 3 });
    expect(seen.found?.guesses[0]).toMatchObject({ crs: zone40, lies: 'county' });
    expect(draft).toMatchObject({ clean: true, strangers: [], surveyGrade: true, revision: 1 });
    expect(draft.report?.blocks.map(({ code, difference }) => [code, difference])).toEqual([
      ['b01', '0.00'],
      ['b02', '0.00'],
      ['b04', '0.00'],
    ]);
    const before = await clerk().plans.get({ id: plan, on });
    const kept = await clerk().boundaries.keep({ id: draft.id, revision: 1, plan: { basedOn: before.latest }, on });
    expect(kept.version).toBe(before.latest + 1);
    const after = await clerk().plans.get({ id: plan, on });
    expect(after.plan.boundaries).toEqual({ sha256: kept.sha256, surveyGrade: true });
    expect(after.boundaryFindings.filter(({ outcome }) => outcome === 'fail')).toEqual([]);
    expect(after.boundaryFindings.map(({ check }) => check)).toContain('zj-boundary-protected');
  });
  it('keeps its boundaries when the figures of the plan are saved anew, whatever the form says of them', async () => {
    const now = await clerk().plans.get({ id: plan, on });
    const forged = { ...now.plan, title: `${now.plan.title} `, boundaries: { sha256: 'f'.repeat(64), surveyGrade: true } };
    const saved = await clerk().plans.save({ id: plan, basedOn: now.latest, plan: forged, on });
    expect(saved.plan.boundaries).toEqual(now.plan.boundaries);
  });
});

describe('what is wrong', () => {
  it('two findings are told with their places; one is mended by drawing; what is not clean is not kept', async () => {
    const [one, two, three] = blocks as [Feature, Feature, Feature];
    const into: Position = [-0.002, 0];
    const { draft } = await brought([one, two, moved(three, 0, into)]);
    expect(draft.findings.map(({ kind, standing, place, other }) => [kind, standing, place.feature, other])).toEqual([
      ['block-overlap', 'mend', 'b02', 'b04'],
    ]);
    const latest = (await clerk().plans.get({ id: plan, on })).latest;
    expect((await refusalOf(clerk().boundaries.keep({ id: draft.id, revision: 1, plan: { basedOn: latest }, on }))).code).toBe('CONFLICT');
    const features = draft.features.map((feature) =>
      feature.code === 'b04'
        ? { ...feature, shape: blocks[2]?.shape.map((p) => p.map((r) => r.map(([x, y]): [number, number] => [x, y]))) ?? [] }
        : feature,
    );
    const drawn = await clerk().boundaries.redraw({ id: draft.id, basedOn: 1, features, on });
    expect(drawn).toMatchObject({ revision: 2, clean: true });
    expect((await refusalOf(clerk().boundaries.redraw({ id: draft.id, basedOn: 1, features, on }))).code).toBe('CONFLICT');
  });
  it('0.3 公顷 of farmland block the submission, with clause and place', async () => {
    const [one, two, three] = blocks as [Feature, Feature, Feature];
    // The southern corner of the eastern block, drawn down over the farmland.
    const ring = two.shape[0]?.[0] ?? [];
    const lowest = ring.reduce((best, position, index) => (position[1] < (ring[best]?.[1] ?? 90) ? index : best), 0);
    const { draft } = await brought([one, moved(two, lowest, [0, -0.0033]), three]);
    const farmland = draft.report?.overlaps.filter(({ kind }) => kind === 'farmland') ?? [];
    expect(farmland).toHaveLength(1);
    const hectares = Number(farmland[0]?.area) / 10_000;
    expect(hectares).toBeGreaterThan(0.01);
    expect(draft.report?.findings.find(({ check, outcome }) => check === 'zj-boundary-protected' && outcome === 'fail')).toMatchObject({
      blocking: true,
      clause: { pack: 'zj-2020-guidance', clause: 'S2-(十三)' },
    });
    const latest = (await clerk().plans.get({ id: plan, on })).latest;
    await clerk().boundaries.keep({ id: draft.id, revision: 1, plan: { basedOn: latest }, on });
    const now = await clerk().plans.get({ id: plan, on });
    const { code, data } = await refusalOf(clerk().plans.submit({ id: plan, version: now.latest, on }));
    expect(code).toBe('BLOCKED');
    expect(JSON.stringify(data)).toContain('永久基本农田');
  });
  it('a file that cannot be read is failed with every problem, and the bytes stay', async () => {
    const file = new File(['[属性描述]\n坐标系=1980西安坐标系\n[地块坐标]\n4,1,1,甲,面,,,,@\nJ1,1,abc,40500000\n'], '坏.txt');
    const { id } = await clerk().boundaries.upload({ target, dataset: 'training', file, on });
    const failed = await readingIn(id, ['failed', 'confirm']);
    expect(failed.stage).toBe('failed');
    expect(failed.problems.length).toBeGreaterThan(0);
  });
});

describe('whose land it is', () => {
  it('another county neither uploads for it nor sees its draft; layers are seen by those below and above', async () => {
    const file = await survey(blocks);
    const refused = await refusalOf(as('county').boundaries.upload({ target, dataset: 'training', file, on }));
    expect(['NOT_ALLOWED', 'NOT_FOUND']).toContain(refused.code);
    const { id } = await clerk().boundaries.beginDraft({ target, dataset: 'training', on });
    expect((await refusalOf(as('county').boundaries.draft({ id, on }))).code).toBe('NOT_FOUND');
    expect(await as('county').boundaries.layers({ dataset: 'training', on, jurisdiction: trainingCounty })).toEqual([]);
    expect((await as('province').boundaries.layers({ dataset: 'training', on })).map(({ kind }) => kind)).toContain('farmland');
  });
  it('a layer newer than the plan’s day is not in force on it', async () => {
    const layers = await clerk().boundaries.layers({ dataset: 'training', on: '2020-05-31', jurisdiction: trainingCounty });
    expect(layers).toEqual([]);
  });
  it('a reading can be cancelled, and is then over', async () => {
    const { id } = await clerk().boundaries.upload({ target, dataset: 'training', file: await survey(blocks), on });
    await clerk().boundaries.cancel({ id });
    expect((await clerk().boundaries.reading({ id })).stage).toBe('cancelled');
    expect((await refusalOf(clerk().boundaries.cancel({ id }))).code).toBe('CONFLICT');
  });
});

describe('an export', () => {
  it.each(boundaryFormats)('as %s, read back, holds the same blocks with the same areas', async (format) => {
    const carried = await clerk().boundaries.ofPlan({ plan, on });
    const file = await clerk().boundaries.export({ plan, format, system: 'gauss-kruger-3-numbered', on });
    const read = await readBoundaries(file.name, new Uint8Array(await file.arrayBuffer()));
    if (!read.ok) throw new Error(read.reason.zh);
    const { features, training } = read.raw;
    const [codeField = ''] =
      Object.entries(guessMapping(Object.keys(features[0]?.attributes ?? {}))).find(([, ours]) => ours === 'code') ?? [];
    const [guess] = guessCrs(read.raw, null);
    const to = guess && unproject(guess.crs);
    const areas = features.map(({ attributes, rings }) => [
      attributes[codeField],
      to ? areaOf([rings.map(({ positions }) => positions.map(to))]) : Number.NaN,
    ]);
    expect(areas.map(([code]) => code)).toEqual(['b01', 'b02', 'b04']);
    // A ten-thousandth of a metre is the last digit written.
    for (const [index, [, area]] of areas.entries()) {
      expect(Math.abs(Number(area) - areaOf(carried?.features[index]?.shape ?? []))).toBeLessThan(1);
    }
    expect(training).toBe(true);
  });
});

describe('what layers say beyond a plan’s check', () => {
  it('parcels of closed zones: who is late on the day, and whose they are', async () => {
    const rows = await clerk().boundaries.parcels({ dataset: 'training', on, jurisdiction: trainingCounty });
    expect(rows.map(({ code, state, lateDays }) => [code, state, lateDays])).toEqual([
      ['d1', 'late', 71],
      ['d6', 'open', null],
      ['d2', 'open', null],
      ['d3', 'open', null],
      ['d5', 'undated', null],
      ['d4', 'done', null],
    ]);
    expect(await as('county').boundaries.parcels({ dataset: 'training', on, jurisdiction: trainingCounty })).toEqual([]);
  });
  it('townships by protected share, without any plan', async () => {
    const rows = await clerk().boundaries.townships({ dataset: 'training', on, jurisdiction: trainingCounty });
    expect(rows.map(({ name }) => name).sort()).toEqual(['训练一镇', '训练三镇', '训练二镇']);
    expect(rows.every(({ share }) => Number(share) > 0 && Number(share) < 1)).toBe(true);
  });
});

describe('a layer', () => {
  const reserve = { kind: 'layer', layer: 'reserve', jurisdiction: trainingCounty } as const;
  const keep = async (source: string) => {
    const draft = await clerk().boundaries.beginDraft({ target: reserve, dataset: 'training', on });
    const layer = { title: { zh: '训练·留白', en: 'Training: reserve' }, source, validFrom: on };
    await clerk().boundaries.keep({ id: draft.id, revision: draft.revision, layer, on });
  };
  it('of the very same land is put in force again, under another document', async () => {
    await keep('训练文件 1 号');
    await keep('训练文件 2 号');
    const layers = await clerk().boundaries.layers({ dataset: 'training', on, jurisdiction: trainingCounty });
    expect(layers.filter(({ kind }) => kind === 'reserve').map(({ source }) => source)).toEqual(['训练文件 2 号']);
  });
});
