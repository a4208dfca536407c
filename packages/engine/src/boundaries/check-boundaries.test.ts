import { beforeAll, describe, expect, it } from 'vitest';
import { type BoundaryInput, type BoundaryRule, checkBoundaries, type LayerVersion, type Overlay } from './index.ts';
import { aFeature, squareShape, testOverlay } from './testing.ts';

let overlay: Overlay;
beforeAll(async () => {
  overlay = await testOverlay();
});

const base = { id: 'r', clause: { pack: 'p', clause: 'S2-(十三)' }, strength: 'identity', title: { zh: '', en: '' } } as const;
const a = aFeature('b1', squareShape([119.8, 29.3], 0.01));
/** 0.9714 km wide and 1.1085 km high: 1.0768 km². */
const block = { code: 'b1', name: '训练一号', part: 'p1', zone: 'z1', declared: '1.08' };

function input(more: Partial<BoundaryInput> = {}): BoundaryInput {
  return { set: 's', features: [a], blocks: [block], layers: [], lastPlan: null, county: null, hosted: ['训练镇'], answers: [], ...more };
}

function aLayer(kind: LayerVersion['kind'], ...shapes: LayerVersion['features']): LayerVersion {
  const named = { id: `${kind}-1`, kind, title: { zh: '', en: '' }, jurisdiction: '330781', owner: { zh: '', en: '' } };
  return { ...named, source: '训练数据', validFrom: '2021-01-01', validTo: null, sha256: 'x', features: shapes };
}

function check(rule: Partial<BoundaryRule> & { kind: BoundaryRule['kind'] }, more: Partial<BoundaryInput> = {}) {
  return checkBoundaries(input(more), [{ ...base, ...rule } as BoundaryRule], overlay);
}

const outcomes = (report: ReturnType<typeof check>) =>
  report.findings.map(({ outcome, blocking }) => `${outcome}${blocking ? ' blocks' : ''}`);

describe('declared areas', () => {
  it('agree to the printed digit, or name the block and both figures', () => {
    expect(outcomes(check({ kind: 'declared-area', digit: '0.01' }))).toEqual(['pass']);
    const report = check({ kind: 'declared-area', digit: '0.01' }, { blocks: [{ ...block, declared: '1.07' }] });
    expect(outcomes(report)).toEqual(['fail blocks']);
    expect(report.findings[0]?.message.zh).toBe('训练一号测得 1.0768 km²，附表填写 1.07 km²，相差 0.01 km²。');
    expect(report.findings[0]?.where).toMatchObject({ table: 'blocks', row: 'b1', field: 'areaAfter' });
  });
  it('a missing figure or boundary is unknown, never a pass', () => {
    const more = {
      blocks: [
        { ...block, declared: { missing: 'not-given' as const } },
        { ...block, code: 'b2', name: '训练二号' },
      ],
    };
    expect(outcomes(check({ kind: 'declared-area', digit: '0.01' }, more))).toEqual(['unknown', 'unknown']);
    expect(outcomes(check({ kind: 'declared-area', digit: '0.01' }, { features: [] }))).toEqual(['unknown']);
  });
});

describe('protected land', () => {
  const rule = { kind: 'no-overlap', layers: ['ecology', 'farmland'], tolerance: '1' } as const;
  it('blocks with area, share, layer and place; a layer that is not there is unknown', () => {
    const farmland = aLayer('farmland', aFeature('f1', squareShape([119.8095, 29.3], 0.01)));
    const report = check(rule, { layers: [farmland] });
    expect(outcomes(report)).toEqual(['unknown', 'fail blocks']);
    expect(report.overlaps).toMatchObject([{ feature: 'b1', kind: 'farmland', piece: 'f1', share: '0.050000', rule: 'r' }]);
    expect(report.findings[1]?.measured).toBe('5.3842 ha');
    expect(report.findings[1]?.message.en).toContain('5.00 % of the block');
  });
  it('what only touches is clear', () => {
    const layers = [aLayer('farmland', aFeature('f', squareShape([119.81, 29.3], 0.01))), aLayer('ecology')];
    expect(outcomes(check(rule, { layers }))).toEqual(['pass', 'pass']);
  });
});

describe('land that lies on a layer', () => {
  const farmland = { ...base, kind: 'no-overlap', layers: ['farmland'], tolerance: '1' } as const;
  const reserve = { ...base, id: 's', clause: { pack: 'p', clause: '留白' }, kind: 'reserve-kept', minShare: null } as const;
  const on = (kind: LayerVersion['kind'], ...rules: BoundaryRule[]) => {
    const layers = [aLayer(kind, aFeature('f', squareShape([119.8, 29.3], 0.005)))];
    const [overlap] = checkBoundaries(input({ layers }), rules, overlay).overlaps;
    return overlap && { stance: overlap.stance, rule: overlap.rule, clause: overlap.clause?.clause };
  };
  it('carries the clause that forbids it, else the one that weighs it', () => {
    expect(on('farmland', reserve, farmland)).toEqual({ stance: 'forbidden', rule: 'r', clause: 'S2-(十三)' });
    expect(on('reserve', farmland, reserve)).toEqual({ stance: 'weighed', rule: null, clause: '留白' });
  });
  it('says that no rule names the layer where none does, and invents no clause', () => {
    expect(on('bluegreen', farmland, reserve)).toEqual({ stance: 'unruled', rule: null, clause: undefined });
    expect(on('farmland', reserve)).toEqual({ stance: 'unruled', rule: null, clause: undefined });
  });
});

