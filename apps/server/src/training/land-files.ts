// The training county's boundary files, as surveyors would hand them in: one of every format, and faulty ones to practise on.
// Pure: the same program writes the same bytes.
import { areaOf, boundaryFormats, type Feature, type Position, type Ring } from '@zhenghe/engine/boundaries';
import { type BoundaryFile, inFileWords, systemFor, writeBoundaries } from '@zhenghe/exchange/boundaries';
import { dataText, readJurisdictions } from '../territory/index.ts';
import { farmlandEdge, trainingBlocks, trainingCounty } from './land.ts';
import { trainingProvince } from './province.ts';
import { readAnnex, trainingPlans } from './province-plans.ts';

export interface TrainingFile extends BoundaryFile {
  /** What there is to see in it. */
  readonly shows: { readonly zh: string; readonly en: string };
}

/** m² of farmland that the last file lies over: 0.3 公顷. */
const takenFarmland = 3000;

export async function trainingFiles(): Promise<readonly TrainingFile[]> {
  const blocks = countyBlocks();
  const crossed = blocks.map((block) => (block.code === 'b01' ? crossing(block) : block));
  const overlapping = (list: readonly Feature[]) => list.map((block) => (block.code === 'b04' ? westwards(block) : block));
  const taking = blocks.map((block) => (block.code === 'b02' ? takingFarmland(block) : block));
  const sound = await Promise.all(
    boundaryFormats.map((format) =>
      fileOf(blocks, format, '完好', { zh: '与附表一致，没有问题', en: 'agrees with the annex, nothing wrong' }),
    ),
  );
  return [
    ...sound,
    await fileOf(overlapping(crossed), 'survey-txt', '两处问题', {
      zh: 'b01 自相交；b02、b04 重叠',
      en: 'b01 crosses itself; b02 and b04 overlap',
    }),
    await fileOf(overlapping(blocks), 'survey-txt', '改好一处', { zh: '只剩 b02、b04 重叠', en: 'only b02 and b04 overlap' }),
    await fileOf(taking, 'survey-txt', '压占农田', {
      zh: 'b02 压占永久基本农田 0.3 公顷',
      en: 'b02 takes 0.3 ha of permanent basic farmland',
    }),
  ];
}

function countyBlocks(): readonly Feature[] {
  const { stories } = trainingProvince(readJurisdictions());
  const { plans } = trainingPlans(stories, readAnnex(dataText('plans/pujiang-2021.json')));
  const found = plans.find(({ plan }) => plan.jurisdiction === trainingCounty);
  return found ? trainingBlocks(found.plan) : [];
}

async function fileOf(
  features: readonly Feature[],
  format: (typeof boundaryFormats)[number],
  name: string,
  shows: TrainingFile['shows'],
): Promise<TrainingFile> {
  const system = systemFor('gauss-kruger-3-numbered', features);
  const written = features.map((feature) => ({ ...feature, attributes: inFileWords(feature.attributes) }));
  const file = await writeBoundaries(written, { format, system, training: true, title: '训练县区块边界', on: '2021-06-10' });
  const ending = file.name.slice(file.name.lastIndexOf('.'));
  const table = format === 'xlsx' || format === 'csv' ? '界址点' : '';
  return { ...file, name: `训练边界-${name}${table}${ending}`, shows };
}

function withRing(block: Feature, change: (ring: Ring) => Ring): Feature {
  return { ...block, shape: [[closed(change(block.shape[0]?.[0]?.slice(0, -1) ?? []))]] };
}

function closed(ring: Ring): Ring {
  const [first] = ring;
  return first ? [...ring, first] : ring;
}

/** Two vertices in the wrong order: the ring crosses itself. */
function crossing(block: Feature): Feature {
  return withRing(block, (ring) => {
    const [one, other] = [ring[4], ring[5]];
    return one && other ? ring.with(4, other).with(5, one) : ring;
  });
}

/** The western border, which the neighbour shares, drawn into it by a wedge. */
function westwards(block: Feature): Feature {
  return withRing(block, (ring) => {
    const [last, first] = [ring.at(-1), ring[0]];
    if (!last || !first) return ring;
    const [lon, lat] = between(last, first, 0.5);
    return [...ring, [lon - 0.002, lat]];
  });
}

/** A strip drawn southwards into farmland; given back at the northern edge, so that the area stays as declared. */
function takingFarmland(block: Feature): Feature {
  const before = areaOf(block.shape);
  return withRing(block, (ring) => {
    const at = 6;
    const [from, to] = [ring[at], ring[at + 1]];
    if (!from || !to) return ring;
    const [west, east] = [between(from, to, 0.3), between(from, to, 0.7)];
    const bottom = depthFor(west[0], east[0]);
    const strip: readonly Position[] = [west, [west[0], bottom], [east[0], bottom], east];
    const drawn = [...ring.slice(0, at + 1), ...strip, ...ring.slice(at + 1)];
    return givenBack(drawn, before);
  });
}

function between(from: Position, to: Position, share: number): Position {
  return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share];
}

/** The latitude down to which a strip between two meridians takes that much farmland. */
function depthFor(west: number, east: number): number {
  const taken = (bottom: number) =>
    areaOf([
      [
        [
          [west, bottom],
          [east, bottom],
          [east, farmlandEdge],
          [west, farmlandEdge],
          [west, bottom],
        ],
      ],
    ]);
  return halved([farmlandEdge - 0.01, farmlandEdge], (bottom) => taken(bottom) > takenFarmland);
}

/** Moves one vertex of the northern edge southwards until the ring measures as much as before. */
function givenBack(ring: Ring, area: number): Ring {
  const at = Math.floor(ring.length * 0.75);
  const moved = (lat: number) => ring.with(at, [ring[at]?.[0] ?? 0, lat]);
  const top = ring[at]?.[1] ?? 0;
  return moved(halved([top - 0.01, top], (lat) => areaOf([[closed(moved(lat))]]) < area));
}

/** Where the answer turns from yes to no. */
function halved([yes, no]: readonly [number, number], holds: (value: number) => boolean): number {
  let [low, high] = [yes, no];
  for (let round = 0; round < 60; round += 1) {
    const middle = (low + high) / 2;
    if (holds(middle)) low = middle;
    else high = middle;
  }
  return low;
}
