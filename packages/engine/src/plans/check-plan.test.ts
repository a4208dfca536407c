import { describe, expect, it } from 'vitest';
import { type Finding, needsReason } from '../kernel/index.ts';
import { checkPlan, type Plan, planProblems, planTotals, type Rule } from './index.ts';
import { aBlock, aCounty, aPark, aPart, aPlan, aRule, aZone } from './testing.ts';

function check(plan: Plan, rule: Rule, context = aCounty): readonly Finding[] {
  return checkPlan(plan, [rule], context).findings.filter((finding) => finding.check === rule.id);
}

function only(plan: Plan, rule: Rule, context = aCounty): Finding {
  const [finding, ...more] = check(plan, rule, context);
  if (!finding || more.length > 0) throw new Error(`expected one finding, found ${more.length + (finding ? 1 : 0)}`);
  return finding;
}

const outcomesOf = (findings: readonly Finding[]) => findings.map((finding) => finding.outcome);
const missing = { missing: 'not-given' } as const;
const [first, second] = [
  aBlock({ areaAfter: '4.01' }),
  aBlock({ code: 'b2', name: '乙区块', park: 'p2', part: 'east', areaBefore: '2.00', areaAfter: '2.00' }),
];

describe('sums', () => {
  const rule = aRule('sums-balance', {}, 'identity');

  it('pass when every declared sum adds up', () => expect(outcomesOf(check(aPlan(), rule))).toEqual(['pass', 'pass', 'pass']));

  it('fail the subtotal and the total a cell takes part in, by 0.01, and name all the cells', () => {
    const findings = check(aPlan({ blocks: [first, second] }), rule);
    expect(outcomesOf(findings)).toEqual(['pass', 'fail', 'fail']);
    expect(findings[1]).toMatchObject({ id: 'sums-balance:core', blocking: true, measured: '4.01 km²', allowed: '4.00 km²' });
    expect(findings[1]?.cells.map(({ table, row, field }) => `${table}.${row}.${field}`)).toEqual([
      'blocks.b1.areaAfter',
      'sums.core.value',
    ]);
    expect(findings[1]?.message.zh).toContain('相差 +0.01 km²');
  });

  it('are unknown with a missing area, without hiding the other sums', () => {
    const findings = check(aPlan({ blocks: [{ ...first, areaAfter: missing }, second] }), rule);
    expect(outcomesOf(findings)).toEqual(['pass', 'unknown', 'unknown']);
    expect(findings[1]?.message.zh).toContain('甲区块');
  });

  it('see a difference smaller than what is usually printed', () => {
    expect(check(aPlan({ blocks: [{ ...first, areaAfter: '4.001' }, second] }), rule)[1]?.measured).toBe('4.001 km²');
  });

  it('are unknown over a part without blocks', () => {
    const sums = [{ code: 's', label: '合计', column: 'areaAfter' as const, parts: ['core', 'west'], value: '4.00' }];
    expect(only(aPlan({ sums }), rule).outcome).toBe('unknown');
  });
});

describe('growth', () => {
  const rule = aRule('growth-explained', {}, 'identity');
  const grown = { blocks: [{ ...first, areaAfter: '5.00' }, second] };
  const reason = { finding: rule.id, kind: 'reason', text: '规划调整' } as const;

  it('blocks without a reason', () => {
    expect(only(aPlan(grown), rule)).toMatchObject({ outcome: 'fail', blocking: true, measured: '+1.00 km² (+16.7 %)' });
  });
  it('blocks with a reason that names no paper', () => {
    expect(only(aPlan({ ...grown, answers: [reason] }), rule).blocking).toBe(true);
    expect(only(aPlan({ ...grown, answers: [{ ...reason, paper: ' ' }] }), rule).blocking).toBe(true);
  });
  it('passes with a reason and its paper, and shows them', () => {
    const finding = only(aPlan({ ...grown, answers: [{ ...reason, paper: '金政函〔2021〕1号' }] }), rule);
    expect(finding).toMatchObject({ outcome: 'pass', blocking: false, answer: { text: '规划调整', paper: '金政函〔2021〕1号' } });
  });
  it('passes a plan that shrinks', () => {
    expect(only(aPlan({ blocks: [{ ...first, areaAfter: '3.00' }, second] }), rule)).toMatchObject({
      outcome: 'pass',
      measured: '−1.00 km² (−16.7 %)',
    });
  });
  it('gives no percentage where there was nothing before', () => {
    expect(only(aPlan({ blocks: [{ ...first, areaBefore: '0' }] }), rule).measured).toBe('+4.01 km²');
  });
  it('is unknown with a missing area', () => {
    expect(only(aPlan({ blocks: [{ ...first, areaBefore: missing }, second] }), rule)).toMatchObject({
      outcome: 'unknown',
      blocking: false,
    });
  });
});

