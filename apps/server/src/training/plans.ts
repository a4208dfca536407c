// One invented plan for each place, after its story: sound where it was approved, with a flaw of some kind where it is still a draft.
import { type Cell, type Day, Decimal, type DecimalText, notGiven } from '@zhenghe/engine/kernel';
import type { DeclaredSum, Plan, PlanAnswer, PlanBlock, PlanPark, PlanPart, PlanZone } from '@zhenghe/engine/plans';
import type { UnitStory } from './acts.ts';
import type { Flaw } from './flaws.ts';
import { areaText, type TrainingPark } from './parks.ts';
import { finalName, mergedHundredths } from './zones.ts';

/** Townships of the exercise; real ones are not given invented roles. */
const townships = ['训练一镇', '训练二镇', '训练三镇'] as const;
const staffPerBody = 24;
/** Hundredths of a km² by which the first zone's own block grows where a plan enlarges its area. */
const grown = 96;

export function planId(code: string): string {
  return `training-${code}`;
}

export function planOfUnit(story: UnitStory, flaw: Flaw | null): Plan {
  const { unit } = story;
  const parks = flaw === 'over-quota' ? keepingMore(story) : story.parks;
  const kept = parks.filter(({ fate }) => fate.kind === 'keep');
  const growth = flaw === 'growth' || flaw === 'growth-explained' ? grown : 0;
  const blocks = kept.flatMap((park, index) => blocksOf(park, parks, index === 0 ? growth : 0));
  const parts = kept.flatMap((park) => partsOf(park, parks));
  const zones = kept.map((park) => zoneOf(park, story, flaw));
  return {
    format: 'zhenghe-plan/1',
    code: `xl-${unit.place.code}`,
    title: `训练·${unit.place.name}${unit.place.level === 'city' ? '本级' : ''}开发区（园区）整合提升方案`,
    jurisdiction: unit.place.code,
    industrialStrongCounty: false,
    source: '训练数据，由程序按种子生成，与任何真实方案无关',
    training: true,
    parks: parks.map((park) => planPark(park, park.number === parks.length && flaw === 'no-outcome', flaw === 'growth-explained')),
    zones,
    parts,
    blocks: flaw === 'missing-area' ? withoutLastArea(blocks) : blocks,
    sums: sumsOf(blocks, kept, parks, flaw === 'sum-off' ? '0.01' : '0'),
    townships: townships.map((name, index) => ({ name, hosted: false, protectedShare: `0.${index + 1}` })),
    organisation: organisationOf(parks.length, zones.length, flaw),
    milestones: milestonesOf(unit.place.level, flaw),
    answers: answersOf(flaw),
  };
}

/** As many parks are kept beyond their fate as it takes to stand one over the quota: 1 in a county of 金华, else 2 (S1-一(二), S2-二(二)). */
function keepingMore({ unit, parks }: UnitStory): readonly TrainingPark[] {
  const most = unit.place.code.startsWith('3307') ? 1 : 2;
  const ended = parks.filter(({ fate }) => fate.kind === 'convert' || fate.kind === 'dissolve');
  const merged = parks.filter(({ fate }) => fate.kind === 'merge');
  const spare = [...ended, ...merged].slice(0, most + 1 - unit.keep);
  return parks.map((park) => (spare.includes(park) ? { ...park, fate: { kind: 'keep' } } : park));
}

/** `roomy`: more was approved than is used, so that a zone can grow within its approved area. */
function planPark(park: TrainingPark, undecided: boolean, roomy: boolean): PlanPark {
  const { fate } = park;
  const approvedArea = areaText(park.hundredths + (roomy && park.number === 1 ? grown : 0));
  const base = { code: codeOf(park), name: park.name, level: park.grade, approvedArea };
  if (undecided) return { ...base, outcomes: [] };
  if (fate.kind === 'dissolve') return { ...base, outcomes: ['abolish'] };
  if (fate.kind === 'convert') return { ...base, outcomes: ['convert'], convertsTo: fate.label };
  const number = fate.kind === 'merge' ? Number(fate.into.slice(-2)) : park.number;
  return { ...base, outcomes: ['merge'], receivedBy: zoneCode(number) };
}

function zoneOf(park: TrainingPark, story: UnitStory, flaw: Flaw | null): PlanZone {
  const name = finalName(park, story.unit.short);
  const extra = flaw === 'industries' && park.number === 1 ? ['训练产业甲', '训练产业乙', '训练产业丙'] : [];
  return {
    code: zoneCode(park.number),
    name,
    level: park.grade,
    plates: [name],
    industries: [...park.industries, ...extra],
    body: `${name}管理委员会`,
    flagship: park.grade === 'national' && story.unit.place.level === 'city' && park.number === 1,
  };
}

