// The training county's land: drawn blocks and layers for its invented zones, so that boundaries can be practised. Nothing here is a
// real boundary: no zone boundary of Zhejiang is public. Pure: the same plan gives the same bytes.
import { areaOf, type Feature, type LayerKind, metresPerDegree, type Position, type Ring, type Shape } from '@zhenghe/engine/boundaries';
import { type Day, isMissing } from '@zhenghe/engine/kernel';
import type { Plan } from '@zhenghe/engine/plans';

/** 建德市: its zones of the training province are invented like all others; it lies in zone 40. */
export const trainingCounty = '330182';
/** South-western corner of the practice ground. */
const origin: Position = [119.2, 29.42];
const scale = metresPerDegree(29.45);
/** m; how far apart the vertices of a wavy edge stand. */
const step = 150;
const squareKilometre = 1_000_000;

/** Metres east and north of the corner. */
type Spot = readonly [east: number, north: number];

interface Strip {
  /** Codes from west to east. */
  readonly codes: readonly string[];
  readonly from: Spot;
  readonly height: number;
}

function at([east, north]: Spot): Position {
  return [round(origin[0] + east / scale.east), round(origin[1] + north / scale.north)];
}

/** A billionth of a degree: a tenth of a millimetre. */
function round(value: number): number {
  return Number(value.toFixed(9));
}

/** The lower edge of a strip, and its upper one, wave a little: land is not drawn with a ruler. */
function wave(east: number, depth: number): number {
  return Math.sin(east / 420) * depth + Math.sin(east / 173) * depth * 0.4;
}

function edge(strip: Strip, from: number, to: number, upper: boolean): Spot[] {
  const count = Math.max(1, Math.ceil((to - from) / step));
  const north = strip.from[1] + (upper ? strip.height : 0);
  return Array.from({ length: count + 1 }, (_, index) => {
    const east = from + ((to - from) * index) / count;
    return [east, north + wave(east + (upper ? 900 : 0), 35)] as const;
  });
}

function between(strip: Strip, from: number, to: number): Shape {
  const lower = edge(strip, from, to, false);
  const upper = edge(strip, from, to, true).toReversed();
  const ring = [...lower, ...upper].map(at);
  const [first] = ring;
  return [[first ? [...ring, first] : ring]];
}

/** The eastern end at which the piece has that many m², to a tenth of one. */
function endOf(strip: Strip, from: number, area: number): number {
  let [near, far] = [from, from + (2 * area) / strip.height + 1000];
  for (let round = 0; round < 60; round += 1) {
    const middle = (near + far) / 2;
    if (areaOf(between(strip, from, middle)) < area) near = middle;
    else far = middle;
  }
  return (near + far) / 2;
}

/** Blocks side by side share their border: the same points, as a survey gives them. */
function blocksIn(strip: Strip, plan: Plan): readonly Feature[] {
  let from = strip.from[0];
  return strip.codes.flatMap((code) => {
    const block = plan.blocks.find((known) => known.code === code);
    if (!block || isMissing(block.areaAfter)) return [];
    const to = endOf(strip, from, Number(block.areaAfter) * squareKilometre);
    const shape = between(strip, from, to);
    from = to;
    return [{ code, name: block.name, attributes: { use: '工业用地' }, shape }];
  });
}

/** Core in the west; the entrusted district lies apart in the east, its blocks side by side. */
export function trainingBlocks(plan: Plan): readonly Feature[] {
  const core = plan.blocks.filter(({ part }) => part.endsWith('-core')).map(({ code }) => code);
  const district = plan.blocks.filter(({ part }) => !part.endsWith('-core')).map(({ code }) => code);
  return [
    ...blocksIn({ codes: core, from: [1000, 2600], height: 3600 }, plan),
    ...blocksIn({ codes: district, from: [9000, 2000], height: 2400 }, plan),
  ];
}

function box(from: Spot, to: Spot): Shape {
  const strip: Strip = { codes: [], from, height: to[1] - from[1] };
  const straight = (upper: boolean) => {
    const count = Math.max(1, Math.ceil((to[0] - from[0]) / step));
    const north = strip.from[1] + (upper ? strip.height : 0);
    return Array.from({ length: count + 1 }, (_, index) => [from[0] + ((to[0] - from[0]) * index) / count, north] as const);
  };
  const ring: Ring = [...straight(false), ...straight(true).toReversed()].map(at);
  const [first] = ring;
  return [[first ? [...ring, first] : ring]];
}

/** m north of the corner; the farmland of the east ends here. */
const farmlandNorth = 1700;
/** Its latitude. */
export const farmlandEdge = at([0, farmlandNorth])[1];

export interface TrainingLayer {
  readonly kind: LayerKind;
  readonly title: { readonly zh: string; readonly en: string };
  readonly owner: { readonly zh: string; readonly en: string };
  readonly validFrom: Day;
  readonly features: readonly Feature[];
}

