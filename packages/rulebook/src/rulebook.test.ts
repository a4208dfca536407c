// The built-in packs: what they must hold, and how they are compared and shown.

import { describe, expect, it } from 'vitest';
import { findConflicts } from './conflicts.ts';
import { describeRulebook } from './describe.ts';
import { loadPacks } from './load.ts';
import { chainOf, classOf } from './place.ts';
import { rulesInForce } from './rules.ts';
import { showValue } from './show.ts';
import { aFigure, aFolder, aHead, aPack } from './testing.ts';

const rulebook = loadPacks();
const guidance = rulebook.pack('zj-2020-guidance');
const numerals = '一二三四五六七八九十';

describe('the built-in packs', () => {
  it('are the six documents, all drafts or news but the quoted one of Jinhua, and eight schemes of evaluation', () => {
    expect(Object.fromEntries(rulebook.packs.map(({ head }) => [head.id, head.status]))).toEqual({
      'hitech-2021': 'final',
      'hitech-2024': 'final',
      'huangyan-2023': 'final',
      'jinhua-2020': 'final',
      'mofcom-2021': 'final',
      'pairing-2024': 'news',
      'pujiang-2021': 'draft',
      'zj-2009-evaluation': 'final',
      'zj-2018-per-mu': 'final',
      'zj-2020-33-plans': 'news',
      'zj-2020-guidance': 'draft',
      'zj-2021-evaluation': 'final',
      'zj-2022-commerce': 'draft',
      'zj-2022-hitech': 'final',
    });
  });

  it('hold all 17 numbered clauses of S2', () => {
    const numbers = [...numerals].concat([...numerals.slice(0, 7)].map((one) => `十${one}`));
    const codes = numbers.map((number, index) => (index < 2 ? `S2-二(${number})` : `S2-(${number})`));
    expect(codes).toHaveLength(17);
    expect(guidance?.clauses.map((clause) => clause.code)).toEqual(expect.arrayContaining(codes));
  });

  it('give one lead to (三)–(十五) and five to (十六)', () => {
    const leads = (code: string) => guidance?.clauses.find((clause) => clause.code === code)?.leads;
    expect(leads('S2-(十六)')).toBe(5);
    expect([...numerals.slice(2)].map((one) => leads(`S2-(${one})`))).toEqual(Array(8).fill(1));
    expect([...numerals.slice(0, 5)].map((one) => leads(`S2-(十${one})`))).toEqual(Array(5).fill(1));
  });

  it('keep the order of units: in (九) the economy department leads, development and reform comes third', () => {
    expect(guidance?.clauses.find((clause) => clause.code === 'S2-(九)')?.units.slice(0, 3)).toEqual([
      '省经信厅',
      '省科技厅',
      '省发展改革委',
    ]);
  });

  it('hold the 16 lines of the target table and three goals of the text', () => {
    expect(guidance?.targets.filter((target) => target.clause === 'S2-表')).toHaveLength(16);
    expect(guidance?.targets.filter((target) => target.clause === 'S2-二(一)')).toHaveLength(3);
    const mu = guidance?.targets.find((target) => target.id === 'value-per-mu');
    expect(mu?.base).toMatchObject({ value: '107.1', year: '2018' });
    expect(guidance?.targets.find((target) => target.id === 'tax-per-mu')?.base.value).toBeNull();
  });

  it('carry out one another from the county up to the province', () => {
    expect(rulebook.pack('pujiang-2021')?.head.parent).toBe('jinhua-2020');
    expect(rulebook.pack('jinhua-2020')?.head.parent).toBe('zj-2020-guidance');
  });

  it('name no figure in a check: every rule of every class resolves', () => {
    for (const jurisdiction of ['330100', '330700', '330726', '330000']) {
      expect(rulesInForce(rulebook, { on: '2023-01-01', jurisdiction })).toMatchObject({ ok: true });
    }
  });

  it('turn 60 % into the share 0.6', () => {
    const answer = rulesInForce(rulebook, { on: '2021-06-01', jurisdiction: '330726' });
    const rules = answer.ok ? answer.rules : [];
    expect(rules.find((rule) => rule.id === 'zj-bodies-cut')).toMatchObject({ share: '0.6' });
    expect(rules.find((rule) => rule.id === 'zj-staff-cut')).toMatchObject({ share: '0.3' });
    expect(rules.find((rule) => rule.id === 'zj-districts')).toMatchObject({ max: null });
  });
});

