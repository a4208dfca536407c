// Sheets of the training province that are under way on the training day: last month, in every state a sheet can be in; of one city also the
// quarter and April, approved but for some that came late. Who did what, when, is invented; the figures are those of the same series.
import { type Bilingual, type Day, type Period, periodAfter, periodEnd } from '@zhenghe/engine/kernel';
import type { SheetCell } from '@zhenghe/engine/statistics';
import type { Actor } from '../accounts/index.ts';
import type { WholeAction, WholeFiling } from '../statistics/index.ts';
import { daysAfter, trainingDay } from './days.ts';
import type { ReportingUnit } from './statistics-units.ts';
import { approvedCounts, type FiledGrain, filedText, firstPeriods, type UnitFigures } from './statistics-values.ts';

/** Where a sheet stands: how far it went, or that nothing or not all of it is filled. */
const stages = ['empty', 'part', 'full', 'handed-in', 'checked', 'returned', 'at-city', 'at-province', 'approved'] as const;
type Stage = (typeof stages)[number];

export interface TrainingPeriod {
  readonly form: string;
  readonly period: Period;
  readonly openedOn: Day;
  readonly filings: readonly WholeFiling[];
}

/** The zone of the role cards: its May is still empty, two cells of its quarter were sent back. */
const ownZone = 'xl-330726-01';

/** The city of the role cards: what is approved of it last came sheet by sheet. */
const sheetsOf = '3307';

interface Round {
  readonly form: string;
  readonly grain: FiledGrain;
  readonly index: number;
  /** Places whose codes begin so have sheets; elsewhere the figures stand as one publication. */
  readonly within: string;
  /** In turn over the units. */
  readonly stages: readonly Stage[];
  readonly own: Stage;
  /** Day of handing in, after the period's end; `late` for every eleventh unit. */
  readonly handedAfter: number;
  readonly lateAfter: number;
  /** What a returned sheet has to mend: keys, with what is asked. */
  readonly returned: readonly (readonly [key: string, label: string, text: string])[];
}

const monthReturned = [
  ['electricity', '工业用电量', '训练：与电网企业的数相差较大，请核对。'],
  ['fixed_investment', '固定资产投资', '训练：是否含了上月的数，请核对。'],
] as const;
const quarterReturned = [
  ['energy', '规上工业综合能耗', '训练：请按当量值折算后再报。'],
  ['profit', '利润总额', '训练：与税务部门的数不一致，请核对。'],
] as const;

const rounds: readonly Round[] = [
  {
    ...{ form: 'zone-monthly', grain: 'month', index: approvedCounts.month - 1, within: sheetsOf, own: 'approved' },
    ...{ handedAfter: 7, lateAfter: 19 },
    returned: monthReturned,
    stages: ['approved', 'approved', 'approved', 'approved', 'approved', 'approved', 'approved', 'approved', 'approved', 'at-province'],
  },
  {
    ...{ form: 'zone-monthly', grain: 'month', index: approvedCounts.month, within: '33', own: 'empty' },
    ...{ handedAfter: 3, lateAfter: 8 },
    returned: monthReturned,
    stages: [
      'approved',
      'at-city',
      'part',
      'at-province',
      'handed-in',
      'checked',
      'approved',
      'returned',
      'full',
      'empty',
      'at-province',
      'part',
    ],
  },
  {
    ...{ form: 'zone-quarterly', grain: 'quarter', index: approvedCounts.quarter - 1, within: sheetsOf, own: 'returned' },
    ...{ handedAfter: 18, lateAfter: 44 },
    returned: quarterReturned,
    stages: [
      'approved',
      'approved',
      'approved',
      'at-province',
      'approved',
      'approved',
      'checked',
      'approved',
      'returned',
      'approved',
      'at-city',
    ],
  },
];

/** Whether a unit's figures of a period come by a sheet: no publication of the whole stands for them. */
export function bySheet(grain: FiledGrain, index: number, { jurisdiction }: Pick<ReportingUnit, 'jurisdiction'>): boolean {
  return rounds.some((round) => round.grain === grain && round.index === index && jurisdiction.startsWith(round.within));
}

export function trainingFilings(units: readonly UnitFigures[]): readonly TrainingPeriod[] {
  return rounds.map((round) => {
    const period = periodAfter(firstPeriods[round.grain], round.index);
    const openedOn = daysAfter(periodEnd(period), 1);
    const filings = units.flatMap((one, order) => filingOf(round, one, order) ?? []);
    return { form: round.form, period, openedOn, filings };
  });
}

