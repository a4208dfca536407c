import { describe, expect, it } from 'vitest';
import { type Action, caseStanding } from '../approvals/index.ts';
import { aCell, aWorkflow, plainCalendar } from '../approvals/testing.ts';
import { planStanding } from './state.ts';

const workflow = aWorkflow({}, { signers: [] });
const act = (kind: Action['kind'], by: string, on: string, more: Partial<Action> = {}): Action => ({
  kind,
  unit: by,
  by,
  on,
  version: 2,
  ...more,
});
const versions = [
  { kind: 'imported', version: 1, on: '2021-01-04' },
  { kind: 'saved', version: 2, on: '2021-02-01' },
] as const;
const stand = (...actions: readonly Action[]) =>
  planStanding(versions, caseStanding({ workflow, calendar: plainCalendar, openedOn: '2021-01-04', actions }));

const submitted = act('submit', 'county', '2021-02-05');
const accepted = act('accept', 'city', '2021-02-20');

describe('where a plan stands', () => {
  it('is nowhere before its first version', () => {
    expect(planStanding([], caseStanding({ workflow, calendar: plainCalendar, openedOn: '2021-01-04', actions: [] }))).toBeNull();
  });

  it('is a draft since its first save, in its newest version', () => {
    expect(stand()).toEqual({ state: 'draft', version: 2, since: '2021-01-04', holder: 'county' });
  });

  it('goes county, city, province', () => {
    expect(stand(submitted)).toEqual({ state: 'submitted', version: 2, since: '2021-02-05', holder: 'city' });
    expect(stand(submitted, accepted)).toEqual({ state: 'accepted', version: 2, since: '2021-02-20', holder: 'province' });
    const approved = act('approve', 'province', '2021-03-01', { paper: '训练〔2021〕9号' });
    expect(stand(submitted, accepted, approved)).toEqual({ state: 'approved', version: 2, since: '2021-03-01', holder: 'county' });
  });

  it('comes back as a draft when it is withdrawn, and as returned when it is sent back', () => {
    expect(stand(submitted, act('withdraw', 'county', '2021-02-06'))).toMatchObject({ state: 'draft', since: '2021-02-06' });
    const returned = act('return', 'city', '2021-02-07', { reasons: [{ place: aCell, text: 'x' }] });
    expect(stand(submitted, returned)).toMatchObject({ state: 'returned', holder: 'county' });
  });
});