describe('quota', () => {
  const rule = aRule('zones-within', { class: 'county', min: 1, max: 1, extraForIndustrialStrongCounty: 1 });
  const two = [aZone(), aZone({ code: 'z2', name: '乙开发区', body: '乙管委会' })];

  it('speaks only of its own class of place', () => expect(check(aPlan(), rule, { class: 'city', zonesElsewhere: 0 })).toEqual([]));
  it('prints 1 of 1, and 1 of 1–2', () => {
    expect(only(aPlan(), rule)).toMatchObject({ outcome: 'pass', measured: '1', allowed: '1' });
    expect(only(aPlan(), aRule('zones-within', { class: 'county', min: 1, max: 2, extraForIndustrialStrongCounty: 0 })).allowed).toBe(
      '1–2',
    );
  });
  it('allows one more to an industrial strong county', () => {
    expect(only(aPlan({ zones: two, industrialStrongCounty: true }), rule).outcome).toBe('pass');
    expect(only(aPlan({ zones: two, industrialStrongCounty: false }), rule)).toMatchObject({ outcome: 'fail', blocking: true });
  });
  it('is unknown where the one more hangs on a designation not given', () => {
    expect(only(aPlan({ zones: two, industrialStrongCounty: missing }), rule)).toMatchObject({ outcome: 'unknown', allowed: '1 (+1)' });
    expect(only(aPlan({ industrialStrongCounty: missing }), rule).outcome).toBe('pass');
    expect(only(aPlan({ zones: [...two, aZone({ code: 'z3' })], industrialStrongCounty: missing }), rule).outcome).toBe('fail');
  });
  it('does not oblige a place to have any', () => {
    expect(only(aPlan({ zones: [] }), rule)).toMatchObject({ outcome: 'fail', strength: 'may', blocking: false });
  });
  it('lets a named person record an exception with its paper', () => {
    const exception = { finding: rule.id, kind: 'exception', text: '省里同意', paper: '浙发改函〔2021〕1号', by: '张三' } as const;
    const over = { zones: two };
    expect(only(aPlan({ ...over, answers: [exception] }), rule)).toMatchObject({
      outcome: 'fail',
      blocking: false,
      answer: { by: '张三' },
    });
    expect(only(aPlan({ ...over, answers: [{ ...exception, by: '' }] }), rule).blocking).toBe(true);
    expect(only(aPlan({ ...over, answers: [{ ...exception, kind: 'reason' }] }), rule).blocking).toBe(true);
  });
});

describe('the cap of the province', () => {
  const rule = aRule('province-zones-at-most', { max: 150 });
  const at = (zonesElsewhere: number | null) => only(aPlan(), rule, { class: 'county', zonesElsewhere });

  it('counts the zones elsewhere', () => {
    expect(at(147)).toMatchObject({ outcome: 'pass', measured: '148', message: { zh: '本地 1 个，全省 148/150。' } });
    expect(at(149).outcome).toBe('pass');
    expect(at(150)).toMatchObject({ outcome: 'fail', message: { zh: '本地 1 个，全省 151/150，超出 1 个。' } });
  });
  it('is unknown without a register', () => expect(at(null)).toMatchObject({ outcome: 'unknown', measured: null }));
});

describe('outcomes of parks', () => {
  const rule = aRule('outcome-exactly-one', {}, 'identity');
  const of = (changes: Parameters<typeof aPark>[0], plan: Partial<Plan> = {}) => only(aPlan({ parks: [aPark(changes)], ...plan }), rule);

  it('are exactly one', () => {
    expect(of({}).outcome).toBe('pass');
    expect(of({ outcomes: [] }).outcome).toBe('fail');
    expect(of({ outcomes: ['merge', 'abolish'] })).toMatchObject({ outcome: 'fail', blocking: true, measured: '2' });
  });
  it('name where a merged park goes and what a converted one becomes', () => {
    expect(of({ code: 'p9' }).outcome).toBe('fail');
    expect(of({ code: 'p9', receivedBy: 'z1' }).outcome).toBe('pass');
    expect(of({ outcomes: ['convert'] }).outcome).toBe('fail');
    expect(of({ outcomes: ['convert'], convertsTo: 'small-business-park' }).outcome).toBe('pass');
  });
});

