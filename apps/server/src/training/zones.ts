// The training parks as the register records them: names, grades, labels, plates and areas through the exercise.
import type { Day } from '@zhenghe/engine/kernel';
import type { ZonePlate } from '@zhenghe/engine/zones';
import type { ZoneRecord } from '../zones/index.ts';
import type { UnitStory } from './acts.ts';
import { baseDay } from './days.ts';
import { areaText, type TrainingPark } from './parks.ts';

/** 134 bodies held 230 plates in the list of 2021; 148 training zones end with 254, the same proportion. */
export const platesAtEnd = 254;

const source = '训练数据，由程序按种子生成，与任何真实园区无关';
const document = '训练〔2019〕1号（虚构）';

/** `second` says whether the kept park is given a second plate with its final name. */
export function recordsOf(story: UnitStory, second: (park: TrainingPark) => boolean): readonly ZoneRecord[] {
  return story.parks.map((park) => (park.fate.kind === 'keep' ? keptRecord(park, story, second(park)) : endedRecord(park, story)));
}

/** 训练·浦江经济开发区; a second or third one of the place is told apart by its kind. */
export function finalName(park: TrainingPark, short: string): string {
  const kinds = { 1: '经济开发区', 2: '高新技术产业园区' } as const;
  return `训练·${short}${park.number === 1 ? kinds[1] : park.number === 2 ? kinds[2] : '产业新区'}`;
}

/** Hundredths of a km² of the kept park and all that is merged into it. */
export function mergedHundredths(park: TrainingPark, parks: readonly TrainingPark[]): number {
  const merged = parks.filter(({ fate }) => fate.kind === 'merge' && fate.into === park.id);
  return merged.reduce((sum, { hundredths }) => sum + hundredths, park.hundredths);
}

function keptRecord(park: TrainingPark, story: UnitStory, second: boolean): ZoneRecord {
  const base = baseRecord(park, story, null);
  const name = finalName(park, story.unit.short);
  const upgrade = park.number === 1 ? story.upgradedOn : null;
  const after: ZoneRecord['areas'][number] = {
    calibre: 'integrated',
    areaKm2: areaText(mergedHundredths(park, story.parks)),
    from: story.mergedOn,
    document: `训练〔${story.mergedOn.slice(0, 4)}〕2号（虚构）`,
    note: '核心园区与并入园区之和',
  };
  return {
    ...base,
    names: [...base.names, { from: story.renamedOn, value: name }],
    kinds: upgrade ? [...base.kinds, { from: upgrade, value: { type: 'national-etdz', grade: 'national' } }] : base.kinds,
    plates: [
      { name: park.name, level: park.grade, from: baseDay, to: story.renamedOn },
      { name, level: park.grade, from: story.renamedOn },
      ...(second ? [secondPlate(park, story)] : []),
    ],
    areas: [...base.areas.map((area) => ({ ...area, calibre: 'planned' as const })), after],
    blocks: [...base.blocks, ...mergedBlocks(park, story)],
  };
}

function mergedBlocks(park: TrainingPark, { parks, mergedOn }: UnitStory): ZoneRecord['blocks'] {
  const merged = parks.filter(({ fate }) => fate.kind === 'merge' && fate.into === park.id);
  return merged.map(({ name, hundredths }) => ({ name, areaKm2: areaText(hundredths), from: mergedOn }));
}

function secondPlate(park: TrainingPark, story: UnitStory): ZonePlate {
  return { name: `训练·${story.unit.short}第${park.number}产业合作园`, level: park.grade, from: story.renamedOn };
}

function endedRecord(park: TrainingPark, story: UnitStory): ZoneRecord {
  const on = story.endOn.get(park.id) ?? null;
  if (park.fate.kind !== 'convert' || on === null) return baseRecord(park, story, on);
  return { ...baseRecord(park, story, null), labels: [{ from: on, value: park.fate.label }] };
}

function baseRecord(park: TrainingPark, story: UnitStory, to: Day | null): ZoneRecord {
  const areaKm2 = areaText(park.hundredths);
  return {
    id: park.id,
    dataset: 'training',
    jurisdiction: story.unit.place.code,
    point: park.point,
    from: baseDay,
    fromPrecision: 'on-record',
    to,
    names: [{ from: baseDay, value: park.name }],
    kinds: [{ from: baseDay, value: { type: park.type, grade: park.grade } }],
    labels: [],
    industries: park.industries,
    plates: [{ name: park.name, level: park.grade, from: baseDay }],
    areas: [{ calibre: park.grade === 'local' ? 'planned' : 'approved', areaKm2, from: baseDay, document }],
    blocks: [{ name: '核心区块', areaKm2, from: baseDay }],
    approval: null,
    note: null,
    source,
    confidence: null,
  };
}
