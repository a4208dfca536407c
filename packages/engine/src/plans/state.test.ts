import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PlanActionKind, PlanHistoryFault, planActionKinds, planStates, standingOf, stateAfter } from './state.ts';

const act = (kind: PlanActionKind, version: number, on: string) => ({ kind, version, on });

describe('where a plan stands', () => {
  it('has no standing before its first save', () => expect(standingOf([])).toBeNull());

  it('is a draft since its first save, in its newest version', () => {
    expect(standingOf([act('imported', 1, '2021-01-04'), act('saved', 2, '2021-02-01')])).toEqual({
      state: 'draft',
      version: 2,
      since: '2021-01-04',
    });
  });

  it('goes county, city, province', () => {
    const history = [act('saved', 1, '2021-01-04'), act('submitted', 1, '2021-01-05'), act('accepted', 1, '2021-01-20')];
    expect(standingOf(history)?.state).toBe('accepted');
    expect(standingOf([...history, act('approved', 1, '2021-03-01')])).toEqual({ state: 'approved', version: 1, since: '2021-03-01' });
  });

  it('comes back as a draft when it is withdrawn', () => {
    const history = [act('saved', 1, '2021-01-04'), act('submitted', 1, '2021-01-05'), act('withdrawn', 1, '2021-01-06')];
    expect(standingOf(history)).toEqual({ state: 'draft', version: 1, since: '2021-01-06' });
  });

  it('refuses to fold a history that could not have happened', () => {
    expect(() => standingOf([act('submitted', 1, '2021-01-05')])).toThrow(PlanHistoryFault);
    expect(() => standingOf([act('saved', 1, '2021-01-04'), act('approved', 1, '2021-01-05')])).toThrow(PlanHistoryFault);
  });

  it('folds every list of allowed steps to a known state', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...planActionKinds), { maxLength: 30 }), (kinds) => {
        const history: ReturnType<typeof act>[] = [];
        for (const kind of kinds) {
          const state = standingOf(history)?.state ?? 'none';
          if (stateAfter(state, kind) !== null) history.push(act(kind, history.length + 1, '2021-01-01'));
        }
        const standing = standingOf(history);
        expect(history.length === 0 ? standing : planStates.includes(standing?.state ?? 'draft')).toEqual(
          history.length === 0 ? null : true,
        );
      }),
    );
  });
});