const land = { zh: '训练·自然资源部门', en: 'Training: land bureau' };
const environment = { zh: '训练·生态环境部门', en: 'Training: environment bureau' };
const water = { zh: '训练·水利部门', en: 'Training: water bureau' };
const civil = { zh: '训练·民政部门', en: 'Training: civil affairs bureau' };

function piece(code: string, name: string, shape: Shape, attributes: Feature['attributes'] = {}): Feature {
  return { code, name, attributes, shape };
}

/** Every kind of layer, so that each check has something to find or to pass. */
export function trainingLayers(plan: Plan): readonly TrainingLayer[] {
  const blocks = trainingBlocks(plan);
  const zoneOf = new Map(plan.parts.map(({ code, zone }) => [code, zone]));
  const approved = plan.blocks.flatMap(({ code, part }) => {
    const block = blocks.find((known) => known.code === code);
    return block ? [{ ...block, code: `${zoneOf.get(part)}-${code}`, attributes: { zone: zoneOf.get(part) ?? '' } }] : [];
  });
  const named = (kind: LayerKind, zh: string, en: string, owner: TrainingLayer['owner'], features: readonly Feature[]): TrainingLayer => ({
    kind,
    title: { zh: `训练·${zh}`, en: `Training: ${en}` },
    owner,
    validFrom: '2020-06-01',
    features,
  });
  return [
    named('township', '乡镇界', 'township limits', civil, [
      piece('t1', '训练一镇', box([-2000, -1000], [7000, 9000])),
      piece('t2', '训练二镇', box([7000, -1000], [15_000, 9000])),
      piece('t3', '训练三镇', box([-2000, 9000], [15_000, 13_000])),
    ]),
    named('ecology', '生态保护红线', 'ecological red line', land, [piece('e1', '训练红线甲', box([-1500, 9500], [14_000, 12_500]))]),
    named('farmland', '永久基本农田', 'permanent basic farmland', land, [
      piece('f1', '训练农田甲', box([1000, 0], [6000, 2300])),
      piece('f2', '训练农田乙', box([9000, 0], [13_000, farmlandNorth])),
    ]),
    named('water', '水源保护区', 'water source protection area', environment, [piece('w1', '训练水源地', box([-1800, 7200], [500, 8800]))]),
    named('urban', '城镇开发边界', 'urban development boundary', land, [
      piece('u1', '训练边界西', box([500, 2400], [6800, 6600])),
      piece('u2', '训练边界东', box([8800, 1850], [14_500, 4700])),
    ]),
    named('bluegreen', '蓝绿控制线', 'blue-green control line', land, [piece('g1', '训练绿带', box([2500, 3900], [3000, 4300]))]),
    named('facilities', '公共设施控制线', 'public facility control line', land, [
      piece('p1', '训练学校用地', box([3200, 4400], [3500, 4700])),
    ]),
    named('reserve', '留白', 'land kept in reserve', land, [piece('r1', '训练留白', box([1400, 3000], [2100, 3700]))]),
    named('barrier', '隔断', 'barriers', water, [piece('x1', '训练江', box([7600, -1000], [7900, 9000]))]),
    named('parcels', '撤销园区地块', 'parcels of closed parks', land, trainingParcels(plan)),
    named('approved', '核准四至', 'approved boundaries', land, approved),
  ];
}

/** What becomes of land that closed parks leave: one late, one done, one without a day (F11). */
function trainingParcels(plan: Plan): readonly Feature[] {
  const closed = plan.parks.filter(({ outcomes, convertsTo }) => outcomes.includes('abolish') || convertsTo === 'city-district');
  const left = closed.length > 0 ? closed : plan.parks.filter(({ code }) => plan.blocks.every(({ park }) => park !== code));
  const told: readonly Feature['attributes'][] = [
    { use: '工业用地', 'next-use': '复垦为耕地', receiver: '训练一镇政府', deadline: '2021-03-31' },
    { use: '工业用地', 'next-use': '保障性住房用地', receiver: '训练·城市建设单位', deadline: '2021-12-31' },
    { use: '仓储用地', 'next-use': '公园绿地', receiver: '训练一镇政府', deadline: '2022-06-30' },
    { use: '工业用地', 'next-use': '科研用地', receiver: '训练·建德经济开发区管理委员会', deadline: '2021-05-31', 状态: '已完成' },
    { use: '道路用地', receiver: '训练二镇政府' },
    { use: '公共设施用地', 'next-use': '教育用地', receiver: '训练二镇政府', deadline: '2021-09-30' },
  ];
  return told.map((attributes, index) => {
    const park = left[index % Math.max(1, left.length)]?.name;
    const from: Spot = [2500 + index * 420, 7100];
    return piece(`d${index + 1}`, `训练地块 ${index + 1}`, box(from, [from[0] + 300 + index * 15, from[1] + 260]), {
      ...attributes,
      ...(park === undefined ? {} : { zone: park }),
    });
  });
}
