// A zone after integration against the approved areas (核准面积) of the parks merged into it (S0 ¶2, S2-(十三)).
import { Decimal, km2, listEn, listZh, type Place, type Said } from '../../kernel/index.ts';
import type { PlanPark, PlanZone } from '../plan.ts';
import { columnSum, figureOf, type PlanView, parkPlace, zonePlace } from '../view.ts';
import { type Carried, carriedInto } from './carried.ts';
import { type Check, names } from './check.ts';

export const withinApprovedArea: Check<'within-approved-area'> = (_rule, view) => view.plan.zones.map((zone) => oneZone(zone, view));

function oneZone(zone: PlanZone, view: PlanView): Said {
  const after = columnSum(view, view.blocksOfZone.get(zone.code) ?? [], 'areaAfter');
  const carried = carriedInto(zone, view);
  const approved = approvedSum(carried, view);
  const base = { key: zone.code, where: zonePlace(zone), cells: [...after.cells, ...approved.cells] };
  const shown = { ...(after.sum && { measured: km2(after.sum) }), ...(approved.sum && { allowed: km2(approved.sum) }) };
  if (after.sum && approved.sum && after.sum.greaterThan(approved.sum)) {
    return { ...base, ...shown, outcome: 'fail', ...beyond(zone, after.sum, approved.sum) };
  }
  const missing = names([...after.missing, ...approved.missing]);
  if (!after.sum || !approved.sum || missing.length > 0)
    return { ...base, ...shown, outcome: 'unknown', ...unmeasured(zone, missing, after.cells.length > 0) };
  if (approved.shared.length > 0) return { ...base, ...shown, outcome: 'unknown', ...undivided(zone, approved.shared) };
  return {
    ...base,
    ...shown,
    outcome: 'pass',
    message: {
      zh: `${zone.name}整合后 ${km2(after.sum)}，不超过核准面积 ${km2(approved.sum)}。`,
      en: `${zone.name} has ${km2(after.sum)} after integration, within the approved ${km2(approved.sum)}.`,
    },
  };
}

interface Approved {
  /** The most the papers can allow; null when a park's figure is missing or no park is merged. */
  readonly sum: Decimal | null;
  readonly cells: readonly Place[];
  readonly missing: readonly Place[];
  /** Parks that go to several zones: no paper divides their approved area. */
  readonly shared: readonly PlanPark[];
}

function approvedSum(carried: Carried, view: PlanView): Approved {
  const cells = carried.parks.map((park) => parkPlace(park, 'approvedArea'));
  const missing: Place[] = carried.undecided.map((park) => parkPlace(park, 'outcomes'));
  let sum = new Decimal(0);
  for (const park of carried.parks) {
    const figure = figureOf(park.approvedArea);
    if (figure) sum = sum.plus(figure);
    else missing.push(parkPlace(park, 'approvedArea'));
  }
  const shared = carried.parks.filter((park) => zonesOf(park, view).size > 1);
  return { sum: missing.length > 0 || carried.parks.length === 0 ? null : sum, cells, missing, shared };
}

function zonesOf(park: PlanPark, view: PlanView): ReadonlySet<string> {
  const zones = (view.blocksOfPark.get(park.code) ?? []).map((block) => view.partOf.get(block.part)?.zone);
  return new Set(zones.filter((zone) => zone !== undefined));
}

function beyond(zone: PlanZone, after: Decimal, approved: Decimal): Pick<Said, 'message' | 'mend'> {
  return {
    message: {
      zh: `${zone.name}整合后 ${km2(after)}，超过核准面积 ${km2(approved)}，多出 ${km2(after.minus(approved))}。`,
      en: `${zone.name} has ${km2(after)} after integration, ${km2(after.minus(approved))} beyond the approved ${km2(approved)}.`,
    },
    mend: { zh: '压减到核准面积以内，或补上新的核准文件和面积。', en: 'Reduce it to the approved area, or enter the newly approved area.' },
  };
}

function unmeasured(zone: PlanZone, missing: readonly string[], hasBlocks: boolean): Pick<Said, 'message' | 'mend'> {
  if (missing.length === 0 && hasBlocks) {
    return {
      message: {
        zh: `${zone.name}没有并入的园区，没有核准面积可比。`,
        en: `No park is merged into ${zone.name}, so there is no approved area to hold it against.`,
      },
    };
  }
  if (missing.length === 0) {
    return { message: { zh: `${zone.name}没有区块，无法比较。`, en: `${zone.name} has no block, so nothing can be compared.` } };
  }
  return {
    message: {
      zh: `${zone.name}无法与核准面积比较，缺少 ${missing.length} 项数据：${listZh(missing)}。`,
      en: `${zone.name} cannot be held against the approved area; ${missing.length} figures missing: ${listEn(missing)}.`,
    },
    mend: { zh: '补填核准面积和批准文件。', en: 'Fill in the approved areas.' },
  };
}

function undivided(zone: PlanZone, shared: readonly PlanPark[]): Pick<Said, 'message' | 'mend'> {
  const labels = shared.map((park) => park.name);
  return {
    message: {
      zh: `${listZh(labels)}分入几个开发区，核准面积没有拆分，${zone.name}无法比较。`,
      en: `${listEn(labels)} goes to several zones and no paper divides its approved area; ${zone.name} cannot be compared.`,
    },
    mend: { zh: '按去向拆开园区，分别填写核准面积。', en: 'Enter the park once for each zone, each with its approved area.' },
  };
}
