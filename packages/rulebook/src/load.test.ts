import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { canonicalJson } from './canonical.ts';
import { loadPacks, readPacks } from './load.ts';
import { describeProblem, PackFault, type PackProblem } from './problem.ts';
import { aCheck, aClause, aFigure, aFolder, aHead, aPack } from './testing.ts';

function problemsOf(dir: string): readonly PackProblem[] {
  const read = readPacks(dir);
  return read.ok ? [] : read.problems;
}

describe('a sound folder', () => {
  it('gives its packs by id', () => {
    const rulebook = loadPacks(aFolder([aPack('a'), aPack('b')]));
    expect(rulebook.packs.map((pack) => pack.head.id)).toEqual(['a', 'b']);
    expect(rulebook.pack('b')?.parameters).toHaveLength(1);
    expect(rulebook.pack('c')).toBeUndefined();
  });

  it('gives the same hash when it is loaded twice', () => {
    const dir = aFolder([aPack('a')]);
    expect(loadPacks(dir).pack('a')?.hash).toBe(loadPacks(dir).pack('a')?.hash);
    expect(loadPacks(dir).pack('a')?.hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('gives the same hash whatever the order of keys, comments and layout', () => {
    const figure = aFigure();
    const turned = Object.fromEntries(Object.entries(figure).reverse());
    const plain = loadPacks(aFolder([aPack('a')]));
    const other = loadPacks(aFolder([aPack('a')], { 'a/parameters.yaml': `# a comment\n\n${stringify([turned])}` }));
    expect(other.pack('a')?.hash).toBe(plain.pack('a')?.hash);
  });

  it('gives another hash when a figure or the order of units changes', () => {
    const plain = loadPacks(aFolder([aPack('a')])).pack('a')?.hash;
    const figure = loadPacks(aFolder([aPack('a', { parameters: [aFigure({ value: { number: '4' } })] })])).pack('a')?.hash;
    const units = loadPacks(aFolder([aPack('a', { clauses: [aClause({ units: ['乙', '甲'] })] })])).pack('a')?.hash;
    expect(new Set([plain, figure, units]).size).toBe(3);
  });

  it('sorts keys at every depth and keeps the order of lists', () => {
    expect(canonicalJson({ b: [2, 1], a: { d: null, c: '甲', e: undefined } })).toBe('{"a":{"c":"甲","d":null},"b":[2,1]}');
  });
});

describe('a bad pack is refused with its place', () => {
  it('refuses a figure without a clause', () => {
    const { clause: _clause, ...bare } = aFigure();
    const [problem, ...more] = problemsOf(aFolder([aPack('a', { parameters: [bare] })]));
    expect(more).toEqual([]);
    expect(problem).toMatchObject({ file: 'a/parameters.yaml', path: '[0].clause', line: 1, value: null });
    expect(problem?.expected.zh).toContain('没有条款的数字不予接受');
    expect(problem?.expected.en).toContain('without a clause is refused');
  });

  it('refuses a clause code that no clause has', () => {
    const problems = problemsOf(aFolder([aPack('a', { parameters: [aFigure({ clause: 'S2-(八)' })] })]));
    expect(problems).toMatchObject([{ file: 'a/parameters.yaml', path: '[0].clause', value: 'S2-(八)', line: 6 }]);
  });

  it('refuses a check that names an unknown parameter', () => {
    const problems = problemsOf(aFolder([aPack('a', { checks: [aCheck({ max: 'least' })] })]));
    expect(problems).toMatchObject([{ file: 'a/checks.yaml', path: '[0].max', value: 'least' }]);
  });

  it('refuses a figure of the wrong shape for its check', () => {
    const problems = problemsOf(aFolder([aPack('a', { parameters: [aFigure({ value: { day: '2020-12-31' } })] })]));
    expect(problems).toMatchObject([{ file: 'a/checks.yaml', path: '[0].max', value: 'most' }]);
  });

  it('refuses a check of an unknown kind, or with the figure written into it', () => {
    const kind = problemsOf(aFolder([aPack('a', { checks: [aCheck({ kind: 'industries-below' })] })]));
    expect(kind).toMatchObject([{ file: 'a/checks.yaml', path: '[0].kind', value: 'industries-below' }]);
    const written = problemsOf(aFolder([aPack('a', { checks: [aCheck({ max: 3 })] })]));
    expect(written).toMatchObject([{ file: 'a/checks.yaml', path: '[0].max', value: '3' }]);
  });

  it('refuses a number that is not text, because it would be a binary float', () => {
    const problems = problemsOf(aFolder([aPack('a', { parameters: [aFigure({ value: { number: 0.6 } })] })]));
    expect(problems.map((problem) => problem.file)).toContain('a/parameters.yaml');
    expect(problems[0]?.path).toBe('[0].value');
  });

  it('refuses an unknown parent and names the known packs', () => {
    const [problem] = problemsOf(aFolder([aPack('a', { pack: aHead('a', { parent: 'z' }) }), aPack('b')]));
    expect(problem).toMatchObject({ file: 'a/pack.yaml', path: 'parent', value: 'z' });
    expect(problem?.expected.en).toContain('a, b');
  });

  it('refuses packs in a circle and names the circle', () => {
    const heads = { a: 'b', b: 'c', c: 'a' };
    const packs = Object.entries(heads).map(([id, parent]) => aPack(id, { pack: aHead(id, { parent }) }));
    const problems = problemsOf(aFolder(packs));
    expect(problems[0]).toMatchObject({ file: 'a/pack.yaml', path: 'parent', value: 'b' });
    expect(problems[0]?.expected.en).toContain('a → b → c → a');
    expect(problems).toHaveLength(3);
  });

  it('refuses a pack that is its own parent', () => {
    const [problem] = problemsOf(aFolder([aPack('a', { pack: aHead('a', { parent: 'a' }) })]));
    expect(problem?.expected.en).toContain('a → a');
  });

  it('refuses a parent of another place', () => {
    const county = aHead('a', { jurisdiction: '330726' });
    const city = aHead('b', { jurisdiction: '330800', parent: 'a' });
    const problems = problemsOf(aFolder([aPack('a', { pack: county }), aPack('b', { pack: city })]));
    expect(problems).toMatchObject([{ file: 'b/pack.yaml', path: 'parent', value: 'a' }]);
  });

  it('refuses ids used twice, in a list and for checks over all packs', () => {
    const twice = problemsOf(aFolder([aPack('a', { parameters: [aFigure(), aFigure()] })]));
    expect(twice).toMatchObject([{ file: 'a/parameters.yaml', path: '[1].id', value: 'most' }]);
    const over = problemsOf(aFolder([aPack('a', { checks: [aCheck()] }), aPack('b', { checks: [aCheck()] })]));
    expect(over.map((problem) => problem.file)).toEqual(['a/checks.yaml', 'b/checks.yaml']);
  });

  it('refuses a misspelt file, a misspelt field, a repeated key and broken YAML', () => {
    expect(problemsOf(aFolder([aPack('a')], { 'a/paramters.yaml': '[]' }))[0]).toMatchObject({ file: 'a/paramters.yaml' });
    expect(problemsOf(aFolder([aPack('a', { clauses: [aClause({ stength: 'may' })] })]))[0]?.expected.en).toContain('stength');
    expect(problemsOf(aFolder([aPack('a')], { 'a/pack.yaml': 'id: a\nid: b\n' }))[0]).toMatchObject({ file: 'a/pack.yaml', line: 2 });
    expect(problemsOf(aFolder([aPack('a')], { 'a/checks.yaml': '- [a\n- b: {' }))[0]).toMatchObject({ file: 'a/checks.yaml' });
  });

  it('refuses aliases that unfold without end', () => {
    const bomb = [
      '- &a [x, x]',
      ...[...'bcdefgh'].map((name, index) => `- &${name} [${Array(9).fill(`*${'abcdefg'[index]}`).join(', ')}]`),
    ].join('\n');
    expect(problemsOf(aFolder([aPack('a')], { 'a/clauses.yaml': bomb }))[0]).toMatchObject({
      file: 'a/clauses.yaml',
      expected: { en: 'no more than 100 aliases' },
    });
  });

  it('refuses a folder without its head, and one whose name differs from its id', () => {
    expect(problemsOf(aFolder([], { 'a/clauses.yaml': '[]' })).map((problem) => problem.file)).toContain('a/pack.yaml');
    const renamed = problemsOf(aFolder([], { 'b/pack.yaml': stringify(aHead('a')), 'b/clauses.yaml': stringify([aClause()]) }));
    expect(renamed).toMatchObject([{ file: 'b/pack.yaml', path: 'id', value: 'a' }]);
  });

  it('refuses a conflict that names an unknown pack or clause', () => {
    const words = { zh: '甲', en: 'a' };
    const conflict = (pack: string, clause: string) => ({
      id: 'x',
      title: words,
      explanation: words,
      handling: words,
      sides: [{ pack, clause, says: words }],
    });
    expect(problemsOf(aFolder([aPack('a', { conflicts: [conflict('z', 'S2-(九)')] })]))[0]).toMatchObject({
      path: '[0].sides[0].pack',
      value: 'z',
    });
    expect(problemsOf(aFolder([aPack('a', { conflicts: [conflict('a', 'S2-(八)')] })]))[0]).toMatchObject({ path: '[0].sides[0].clause' });
  });

  it('reports every problem of every pack at once', () => {
    const { clause: _clause, ...bare } = aFigure();
    const bad = aPack('a', { pack: aHead('a', { status: 'law', appliesFrom: '2020-02-30' }), parameters: [bare] });
    const problems = problemsOf(aFolder([bad, aPack('b', { clauses: [aClause({ strength: 'should' })] })]));
    expect(problems.map((problem) => `${problem.file} ${problem.path}`)).toEqual([
      'a/pack.yaml status',
      'a/pack.yaml appliesFrom',
      'a/parameters.yaml [0].clause',
      'b/clauses.yaml [0].strength',
    ]);
  });

  it('throws one fault that lists them all, for those who cannot go on', () => {
    const dir = aFolder([aPack('a', { parameters: [aFigure({ clause: 'S2-(八)' })] })]);
    expect(() => loadPacks(dir)).toThrow(PackFault);
    expect(() => loadPacks(dir)).toThrow(/a\/parameters\.yaml:6:\[0\]\.clause: S2-\(八\)/);
    expect(problemsOf('/nowhere-at-all').map(describeProblem)[0]).toContain('a folder of policy packs');
  });
});