describe('an abolished park', () => {
  const rule = aRule('abolished-receives-nothing', {}, 'must');
  const gone = (areaAfter: Plan['blocks'][number]['areaAfter'], plates: readonly string[] = []) =>
    only(aPlan({ parks: [aPark({ outcomes: ['abolish'] })], blocks: [aBlock({ areaAfter })], zones: [aZone({ plates })] }), rule);

  it('keeps neither area nor plate', () => {
    expect(gone('0').outcome).toBe('pass');
    expect(gone('0.01').outcome).toBe('fail');
    expect(gone('0', ['甲园']).outcome).toBe('fail');
    expect(gone(missing).outcome).toBe('unknown');
  });
  it('is looked for only once the outcomes are decided', () => {
    expect(only(aPlan(), rule).outcome).toBe('pass');
    expect(only(aPlan({ parks: [aPark({ outcomes: [] })] }), rule).outcome).toBe('unknown');
  });
});

describe('districts', () => {
  it('are counted against a number only where the text gives one', () => {
    expect(only(aPlan(), aRule('districts-at-most', { max: null }, 'principle'))).toMatchObject({
      outcome: 'unknown',
      measured: '1',
      allowed: null,
    });
    expect(only(aPlan({ parts: [aPart()] }), aRule('districts-at-most', { max: null })).outcome).toBe('pass');
    expect(only(aPlan(), aRule('districts-at-most', { max: 0 }, 'principle'))).toMatchObject({ outcome: 'fail', blocking: false });
    expect(only(aPlan(), aRule('districts-at-most', { max: 1 })).outcome).toBe('pass');
  });
  it('keep no body', () => {
    const of = (keepsBody: Plan['parts'][number]['keepsBody']) =>
      only(aPlan({ parts: [aPart({ kind: 'district', keepsBody })] }), aRule('district-keeps-no-body', {})).outcome;
    expect([of(false), of(true), of(missing)]).toEqual(['pass', 'fail', 'unknown']);
  });
});

describe('approved area', () => {
  const rule = aRule('within-approved-area', {}, 'identity');
  const parks = (one: string | typeof missing, two: string | typeof missing) => [
    aPark({ approvedArea: one }),
    aPark({ code: 'p2', name: '乙园', approvedArea: two }),
  ];

  it('bounds the zone by the parks merged into it', () => {
    expect(only(aPlan({ parks: parks('4.00', '2.00') }), rule)).toMatchObject({
      outcome: 'pass',
      measured: '6.00 km²',
      allowed: '6.00 km²',
    });
    expect(only(aPlan({ parks: parks('4.00', '1.99') }), rule)).toMatchObject({ outcome: 'fail', blocking: true });
    expect(only(aPlan({ parks: parks('9.00', missing) }), rule).outcome).toBe('unknown');
  });
  it('is unknown where one park goes to several zones', () => {
    const plan = aPlan({
      parks: [aPark({ approvedArea: '9.00' })],
      zones: [aZone(), aZone({ code: 'z2', name: '乙开发区' })],
      parts: [aPart(), aPart({ code: 'east', zone: 'z2' })],
      blocks: [first, { ...second, park: 'p1' }],
    });
    expect(outcomesOf(check(plan, rule))).toEqual(['unknown', 'unknown']);
  });
});

describe('one zone', () => {
  it('has few leading industries, or a written reason', () => {
    const rule = aRule('industries-at-most', { max: 3 }, 'principle');
    const of = (industries: readonly string[], answers: Plan['answers'] = []) =>
      only(aPlan({ zones: [aZone({ industries })], answers }), rule);
    expect(of(['a', 'b', 'c']).outcome).toBe('pass');
    expect(of([]).outcome).toBe('unknown');
    const over = of(['a', 'b', 'c', 'd']);
    expect([over.outcome, over.blocking, needsReason(over)]).toEqual(['fail', false, true]);
    const answered = of(['a', 'b', 'c', 'd'], [{ finding: 'industries-at-most:z1', kind: 'reason', text: '传统产业' }]);
    expect([answered.outcome, needsReason(answered), answered.answer?.text]).toEqual(['fail', false, '传统产业']);
  });
  it('has one body of its own', () => {
    const rule = aRule('one-body-per-zone', {});
    const of = (...bodies: readonly string[]) =>
      outcomesOf(check(aPlan({ zones: bodies.map((body, index) => aZone({ code: `z${index}`, body })) }), rule));
    expect([of('甲'), of(''), of('甲', '甲 '), of('甲', '乙')]).toEqual([['pass'], ['unknown'], ['fail', 'fail'], ['pass', 'pass']]);
  });
  it('takes the highest level of its parks', () => {
    const rule = aRule('plate-of-highest-level', {});
    expect(only(aPlan(), rule).outcome).toBe('pass');
    expect(only(aPlan({ zones: [aZone({ level: 'local' })] }), rule).outcome).toBe('fail');
    const [p1, p2] = aPlan().parks;
    if (!p1 || !p2) throw new Error('the plan of the builder has two parks');
    expect(only(aPlan({ parks: [{ ...p1, outcomes: [] }, p2] }), rule).outcome).toBe('unknown');
  });
});

