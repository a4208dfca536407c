// 四个一批: each park has exactly one outcome, carried out in the plan; an abolished park receives nothing (S2-二(二), F05).
import { type Bilingual, isMissing, listEn, listZh, type Place, type Said } from '../../kernel/index.ts';
import type { ParkOutcome, PlanBlock, PlanPark } from '../plan.ts';
import { areaPlace, figureOf, type PlanView, parkPlace, planPlace, zonePlace } from '../view.ts';
import type { Check } from './check.ts';

const outcomeNames: Readonly<Record<ParkOutcome, Bilingual>> = {
  abolish: { zh: '淘汰撤销', en: 'abolish' },
  convert: { zh: '转型提升', en: 'convert' },
  merge: { zh: '整合优化', en: 'merge' },
  create: { zh: '创建打造', en: 'create' },
};

export const outcomeExactlyOne: Check<'outcome-exactly-one'> = (_rule, view) => {
  if (view.plan.parks.length > 0) return view.plan.parks.map((park) => oneOutcome(park, view));
  const where = planPlace(view.plan, 'parks');
  return [
    {
      outcome: 'unknown',
      where,
      cells: [where],
      message: { zh: '方案没有列出整合前的园区。', en: 'The plan lists no park as it stood before.' },
      mend: { zh: '逐个列出整合前的园区。', en: 'List each park as it stood before.' },
    },
  ];
};

function oneOutcome(park: PlanPark, view: PlanView): Said {
  const where = parkPlace(park, 'outcomes');
  const [first, ...more] = park.outcomes;
  const said = { key: park.code, where, cells: [where], measured: String(park.outcomes.length), allowed: '1' };
  if (first === undefined || more.length > 0) return { ...said, outcome: 'fail', ...notOne(park) };
  const gap = notCarriedOut(park, first, view);
  if (gap) return { ...said, outcome: 'fail', cells: [where, gap.cell], message: gap.message, mend: gap.mend };
  return {
    ...said,
    outcome: 'pass',
    message: { zh: `${park.name}：${outcomeNames[first].zh}。`, en: `${park.name}: ${outcomeNames[first].en}.` },
  };
}

function notOne(park: PlanPark): Pick<Said, 'message' | 'mend'> {
  const mend = { zh: '四类去向中只选一类。', en: 'Choose exactly one of the four outcomes.' };
  if (park.outcomes.length === 0) return { message: { zh: `${park.name}没有去向。`, en: `${park.name} has no outcome.` }, mend };
  return {
    message: {
      zh: `${park.name}有 ${park.outcomes.length} 个去向：${park.outcomes.map((outcome) => outcomeNames[outcome].zh).join('、')}。`,
      en: `${park.name} has ${park.outcomes.length} outcomes: ${park.outcomes.map((outcome) => outcomeNames[outcome].en).join(', ')}.`,
    },
    mend,
  };
}

interface Gap extends Required<Pick<Said, 'message' | 'mend'>> {
  readonly cell: Place;
}

function notCarriedOut(park: PlanPark, outcome: ParkOutcome, view: PlanView): Gap | null {
  if (outcome === 'merge' && !park.receivedBy && !view.blocksOfPark.has(park.code)) {
    return {
      cell: parkPlace(park, 'receivedBy'),
      message: {
        zh: `${park.name}列为整合优化，却没有区块，也没有写明并入哪里。`,
        en: `${park.name} is to be merged, yet it has no block and no zone that receives it.`,
      },
      mend: { zh: '填上并入的开发区，或补列它的区块。', en: 'Name the zone that receives it, or list its blocks.' },
    };
  }
  if (outcome === 'convert' && park.convertsTo === undefined) {
    return {
      cell: parkPlace(park, 'convertsTo'),
      message: { zh: `${park.name}列为转型提升，却没有写明转成什么。`, en: `${park.name} is to be converted, but not into what.` },
      mend: {
        zh: '选明特色小镇、小微企业园、双创园区或城市街区。',
        en: 'Choose characteristic town, small-business park, innovation park or city district.',
      },
    };
  }
  return null;
}

export const abolishedReceivesNothing: Check<'abolished-receives-nothing'> = (_rule, view) => {
  const abolished = view.plan.parks.filter((park) => park.outcomes.includes('abolish'));
  if (abolished.length > 0) return abolished.map((park) => receivesNothing(park, view));
  const where = planPlace(view.plan, 'parks');
  const undecided = view.plan.parks.filter((park) => park.outcomes.length === 0).map((park) => parkPlace(park, 'outcomes'));
  if (view.plan.parks.length === 0 || undecided.length > 0) {
    return [
      {
        outcome: 'unknown',
        where,
        cells: undecided.length > 0 ? undecided : [where],
        message: {
          zh: '有园区去向未定，无法判断是否有撤销的园区。',
          en: 'Outcomes are still open, so it cannot be said whether a park is abolished.',
        },
        mend: { zh: '先定明各园区去向。', en: 'Decide the outcomes first.' },
      },
    ];
  }
  return [{ outcome: 'pass', where, cells: [where], message: { zh: '方案没有淘汰撤销的园区。', en: 'The plan abolishes no park.' } }];
};

function receivesNothing(park: PlanPark, view: PlanView): Said {
  const blocks = view.blocksOfPark.get(park.code) ?? [];
  const plates = view.plan.zones.filter((zone) => zone.plates.includes(park.name)).map((zone) => zonePlace(zone, 'plates'));
  const kept = blocks.filter((block) => figureOf(block.areaAfter)?.isPositive() && !figureOf(block.areaAfter)?.isZero());
  const found = [...kept.map(afterPlace), ...plates];
  const said = { key: park.code, where: parkPlace(park), cells: [parkPlace(park, 'outcomes'), ...blocks.map(afterPlace), ...plates] };
  if (found.length > 0) return { ...said, outcome: 'fail', ...stillReceives(park, found) };
  const missing = blocks.filter((block) => isMissing(block.areaAfter) || !figureOf(block.areaAfter)).map(afterPlace);
  if (missing.length > 0) return { ...said, outcome: 'unknown', ...notKnown(park, missing) };
  return {
    ...said,
    outcome: 'pass',
    message: { zh: `${park.name}撤销后没有留下面积或牌子。`, en: `${park.name} keeps no area and no plate once abolished.` },
  };
}

function afterPlace(block: PlanBlock): Place {
  return areaPlace(block, 'areaAfter');
}

function stillReceives(park: PlanPark, found: readonly Place[]): Pick<Said, 'message' | 'mend'> {
  const labels = found.map((place) => place.label);
  return {
    message: {
      zh: `${park.name}列为淘汰撤销，整合后却仍有：${listZh(labels)}。`,
      en: `${park.name} is to be abolished, yet afterwards there is still: ${listEn(labels)}.`,
    },
    mend: { zh: '把面积改为 0、摘去牌子，或改去向。', en: 'Set the area to 0 and drop the plate, or change the outcome.' },
  };
}

function notKnown(park: PlanPark, missing: readonly Place[]): Pick<Said, 'message' | 'mend'> {
  const labels = missing.map((place) => place.label);
  return {
    message: {
      zh: `${park.name}列为淘汰撤销，缺少：${listZh(labels)}。`,
      en: `${park.name} is to be abolished; missing: ${listEn(labels)}.`,
    },
    mend: { zh: '补填整合后面积。', en: 'Fill in the area after integration.' },
  };
}