function filingOf(round: Round, { unit, of }: UnitFigures, order: number): WholeFiling | null {
  const values = unit.jurisdiction.startsWith(round.within) ? of(round.grain, round.index) : null;
  if (!values) return null;
  const stage = unit.id === ownZone ? round.own : (round.stages[order % round.stages.length] ?? 'empty');
  const end = periodEnd(periodAfter(firstPeriods[round.grain], round.index));
  const handed = daysAfter(end, order % 11 === 5 ? round.lateAfter : round.handedAfter);
  return {
    ...{ unit: unit.id, name: unit.name, jurisdiction: unit.jurisdiction },
    by: clerk(unit, 'zone'),
    cells: cellsOf(values, stage, order),
    actions: actionsOf(unit, { stage, handed, returned: round.returned }),
  };
}

function cellsOf(values: ReadonlyMap<string, number>, stage: Stage, order: number): readonly SheetCell[] {
  const filled = stage === 'empty' ? 0 : stage === 'part' ? 4 + (order % 9) : values.size;
  return [...values].slice(0, filled).map(([key, hundredths]) => ({ key, value: filedText(key, hundredths), explanation: null }));
}

interface Way extends Pick<Round, 'returned'> {
  readonly stage: Stage;
  readonly handed: Day;
}

/** One step a day at most, and nothing after the training day. */
function actionsOf(unit: ReportingUnit, { stage, handed, returned }: Way): readonly WholeAction[] {
  if (stages.indexOf(stage) < stages.indexOf('handed-in')) return [];
  const office = `${unit.jurisdiction}/zone-${unit.id}`;
  const on = (days: number): Day => [daysAfter(handed, days), trainingDay].sort()[0] ?? trainingDay;
  const act = (kind: WholeAction['kind'], by: string, days: number): WholeAction => ({
    kind,
    unit: by,
    by,
    on: on(days),
    actor: actorOf(unit, by),
  });
  const handedIn: WholeAction = { ...act('submit', office, 0), actor: clerk(unit, 'zone') };
  const checked: WholeAction = { ...act('accept', office, 1), actor: clerk(unit, 'zone-checker') };
  const city = `${unit.jurisdiction.slice(0, 4)}00`;
  const county = unit.jurisdiction === city ? [] : [`${unit.jurisdiction}/statistics`, unit.jurisdiction];
  const levels = [...county, `${city}/statistics`, city, '330000/statistics'];
  const accepts = (until: number) => levels.slice(0, until).map((by, index) => act('accept', by, 1 + Math.ceil((index + 1) / 2)));
  switch (stage) {
    case 'handed-in':
      return [handedIn];
    case 'checked':
      return [handedIn, checked];
    case 'returned':
      return [
        handedIn,
        checked,
        { ...act('return', levels[0] ?? office, 2), text: '训练：两处请核实后再报。', reasons: returned.map(reasonOf) },
      ];
    case 'at-city':
      return [handedIn, checked, ...accepts(county.length)];
    case 'at-province':
      return [handedIn, checked, ...accepts(levels.length - 1)];
    default:
      return [handedIn, checked, ...accepts(levels.length), act('approve', '330000', 5)];
  }
}

function reasonOf([row, label, text]: Round['returned'][number]) {
  return { place: { table: 'cells', row, label }, text };
}

function clerk(unit: ReportingUnit, card: 'zone' | 'zone-checker'): Actor {
  const names = { zone: ['填报人', 'clerk'], 'zone-checker': ['审核人', 'checker'] } as const;
  const [zh, en] = names[card];
  return { card, unit: { zh: `${unit.name}${zh}`, en: `${unit.name}, ${en}` }, jurisdiction: unit.jurisdiction };
}

const levelNames: Readonly<Record<'county' | 'city' | 'province', Bilingual>> = {
  county: { zh: '训练·县', en: 'Training: county' },
  city: { zh: '训练·设区市', en: 'Training: city' },
  province: { zh: '训练·省', en: 'Training: province' },
};

function actorOf(unit: ReportingUnit, office: string): Actor {
  const [place = unit.jurisdiction, department] = office.split('/');
  const level = place === '330000' ? 'province' : place.endsWith('00') ? 'city' : 'county';
  const { zh, en } = levelNames[level];
  const card = department === 'statistics' ? `${level}-statistics` : level;
  const name =
    department === 'statistics' ? { zh: `${zh}统计部门`, en: `${en} bureau of statistics` } : { zh: `${zh}专班`, en: `${en} task force` };
  return { card, unit: name, jurisdiction: place };
}
