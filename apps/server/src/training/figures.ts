// Invented figures of the training parks: staff, output by industry, protected land. Dealt by a chance of their own, so that the rest of
// the province stays as it was. Some parks lack a figure on purpose: missing is never zero.
import type { Cell, DecimalText, MissingReason } from '@zhenghe/engine/kernel';
import type { FigureKind, FigureRecord } from '../zones/index.ts';
import type { UnitStory } from './acts.ts';
import { type Chance, chanceFrom } from './chance.ts';
import { baseDay } from './days.ts';
import { areaText, type TrainingPark } from './parks.ts';

const seed = 20_191_231;
const source = '训练数据，由程序按种子生成，与任何真实园区无关';
/** Of a hundred parks, those that lack one figure or another. */
const lacking: Readonly<Record<FigureKind, number>> = { staff: 3, output: 3, protected: 4 };
const reasons: readonly [MissingReason, ...MissingReason[]] = ['not-reported', 'not-reported', 'not-collected'];
const otherIndustries = ['橡胶塑料', '金属制品', '木业家具', '造纸印刷'] as const;

export function trainingFigures(stories: readonly UnitStory[]): readonly FigureRecord[] {
  const chance = chanceFrom(seed);
  return stories.flatMap(({ unit, parks }) => parks.flatMap((park) => figuresOf(park, unit.place.code, chance)));
}

function figuresOf(park: TrainingPark, jurisdiction: string, chance: Chance): readonly FigureRecord[] {
  const common = { dataset: 'training', zone: park.id, jurisdiction, asOf: baseDay, source } as const;
  const row = (figure: FigureKind, value: Cell<DecimalText>, industry = ''): FigureRecord => ({ ...common, figure, industry, value });
  // Every figure is drawn, also one that is then missing: the draws of one park do not depend on what it lacks.
  const staff = String(staffOf(park, chance));
  const outputs = outputsOf(park, chance);
  const area = areaText(protectedOf(park, chance));
  const lacks = (figure: FigureKind): Cell<DecimalText> | null => {
    const drawn = chance.whole(1, 100);
    const reason = chance.pick(reasons);
    return drawn <= lacking[figure] ? { missing: reason } : null;
  };
  const noOutput = lacks('output');
  return [
    row('staff', lacks('staff') ?? staff),
    ...(noOutput ? [row('output', noOutput)] : outputs.map(([industry, value]) => row('output', value, industry))),
    row('protected', lacks('protected') ?? area),
  ];
}

function staffOf({ grade }: TrainingPark, chance: Chance): number {
  if (grade === 'national') return chance.whole(60, 160);
  return grade === 'provincial' ? chance.whole(24, 70) : chance.whole(5, 22);
}

/** Tenths of 亿元, shared among the park's industries and now and then one more. */
function outputsOf(park: TrainingPark, chance: Chance): readonly (readonly [string, DecimalText])[] {
  const total = tenthsOf(park, chance);
  const other = chance.pick(otherIndustries);
  const names = chance.whole(1, 10) <= 4 ? [...park.industries, other] : park.industries;
  const parts = names.map(() => chance.whole(1, 10));
  const sum = parts.reduce((all, part) => all + part, 0);
  return names.map((name, index) => [name, tenthsText(Math.max(1, Math.round((total * (parts[index] ?? 1)) / sum)))]);
}

function tenthsOf({ grade }: TrainingPark, chance: Chance): number {
  if (grade === 'national') return chance.whole(2000, 9000);
  return grade === 'provincial' ? chance.whole(400, 2600) : chance.whole(20, 420);
}

function tenthsText(tenths: number): DecimalText {
  return `${Math.floor(tenths / 10)}.${tenths % 10}`;
}

/** Hundredths of a km²: most parks hold none or little, a few a good part. */
function protectedOf({ hundredths }: TrainingPark, chance: Chance): number {
  const drawn = chance.whole(1, 10);
  const share = chance.whole(1, 100);
  if (drawn <= 4) return 0;
  return Math.floor((hundredths * (drawn <= 9 ? 1 + (share * 15) / 100 : 35 + (share * 30) / 100)) / 100);
}
