import { describe, expect, test } from 'vitest';
import { editedJson } from '../testing.ts';
import { readPlanFile } from './index.ts';

async function problemsOf(bytes: Uint8Array) {
  const read = await readPlanFile(bytes, 'plan.json');
  return read.ok ? [] : read.problems;
}

async function reasonOf(bytes: Uint8Array) {
  const read = await readPlanFile(bytes, 'plan.json');
  return read.ok ? '' : read.reason.zh;
}

describe('a plan from JSON', () => {
  test('null is missing', async () => {
    const read = await readPlanFile(
      editedJson((plan) => {
        plan.blocks[0].areaBefore = null;
        plan.organisation.staffBefore = null;
        plan.industrialStrongCounty = null;
      }),
      'plan.json',
    );
    expect(read.ok && read.plan.blocks[0]?.areaBefore).toEqual({ missing: 'not-given' });
    expect(read.ok && read.plan.industrialStrongCounty).toEqual({ missing: 'not-given' });
  });

  test('each wrong field is named by its path, all at once', async () => {
    const problems = await problemsOf(
      editedJson((plan) => {
        plan.blocks[0].areaBefore = 'abc';
        plan.blocks[1].areaAfter = '-2';
        plan.blocks[2].areaAfter = 6.57;
        plan.blocks[3].park = 'nowhere';
        plan.parks[1].name = plan.parks[0].name;
        plan.parks[2].level = 'galactic';
        plan.title = 5;
        plan.extra = true;
        delete plan.zones[0].body;
      }),
    );
    expect(problems.map((problem) => problem.column).sort()).toEqual(
      [
        '(root)',
        'blocks[0].areaBefore',
        'blocks[1].areaAfter',
        'blocks[2].areaAfter',
        'blocks[3].park',
        'parks[1].name',
        'parks[2].level',
        'title',
        'zones[0].body',
      ].sort(),
    );
    expect(problems.find((problem) => problem.column === 'parks[2].level')?.reason.en).toContain('national');
    expect(problems.find((problem) => problem.column === 'zones[0].body')?.reason.zh).toContain('缺少');
  });

  test('full-width digits and 公顷 are read with a note', async () => {
    const read = await readPlanFile(
      editedJson((plan) => {
        plan.blocks[0].areaBefore = '１１．６０';
        plan.blocks[1].areaBefore = '657公顷';
      }),
      'plan.json',
    );
    expect(read.ok && read.plan.blocks[1]?.areaBefore).toBe('6.57');
    expect(read.ok && read.notes).toHaveLength(2);
  });

  test('what is no plan is refused with what was expected', async () => {
    expect(await reasonOf(Buffer.from('{"a":'))).toContain('JSON');
    expect(await reasonOf(Buffer.from('[]'))).toContain('对象');
    expect(await reasonOf(Buffer.from('{"format":"zhenghe-plan/9"}'))).toContain('zhenghe-plan/1');
    expect(await reasonOf(Buffer.from([0x7b, 0xff, 0xfe]))).toContain('UTF-8');
    expect(await problemsOf(Buffer.from('{"format":"zhenghe-plan/1"}'))).not.toHaveLength(0);
  });

  test('a workbook with the wrong ending is still read by its bytes', async () => {
    expect(await reasonOf(Buffer.from('d0cf11e0a1b11ae1', 'hex'))).toContain('密码');
  });
});