describe('growth against the approved boundary', () => {
  const rule = { kind: 'boundary-growth', tolerance: '1' } as const;
  const approved = aLayer('approved', aFeature('z1', squareShape([119.802, 29.3], 0.01)));
  it('kept + lost is the approved land, kept + gained the new', () => {
    const [growth] = check(rule, { layers: [approved] }).growth;
    expect(growth).toMatchObject({ feature: 'z1', against: 'approved' });
    const [kept = 0, gained = 0, lost = 0] = [growth?.kept, growth?.gained, growth?.lost].map(Number);
    expect(gained).toBeCloseTo(lost, -1);
    expect((kept + gained) / 1e6).toBeCloseTo(1.0768, 3);
  });
  it('blocks until its reason names a paper', () => {
    expect(outcomes(check(rule, { layers: [approved] }))).toEqual(['fail blocks']);
    const answer = { finding: 'r', kind: 'reason', text: '扩区已获批准', paper: '浙政函〔2021〕1 号（训练）' } as const;
    expect(outcomes(check(rule, { layers: [approved], answers: [{ ...answer, paper: '' }] }))).toEqual(['fail blocks']);
    expect(outcomes(check(rule, { layers: [approved], answers: [answer] }))).toEqual(['pass']);
  });
});

describe('townships', () => {
  const layers = [
    aLayer('township', aFeature('t1', squareShape([119.8, 29.3], 0.02), { name: '训练镇' })),
    aLayer('farmland', aFeature('f', squareShape([119.8, 29.3], 0.01))),
    aLayer('water', aFeature('w', squareShape([119.8, 29.3], 0.01))),
  ];
  it('land under two protections counts once', () => {
    const [share] = check({ kind: 'protected-township', maxShare: null }, { layers }).townships;
    expect(Number(share?.share)).toBeCloseTo(0.25, 4);
  });
  it('a township that no zone hosts is nobody’s concern here', () => {
    expect(outcomes(check({ kind: 'protected-township', maxShare: '0.2' }, { layers, hosted: [] }))).toEqual(['pass']);
  });
  it('without a figure in the text the answer is unknown; with one it decides', () => {
    expect(outcomes(check({ kind: 'protected-township', maxShare: null }, { layers }))).toEqual(['unknown']);
    expect(outcomes(check({ kind: 'protected-township', maxShare: '0.2' }, { layers }))).toEqual(['fail blocks']);
    expect(outcomes(check({ kind: 'protected-township', maxShare: '0.3' }, { layers }))).toEqual(['pass']);
  });
});

describe('pieces, the urban boundary and reserve', () => {
  const b = aFeature('b2', squareShape([119.83, 29.3], 0.01));
  const two = { features: [a, b], blocks: [block, { ...block, code: 'b2', name: '训练二号' }] };
  it('one piece passes; two are unknown without a figure and are held against one when there is', () => {
    expect(outcomes(check({ kind: 'contiguous', gap: '10', largestShare: null }))).toEqual(['pass']);
    expect(outcomes(check({ kind: 'contiguous', gap: '10', largestShare: null }, two))).toEqual(['unknown']);
    expect(outcomes(check({ kind: 'contiguous', gap: '10', largestShare: '0.6' }, two))).toEqual(['fail blocks']);
    expect(outcomes(check({ kind: 'contiguous', gap: '3000', largestShare: '0.6' }, two))).toEqual(['pass']);
  });
  it('land beyond the urban boundary is named with its area', () => {
    const urban = aLayer('urban', aFeature('u', squareShape([119.8, 29.3], 0.015)));
    expect(outcomes(check({ kind: 'within-layer', layer: 'urban', tolerance: '1' }, { layers: [urban] }))).toEqual(['pass']);
    expect(outcomes(check({ kind: 'within-layer', layer: 'urban', tolerance: '1' }, { ...two, layers: [urban] }))).toEqual(['fail blocks']);
  });
  it('reserve is measured even where no share is asked', () => {
    const reserve = aLayer('reserve', aFeature('s', squareShape([119.8, 29.3], 0.001)));
    const report = check({ kind: 'reserve-kept', minShare: null }, { layers: [reserve] });
    expect(outcomes(report)).toEqual(['unknown']);
    expect(report.findings[0]?.measured).toBe('1.00 %');
  });
  it('blocks that overlap block; a crossing outline leaves its area unknown and never crashes the rest', () => {
    const over = aFeature('b2', squareShape([119.805, 29.3], 0.01));
    expect(outcomes(check({ kind: 'blocks-apart' }, { ...two, features: [a, over] }))).toEqual(['fail blocks']);
    const bow = aFeature('b2', [
      [
        [
          [119.8, 29.4],
          [119.81, 29.41],
          [119.81, 29.4],
          [119.8, 29.412],
          [119.8, 29.4],
        ],
      ],
    ]);
    const report = check({ kind: 'declared-area', digit: '0.01' }, { ...two, features: [a, bow] });
    expect(outcomes(report)).toEqual(['unknown']);
  });
});
