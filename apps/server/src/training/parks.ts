// The 1010 invented parks as they stand at the end of 2019, and what the exercise makes of each.
import type { UncountedLabel, ZonePlate, ZoneType } from '@zhenghe/engine/zones';
import type { Chance } from './chance.ts';
import type { TrainingUnit } from './units.ts';

export type Fate =
  | { readonly kind: 'keep' }
  | { readonly kind: 'merge'; readonly into: string }
  | { readonly kind: 'dissolve' }
  | { readonly kind: 'convert'; readonly label: UncountedLabel };

export interface TrainingPark {
  readonly id: string;
  /** 1, 2, 3 … within its place; the first ones are kept. */
  readonly number: number;
  readonly name: string;
  readonly type: ZoneType;
  readonly grade: ZonePlate['level'];
  /** Hundredths of a km²: whole numbers, so that sums are exact. */
  readonly hundredths: number;
  readonly industries: readonly string[];
  readonly point: readonly [number, number];
  readonly fate: Fate;
}

const industries = [
  '高端装备',
  '新材料',
  '生物医药',
  '电子信息',
  '汽车零部件',
  '现代纺织',
  '智能家居',
  '节能环保',
  '绿色食品',
  '时尚轻工',
  '新能源',
  '数字安防',
] as const;
const labels: readonly [UncountedLabel, ...UncountedLabel[]] = [
  'small-business-park',
  'small-business-park',
  'characteristic-town',
  'innovation-park',
  'city-district',
];

/** The rows of 浦江's annex (S1-附件1) before integration: name and hundredths of a km². */
const pujiangParks: readonly (readonly [string, number])[] = [
  ['浦江开发区', 1160],
  ['黄宅镇功能分区', 657],
  ['郑家坞镇功能分区', 128],
  ['白马镇功能分区', 105],
  ['郑宅镇功能分区', 83],
  ['高铁小镇', 113],
  ['水晶小镇', 224],
  ['江南新区', 916],
];

export function parksOf(unit: TrainingUnit, order: number, chance: Chance): readonly TrainingPark[] {
  return Array.from({ length: unit.parks }, (_, index) => parkOf(unit, order, index, chance));
}

export function parkId(code: string, number: number): string {
  return `xl-${code}-${String(number).padStart(2, '0')}`;
}

export function areaText(hundredths: number): string {
  return `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`;
}

function parkOf(unit: TrainingUnit, order: number, index: number, chance: Chance): TrainingPark {
  const number = index + 1;
  const annex = unit.place.code === '330726' ? pujiangParks[index] : undefined;
  const drawnKind = kindOf(unit, order, index, chance);
  const kind: Kind = annex ? annexKind(index) : drawnKind;
  const drawn = { hundredths: areaOf(kind.grade, chance), industries: industriesOf(chance), point: pointBeside(unit.place.point, chance) };
  return {
    id: parkId(unit.place.code, number),
    number,
    name: annex ? `训练·${annex[0]}` : `训练·${unit.short}第${number}园区`,
    ...kind,
    ...drawn,
    ...(annex ? { hundredths: annex[1] } : {}),
    fate: annex && index > 0 ? { kind: 'merge', into: parkId(unit.place.code, 1) } : fateOf(unit, index, chance),
  };
}

/** As data/plans/pujiang-2021.json grades them. */
function annexKind(index: number): Kind {
  return index === 0 ? { type: 'provincial-etdz', grade: 'provincial' } : { type: 'local', grade: 'local' };
}

type Kind = Pick<TrainingPark, 'type' | 'grade'>;

/** Kept parks hold the highest grades of their place, so that a merger can keep the highest plate. All nine types occur. */
function kindOf(unit: TrainingUnit, order: number, index: number, chance: Chance): Kind {
  const city = unit.place.level === 'city';
  if (index === 0)
    return city || order % 8 === 3 ? { type: 'national-etdz', grade: 'national' } : { type: 'provincial-etdz', grade: 'provincial' };
  if (index < unit.keep) return city ? secondOfCity(order, index) : secondOfCounty(order);
  const upper = chance.whole(1, 100) <= 6;
  return upper ? { type: 'provincial-industrial', grade: 'provincial' } : { type: 'local', grade: 'local' };
}

function secondOfCity(order: number, index: number): Kind {
  if (index === 2) return { type: 'provincial-new-area', grade: 'provincial' };
  if (order % 2 === 0) return { type: 'customs', grade: 'national' };
  return order % 3 === 0 ? { type: 'provincial-new-area', grade: 'provincial' } : { type: 'national-hitech', grade: 'national' };
}

function secondOfCounty(order: number): Kind {
  const types = ['provincial-hitech', 'provincial-industrial', 'provincial-cluster'] as const;
  return { type: types[order % 3] ?? 'provincial-hitech', grade: 'provincial' };
}

function areaOf(grade: Kind['grade'], chance: Chance): number {
  if (grade === 'national') return chance.whole(1800, 4800);
  return grade === 'provincial' ? chance.whole(500, 1900) : chance.whole(40, 620);
}

function industriesOf(chance: Chance): readonly string[] {
  return chance.shuffled(industries).slice(0, chance.whole(1, 3));
}

function pointBeside([lon, lat]: readonly [number, number], chance: Chance): readonly [number, number] {
  const beside = (value: number): number => Math.round((value + chance.whole(-700, 700) / 10_000) * 10_000) / 10_000;
  return [beside(lon), beside(lat)];
}

/** Half are merged, three in ten change their label, two in ten are abolished (四个一批, S2-二(二)). */
function fateOf(unit: TrainingUnit, index: number, chance: Chance): Fate {
  if (index < unit.keep) return { kind: 'keep' };
  const drawn = chance.whole(1, 10);
  if (drawn <= 5) return { kind: 'merge', into: parkId(unit.place.code, chance.whole(1, unit.keep)) };
  return drawn <= 8 ? { kind: 'convert', label: chance.pick(labels) } : { kind: 'dissolve' };
}
