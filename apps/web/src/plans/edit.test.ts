import { describe, expect, it } from 'vitest';
import { type Edit, type EditState, edit, isDirty, startEdit } from './edit.ts';
import { aSmallPlan } from './sample.ts';

const after = { table: 'blocks', row: 'b1', field: 'areaAfter' } as const;
const run = (edits: readonly Edit[], from: EditState = startEdit(aSmallPlan(), 1)) => edits.reduce(edit, from);
const areaAfter = (state: EditState, code = 'b1') => state.plan.blocks.find((block) => block.code === code)?.areaAfter;

describe('the editor', () => {
  it('reads full-width digits and inner spaces as they were meant', () => {
    expect(areaAfter(run([{ kind: 'type', cell: after, text: '１１．６０' }]))).toBe('11.60');
    expect(areaAfter(run([{ kind: 'type', cell: after, text: '17. 24' }]))).toBe('17.24');
  });

  it('makes an emptied cell missing, never zero', () => {
    expect(areaAfter(run([{ kind: 'type', cell: after, text: '  ' }]))).toEqual({ missing: 'not-given' });
    expect(areaAfter(run([{ kind: 'missing', cell: after, reason: 'secret' }]))).toEqual({ missing: 'secret' });
  });

  it.each([
    ['6. 575. 73', 'not-a-number'],
    ['-1', 'negative'],
    ['106001', 'impossible'],
    ['1e3', 'not-a-number'],
  ])('keeps %s as typed and does not let it count', (text, problem) => {
    const state = run([{ kind: 'type', cell: after, text }]);
    expect(state.unread['blocks/b1/areaAfter']).toMatchObject({ text, problem });
    expect(areaAfter(state)).toEqual({ missing: 'not-given' });
    expect(run([{ kind: 'type', cell: after, text: '17.24' }], state).unread).toEqual({});
  });

  it('takes a pasted block back in one step', () => {
    const cells = ['b1', 'b2'].map((row) => ({ cell: { table: 'blocks', row, field: 'areaAfter' } as const, text: '1.00' }));
    const pasted = run([{ kind: 'paste', cells }]);
    expect([areaAfter(pasted, 'b1'), areaAfter(pasted, 'b2')]).toEqual(['1.00', '1.00']);
    const back = run([{ kind: 'undo' }], pasted);
    expect([areaAfter(back, 'b1'), areaAfter(back, 'b2')]).toEqual(['17.24', '5.73']);
    expect(areaAfter(run([{ kind: 'redo' }], back))).toBe('1.00');
  });

  it('keeps the rows it did not touch, so that they are not drawn again', () => {
    const start = startEdit(aSmallPlan(), 1);
    const state = run([{ kind: 'type', cell: after, text: '17.25' }], start);
    expect(state.plan.blocks[1]).toBe(start.plan.blocks[1]);
    expect(isDirty(start)).toBe(false);
    expect(isDirty(state)).toBe(true);
    expect(isDirty(run([{ kind: 'type', cell: after, text: '17.24' }], state))).toBe(false);
  });

  it('is clean again once the server holds the version', () => {
    const changed = run([{ kind: 'type', cell: after, text: '17.25' }]);
    const saved = run([{ kind: 'saved', plan: changed.plan, version: 2 }], changed);
    expect([isDirty(saved), saved.basedOn]).toEqual([false, 2]);
  });

  it('counts bodies and staff as whole numbers and reads a date as written in Chinese', () => {
    const bodies = { table: 'organisation', row: '', field: 'bodiesBefore' } as const;
    expect(run([{ kind: 'type', cell: bodies, text: '１2' }]).plan.organisation.bodiesBefore).toBe(12);
    expect(run([{ kind: 'type', cell: bodies, text: '1.5' }]).unread['organisation//bodiesBefore']?.problem).toBe('not-whole');
    const due = { table: 'milestones', row: 'complete', field: 'due' } as const;
    const state = run([{ kind: 'type', cell: due, text: '2021年12月31日' }]);
    expect(state.plan.milestones.at(-1)).toEqual({ phase: 'complete', due: '2021-12-31' });
    expect(run([{ kind: 'type', cell: due, text: '2021-02-30' }]).unread['milestones/complete/due']?.problem).toBe('not-a-date');
  });

  it('keeps one answer for a finding', () => {
    const answer = { finding: 'growth', kind: 'reason', text: '甲', paper: '文' } as const;
    const state = run([
      { kind: 'answer', answer },
      { kind: 'answer', answer: { ...answer, text: '乙' } },
    ]);
    expect(state.plan.answers).toEqual([{ ...answer, text: '乙' }]);
    expect(run([{ kind: 'unanswer', finding: 'growth' }], state).plan.answers).toEqual([]);
  });

  it('gives a new row a free code and missing figures', () => {
    const state = run([{ kind: 'row', edit: { of: 'add', table: 'blocks', name: '新区块', part: 'p2' } }]);
    const notGiven = { missing: 'not-given' };
    expect(state.plan.blocks.at(-1)).toEqual({
      code: 'b4',
      name: '新区块',
      park: 'k1',
      part: 'p2',
      areaBefore: notGiven,
      areaAfter: notGiven,
    });
  });

  it('adds a printed sum with its figure still open, and takes it out again', () => {
    const added = run([{ kind: 'row', edit: { of: 'sum', label: '核心区', column: 'areaBefore', parts: ['p1'] } }]);
    expect(added.plan.sums.at(-1)).toEqual({
      code: 's4',
      label: '核心区',
      column: 'areaBefore',
      parts: ['p1'],
      value: { missing: 'not-given' },
    });
    const removed = run([{ kind: 'row', edit: { of: 'remove', table: 'sums', row: 's4' } }], added);
    expect(removed.plan.sums).toEqual(aSmallPlan().sums);
    expect(isDirty(removed)).toBe(false);
  });
});
