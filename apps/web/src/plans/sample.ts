// A small plan for the tests of this folder: one zone, two parts, three blocks, the sums that a paper would print.
import { notGiven } from '@zhenghe/engine/kernel';
import type { Plan } from '@zhenghe/engine/plans';

export function aSmallPlan(change: Partial<Plan> = {}): Plan {
  return {
    format: 'zhenghe-plan/1',
    code: 'sample',
    title: '样例方案',
    jurisdiction: '330726',
    industrialStrongCounty: notGiven,
    training: true,
    parks: [{ code: 'k1', name: '甲园区', level: 'provincial', approvedArea: notGiven, outcomes: ['merge'] }],
    zones: [{ code: 'z1', name: '甲开发区', level: 'provincial', plates: [], industries: ['纺织'], body: '', flagship: false }],
    parts: [
      { code: 'p1', zone: 'z1', name: '核心区', kind: 'core', managedBy: 'committee', entrustedTo: [], keepsBody: false },
      { code: 'p2', zone: 'z1', name: '东片区', kind: 'district', managedBy: 'township', entrustedTo: ['东镇'], keepsBody: notGiven },
    ],
    blocks: [
      { code: 'b1', name: '老区', park: 'k1', part: 'p1', areaBefore: '11.60', areaAfter: '17.24' },
      { code: 'b2', name: '东一', park: 'k1', part: 'p2', areaBefore: '6.57', areaAfter: '5.73' },
      { code: 'b3', name: '东二', park: 'k1', part: 'p2', areaBefore: '1.28', areaAfter: '2.11' },
    ],
    sums: [
      { code: 's1', label: '合计', column: 'areaBefore', parts: [], value: '19.45' },
      { code: 's2', label: '合计', column: 'areaAfter', parts: [], value: '25.08' },
      { code: 's3', label: '东片区', column: 'areaAfter', parts: ['p2'], value: '7.84' },
    ],
    townships: [{ name: '东镇', hosted: false, protectedShare: notGiven }],
    organisation: { bodiesBefore: notGiven, bodiesAfter: notGiven, staffBefore: notGiven, staffAfter: notGiven },
    milestones: [{ phase: 'plan', due: '2021-06-30' }],
    answers: [],
    ...change,
  };
}