function mergedInto(park: TrainingPark, parks: readonly TrainingPark[]): readonly TrainingPark[] {
  return parks.filter(({ fate }) => fate.kind === 'merge' && fate.into === park.id);
}

/** The kept park is the core, run by the committee; what is merged into it is one district, entrusted to a township. */
function partsOf(park: TrainingPark, parks: readonly TrainingPark[]): readonly PlanPart[] {
  const zone = zoneCode(park.number);
  const core: PlanPart = {
    code: coreCode(park),
    zone,
    name: '核心区',
    kind: 'core',
    managedBy: 'committee',
    entrustedTo: [],
    keepsBody: false,
  };
  if (mergedInto(park, parks).length === 0) return [core];
  const town = townships[park.number % townships.length] ?? townships[0];
  return [
    core,
    {
      code: districtCode(park),
      zone,
      name: `${town}片区`,
      kind: 'district',
      managedBy: 'township',
      entrustedTo: [town],
      keepsBody: false,
    },
  ];
}

function blocksOf(park: TrainingPark, parks: readonly TrainingPark[], growth: number): readonly PlanBlock[] {
  const block = (own: TrainingPark, part: string, added: number): PlanBlock => ({
    code: `b${String(own.number).padStart(2, '0')}`,
    name: own.name,
    park: codeOf(own),
    part,
    areaBefore: areaText(own.hundredths),
    areaAfter: areaText(own.hundredths + added),
  });
  return [block(park, coreCode(park), growth), ...mergedInto(park, parks).map((own) => block(own, districtCode(park), 0))];
}

function withoutLastArea(blocks: readonly PlanBlock[]): readonly PlanBlock[] {
  return blocks.map((block, index) => (index === blocks.length - 1 ? { ...block, areaAfter: notGiven } : block));
}

/** What the document prints; with `off` its last total is wrong by that much. */
function sumsOf(
  blocks: readonly PlanBlock[],
  kept: readonly TrainingPark[],
  parks: readonly TrainingPark[],
  off: DecimalText,
): readonly DeclaredSum[] {
  const before = kept.reduce((sum, park) => sum + mergedHundredths(park, parks), 0);
  const afterOf = (parts: readonly string[]): Decimal =>
    blocks
      .filter((block) => parts.length === 0 || parts.includes(block.part))
      .reduce((sum, { areaAfter }) => (typeof areaAfter === 'string' ? sum.plus(areaAfter) : sum), new Decimal(0));
  const perZone = kept.map((park): DeclaredSum => {
    const parts = partsOf(park, parks).map(({ code }) => code);
    return {
      code: `s-${zoneCode(park.number)}`,
      label: `第${park.number}区合计`,
      column: 'areaAfter',
      parts,
      value: afterOf(parts).toFixed(2),
    };
  });
  return [
    { code: 's-before', label: '整合提升前合计', column: 'areaBefore', parts: [], value: areaText(before) },
    ...perZone,
    { code: 's-after', label: '整合提升后合计', column: 'areaAfter', parts: [], value: afterOf([]).plus(off).toFixed(2) },
  ];
}

function organisationOf(before: number, after: number, flaw: Flaw | null): Plan['organisation'] {
  const staffBefore = before * staffPerBody;
  const given = { bodiesBefore: before, bodiesAfter: after, staffBefore, staffAfter: Math.floor((staffBefore * 13) / 20) };
  if (flaw === 'staff') return { ...given, staffAfter: Math.ceil((staffBefore * 17) / 20) };
  return flaw === 'missing-staff' ? { ...given, staffAfter: notGiven } : given;
}

function milestonesOf(level: string, flaw: Flaw | null): Plan['milestones'] {
  const due: Day = level === 'city' ? '2020-09-30' : '2020-12-31';
  const plan: Cell<Day> = flaw === 'late' ? '2021-06-30' : due;
  return [
    { phase: 'plan', due: plan },
    { phase: 'relations', due: '2021-10-31' },
    { phase: 'complete', due: '2021-12-31' },
  ];
}

function answersOf(flaw: Flaw | null): readonly PlanAnswer[] {
  if (flaw !== 'growth-explained') return [];
  return [
    {
      finding: 'zj-growth',
      kind: 'reason',
      text: '训练：核心区并入相邻已批未建地块，由省里另行批准。',
      paper: '训练〔2020〕8号（虚构）',
      by: '训练·专班',
    },
  ];
}

function codeOf(park: TrainingPark): string {
  return `p${String(park.number).padStart(2, '0')}`;
}

function zoneCode(number: number): string {
  return `z${number}`;
}

function coreCode(park: TrainingPark): string {
  return `z${park.number}-core`;
}

function districtCode(park: TrainingPark): string {
  return `z${park.number}-district`;
}
