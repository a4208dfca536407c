import { describe, expect, it } from 'vitest';
import type { CaseView } from '../approvals/index.ts';
import { notesOf } from './cell-talk.ts';
import { isUnlocked } from './desk.ts';
import { lastReturn, returnedCells } from './returned.ts';
import { aSmallPlan } from './sample.ts';

type Action = CaseView['actions'][number];

const unit = { id: '330700', name: { zh: '金华', en: 'Jinhua' } };
const reason = { place: { table: 'blocks', row: 'b1', field: 'areaAfter', label: '老区 · 整合后面积' }, text: '与控规不符' };
const act = (kind: Action['kind'], seq: number): Action => ({
  seq,
  on: '2021-06-10',
  kind,
  unit,
  insteadOf: null,
  card: 'city',
  version: 1,
  stance: null,
  text: null,
  paper: null,
  to: null,
  due: null,
  reasons: kind === 'return' ? [reason] : [],
});

describe('a returned plan', () => {
  it('is told by its last return, until a decision or a new version comes after it', () => {
    expect(lastReturn([act('submit', 1), act('return', 2), act('submit', 3), act('return', 4), act('submit', 5)])?.seq).toBe(4);
    expect(lastReturn([act('return', 1), act('approve', 2)])).toBeNull();
    expect(lastReturn([act('submit', 1)])).toBeNull();
  });
  it('shows each cell as it was and as it is now', () => {
    const before = aSmallPlan();
    const [first] = returnedCells([reason], before, before);
    expect(first).toMatchObject({ before: { text: '17.24' }, now: { text: '17.24' }, changed: false });
    const blocks = before.blocks.map((block) => (block.code === 'b1' ? { ...block, areaAfter: '17.00' } : block));
    const [mended] = returnedCells([reason], before, { ...before, blocks });
    expect(mended).toMatchObject({ now: { text: '17.00' }, changed: true });
  });
  it('opens the named cells only; a whole row or table opens all in it', () => {
    const cell = { table: 'blocks', row: 'b1', field: 'areaAfter' };
    expect(isUnlocked(new Set(['blocks/b1/areaAfter']), cell)).toBe(true);
    expect(isUnlocked(new Set(['blocks/b1/areaAfter']), { ...cell, field: 'areaBefore' })).toBe(false);
    expect(isUnlocked(new Set(['blocks/b1/']), cell)).toBe(true);
    expect(isUnlocked(new Set(['blocks//']), cell)).toBe(true);
    expect(isUnlocked(new Set(), cell)).toBe(false);
  });
  it('gathers two reasons for one cell, and shows the picks while cells are being picked', () => {
    const again = { ...reason, text: '请附图' };
    expect(notesOf([reason, again], { active: false, picked: [] }).get('blocks/b1/areaAfter')?.text).toBe('与控规不符\n请附图');
    expect(notesOf([reason], { active: true, picked: [] }).size).toBe(0);
  });
});
