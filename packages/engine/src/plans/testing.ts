// Builders for tests: a small lawful plan and rules, to be changed in the one thing a test is about.
import { notGiven, type Strength } from '../kernel/index.ts';
import type { RuleOf } from './checks/check.ts';
import type { Plan, PlanBlock, PlanPark, PlanPart, PlanZone } from './plan.ts';
import type { PlanContext, RuleKind } from './rule.ts';

export const aCounty: PlanContext = { class: 'county', zonesElsewhere: 100 };

/** Two parks of 4.00 and 2.00 km² merged into one zone with a core and a district, without growth. */
export function aPlan(changes: Partial<Plan> = {}): Plan {
  return {
    format: 'zhenghe-plan/1',
    code: 'plan',
    title: '甲县整合方案',
    jurisdiction: '330726',
    industrialStrongCounty: false,
    training: true,
    parks: [aPark({ code: 'p1', name: '甲园', level: 'provincial' }), aPark({ code: 'p2', name: '乙园' })],
    zones: [aZone()],
    parts: [aPart(), aPart({ code: 'east', name: '东片区', kind: 'district', managedBy: 'township', entrustedTo: ['东镇'] })],
    blocks: [
      aBlock({ code: 'b1', name: '甲区块', park: 'p1', part: 'core', areaBefore: '4.00', areaAfter: '4.00' }),
      aBlock({ code: 'b2', name: '乙区块', park: 'p2', part: 'east', areaBefore: '2.00', areaAfter: '2.00' }),
    ],
    sums: [
      { code: 'before', label: '整合前合计', column: 'areaBefore', parts: [], value: '6.00' },
      { code: 'core', label: '核心区', column: 'areaAfter', parts: ['core'], value: '4.00' },
      { code: 'after', label: '整合后合计', column: 'areaAfter', parts: [], value: '6.00' },
    ],
    townships: [{ name: '东镇', hosted: false, protectedShare: notGiven }],
    organisation: { bodiesBefore: 5, bodiesAfter: 2, staffBefore: 100, staffAfter: 70 },
    milestones: [{ phase: 'plan', due: '2020-12-31' }],
    answers: [],
    ...changes,
  };
}

export function aPark(changes: Partial<PlanPark> = {}): PlanPark {
  return { code: 'p1', name: '甲园', level: 'local', approvedArea: '4.00', outcomes: ['merge'], ...changes };
}

export function aZone(changes: Partial<PlanZone> = {}): PlanZone {
  const zone: PlanZone = {
    code: 'z1',
    name: '甲开发区',
    level: 'provincial',
    plates: ['甲开发区'],
    industries: ['装备'],
    body: '甲管委会',
    flagship: false,
  };
  return { ...zone, ...changes };
}

export function aPart(changes: Partial<PlanPart> = {}): PlanPart {
  return { code: 'core', zone: 'z1', name: '核心区', kind: 'core', managedBy: 'committee', entrustedTo: [], keepsBody: false, ...changes };
}

export function aBlock(changes: Partial<PlanBlock> = {}): PlanBlock {
  return { code: 'b1', name: '甲区块', park: 'p1', part: 'core', areaBefore: '4.00', areaAfter: '4.00', ...changes };
}

/** A rule of a kind: its id is the kind, its clause a stand-in. */
export function aRule<K extends RuleKind>(
  kind: K,
  figures: Omit<RuleOf<K>, 'id' | 'clause' | 'strength' | 'title' | 'kind'>,
  strength: Strength = 'must',
) {
  return { id: kind, kind, strength, clause: { pack: 'test', clause: 'S2-(一)' }, title: { zh: kind, en: kind }, ...figures };
}
