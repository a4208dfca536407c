import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decimal, type Finding, isMissing, notGiven, type Place } from '../kernel/index.ts';
import { checkPlan, type Plan, type PlanBlock, parkOutcomes, type Rule } from './index.ts';
import { aBlock, aCounty, aPark, aPart, aPlan, aRule, aZone } from './testing.ts';

const rules: readonly Rule[] = [
  aRule('sums-balance', {}, 'identity'),
  aRule('outcome-exactly-one', {}, 'identity'),
  aRule('zones-within', { class: 'county', min: 1, max: 1, extraForIndustrialStrongCounty: 1 }),
  aRule('province-zones-at-most', { max: 150 }),
  aRule('districts-at-most', { max: 2 }, 'principle'),
  aRule('district-keeps-no-body', {}),
  aRule('growth-explained', {}, 'identity'),
  aRule('within-approved-area', {}, 'identity'),
  aRule('industries-at-most', { max: 3 }, 'principle'),
  aRule('reduced-at-least', { of: 'bodies', share: '0.6' }),
  aRule('milestone-by', { phase: 'plan', due: '2020-12-31' }),
  aRule('protected-township-not-hosted', { maxShare: '0.5' }, 'principle'),
  aRule('one-body-per-zone', {}),
  aRule('plate-of-highest-level', {}),
  aRule('abolished-receives-nothing', {}),
];

const parts = ['core', 'east', 'west'] as const;
const hundredths = (value: number) => new Decimal(value).dividedBy(100).toFixed(2);
const area = fc.integer({ min: 0, max: 50_000 }).map(hundredths);
const areaOrMissing = fc.oneof({ weight: 9, arbitrary: area }, { weight: 1, arbitrary: fc.constant(notGiven) });

/** Whole plans of one zone, two districts and up to twelve blocks; sums declared as they add up, unless a cell is missing. */
function planOf(cell: typeof areaOrMissing | typeof area): fc.Arbitrary<Plan> {
  const row = fc.record({
    before: cell,
    after: cell,
    part: fc.constantFrom(...parts),
    outcome: fc.constantFrom(...parkOutcomes),
    approved: cell,
  });
  const rest = fc.record({
    organisation: fc.record({ bodiesBefore: fc.nat(20), bodiesAfter: fc.nat(20), staffBefore: fc.nat(99), staffAfter: fc.nat(99) }),
    hosted: fc.boolean(),
    share: fc.integer({ min: 0, max: 100 }).map(hundredths),
    due: fc.constantFrom('2020-09-30', '2020-12-31', '2021-06-30'),
  });
  return fc.tuple(fc.array(row, { minLength: 1, maxLength: 12 }), rest).map(([rows, { organisation, hosted, share, due }]) => {
    const blocks = rows.map((one, index) =>
      aBlock({ code: `b${index}`, name: `区块${index}`, park: `p${index}`, part: one.part, areaBefore: one.before, areaAfter: one.after }),
    );
    return aPlan({
      parks: rows.map((one, index) =>
        aPark({
          code: `p${index}`,
          name: `园区${index}`,
          outcomes: [one.outcome],
          convertsTo: 'small-business-park',
          approvedArea: one.approved,
        }),
      ),
      zones: [aZone({ level: 'local' })],
      parts: parts.map((code) => aPart({ code, name: code, kind: code === 'core' ? 'core' : 'district' })),
      blocks,
      sums: [[], ...parts.map((part) => [part]), ['east', 'west']].map((of, index) => declared(`s${index}`, of, blocks)),
      organisation,
      townships: [{ name: '东镇', hosted, protectedShare: share }],
      milestones: [{ phase: 'plan', due }],
    });
  });
}

function declared(code: string, of: readonly string[], blocks: readonly PlanBlock[]): Plan['sums'][number] {
  const own = blocks.filter((block) => of.length === 0 || of.includes(block.part));
  const sum = own.reduce((total, { areaAfter }) => (isMissing(areaAfter) ? total : total.plus(areaAfter)), new Decimal(0));
  return { code, label: code, column: 'areaAfter', parts: of, value: sum.toFixed(2) };
}

const outcomesOf = (findings: readonly Finding[]) => findings.map(({ id, outcome, blocking }) => `${id} ${outcome} ${blocking}`).sort();
const failedSums = (plan: Plan) =>
  checkPlan(plan, [aRule('sums-balance', {})], aCounty)
    .findings.filter((finding) => finding.check === 'sums-balance' && finding.outcome === 'fail')
    .map((finding) => finding.where.row);