describe('disagreements', () => {
  const conflicts = findConflicts(rulebook);

  it('are the fourteen, each once', () => {
    const ids = Array.from({ length: 14 }, (_, index) => `conflict-${String(index + 1).padStart(2, '0')}`);
    expect(conflicts.map((conflict) => conflict.id)).toEqual(ids);
  });

  it('are found by the machine where the figures can be compared', () => {
    const found = conflicts.filter((conflict) => conflict.found === 'machine').map((conflict) => conflict.id);
    expect(found).toEqual(['conflict-01', 'conflict-02', 'conflict-09']);
  });

  it('show both sides with their own clause and figure, the wider place first', () => {
    const county = conflicts.find((conflict) => conflict.id === 'conflict-01');
    expect(county?.sides.map((side) => [side.pack, side.clause, side.says.zh])).toEqual([
      ['zj-2020-guidance', 'S2-二(二)整合优化', '县（市、区）允许整合形成：1–2 个'],
      ['jinhua-2020', 'S1-一(二)', '县（市、区）允许整合形成：1 个'],
    ]);
  });

  it('say of trade and foreign investment that the definitions differ', () => {
    expect(conflicts.find((conflict) => conflict.id === 'conflict-06')?.explanation.en).toContain('definitions differ');
  });

  it('appear without words of their own for a measure nobody wrote about, and not for a figure not given', () => {
    const other = aPack('b', {
      pack: aHead('b'),
      parameters: [aFigure({ value: { number: '4' } }), aFigure({ id: 'x', measure: 'y', value: null })],
    });
    const first = aPack('a', { parameters: [aFigure(), aFigure({ id: 'x', measure: 'y' })] });
    const [conflict, ...more] = findConflicts(loadPacks(aFolder([first, other])));
    expect(more).toEqual([]);
    expect(conflict).toMatchObject({ id: 'conflict-industries.max', found: 'machine' });
    expect(conflict?.sides.map((side) => side.says.en)).toEqual(['a: 3', 'a: 4']);
  });
});

describe('places', () => {
  it('go from the county up to the province', () => {
    expect(chainOf('330726')).toEqual(['330726', '330700', '330000']);
    expect(chainOf('330700')).toEqual(['330700', '330000']);
    expect(chainOf('330000')).toEqual(['330000']);
  });

  it('fall into three classes, the province into none', () => {
    expect(['330100', '330200', '330700', '330726', '330000'].map(classOf)).toEqual([
      'special-city',
      'special-city',
      'city',
      'county',
      null,
    ]);
  });
});

describe('figures as printed', () => {
  it('say what they are, and that they are not given', () => {
    const show = (value: Parameters<typeof showValue>[0]['value']) => showValue({ value });
    expect(show({ min: '1', max: '2' }).zh).toBe('1–2');
    expect(show({ min: '1', max: '1' }).zh).toBe('1');
    expect(show({ min: null, max: '150' }).zh).toBe('≤ 150');
    expect(show({ day: '2020-12-31' }).en).toBe('2020-12-31');
    expect(show({ items: ['甲', '乙'] })).toEqual({ zh: '甲、乙', en: '甲, 乙' });
    expect(show(null)).toEqual({ zh: '未给出', en: 'not given' });
  });
});

describe('the page of the rulebook', () => {
  const page = describeRulebook(rulebook);

  it('is the same every time and names every pack, clause and disagreement', () => {
    expect(describeRulebook(loadPacks())).toBe(page);
    for (const pack of rulebook.packs) for (const clause of pack.clauses) expect(page).toContain(`| ${clause.code} |`);
    expect(page).toContain('| conflict-14 |');
  });

  it('shows a figure not given as such', () => {
    expect(page).toMatch(/\| districts-max \| 片区数量上限 \| 未给出 \|/);
  });
});
