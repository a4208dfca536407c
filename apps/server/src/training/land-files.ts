// The training county's boundary files, as surveyors would hand them in: one of every format, some with faults in the land, and those
// that no reader takes, from the list the readers are tested with.
// Pure: the same program writes the same bytes.
import {
  areaOf,
  type BoundaryFormat,
  boundaryFormats,
  type Feature,
  type Position,
  type Ring,
  type ShapeFindingKind,
} from '@zhenghe/engine/boundaries';
import type { Bilingual } from '@zhenghe/engine/kernel';
import { type BoundaryFile, faultyFiles, inFileWords, systemFor, writeBoundaries } from '@zhenghe/exchange/boundaries';
import { dataText, readJurisdictions } from '../territory/index.ts';
import { farmlandEdge, trainingBlocks, trainingCounty } from './land.ts';
import { trainingProvince } from './province.ts';
import { readAnnex, trainingPlans } from './province-plans.ts';

export interface TrainingFile extends Pick<BoundaryFile, 'name' | 'bytes'> {
  /** What there is to see in it. */
  readonly shows: Bilingual;
  /** Findings to be mended, or part of the reason for which it is refused. */
  readonly tells: { readonly findings: readonly ShapeFindingKind[] } | { readonly refused: string };
}

/** m² of farmland that the last file lies over: 0.3 公顷. */
const takenFarmland = 3000;

export async function trainingFiles(): Promise<readonly TrainingFile[]> {
  const blocks = countyBlocks();
  return Promise.all([...boundaryFormats.map((format) => soundFile(blocks, format)), ...flawedFiles(blocks), ...refusedFiles(blocks)]);
}

async function soundFile(blocks: readonly Feature[], format: BoundaryFormat): Promise<TrainingFile> {
  const shows = { zh: '与附表一致，没有问题', en: 'agrees with the annex, nothing wrong' };
  return { ...(await fileOf(blocks, format, '完好')), shows, tells: { findings: [] } };
}

/** Read without trouble; what is wrong lies in the land. */
function flawedFiles(blocks: readonly Feature[]): readonly Promise<TrainingFile>[] {
  const changed = (code: string, change: (block: Feature) => Feature) => (list: readonly Feature[]) =>
    list.map((block) => (block.code === code ? change(block) : block));
  const crossed = changed('b01', crossing);
  const overlapping = changed('b04', westwards);
  const taking = changed('b02', takingFarmland);
  const flawed = async (features: readonly Feature[], name: string, shown: Pick<TrainingFile, 'shows' | 'tells'>) => ({
    ...(await fileOf(features, 'survey-txt', name)),
    ...shown,
  });
  return [
    flawed(overlapping(crossed(blocks)), '两处问题', {
      shows: { zh: 'b01 自相交；b02、b04 重叠', en: 'b01 crosses itself; b02 and b04 overlap' },
      tells: { findings: ['self-intersection', 'block-overlap'] },
    }),
    flawed(overlapping(blocks), '改好一处', {
      shows: { zh: '只剩 b02、b04 重叠', en: 'only b02 and b04 overlap' },
      tells: { findings: ['block-overlap'] },
    }),
    flawed(taking(blocks), '压占农田', {
      shows: { zh: 'b02 压占永久基本农田 0.3 公顷', en: 'b02 takes 0.3 ha of permanent basic farmland' },
      tells: { findings: [] },
    }),
  ];
}

/** What readers are tested with, but for attacks and files too large to hand round. */
function refusedFiles(blocks: readonly Feature[]): readonly Promise<TrainingFile>[] {
  return faultyFiles(blocks)
    .filter(({ testsOnly }) => testsOnly !== true)
    .map(async ({ what, zh, ending, bytes, says }) => ({
      name: `训练-读不了的文件/${zh}${ending}`,
      bytes: await bytes(),
      shows: { zh: `不能读取：${zh}`, en: `is refused: ${what}` },
      tells: { refused: says },
    }));
}

function countyBlocks(): readonly Feature[] {
  const { stories } = trainingProvince(readJurisdictions());
  const { plans } = trainingPlans(stories, readAnnex(dataText('plans/pujiang-2021.json')));
  const found = plans.find(({ plan }) => plan.jurisdiction === trainingCounty);
  return found ? trainingBlocks(found.plan) : [];
}

async function fileOf(features: readonly Feature[], format: BoundaryFormat, name: string): Promise<Pick<BoundaryFile, 'name' | 'bytes'>> {
  const system = systemFor('gauss-kruger-3-numbered', features);
  const written = features.map((feature) => ({ ...feature, attributes: inFileWords(feature.attributes) }));
  const file = await writeBoundaries(written, { format, system, training: true, title: '训练县区块边界', on: '2021-06-10' });
  const ending = file.name.slice(file.name.lastIndexOf('.'));
  const table = format === 'xlsx' || format === 'csv' ? '界址点' : '';
  return { bytes: file.bytes, name: `训练边界-${name}${table}${ending}` };
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