describe('checking any plan', () => {
  it('gives the same bytes for the same input', () => {
    fc.assert(
      fc.property(planOf(areaOrMissing), (plan) => {
        const again = JSON.parse(JSON.stringify(plan)) as Plan;
        expect(JSON.stringify(checkPlan(again, rules, aCounty))).toBe(JSON.stringify(checkPlan(plan, rules, aCounty)));
      }),
    );
  });

  it('asks neither for the order nor for the codes and names of the blocks', () => {
    fc.assert(
      fc.property(planOf(areaOrMissing), fc.infiniteStream(fc.nat()), (plan, numbers) => {
        const blocks = plan.blocks.map((block, index) => ({ ...block, code: `x${index}`, name: `改名${index}` }));
        const keyed = blocks.map((block) => ({ block, at: numbers.next().value ?? 0 })).sort((a, b) => a.at - b.at);
        const shuffled = { ...plan, blocks: keyed.map(({ block }) => block) };
        expect(outcomesOf(checkPlan(shuffled, rules, aCounty).findings)).toEqual(outcomesOf(checkPlan(plan, rules, aCounty).findings));
      }),
    );
  });

  it('fails exactly the sums a cell takes part in when the cell changes by 0.01', () => {
    fc.assert(
      fc.property(planOf(area), fc.nat(), (plan, pick) => {
        const filled = new Set(plan.blocks.map((block) => block.part));
        const whole = { ...plan, sums: plan.sums.filter((sum) => sum.parts.every((part) => filled.has(part))) };
        expect(failedSums(whole)).toEqual([]);
        const changed = whole.blocks[pick % whole.blocks.length];
        if (!changed || isMissing(changed.areaAfter)) throw new Error('every cell of this plan has a figure');
        const areaAfter = new Decimal(changed.areaAfter).plus('0.01').toFixed(2);
        const blocks = whole.blocks.map((block) => (block === changed ? { ...block, areaAfter } : block));
        const touched = whole.sums.filter((sum) => sum.parts.length === 0 || sum.parts.includes(changed.part)).map((sum) => sum.code);
        expect(failedSums({ ...whole, blocks })).toEqual(touched);
      }),
    );
  });

  it('never passes once a cell it needs is missing', () => {
    fc.assert(
      fc.property(planOf(area), (plan) => {
        const passed = checkPlan(plan, rules, aCounty).findings.filter((finding) => finding.outcome === 'pass');
        for (const finding of passed) {
          for (const cell of finding.cells) {
            const holed = without(plan, cell);
            if (!holed) continue;
            const now = checkPlan(holed, rules, aCounty).findings.find(({ id }) => id === finding.id);
            expect(`${finding.id} without ${cell.table}.${cell.field}: ${now?.outcome}`).not.toContain(': pass');
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('blocks only what failed, and never by a principle', () => {
    fc.assert(
      fc.property(planOf(areaOrMissing), (plan) => {
        const blocking = checkPlan(plan, rules, aCounty).findings.filter((finding) => finding.blocking);
        expect(blocking.every(({ outcome, strength }) => outcome === 'fail' && (strength === 'identity' || strength === 'must'))).toBe(
          true,
        );
      }),
    );
  });
});

/** The plan with one cell emptied; null when the place is not a cell that may be missing. */
function without(plan: Plan, { table, row, field }: Place): Plan | null {
  const hole = <T extends { readonly code: string }>(rows: readonly T[]): readonly T[] =>
    rows.map((one) => (one.code === row && field !== undefined ? { ...one, [field]: notGiven } : one));
  if (table === 'blocks' && field?.startsWith('area')) return { ...plan, blocks: hole(plan.blocks) };
  if (table === 'parks' && field === 'approvedArea') return { ...plan, parks: hole(plan.parks) };
  if (table === 'parts' && field === 'keepsBody') return { ...plan, parts: hole(plan.parts) };
  if (table === 'sums') return { ...plan, sums: hole(plan.sums) };
  if (table === 'townships' && field === 'protectedShare') {
    return { ...plan, townships: plan.townships.map((one) => ({ ...one, protectedShare: notGiven })) };
  }
  if (table === 'milestones') return { ...plan, milestones: plan.milestones.map((one) => ({ ...one, due: notGiven })) };
  if (table === 'organisation' && field !== undefined) return { ...plan, organisation: { ...plan.organisation, [field]: notGiven } };
  return null;
}
