import { describe, expect, it } from 'vitest';
import { dueStanding } from './days.ts';
import { contentOf, gapsOf, startDraft } from './draft.ts';
import type { AllowedAction } from './shapes.ts';

const unit = { id: '330700', name: { zh: '金华', en: 'Jinhua' } };
const none = { text: 'none', paper: 'none', reasons: 'none', to: 'none', due: 'none', stance: 'none' } as const;
const action = (kind: AllowedAction['kind'], needs: Partial<AllowedAction['needs']>): AllowedAction => ({
  kind,
  unit,
  needs: { ...none, ...needs },
  units: [],
});
const cell = { key: 'blocks/b1/areaAfter', place: { table: 'blocks', row: 'b1', field: 'areaAfter', label: 'b1' } };

describe('the form of an action', () => {
  const giveBack = action('return', { reasons: 'required', text: 'optional' });

  it('asks for at least one cell, and a reason for each', () => {
    const draft = startDraft(giveBack);
    expect(gapsOf(giveBack, draft, [])).toEqual(['reasons']);
    expect(gapsOf(giveBack, draft, [cell])).toEqual(['reason-text']);
    expect(gapsOf(giveBack, { ...draft, reasons: { [cell.key]: ' 与附件不符 ' } }, [cell])).toEqual([]);
  });
  it('counts spaces as nothing written', () => {
    const approve = action('approve', { paper: 'required' });
    expect(gapsOf(approve, { ...startDraft(approve), paper: '  ' }, [])).toEqual(['paper']);
  });
  it('asks who disagrees to say why', () => {
    const opine = action('opine', { stance: 'required', text: 'optional' });
    const draft = startDraft(opine);
    expect(gapsOf(opine, draft, [])).toEqual(['stance']);
    expect(gapsOf(opine, { ...draft, stance: 'disagree' }, [])).toEqual(['text']);
    expect(gapsOf(opine, { ...draft, stance: 'no-opinion' }, [])).toEqual([]);
  });
  it('sends what the action asks for, trimmed, and nothing else', () => {
    const draft = { ...startDraft(giveBack), text: '', paper: 'typed before', reasons: { [cell.key]: ' 与附件不符 ', gone: 'dropped' } };
    expect(contentOf(giveBack, draft, [cell])).toEqual({
      kind: 'return',
      unit: '330700',
      reasons: [{ place: cell.place, text: '与附件不符' }],
    });
  });
  it('chooses the only unit there is', () => {
    const remind = { ...action('remind', { to: 'required' }), units: [unit] };
    expect(startDraft(remind).to).toBe('330700');
  });
});

describe('a deadline in words', () => {
  it('is late after its day, due on it, near within three working days', () => {
    expect([null, -1, 0, 3, 4].map(dueStanding)).toEqual(['none', 'late', 'today', 'soon', 'ahead']);
  });
});
