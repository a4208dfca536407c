import { describe, expect, it } from 'vitest';
import { loadPacks, readPacks } from './load.ts';
import { aFolder, aPack } from './testing.ts';
import { workflowFor } from './workflows.ts';

const rulebook = loadPacks();
const nameOf = (code: string) => ({ zh: code, en: code });
const of = (jurisdiction: string, on = '2020-11-02') => workflowFor(rulebook, { noun: 'plans', jurisdiction, on, draftBy: null, nameOf });

describe('how a plan travels', () => {
  it('goes from a county to its city and the province, and from a city to the province', () => {
    expect(of('330726')?.steps.map(({ kind, unit }) => [kind, unit.id])).toEqual([
      ['review', '330700'],
      ['decide', '330000'],
    ]);
    expect(of('330700')?.steps.map(({ kind, unit }) => [kind, unit.id])).toEqual([['decide', '330000']]);
    expect(of('330100')?.id).toBe('city-plan');
  });

  it("cites its clause, and says that the days are the product's own", () => {
    const workflow = of('330726');
    expect(workflow).toMatchObject({ clause: { pack: 'zj-2020-guidance', clause: 'S2-(十四)' }, deadlines: 'product-default' });
    expect(workflow?.steps[0]?.signers.map(({ id, name }) => [id, name.zh])).toEqual([
      ['330700/land', '330700自然资源和规划局'],
      ['330700/environment', '330700生态环境局'],
    ]);
    const law = rulebook.packs.flatMap(({ workflows }) => workflows).flatMap(({ steps }) => steps);
    expect(law.every(({ days }) => days === null)).toBe(true);
  });

  it('has no way for the province itself, another noun, or a day before any pack', () => {
    expect(of('330000')).toBeNull();
    expect(of('330726', '2010-01-01')).toBeNull();
    expect(workflowFor(rulebook, { noun: 'other', jurisdiction: '330726', on: '2020-11-02', draftBy: null, nameOf })).toBeNull();
  });
});

describe('the product defaults', () => {
  it('must speak of workflows, steps and departments that exist', () => {
    const text = { zh: '甲', en: 'a' };
    const defaults = { note: text, departments: {}, provincial: {}, workflows: [{ workflow: 'none', mendDays: null, steps: [] }] };
    const read = readPacks(aFolder([aPack('one')], { 'workflow-defaults.yaml': JSON.stringify(defaults) }));
    expect(read.ok ? [] : read.problems.map(({ value }) => value)).toEqual(['none']);
  });

  it('are unset without the file', () => {
    const read = readPacks(aFolder([aPack('one')]));
    expect(read.ok && read.rulebook.workflowDefaults.workflows).toEqual([]);
  });
});
