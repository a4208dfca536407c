// What one zone may have: few leading industries, one body of its own, the level of its highest park (S2-(九), S2-(三), S2-二(二)).
import { type Bilingual, countEn, type Said } from '../../kernel/index.ts';
import type { Level, PlanPark, PlanZone } from '../plan.ts';
import { type PlanView, parkPlace, zonePlace } from '../view.ts';
import { carriedInto } from './carried.ts';
import type { Check } from './check.ts';

export const industriesAtMost: Check<'industries-at-most'> = (rule, { plan }) => plan.zones.map((zone) => industries(zone, rule.max));

function industries(zone: PlanZone, max: number): Said {
  const where = zonePlace(zone, 'industries');
  const named = new Set(zone.industries.map((industry) => industry.trim()).filter(Boolean));
  const base = { key: zone.code, where, cells: [where], allowed: String(max) };
  if (named.size === 0) {
    return {
      ...base,
      outcome: 'unknown',
      message: { zh: `${zone.name}没有填主导产业。`, en: `${zone.name} names no leading industry.` },
      mend: { zh: '补填主导产业。', en: 'Name the leading industries.' },
    };
  }
  const list = [...named];
  const message = {
    zh: `${zone.name}有 ${named.size} 个主导产业，要求不超过 ${max} 个：${list.join('、')}。`,
    en: `${zone.name} names ${countEn(named.size, 'leading industry', 'leading industries')}; at most ${max} are asked for: ${list.join(', ')}.`,
  };
  const said = { ...base, measured: String(named.size), message };
  if (named.size <= max) return { ...said, outcome: 'pass' };
  return { ...said, outcome: 'fail', mend: { zh: '归并主导产业，或写明理由。', en: 'Reduce the list, or give the reason in writing.' } };
}

export const oneBodyPerZone: Check<'one-body-per-zone'> = (_rule, { plan }) => plan.zones.map((zone) => ownBody(zone, plan.zones));

function ownBody(zone: PlanZone, zones: readonly PlanZone[]): Said {
  const where = zonePlace(zone, 'body');
  const body = zone.body.trim();
  if (!body) {
    return {
      key: zone.code,
      where,
      cells: [where],
      outcome: 'unknown',
      message: { zh: `${zone.name}没有填管理机构。`, en: `${zone.name} names no management body.` },
      mend: { zh: '补填管理机构名称。', en: 'Name the management body.' },
    };
  }
  const sharing = zones.filter((other) => other !== zone && other.body.trim() === body);
  const base = { key: zone.code, where, cells: [where, ...sharing.map((other) => zonePlace(other, 'body'))], measured: body };
  if (sharing.length === 0) {
    return { ...base, outcome: 'pass', message: { zh: `${zone.name}由${body}一家管理。`, en: `${zone.name} has one body: ${body}.` } };
  }
  const others = sharing.map((other) => other.name);
  return {
    ...base,
    outcome: 'fail',
    message: {
      zh: `${zone.name}与${others.join('、')}同用一个管理机构：${body}。`,
      en: `${zone.name} shares its body with ${others.join(', ')}: ${body}.`,
    },
    mend: { zh: '每个开发区只设一个自己的管理主体；实为一个的，合并填写。', en: 'Give each zone its own body, or enter them as one zone.' },
  };
}

const rank: Readonly<Record<Level, number>> = { local: 1, provincial: 2, national: 3 };
const levelNames: Readonly<Record<Level, Bilingual>> = {
  national: { zh: '国家级', en: 'national' },
  provincial: { zh: '省级', en: 'provincial' },
  local: { zh: '市县自设', en: 'local' },
};

export const plateOfHighestLevel: Check<'plate-of-highest-level'> = (_rule, view) => view.plan.zones.map((zone) => plateLevel(zone, view));

function plateLevel(zone: PlanZone, view: PlanView): Said {
  const { parks, undecided } = carriedInto(zone, view);
  const where = zonePlace(zone, 'level');
  const cells = [where, ...parks.map((park) => parkPlace(park, 'level')), ...undecided.map((park) => parkPlace(park, 'outcomes'))];
  const base = { key: zone.code, where, cells };
  const highest = highestLevel(parks);
  if (highest === null || highestLevel([...parks, ...undecided]) !== highest) {
    return {
      ...base,
      outcome: 'unknown',
      message: {
        zh: `${zone.name}并入了哪些园区还没有定，无法核对牌子级别。`,
        en: `Which parks go into ${zone.name} is not settled, so its level cannot be checked.`,
      },
      mend: { zh: '定明各园区去向和区块。', en: 'Settle the outcomes and blocks of the parks.' },
    };
  }
  const here = levelNames[zone.level];
  const top = levelNames[highest];
  if (zone.level === highest) {
    const message = {
      zh: `${zone.name}为${here.zh}，与并入园区的最高级别一致。`,
      en: `${zone.name} is ${here.en}, the highest level among its parks.`,
    };
    return { ...base, outcome: 'pass', message };
  }
  return {
    ...base,
    outcome: 'fail',
    message: {
      zh: `${zone.name}填为${here.zh}，并入园区的最高级别是${top.zh}。`,
      en: `${zone.name} is entered as ${here.en}; the highest level among its parks is ${top.en}.`,
    },
    mend: { zh: `改为${top.zh}。`, en: `Change it to ${top.en}.` },
  };
}

function highestLevel(parks: readonly PlanPark[]): Level | null {
  let highest: Level | null = null;
  for (const park of parks) if (highest === null || rank[park.level] > rank[highest]) highest = park.level;
  return highest;
}