describe('cuts, dates and townships', () => {
  it('hold the cut against its share exactly', () => {
    const of = (bodiesBefore: number | typeof missing, bodiesAfter: number | typeof missing) =>
      only(
        aPlan({ organisation: { bodiesBefore, bodiesAfter, staffBefore: missing, staffAfter: missing } }),
        aRule('reduced-at-least', { of: 'bodies', share: '0.6' }),
      );
    expect(of(5, 2)).toMatchObject({ outcome: 'pass', measured: '60.0 %' });
    expect(of(10_000, 4001)).toMatchObject({ outcome: 'fail', measured: '59.99 %' });
    expect(of(0, 0).outcome).toBe('unknown');
    expect(of(5, missing).outcome).toBe('unknown');
  });
  it('count the days a date is late', () => {
    const rule = aRule('milestone-by', { phase: 'plan', due: '2020-12-31' });
    const of = (due: Plan['milestones'][number]['due']) => only(aPlan({ milestones: [{ phase: 'plan', due }] }), rule);
    expect(of('2021-06-30').message.zh).toContain('晚 181 天');
    expect([of('2020-12-31').outcome, of('2021-01-01').outcome, of(missing).outcome]).toEqual(['pass', 'fail', 'unknown']);
    expect(only(aPlan({ milestones: [] }), rule).outcome).toBe('unknown');
  });
  it('release townships with much protected land', () => {
    const of = (hosted: boolean, protectedShare: string | typeof missing, maxShare: string | null) =>
      only(
        aPlan({ townships: [{ name: '东镇', hosted, protectedShare }] }),
        aRule('protected-township-not-hosted', { maxShare }, 'principle'),
      ).outcome;
    expect([of(false, missing, null), of(true, missing, '0.5'), of(true, '0.6', null)]).toEqual(['pass', 'unknown', 'unknown']);
    expect([of(true, '0.6', '0.5'), of(true, '0.5', '0.5')]).toEqual(['fail', 'pass']);
  });
});

describe('structure', () => {
  const ids = (plan: Plan) => checkPlan(plan, [], aCounty).findings.map((finding) => finding.id);

  it('is silent on a plan that holds together', () => expect(ids(aPlan())).toEqual([]));
  it('names repeated rows, unknown references, empty parts and impossible figures, all at once', () => {
    const plan = aPlan({
      parks: [aPark(), aPark({ name: '乙园' })],
      parts: [aPart(), aPart({ code: 'empty', name: '空片区' })],
      blocks: [aBlock({ park: 'nobody' }), aBlock({ code: 'b2', name: '乙区块', areaBefore: '-1' })],
      sums: [],
      townships: [{ name: '东镇', hosted: true, protectedShare: '1.2' }],
    });
    expect(ids(plan)).toEqual([
      'structure:repeated:parks.code:p1',
      'structure:unknown:blocks.park:b1:nobody',
      'structure:empty:part:empty',
      'structure:impossible:blocks.areaBefore:b2',
      'structure:impossible:townships.protectedShare:东镇',
    ]);
    expect(checkPlan(plan, [], aCounty).findings.every((finding) => finding.blocking)).toBe(true);
  });
});

describe('who takes a park over', () => {
  const ids = (park: Plan['parks'][number]) => planProblems(aPlan({ parks: [aPark({ code: 'p1' }), park] })).map((finding) => finding.id);
  const other = aPark({ code: 'p2', name: '乙园', receivedBy: '某镇政府' });

  it('a township named as receiver of an abolished park was taken for a code that does not exist', () => {
    expect(ids({ ...other, outcomes: ['abolish'] })).toEqual([]);
    expect(ids({ ...other, outcomes: ['merge'] })).toEqual(['structure:unknown:parks.receivedBy:p2:某镇政府']);
  });
});

describe('totals', () => {
  it('are exact, and missing as soon as one area is', () => {
    expect(planTotals(aPlan())).toMatchObject({ before: '6.00', after: '6.00', growth: '0.00', growthPercent: '0.0' });
    expect(planTotals(aPlan({ blocks: [{ ...first, areaAfter: missing }, second] }))).toMatchObject({
      before: '6.00',
      after: missing,
      growth: missing,
    });
  });
});
